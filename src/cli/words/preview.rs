//! What the preview says of itself.

use std::fmt::Display;

use crate::base::Lang;

/// Sentences of `serve`, on the terminal and in the browser.
pub(in crate::cli) struct Preview {
    /// On the terminal.
    pub(in crate::cli) ready: fn(&str, f64) -> String,
    pub(in crate::cli) follows: &'static str,
    pub(in crate::cli) for_others: fn(&str) -> String,
    pub(in crate::cli) port_taken: fn(u16) -> String,
    pub(in crate::cli) next_port: fn(u16, u16) -> String,
    pub(in crate::cli) no_port: fn(u16, u16) -> String,
    pub(in crate::cli) cannot_listen: fn(&str, &dyn Display) -> String,
    pub(in crate::cli) cannot_open: fn(&str) -> String,
    pub(in crate::cli) files: fn(usize) -> String,
    pub(in crate::cli) says: fn(&str, &str) -> String,
    pub(in crate::cli) more: fn(usize) -> String,
    pub(in crate::cli) no_events: fn(&str) -> String,
    pub(in crate::cli) silent_folder: &'static str,
    pub(in crate::cli) too_many_watches: &'static str,
    pub(in crate::cli) ended: &'static str,
    /// In the browser.
    pub(in crate::cli) tag: &'static str,
    pub(in crate::cli) panel: &'static str,
    pub(in crate::cli) close: &'static str,
    pub(in crate::cli) last_good: &'static str,
    pub(in crate::cli) mended: &'static str,
    pub(in crate::cli) gone: &'static str,
    pub(in crate::cli) no_site: &'static str,
    pub(in crate::cli) no_site_yet: &'static str,
    pub(in crate::cli) no_page: &'static str,
    pub(in crate::cli) no_page_here: &'static str,
    pub(in crate::cli) page_failed: &'static str,
    pub(in crate::cli) home: &'static str,
    pub(in crate::cli) strange_host: fn(&str) -> String,
    pub(in crate::cli) read_only: &'static str,
}

/// The sentences of a language: Chinese for those who read it, else English.
pub(in crate::cli) fn say(lang: Lang) -> &'static Preview {
    if lang.is_chinese() { &CHINESE } else { &ENGLISH }
}

static ENGLISH: Preview = Preview {
    ready: |address, seconds| format!("preview at {address} (ready in {seconds:.1} s)"),
    follows: "save a file and the page follows; drafts and scheduled cases carry a mark; stop with Ctrl+C",
    for_others: |address| format!("for others in the same network, such as your phone: {address}"),
    port_taken: |port| {
        format!(
            "port {port} is taken by another program, perhaps by another preview; end that one, or choose another with --port"
        )
    },
    next_port: |taken, port| {
        format!("port {taken} is taken by another program, perhaps by another preview; this one is at {port}")
    },
    no_port: |first, last| format!("all ports from {first} to {last} are taken; choose another with --port"),
    cannot_listen: |host, error| {
        format!(
            "cannot listen at {host}: {error}; leave --host out for this computer alone, or use 0.0.0.0 to show the preview in your network"
        )
    },
    cannot_open: |address| format!("no browser could be started; open {address} yourself"),
    files: |n| format!("{n} files"),
    says: |what, news| format!("{what}: {news}"),
    more: |n| format!("… and {n} more; `casebook check --drafts` lists them all"),
    no_events: |why| {
        format!(
            "the system does not tell when a file changes ({why}), so the preview looks by itself and may be a second late"
        )
    },
    silent_folder: "this folder does not tell when a file changes, as is usual for network drives and for Windows folders seen from WSL; the preview looks by itself and may be a second late. A folder on a disk of this system is faster",
    too_many_watches: "this system lets programs watch too few folders for this site, so the preview looks by itself and may be a second late; to mend that on Linux: sudo sysctl fs.inotify.max_user_watches=524288",
    ended: "preview ended",
    tag: "en",
    panel: "Problems in this preview",
    close: "Close (Esc)",
    last_good: "Where a page has errors you see its last good state. What to mend:",
    mended: "Nothing wrong any more",
    gone: "The preview has ended. Start it again with `casebook serve`; this page then follows by itself.",
    no_site: "The site cannot be shown yet",
    no_site_yet: "Mend what is listed here and save. The site then appears by itself.",
    no_page: "There is no such page",
    no_page_here: "The address may be mistyped, or the page has errors and has never been shown.",
    page_failed: "This page cannot be made",
    home: "To the home page",
    strange_host: |host| {
        format!(
            "This preview does not answer under the name `{host}`. Use the address that `casebook serve` shows in the terminal."
        )
    },
    read_only: "A preview can only be looked at.",
};

static CHINESE: Preview = Preview {
    ready: |address, seconds| format!("预览地址 {address}（用时{seconds:.1}秒）"),
    follows: "保存文件，页面随即更新；草稿和待发布的案例带有标记；按 Ctrl+C 结束",
    for_others: |address| format!("同一网络里的其他设备（例如手机）请打开 {address}"),
    port_taken: |port| {
        format!("端口{port}已被其他程序占用，也许是另一个预览；请结束那个程序，或用 --port 换一个端口")
    },
    next_port: |taken, port| format!("端口{taken}已被其他程序占用，也许是另一个预览；这个预览改用端口{port}"),
    no_port: |first, last| format!("端口{first}到{last}都已被占用；请用 --port 指定别的端口"),
    cannot_listen: |host, error| {
        format!(
            "无法在 {host} 上打开预览：{error}；只在本机看就不要写 --host，要让同一网络里的人看就写 --host 0.0.0.0"
        )
    },
    cannot_open: |address| format!("没能打开浏览器，请自己打开 {address}"),
    files: |n| format!("{n}个文件"),
    says: |what, news| format!("{what}：{news}"),
    more: |n| format!("……还有{n}条；运行 `casebook check --drafts` 可全部列出"),
    no_events: |why| format!("系统没有通知文件的改动（{why}），预览改为自己定时查看，可能晚一秒左右"),
    silent_folder: "这个文件夹不会通知文件的改动，网络盘和从 WSL 里看 Windows 文件夹时往往如此；预览改为自己定时查看，可能晚一秒左右。把站点放在本系统的磁盘上会更快",
    too_many_watches: "系统允许监视的文件夹太少，不够这个站点用；预览改为自己定时查看，可能晚一秒左右。在 Linux 上这样解决：sudo sysctl fs.inotify.max_user_watches=524288",
    ended: "预览已结束",
    tag: "zh-Hans",
    panel: "预览中发现的问题",
    close: "关闭（Esc）",
    last_good: "有错误的页面显示的是改错之前的样子。需要修改：",
    mended: "问题都已解决",
    gone: "预览已经结束。重新运行 `casebook serve` 后，本页会自动恢复。",
    no_site: "网站暂时还不能显示",
    no_site_yet: "请修改下面列出的问题并保存，网站随后会自动出现。",
    no_page: "没有这一页",
    no_page_here: "地址可能写错了，也可能这一页有错误，还从来没有显示过。",
    page_failed: "这一页无法生成",
    home: "回首页",
    strange_host: |host| format!("预览不接受 `{host}` 这个地址，请使用终端里 `casebook serve` 显示的地址。"),
    read_only: "预览只能查看。",
};
