//! What commands say of themselves, in both languages. What is wrong with content is said by `base::words`.

pub(super) mod preview;
pub(super) mod shards;

use std::fmt::Display;

use crate::base::Lang;
use crate::emit::Trouble;

/// Sentences of the commands.
pub(super) struct Words {
    pub(super) no_site: fn(&str) -> String,
    pub(super) cannot_read: fn(&str, &dyn Display) -> String,
    pub(super) cannot_write: fn(&str, &dyn Display) -> String,
    pub(super) not_ours: fn(&str) -> String,
    pub(super) holds_sources: fn(&str) -> String,
    pub(super) busy: fn(&str) -> String,
    pub(super) made: fn(&Summary<'_>) -> String,
    pub(super) not_made: &'static str,
    pub(super) nothing_wrong: &'static str,
    pub(super) template_failed: fn(&str, &str) -> String,
    pub(super) writing: &'static str,
    pub(super) exists: fn(&str) -> String,
    pub(super) not_an_id: fn(&str) -> String,
    pub(super) unknown_code: fn(&str, Option<&str>) -> String,
    pub(super) unknown_schema: fn(&str, &str) -> String,
    pub(super) created: fn(&str) -> String,
    pub(super) next_site: fn(&str) -> String,
    pub(super) next_entity: &'static str,
    pub(super) site_unusable: &'static str,
    pub(super) no_enterprise: &'static str,
    pub(super) no_term: fn(&str) -> String,
}

impl Words {
    /// Why a site or a page of it could not be finished.
    pub(super) fn trouble(&self, trouble: &Trouble) -> String {
        match trouble {
            Trouble::Template { template, reason } => (self.template_failed)(template, reason),
            Trouble::Write { path, error } => (self.cannot_write)(path.as_str(), error),
            Trouble::Picture { path, error } => (self.cannot_read)(path.as_str(), error),
        }
    }
}

/// What a build reports.
pub(super) struct Summary<'a> {
    pub(super) pages: usize,
    pub(super) charts: usize,
    pub(super) warnings: usize,
    pub(super) seconds: f64,
    pub(super) folder: &'a str,
    /// How many files are not as they were; `None` for a first build.
    pub(super) different: Option<usize>,
}

/// Shown under `--help`.
pub(super) const EXAMPLES: &str = "Examples · 示例:
  casebook new site my-site      start a site · 新建站点
  casebook serve --open          look at it while you write · 边写边看
  casebook check                 list every problem · 列出所有问题
  casebook build                 write the site to public/ · 生成网站到 public/
  casebook build --drafts --out preview
                                 drafts too, elsewhere · 含草稿，输出到其他文件夹
  casebook build --shard 3/7     the third of seven parts, for seven machines · 七台机器分片生成
  casebook merge public-*-of-7   put the parts together · 合并分片
  casebook host nginx            the configuration of a web host · 网站主机的配置
  casebook explain key-unknown   what a code means · 解释问题代码

Exit codes · 退出码: 0 fine · 正常, 1 the content has errors · 内容有错误, 2 could not run · 无法运行";

/// The sentences of a language: Chinese for those who read it, else English.
pub(super) fn say(lang: Lang) -> Words {
    if lang.is_chinese() { chinese() } else { english() }
}

fn english() -> Words {
    Words {
        no_site: |folder| {
            format!(
                "there is no casebook.yaml in {folder} or above it; go to the site's folder, name it with --root, or start one with `casebook new site DIR`"
            )
        },
        cannot_read: |path, error| format!("cannot read {path}: {error}"),
        cannot_write: |path, error| format!("cannot write {path}: {error}"),
        not_ours: |folder| {
            format!(
                "{folder} holds files that casebook did not make, so it is left alone; choose another folder with --out, or move those files away"
            )
        },
        holds_sources: |folder| {
            format!(
                "{folder} holds the site's own sources and would be replaced; choose another folder with --out"
            )
        },
        busy: |folder| format!("another casebook is writing {folder}; wait until it has finished"),
        made: |s| {
            format!(
                "{} pages, {} charts, {} in {:.1} s → {}{}",
                s.pages,
                s.charts,
                match s.warnings {
                    0 => "no warnings".to_owned(),
                    1 => "1 warning".to_owned(),
                    n => format!("{n} warnings"),
                },
                s.seconds,
                s.folder,
                different_in_english(s.different)
            )
        },
        not_made: "the site was not built, and the one from before is untouched; mend the errors above, or leave the faulty parts out with --without-broken",
        nothing_wrong: "nothing wrong",
        template_failed: |template, reason| format!("the template {template} failed: {reason}"),
        writing: "writing",
        exists: |path| format!("{path} exists already, so nothing was written; choose another name"),
        not_an_id: |text| {
            format!(
                "`{text}` cannot be an id: use lower-case letters and digits joined by hyphens, like `green-port`"
            )
        },
        unknown_code: |code, near| match near {
            Some(near) => format!("there is no code `{code}`; did you mean `{near}`?"),
            None => format!("there is no code `{code}`; `casebook explain` lists them all"),
        },
        unknown_schema: |kind, kinds| format!("there is no schema `{kind}`; there are: {kinds}"),
        created: |path| format!("created {path}"),
        next_site: |folder| {
            format!(
                "next: cd {folder}, then `casebook serve --open`; the site stays open in your browser while you write"
            )
        },
        next_entity: "next: fill in what the comments ask for, then `casebook check --drafts`",
        site_unusable: "casebook.yaml has errors; `casebook check` lists them",
        no_enterprise: "a case tells of an enterprise, and there is none yet without errors; start one with `casebook new enterprise ID`",
        no_term: |file| format!("there is nothing in {file} to choose from yet; add an entry to it first"),
    }
}

/// What of a folder is not as it was.
fn different_in_english(files: Option<usize>) -> String {
    match files {
        None => String::new(),
        Some(0) => " (every file is as it was)".to_owned(),
        Some(1) => " (1 file written, the others are as they were)".to_owned(),
        Some(n) => format!(" ({n} files written, the others are as they were)"),
    }
}

/// The same in Chinese.
fn different_in_chinese(files: Option<usize>) -> String {
    match files {
        None => String::new(),
        Some(0) => "（所有文件与上次相同）".to_owned(),
        Some(n) => format!("（写入{n}个文件，其余与上次相同）"),
    }
}

fn chinese() -> Words {
    Words {
        no_site: |folder| {
            format!(
                "{folder} 及其上级文件夹里都没有 casebook.yaml；请进入站点文件夹，或用 --root 指定，也可以用 `casebook new site 文件夹` 新建"
            )
        },
        cannot_read: |path, error| format!("无法读取 {path}：{error}"),
        cannot_write: |path, error| format!("无法写入 {path}：{error}"),
        not_ours: |folder| {
            format!(
                "{folder} 里有不是 casebook 生成的文件，因此没有改动它；请用 --out 换一个文件夹，或先移走那些文件"
            )
        },
        holds_sources: |folder| format!("{folder} 里是站点自己的源文件，不能被替换；请用 --out 换一个文件夹"),
        busy: |folder| format!("另一个 casebook 正在写入 {folder}；请等它完成"),
        made: |s| {
            let warnings =
                if s.warnings == 0 { "没有警告".to_owned() } else { format!("{}条警告", s.warnings) };
            format!(
                "{}个页面，{}张图表，{warnings}，用时{:.1}秒 → {}{}",
                s.pages,
                s.charts,
                s.seconds,
                s.folder,
                different_in_chinese(s.different)
            )
        },
        not_made: "网站没有生成，原有的网站保持不变；请修正上面的错误，或用 --without-broken 先略过有问题的部分",
        nothing_wrong: "没有发现问题",
        template_failed: |template, reason| format!("模板 {template} 出错：{reason}"),
        writing: "正在生成",
        exists: |path| format!("{path} 已经存在，没有写入任何内容；请换一个名称"),
        not_an_id: |text| {
            format!("`{text}` 不能用作标识：请用小写英文字母和数字，以连字符相连，例如 `green-port`")
        },
        unknown_code: |code, near| match near {
            Some(near) => format!("没有代码 `{code}`；是不是 `{near}`？"),
            None => format!("没有代码 `{code}`；运行 `casebook explain` 可列出全部代码"),
        },
        unknown_schema: |kind, kinds| format!("没有 `{kind}` 的 Schema；可选：{kinds}"),
        created: |path| format!("已创建 {path}"),
        next_site: |folder| {
            format!("下一步：cd {folder}，运行 `casebook serve --open`，就可以在浏览器里边写边看")
        },
        next_entity: "下一步：按注释填写内容，然后运行 `casebook check --drafts`",
        site_unusable: "casebook.yaml 有错误；运行 `casebook check` 可列出",
        no_enterprise: "案例要写一家企业，而站点里还没有可用的企业；请先用 `casebook new enterprise 标识` 新建",
        no_term: |file| format!("{file} 里还没有可选的条目；请先添加一条"),
    }
}
