//! The world: arguments, disk, clock, environment, reports on the terminal. One command, one file.

mod build;
mod cache;
mod check;
mod disk;
mod explain;
mod fonts;
mod host;
mod litter;
mod memory;
mod merge;
mod new;
mod output;
mod progress;
mod report;
mod schema;
mod serve;
mod shards;
mod stamp;
mod theme;
mod words;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::base::{Lang, Moment};
use crate::site::Wish;
use words::{Words, say};

/// Turns case studies and indicators into a bilingual public website that can be trusted.
///
/// 把案例与指标变成可信赖的双语公开网站。
#[derive(Parser)]
#[command(name = "casebook", version, propagate_version = true, after_help = words::EXAMPLES)]
struct Arguments {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Args)]
#[command(next_help_heading = "Everywhere · 通用选项")]
struct Common {
    /// The site's folder; else the nearest one upward with a casebook.yaml · 站点文件夹
    #[arg(long, global = true, value_name = "DIR")]
    root: Option<PathBuf>,
    /// Language of messages; else that of the environment · 提示信息的语言
    #[arg(long, global = true, value_enum)]
    language: Option<Language>,
    /// Worker threads; else one per processor · 线程数
    #[arg(long, global = true, value_name = "N")]
    threads: Option<usize>,
    /// Say only what is wrong · 只报告问题
    #[arg(long, global = true)]
    quiet: bool,
    /// Colours in messages · 彩色输出
    #[arg(long, global = true, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Color,
}

/// What commands that read the content take.
#[derive(Args)]
struct Content {
    /// Drafts, cases in review and scheduled cases too, marked on the page · 包含草稿、审核中和待发布的案例
    #[arg(long)]
    drafts: bool,
    /// The moment that decides what is scheduled and under embargo; else now · 以此时刻判断定时发布与保密期
    #[arg(long, value_name = "TIME", value_parser = moment)]
    at: Option<Moment>,
    /// Another address than the one in casebook.yaml · 替换 casebook.yaml 中的网址
    #[arg(long, value_name = "URL", value_parser = web_address)]
    base_url: Option<String>,
}

impl Content {
    /// What is wanted of the site; `without_broken` as in [`Wish`].
    fn wish(&self, without_broken: bool) -> Wish {
        Wish {
            at: self.at.unwrap_or_else(now),
            drafts: self.drafts,
            base_url: self.base_url.clone(),
            without_broken,
            shard: None,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Zh,
    En,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Check the content, then write the site · 检查内容并生成网站
    Build(build::Build),
    /// Put together the shards of a site that several machines have built · 合并多台机器生成的分片
    Merge(merge::Merge),
    /// Say everything that is wrong with the content · 检查内容并列出所有问题
    Check(check::Check),
    /// Show the site in a browser while you write · 边写边预览网站
    Serve(serve::Serve),
    /// Make a site, case, enterprise or indicator to start from · 新建站点、案例、企业或指标
    New(new::New),
    /// Explain a diagnostic code at length · 详细解释某个问题代码
    Explain(explain::Explain),
    /// Print the configuration of a web host for the site · 输出网站主机的配置
    Host(host::Host),
    /// Print the JSON Schema of a kind of file · 输出某类文件的 JSON Schema
    Schema(schema::Schema),
    /// Help for theme authors · 主题作者工具
    Theme(theme::Theme),
    /// Print a completion script for a shell · 输出命令行补全脚本
    #[command(hide = true)]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page · 输出手册页
    #[command(hide = true)]
    Manual,
}

/// How a command ended.
enum End {
    /// Everything is fine.
    Fine,
    /// The content has errors.
    ContentHasErrors,
}

/// A command that could not run: one sentence for the user, in their language.
struct Stop(String);

type Ended = Result<End, Stop>;

/// What every command has at hand.
struct World {
    common: Common,
    lang: Lang,
    words: Words,
}

/// Runs the command that `arguments` ask for. Exit codes: 0 fine, 1 the content has errors, 2 could not run.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let Arguments { common, command } = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Printing can only fail where nobody reads any more.
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let lang = match common.language {
        Some(Language::Zh) => Lang::ZH,
        Some(Language::En) => Lang::EN,
        None => environment_language(|name| std::env::var(name).ok()),
    };
    if let Some(threads) = common.threads {
        // A pool that exists already can only come from a caller of this library, who then decides.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    let world = World { common, lang, words: say(lang) };
    let ended = match command {
        Command::Build(build) => build.run(&world),
        Command::Merge(merge) => merge.run(&world),
        Command::Check(check) => check.run(&world),
        Command::Serve(serve) => serve.run(&world),
        Command::New(new) => new.run(&world),
        Command::Explain(explain) => explain.run(&world),
        Command::Host(host) => host.run(&world),
        Command::Schema(schema) => schema.run(&world),
        Command::Theme(theme) => theme.run(&world),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "casebook", &mut io::stdout());
            Ok(End::Fine)
        }
        Command::Manual => clap_mangen::Man::new(Arguments::command())
            .render(&mut io::stdout())
            .map(|()| End::Fine)
            .map_err(|error| Stop(error.to_string())),
    };
    match ended {
        Ok(End::Fine) => ExitCode::SUCCESS,
        Ok(End::ContentHasErrors) => ExitCode::from(1),
        Err(Stop(sentence)) => {
            eprintln!("casebook: {sentence}");
            ExitCode::from(2)
        }
    }
}

impl World {
    /// Whether messages are coloured where they are written to the error stream.
    fn colors(&self, terminal: bool) -> bool {
        match self.common.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none(),
        }
    }

    /// Whether progress can be shown.
    fn is_watched(&self) -> bool {
        !self.common.quiet && io::stderr().is_terminal()
    }

    /// The site that the command works on.
    fn sources(&self) -> Result<disk::Folder, Stop> {
        let start = match &self.common.root {
            Some(root) => root.clone(),
            None => std::env::current_dir().map_err(|e| Stop((self.words.cannot_read)(".", &e)))?,
        };
        let found = match &self.common.root {
            Some(_) => start.join("casebook.yaml").is_file().then(|| start.clone()),
            None => {
                start.ancestors().find(|folder| folder.join("casebook.yaml").is_file()).map(PathBuf::from)
            }
        };
        found.map(disk::Folder::new).ok_or_else(|| Stop((self.words.no_site)(&start.display().to_string())))
    }

    /// Says something to whoever watches, unless they asked for quiet.
    fn tell(&self, sentence: &str) {
        if !self.common.quiet {
            let _ = writeln!(io::stderr(), "{sentence}");
        }
    }
}

/// The only use of the clock.
fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs())
        .ok()
        .and_then(Moment::from_unix)
        .expect("the clock shows a time that can be written")
}

fn moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text)
        .ok_or_else(|| "a time with its zone: 2025-03-01T09:00:00+08:00 · 需要带时区的时间".to_owned())
}

fn web_address(text: &str) -> Result<String, String> {
    let known = text.starts_with("https://") || text.starts_with("http://");
    if known {
        Ok(text.to_owned())
    } else {
        Err("an address that starts with https:// · 需要以 https:// 开头的网址".to_owned())
    }
}

/// The language of the environment: the first of these variables that is set decides, as POSIX has it.
fn environment_language(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| variable(name).filter(|v| !v.is_empty()));
    if set.is_some_and(|v| v.to_ascii_lowercase().starts_with("zh")) { Lang::ZH } else { Lang::EN }
}

#[cfg(test)]
mod tests {
    use super::{Arguments, Lang, environment_language};
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn messages_speak_the_language_of_the_environment() {
        let with = |all: &str, lang: &str| {
            environment_language(|name| match name {
                "LC_ALL" => Some(all.to_owned()),
                "LANG" => Some(lang.to_owned()),
                _ => None,
            })
        };
        assert_eq!(with("", "zh_CN.UTF-8"), Lang::ZH);
        assert_eq!(with("C", "zh_CN.UTF-8"), Lang::EN);
        assert_eq!(with("zh_TW", "en_US"), Lang::ZH);
        assert_eq!(environment_language(|_| None), Lang::EN);
    }
}
