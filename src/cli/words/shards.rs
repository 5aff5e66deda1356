//! What is said of shards, and of those that do not fit together.

use super::{different_in_chinese, different_in_english};
use crate::base::Lang;

/// Sentences of `build --shard` and `merge`.
pub(in crate::cli) struct Shards {
    pub(in crate::cli) told_by_first: &'static str,
    pub(in crate::cli) made: fn(&str, &str) -> String,
    pub(in crate::cli) holds_site: fn(&str) -> String,
    pub(in crate::cli) merged: fn(&Merged<'_>) -> String,
    pub(in crate::cli) out_is_shard: fn(&str) -> String,
    pub(in crate::cli) no_shard: fn(&str) -> String,
    pub(in crate::cli) unreadable: fn(&str, &str) -> String,
    /// A shard, a file of it, and how many more there are.
    pub(in crate::cli) damaged: fn(&str, &str, usize) -> String,
    /// Those that are missing.
    pub(in crate::cli) missing: fn(&[String]) -> String,
    /// A shard, and the two folders that it is in.
    pub(in crate::cli) twice: fn(&str, &str, &str) -> String,
    /// A shard, its version and ours.
    pub(in crate::cli) other_version: fn(&str, &str, &str) -> String,
    /// From here on: the shards that are otherwise, and one of the rest.
    pub(in crate::cli) other_count: fn(&str, &str) -> String,
    pub(in crate::cli) other_sources: fn(&str, &str) -> String,
    pub(in crate::cli) other_options: fn(&str, &str) -> String,
    pub(in crate::cli) other_fonts: fn(&str, &str) -> String,
    /// With the latest moment.
    pub(in crate::cli) other_moment: fn(&str, &str, &str) -> String,
}

/// What a merge reports.
pub(in crate::cli) struct Merged<'a> {
    pub(in crate::cli) shards: usize,
    pub(in crate::cli) pages: usize,
    pub(in crate::cli) charts: usize,
    pub(in crate::cli) seconds: f64,
    pub(in crate::cli) folder: &'a str,
    /// How many files are not as they were; `None` for a first site.
    pub(in crate::cli) different: Option<usize>,
}

/// How many of a long list are named.
const NAMED: usize = 8;

/// The sentences of a language: Chinese for those who read it, else English.
pub(in crate::cli) fn say(lang: Lang) -> &'static Shards {
    if lang.is_chinese() { &CHINESE } else { &ENGLISH }
}

static ENGLISH: Shards = Shards {
    told_by_first: "what there is to say about the content is the same for every shard, and is told by shard 1",
    made: |shard, made| format!("shard {shard}: {made}"),
    holds_site: |folder| {
        format!(
            "{folder} holds a whole site, which a shard must not replace; choose another folder with --out"
        )
    },
    merged: |m| {
        format!(
            "{} shards, {} pages, {} charts in {:.1} s → {}{}",
            m.shards,
            m.pages,
            m.charts,
            m.seconds,
            m.folder,
            different_in_english(m.different)
        )
    },
    out_is_shard: |folder| {
        format!(
            "{folder} is, or holds, one of the shards and would be replaced; choose another folder with --out"
        )
    },
    no_shard: |folder| {
        format!(
            "{folder} is no shard, because it has no shard.json; name the folders that `casebook build --shard K/N` wrote"
        )
    },
    unreadable: |file, why| format!("cannot understand {file} ({why}); build or fetch this shard again"),
    damaged: |shard, file, more| {
        let more = if more == 0 { String::new() } else { format!(", and {more} more like it") };
        format!("{shard}: {file} is missing or damaged{more}; build or fetch this shard again")
    },
    missing: |shards| {
        let (verb, them) = if shards.len() == 1 { ("is", "it") } else { ("are", "each") };
        format!(
            "{} {verb} missing; build {them} with `casebook build --shard {}`, then name all folders",
            some(shards, ", ", |n| format!(" and {n} more")),
            shards.first().map_or("K/N", String::as_str)
        )
    },
    twice: |shard, first, second| {
        format!("{first} and {second} are both shard {shard}; leave one of them out")
    },
    other_version: |shard, version, ours| {
        format!(
            "{shard} was built by casebook {version}, and this is {ours}; use one version on every machine"
        )
    },
    other_count: |odd, usual| {
        format!("{odd} was not cut into as many shards as {usual}; build all with the same N in --shard K/N")
    },
    other_sources: |odd, usual| {
        format!(
            "{odd} was built from other content than {usual}; bring every machine to the same state of the sources, then build again"
        )
    },
    other_options: |odd, usual| {
        format!(
            "{odd} was built with other options than {usual} (--drafts, --base-url, --without-broken); build all with the same ones"
        )
    },
    other_fonts: |odd, usual| {
        format!(
            "{odd} was built with other fonts than {usual}, so pictures to share would not look alike; install the same fonts on every machine, then build again"
        )
    },
    other_moment: |odd, usual, at| {
        format!(
            "something became public between the moments at which {odd} and {usual} were built; build all for one moment: --at {at}"
        )
    },
};

static CHINESE: Shards = Shards {
    told_by_first: "对内容的提示各分片相同，由分片1列出",
    made: |shard, made| format!("分片{shard}：{made}"),
    holds_site: |folder| format!("{folder} 里是完整的网站，不能用分片替换；请用 --out 换一个文件夹"),
    merged: |m| {
        format!(
            "{}个分片，{}个页面，{}张图表，用时{:.1}秒 → {}{}",
            m.shards,
            m.pages,
            m.charts,
            m.seconds,
            m.folder,
            different_in_chinese(m.different)
        )
    },
    out_is_shard: |folder| format!("{folder} 就是分片，或里面有分片，会被替换掉；请用 --out 换一个文件夹"),
    no_shard: |folder| {
        format!("{folder} 不是分片，里面没有 shard.json；请填写 `casebook build --shard K/N` 生成的文件夹")
    },
    unreadable: |file, why| format!("无法识别 {file}（{why}）；请重新生成或重新传送这个分片"),
    damaged: |shard, file, more| {
        let more = if more == 0 { String::new() } else { format!("，另有{more}个文件也是如此") };
        format!("{shard}：{file} 缺失或已损坏{more}；请重新生成或重新传送这个分片")
    },
    missing: |shards| {
        format!(
            "缺少分片{}；请用 `casebook build --shard {}` {}补齐，再填写全部文件夹",
            some(shards, "、", |n| format!("等，另有{n}个")),
            shards.first().map_or("K/N", String::as_str),
            if shards.len() == 1 { "" } else { "等命令" }
        )
    },
    twice: |shard, first, second| format!("{first} 和 {second} 都是分片{shard}；请去掉其中一个"),
    other_version: |shard, version, ours| {
        format!("{shard} 由 casebook {version} 生成，而当前版本是 {ours}；请在所有机器上使用同一版本")
    },
    other_count: |odd, usual| {
        format!("{odd} 与 {usual} 的分片总数不同；请用同一个N（--shard K/N）重新生成全部分片")
    },
    other_sources: |odd, usual| {
        format!("{odd} 与 {usual} 所用的内容不同；请让所有机器使用同一份源文件，再重新生成")
    },
    other_options: |odd, usual| {
        format!(
            "{odd} 与 {usual} 的选项不同（--drafts、--base-url、--without-broken）；请用相同的选项生成全部分片"
        )
    },
    other_fonts: |odd, usual| {
        format!(
            "{odd} 与 {usual} 所用的字体不同，分享图片的样子会不一致；请在所有机器上安装相同的字体，再重新生成"
        )
    },
    other_moment: |odd, usual, at| {
        format!(
            "在生成 {odd} 与 {usual} 的两个时刻之间，有内容到了公开时间；请指定同一时刻生成全部分片：--at {at}"
        )
    },
};

/// A list, cut short where it is long.
fn some(all: &[String], comma: &str, rest: fn(usize) -> String) -> String {
    let (named, others) = all.split_at(all.len().min(NAMED));
    let rest = if others.is_empty() { String::new() } else { rest(others.len()) };
    format!("{}{rest}", named.join(comma))
}
