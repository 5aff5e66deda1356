//! The preview from outside: the program is started, asked over loopback, and told of by its events. Nothing here waits for
//! a length of time, only for what is to happen.

mod support;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use support::{Site, site};
use tempfile::TempDir;

/// Far longer than anything takes.
const PATIENCE: Duration = Duration::from_mins(1);

const STORY: &str = "content/cases/rolling/en.md";
const PAGE: &str = "/en/cases/rolling.html";

#[test]
fn pages_are_shown_with_the_types_and_the_policy_of_a_host() {
    let preview = serve(&site(), &[]);
    let page = preview.get(PAGE);
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(page.text().contains("Three years of one line"), "{}", page.text());
    let policy = page.header("content-security-policy");
    assert!(policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("cross-origin-resource-policy"), "same-origin");

    let styles = page.attribute("rel=\"stylesheet\" href=\"../../");
    let style = preview.get(&format!("/{styles}"));
    assert_eq!((style.status, style.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(preview.get("/").body, preview.get("/index.html").body);
    assert_eq!(preview.get("/zh/").status, 200);
    let folder = preview.get("/zh");
    assert_eq!((folder.status, folder.header("location")), (302, "/zh/"));
    assert_eq!(
        preview.get("/data/datapackage.json").header("content-type"),
        "application/json; charset=utf-8"
    );
}

#[test]
fn a_browser_that_has_a_page_is_not_sent_it_again() {
    let preview = serve(&site(), &[]);
    let tag = preview.get(PAGE).header("etag").to_owned();
    let again = preview.ask("GET", PAGE, &[("If-None-Match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    let head = preview.ask("HEAD", PAGE, &[]);
    assert_eq!((head.status, head.body.len(), head.header("etag")), (200, 0, tag.as_str()));
    preview.after(|| add(&preview.path(STORY), "More to say.\n"));
    let now = preview.ask("GET", PAGE, &[("If-None-Match", &tag)]);
    assert!(now.status == 200 && now.text().contains("More to say."));
}

#[test]
fn an_address_of_no_page_gets_the_sites_own_page_for_that() {
    let preview = serve(&site(), &[]);
    let lost = preview.get("/zh/cases/cold.html");
    assert_eq!(lost.status, 404);
    // It is published with absolute links, which would lead away from the preview.
    assert!(!lost.text().contains("=\"https://example.org/showcase/"), "{}", lost.text());
    assert!(lost.text().contains("href=\"/zh/index.html\""), "{}", lost.text());
}

#[test]
fn nothing_outside_the_site_is_ever_shown() {
    let preview = serve(&site(), &[]);
    for path in [
        "/../casebook.yaml",
        "/casebook.yaml",
        "/content/cases/rolling/zh.md",
        "/zh/../../casebook.yaml",
        "/%2e%2e/casebook.yaml",
        "/..%2f..%2fetc/passwd",
        "/..%5ccasebook.yaml",
        "//etc/passwd",
        "/zh/%00index.html",
        "/%c0%ae%c0%ae/casebook.yaml",
        "/%ff",
        "/_casebook/",
        "/_casebook/other",
    ] {
        let reply = preview.get(path);
        assert!(matches!(reply.status, 400 | 404), "{path}: {}", reply.status);
        assert!(!reply.text().contains("core_indicators"), "{path}");
    }
}

#[test]
fn only_those_who_use_its_own_name_may_look_and_only_look() {
    let preview = serve(&site(), &[]);
    let port = preview.port;
    for host in [
        "example.org".to_owned(),
        format!("example.org:{port}"),
        "127.0.0.1".to_owned(),
        format!("localhost.example.org:{port}"),
    ] {
        let refused = preview.ask("GET", PAGE, &[("Host", &host)]);
        assert_eq!(refused.status, 403, "{host}");
        assert!(!refused.text().contains("Three years"), "{host}");
    }
    assert_eq!(preview.ask("GET", PAGE, &[("Host", &format!("localhost:{port}"))]).status, 200);
    for origin in ["http://example.org", "null", "http://localhost:1"] {
        assert_eq!(
            preview.ask("GET", "/_casebook/state?path=/", &[("Origin", origin)]).status,
            403,
            "{origin}"
        );
        assert_eq!(preview.ask("GET", "/_casebook/events", &[("Origin", origin)]).status, 403, "{origin}");
    }
    let written = preview.ask("POST", PAGE, &[]);
    assert_eq!((written.status, written.header("allow")), (405, "GET, HEAD"));
}

#[test]
fn every_way_of_saving_is_seen() {
    let preview = serve(&site(), &[]);
    let story = preview.path(STORY);
    let old = fs::read_to_string(&story).expect("it is there");
    let folder = story.parent().expect("it lies in a folder");

    preview.after(|| fs::write(&story, format!("{old}In place.\n")).unwrap());
    preview.until(PAGE, |page| page.contains("In place."));

    preview.after(|| {
        fs::write(folder.join(".en.md.new"), format!("{old}Renamed.\n")).unwrap();
        fs::rename(folder.join(".en.md.new"), &story).unwrap();
    });
    preview.until(PAGE, |page| page.contains("Renamed."));

    preview.after(|| {
        fs::remove_file(&story).unwrap();
        fs::write(&story, format!("{old}Made anew.\n")).unwrap();
    });
    preview.until(PAGE, |page| page.contains("Made anew."));

    // As Vim does with a backup: the old file is moved away, the new one written in its place.
    preview.after(|| {
        fs::write(folder.join("4913"), "").unwrap();
        fs::remove_file(folder.join("4913")).unwrap();
        fs::rename(&story, folder.join("en.md~")).unwrap();
        fs::write(&story, format!("{old}With a backup.\n")).unwrap();
        fs::remove_file(folder.join("en.md~")).unwrap();
    });
    preview.until(PAGE, |page| page.contains("With a backup."));

    // The same length, at once: no time stamp need tell the two apart.
    preview.after(|| fs::write(&story, format!("{old}Seven 1.\n")).unwrap());
    preview.until(PAGE, |page| {
        fs::write(&story, format!("{old}Seven 2.\n")).unwrap();
        page.contains("Seven 2.")
    });

    preview.after(|| fs::remove_file(&story).unwrap());
    preview.until(PAGE, |page| !page.contains("Seven"));
}

#[test]
fn folders_come_go_and_change_their_names() {
    let preview = serve(&site(), &[]);
    let cases = preview.path("content/cases");
    preview.after(|| fs::rename(cases.join("rolling"), cases.join("milling")).unwrap());
    preview.until("/en/cases/milling.html", |page| page.contains("Three years of one line"));
    preview.until(PAGE, |page| !page.contains("Three years of one line"));

    let whole = site().case("heat", &["zh", "en"]);
    preview.after(|| whole.write_to(&preview.path("")));
    preview.until("/zh/cases/heat.html", |page| page.contains("heat (zh)"));
    preview.after(|| fs::remove_dir_all(cases.join("heat")).unwrap());
    preview.until("/zh/cases/heat.html", |page| !page.contains("heat (zh)"));
}

#[test]
fn what_programs_leave_behind_and_what_is_only_touched_is_no_news() {
    let preview = serve(&site(), &[]);
    let mut events = preview.events();
    let first = events.next();
    let folder = preview.path("content/cases/rolling");
    for litter in [".en.md.swp", "~$en.docx", "en.md~", "en.md.tmp", ".~lock.en.md#", "4913", "Thumbs.db"] {
        fs::write(folder.join(litter), "…").unwrap();
    }
    let story = preview.path(STORY);
    let text = fs::read(&story).unwrap();
    fs::write(&story, &text).unwrap();
    // Something else is; what comes next is that alone.
    add(&preview.path("content/cases/rolling/zh.md"), "又一句。\n");
    assert_eq!(events.next(), first + 1);
    assert!(!preview.get(PAGE).text().contains("file-unknown"));
}

#[test]
fn a_page_with_an_error_stays_as_it_was_under_word_of_what_to_mend() {
    let preview = serve(&site(), &["--language", "en"]);
    assert!(!preview.get(PAGE).text().contains("<details class=\"casebook-problems"));
    let story = preview.path(STORY);
    let old = fs::read_to_string(&story).unwrap();
    preview.after(|| fs::write(&story, old.replace("{roe@2021}", "<i>now</i> {reo@2021}")).unwrap());
    let page = preview.get(PAGE);
    assert_eq!(page.status, 200);
    let text = page.text();
    assert!(text.contains("Return was") && text.contains("6.2%"), "{text}");
    for said in [
        "<details class=\"casebook-problems casebook-errors\" open>",
        "<summary>1 error, ",
        "indicator-unknown",
        "content/cases/rolling/en.md:6:",
        "&lt;i&gt;now&lt;/i&gt; {<mark>reo</mark>@2021}",
        "did you mean `roe`?",
        "href=\"/en/cases/rolling.html\"",
    ] {
        assert!(text.contains(said), "{said:?} not in {text}");
    }
    // Every page says so, since nobody knows which one is looked at.
    assert!(preview.get("/zh/index.html").text().contains("indicator-unknown"));
    preview.after(|| fs::write(&story, &old).unwrap());
    preview.until(PAGE, |page| !page.contains("indicator-unknown"));
    preview.terminal_says("content/cases/rolling/en.md: 1 error");
    preview.terminal_says("error[indicator-unknown] content/cases/rolling/en.md:6:");
    preview.terminal_says("content/cases/rolling/en.md: nothing wrong");
}

#[test]
fn the_code_of_a_problem_leads_to_the_page_that_explains_it() {
    let broken = site().edit(STORY, "{roe@2021}", "{reo@2021}");
    let preview = serve(&broken, &["--language", "zh"]);
    let explanation = "/_casebook/explain/indicator-unknown";
    assert!(preview.get("/zh/index.html").text().contains(&format!("href=\"{explanation}\"")));
    let page = preview.get(explanation);
    assert_eq!(page.status, 200);
    let text = page.text();
    for said in ["<h1>indicator-unknown", "lang=\"zh-Hans\"", "<h2>怎么改</h2>"] {
        assert!(text.contains(said), "{said:?} not in {text}");
    }
    assert_eq!(preview.get("/_casebook/explain/no-such-code").status, 404);
    assert_eq!(preview.get("/_casebook/explain/%3Cscript%3E").status, 404);
}

#[test]
fn the_panel_speaks_the_language_of_the_user() {
    let broken = site().edit(STORY, "{roe@2021}", "{reo@2021}");
    let preview = serve(&broken, &["--language", "zh"]);
    let text = preview.get("/en/index.html").text();
    assert!(text.contains("lang=\"zh-Hans\"") && text.contains("没有叫 `reo` 的指标"), "{text}");
    preview.terminal_says("1个错误");
}

#[test]
fn what_is_withheld_is_in_no_panel() {
    let figures = "content/enterprises/hualan-steel/indicators.yaml";
    let broken = site().edit(figures, "2024: 9.4", "2024: { value: 7531.5, withheld: secret }");
    let preview = serve(&broken, &[]);
    let text = preview.get("/en/index.html").text();
    assert!(text.contains("casebook-problems") && !text.contains("7531"), "{text}");
}

#[test]
fn a_site_that_cannot_be_read_shows_why_and_appears_once_it_is_mended() {
    let broken = site().file("casebook.yaml", "casebook: [\n");
    let preview = serve(&broken, &["--language", "en"]);
    let page = preview.get("/");
    assert!(page.text().contains("The site cannot be shown yet"), "{}", page.text());
    assert!(page.text().contains("casebook.yaml:"), "{}", page.text());
    preview.after(|| site().write_to(&preview.path("")));
    preview.until("/", |page| page.contains("案例集") && !page.contains("casebook-problems"));
}

#[test]
fn a_style_changes_nothing_of_a_page_but_its_style_sheet() {
    let themed = site()
        .edit("casebook.yaml", "casebook: 1\n", "casebook: 1\ntheme: ours\n")
        .file("themes/ours/styles/99-ours.css", "h1 { color: teal }\n");
    let preview = serve(&themed, &[]);
    let before = preview.state(PAGE);
    preview
        .after(|| fs::write(preview.path("themes/ours/styles/99-ours.css"), "h1 { color: navy }\n").unwrap());
    let after = preview.state(PAGE);
    assert_eq!(before["print"], after["print"]);
    assert_ne!(before["styles"], after["styles"]);
    assert_ne!(before["edition"], after["edition"]);
    let style = after["styles"][0].as_str().unwrap().replace("../../", "/");
    assert!(preview.get(&style).text().contains("navy"));
}

#[test]
fn a_template_that_changes_changes_its_pages() {
    let themed = site()
        .edit("casebook.yaml", "casebook: 1\n", "casebook: 1\ntheme: ours\n")
        .file("themes/ours/templates/_footer.html", "<footer>One</footer>");
    let preview = serve(&themed, &[]);
    preview.until(PAGE, |page| page.contains("<footer>One</footer>"));
    preview.after(|| {
        fs::write(preview.path("themes/ours/templates/_footer.html"), "<footer>Two</footer>").unwrap();
    });
    preview.until(PAGE, |page| page.contains("<footer>Two</footer>"));
}

#[test]
fn drafts_are_shown_with_a_mark_unless_the_public_view_is_asked_for() {
    let draft =
        site().edit("content/cases/rolling/case.yaml", "kind: project", "status: draft\nkind: project");
    let page = serve(&draft, &[]).get(PAGE);
    assert!(page.status == 200 && page.text().contains("Draft"), "{}", page.text());
    assert_eq!(serve(&draft, &["--no-drafts"]).get(PAGE).status, 404);
}

#[test]
fn hundreds_may_listen_while_dozens_ask() {
    let preview = serve(&site(), &[]);
    let mut listeners: Vec<Events> = (0..500).map(|_| preview.events()).collect();
    let first: Vec<u64> = listeners.iter_mut().map(Events::next).collect();
    std::thread::scope(|scope| {
        for _ in 0..64 {
            scope.spawn(|| {
                for path in [PAGE, "/zh/index.html", "/zh/cases/index.html", "/assets/none.css"] {
                    assert!(matches!(preview.get(path).status, 200 | 404));
                }
            });
        }
    });
    add(&preview.path(STORY), "For all.\n");
    for (listener, first) in listeners.iter_mut().zip(first) {
        assert!(listener.next() > first);
    }
}

#[test]
fn a_port_that_was_asked_for_and_is_taken_is_told() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let folder = tempfile::tempdir().unwrap();
    site().write_to(folder.path());
    let refused = command(folder.path(), &["--port", &port, "--language", "en"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains(&format!("port {port} is taken")) && said.contains("--port"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_at_its_address_and_where_there_is_none_its_user_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let programs = tempfile::tempdir().unwrap();
    let preview = serve_among(&site(), &["--open", "--language", "en"], Some(programs.path()));
    preview.terminal_says(&format!("no browser could be started; open http://127.0.0.1:{}/", preview.port));

    let (browser, opened) = (programs.path().join("xdg-open"), programs.path().join("opened"));
    let script = format!("#!/bin/sh\necho \"$@\" > '{0}.new' && /bin/mv '{0}.new' '{0}'\n", opened.display());
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let preview = serve_among(&site(), &["--open"], Some(programs.path()));
    let patience = Instant::now() + PATIENCE;
    while !opened.exists() {
        assert!(Instant::now() < patience, "nothing was opened");
        std::thread::yield_now();
    }
    assert_eq!(fs::read_to_string(&opened).unwrap(), format!("http://127.0.0.1:{}/\n", preview.port));
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_asked_to_though_some_still_listen() {
    for signal in ["-INT", "-TERM"] {
        let mut preview = serve(&site(), &[]);
        let mut events = preview.events();
        events.next();
        let id = preview.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
        assert_eq!(preview.child.wait().unwrap().code(), Some(0));
        assert!(events.has_ended());
    }
}

/// A preview that runs.
struct Preview {
    child: Child,
    port: u16,
    folder: TempDir,
    terminal: Mutex<Receiver<String>>,
}

fn serve(site: &Site, arguments: &[&str]) -> Preview {
    serve_among(site, arguments, None)
}

/// Where programs are found in `programs` alone, if they are.
fn serve_among(site: &Site, arguments: &[&str], programs: Option<&Path>) -> Preview {
    let folder = tempfile::tempdir().expect("a folder can be made");
    site.write_to(folder.path());
    let mut command = command(folder.path(), &[&["--port", "0"], arguments].concat());
    if let Some(programs) = programs {
        command.env("PATH", programs).env_remove("WSL_DISTRO_NAME");
    }
    let mut child = command.spawn().expect("it starts");
    let mut first = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
    out.read_line(&mut first).expect("it says where it is");
    let from = first.find("http://127.0.0.1:").unwrap_or_else(|| panic!("no address in {first:?}"));
    let port: String =
        first[from + "http://127.0.0.1:".len()..].chars().take_while(char::is_ascii_digit).collect();
    let (line, terminal) = mpsc::channel();
    let errors = child.stderr.take().expect("it is piped");
    std::thread::spawn(move || {
        // Nobody may listen any more.
        BufReader::new(errors).lines().map_while(Result::ok).try_for_each(|said| line.send(said))
    });
    Preview { child, port: port.parse().expect("a port"), folder, terminal: Mutex::new(terminal) }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_casebook"));
    command
        .arg("serve")
        .args(arguments)
        .args(["--at", "2026-01-01T00:00:00Z"])
        .current_dir(folder)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn add(path: &Path, text: &str) {
    let mut file = fs::OpenOptions::new().append(true).open(path).expect("it is there");
    file.write_all(text.as_bytes()).expect("it can be written");
}

impl Preview {
    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    fn get(&self, path: &str) -> Reply {
        self.ask("GET", path, &[])
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Reply {
        let mut line = self.connect();
        let own = format!("127.0.0.1:{}", self.port);
        let host = if headers.iter().any(|(name, _)| *name == "Host") { None } else { Some(("Host", &*own)) };
        let headers = headers.iter().copied().chain(host);
        let headers: Vec<String> = headers.map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let headers = headers.concat();
        let request = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n");
        line.write_all(request.as_bytes()).expect("it listens");
        let mut bytes = Vec::new();
        line.read_to_end(&mut bytes).expect("it answers");
        Reply::of(&bytes)
    }

    fn connect(&self) -> TcpStream {
        let line = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        line.set_read_timeout(Some(PATIENCE)).expect("a time can be set");
        line
    }

    fn state(&self, path: &str) -> serde_json::Value {
        let reply = self.get(&format!("/_casebook/state?path={path}"));
        serde_json::from_slice(&reply.body).expect("it is JSON")
    }

    /// Hears of editions.
    fn events(&self) -> Events {
        let mut line = self.connect();
        let request = format!("GET /_casebook/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        line.write_all(request.as_bytes()).expect("it listens");
        Events(BufReader::new(line))
    }

    /// Does something, and waits for the edition that it leads to.
    fn after(&self, change: impl FnOnce()) {
        let mut events = self.events();
        events.next();
        change();
        events.next();
    }

    /// Waits for the edition with which a page is as it should be.
    fn until(&self, path: &str, is_done: impl Fn(&str) -> bool) {
        let mut events = self.events();
        events.next();
        while !is_done(&self.get(path).text()) {
            events.next();
        }
    }

    /// Waits for a line with these words.
    fn terminal_says(&self, words: &str) {
        let terminal = self.terminal.lock().expect("no thread panicked");
        let mut heard = Vec::new();
        while !heard.last().is_some_and(|line: &String| line.contains(words)) {
            let line = terminal.recv_timeout(PATIENCE);
            heard.push(line.unwrap_or_else(|_| panic!("{words:?} not in {heard:#?}")));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A stream of events.
struct Events(BufReader<TcpStream>);

impl Events {
    /// The number of the next edition.
    fn next(&mut self) -> u64 {
        loop {
            let mut line = String::new();
            let read = self.0.read_line(&mut line).expect("an event comes in time");
            assert!(read > 0, "the events have ended");
            if let Some((_, number)) =
                line.trim_end().strip_prefix("data: ").and_then(|data| data.split_once(' '))
            {
                return number.parse().expect("editions are numbered");
            }
        }
    }

    fn has_ended(&mut self) -> bool {
        let mut rest = String::new();
        self.0.read_to_string(&mut rest).is_ok()
    }
}

/// What came back.
struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head has an end");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is text");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Self { status, head, body: bytes[end + 4..].to_vec() }
    }

    fn header(&self, name: &str) -> &str {
        let found = self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
        found.unwrap_or_else(|| panic!("no {name} in {}", self.head))
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What stands behind `start`, up to the next quote.
    fn attribute(&self, start: &str) -> String {
        let text = self.text();
        let from = text.find(start).unwrap_or_else(|| panic!("no {start} in {text}")) + start.len();
        text[from..].split('"').next().expect("an attribute").to_owned()
    }
}
