//! Code with its parts marked by class: no colors here, and few classes, which a style sheet can know.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};

use syntect::parsing::{ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use crate::base::escape;

/// How much code of one text is looked into, in bytes. What goes beyond is set without marks, so that no
/// text can hold up a build.
pub const MOST: usize = 64 * 1024;

/// Longest line that is looked into, in bytes: the time for a line may grow with its square.
const LONGEST_LINE: usize = 400;

/// How many lines are remembered, and after how many different beginnings each.
const MOST_REMEMBERED: (usize, usize) = (4096, 8);

/// Appends `code` as HTML, its parts marked if its `language` is known: `<span class="hl-keyword">`.
pub fn push(out: &mut String, language: Option<&str>, code: &str) {
    let fits = code.len() <= MOST && code.lines().all(|line| line.len() <= LONGEST_LINE);
    let syntax = language.filter(|_| fits).and_then(|language| SYNTAXES.find_syntax_by_token(language));
    // A syntax whose pattern gives up in the middle is worth no more than none.
    match syntax.and_then(|syntax| marked(syntax, code)) {
        Some(html) => out.push_str(&html),
        None => escape::push(out, code),
    }
}

fn marked(syntax: &SyntaxReference, code: &str) -> Option<String> {
    let mut out = Marks { html: String::with_capacity(code.len() * 2), role: None, space: String::new() };
    let mut state = ParseState::new(syntax);
    let mut scopes = ScopeStack::new();
    for line in LinesWithEndings::from(code) {
        let seen = seen(line, &state)?;
        let mut done = 0;
        for (at, change) in &seen.changes {
            out.push(&line[done..*at], role(&scopes));
            done = *at;
            scopes.apply(change).ok()?;
        }
        out.push(&line[done..], role(&scopes));
        state.clone_from(&seen.after);
    }
    out.set(None);
    Some(out.html)
}

/// What a line turned out to be.
struct Seen {
    /// What went before it.
    before: ParseState,
    /// Where scopes begin and end in it.
    changes: Vec<(usize, ScopeStackOp)>,
    /// What the next line follows.
    after: ParseState,
}

/// Looks into a line, or remembers it: a text and its translation show the same code, and code repeats itself.
fn seen(line: &str, before: &ParseState) -> Option<Arc<Seen>> {
    static SEEN: LazyLock<RwLock<HashMap<String, Vec<Arc<Seen>>>>> = LazyLock::new(RwLock::default);
    let known = SEEN.read().expect("nobody fails who holds it");
    let of_line = known.get(line).map_or(&[][..], Vec::as_slice);
    if let Some(seen) = of_line.iter().find(|seen| seen.before == *before) {
        return Some(Arc::clone(seen));
    }
    let has_room = known.len() < MOST_REMEMBERED.0 && of_line.len() < MOST_REMEMBERED.1;
    drop(known);
    let mut after = before.clone();
    let changes = after.parse_line(line, &SYNTAXES).ok()?;
    let seen = Arc::new(Seen { before: before.clone(), changes, after });
    if has_room {
        let mut known = SEEN.write().expect("nobody fails who holds it");
        known.entry(line.to_owned()).or_default().push(Arc::clone(&seen));
    }
    Some(seen)
}

/// HTML with at most one mark open.
struct Marks {
    html: String,
    role: Option<&'static str>,
    /// Space that waits for what follows it: between two parts of one role it joins them.
    space: String,
}

impl Marks {
    fn push(&mut self, text: &str, role: Option<&'static str>) {
        let words = text.trim_start();
        self.space.push_str(&text[..text.len() - words.len()]);
        let words = words.trim_end();
        if !words.is_empty() {
            self.set(role);
            escape::push(&mut self.html, words);
            let end = text.trim_end().len();
            self.space.push_str(&text[end..]);
        }
    }

    fn set(&mut self, role: Option<&'static str>) {
        if self.role != role && self.role.is_some() {
            self.html.push_str("</span>");
        }
        escape::push(&mut self.html, &std::mem::take(&mut self.space));
        if self.role != role
            && let Some(role) = role
        {
            self.html.push_str("<span class=\"hl-");
            self.html.push_str(role);
            self.html.push_str("\">");
        }
        self.role = role;
    }
}

/// The role of what stands under `scopes`: that of the innermost one that has any.
fn role(scopes: &ScopeStack) -> Option<&'static str> {
    scopes.as_slice().iter().rev().find_map(|scope| ROLES.iter().find(|(of, _)| of.is_prefix_of(*scope)))?.1
}

/// The role of each scope, the narrower before the wider; `None` stops a wider one from giving its own.
static ROLES: LazyLock<Vec<(Scope, Option<&'static str>)>> = LazyLock::new(|| {
    let roles = [
        ("comment", Some("comment")),
        ("string", Some("string")),
        ("constant.character.escape", Some("constant")),
        ("constant", Some("constant")),
        ("support.constant", Some("constant")),
        ("keyword.operator", None),
        ("keyword", Some("keyword")),
        ("storage", Some("keyword")),
        ("variable.language", Some("keyword")),
        ("entity.name.function", Some("function")),
        ("support.function", Some("function")),
        ("entity.name.tag", Some("name")),
        ("entity.other.attribute-name", Some("name")),
        ("support.type.property-name", Some("name")),
        ("entity.name", Some("type")),
        ("entity.other.inherited-class", Some("type")),
        ("support.type", Some("type")),
        ("support.class", Some("type")),
        ("markup.inserted", Some("inserted")),
        ("markup.deleted", Some("deleted")),
        ("markup.heading", Some("keyword")),
    ];
    let scope = |name| Scope::new(name).expect("the names of our scopes are well-formed");
    roles.into_iter().map(|(name, role)| (scope(name), role)).collect()
});

/// The languages that are known, loaded when the first code is met.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

#[cfg(test)]
mod tests {
    use super::push;

    fn html(language: &str, code: &str) -> String {
        let mut out = String::new();
        push(&mut out, Some(language), code);
        out
    }

    #[test]
    fn the_parts_of_code_are_marked_by_class() {
        assert_eq!(
            html("rust", "// 钢\nlet x = \"<b>\";\n"),
            "<span class=\"hl-comment\">// 钢</span>\n<span class=\"hl-keyword\">let</span> x = \
             <span class=\"hl-string\">&quot;&lt;b&gt;&quot;</span>;\n"
        );
        assert!(html("yaml", "roe: 9.4\n").contains("<span class=\"hl-constant\">9.4</span>"));
        assert!(html("Python", "def f(): pass").contains("<span class=\"hl-function\">f</span>"));
    }

    #[test]
    fn a_line_is_remembered_only_with_what_goes_before_it() {
        for _ in 0..2 {
            assert_eq!(html("python", "x = 1\n"), "x = <span class=\"hl-constant\">1</span>\n");
            let comment = html("python", "\"\"\"\nx = 1\n\"\"\"\n");
            assert!(comment.contains("\nx = 1\n"), "{comment}");
            assert_eq!(html("yaml", "x = 1\n"), "<span class=\"hl-string\">x = 1</span>\n");
        }
    }

    #[test]
    fn more_lines_than_are_remembered_are_marked_all_the_same() {
        let nested: String = (0..40).map(|_| "f(\n").chain(["x = 1\n"]).collect();
        assert!(html("python", &nested).ends_with("<span class=\"hl-constant\">1</span>\n"));
        let many: String = (0..super::MOST_REMEMBERED.0 + 10).map(|n| n.to_string() + "\n").collect();
        assert!(html("python", &many).ends_with("</span>\n"));
    }

    #[test]
    fn code_that_is_not_understood_is_plain_and_safe() {
        for language in ["", "no-such-language", "chart\"><script>"] {
            assert_eq!(html(language, "a < b & c"), "a &lt; b &amp; c");
        }
        let long = "let x = 1;\n".repeat(8 * 1024);
        assert_eq!(html("rust", &long), long);
        let wide = "let x = 1; ".repeat(64);
        assert_eq!(html("rust", &wide), wide);
    }
}
