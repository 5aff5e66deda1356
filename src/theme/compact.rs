//! Style sheets and scripts without what only their authors need.

/// After these, white space means nothing.
const ENDS: [char; 6] = ['{', '}', ';', ',', ':', '>'];

/// The same rules in fewer bytes: no comments, and white space only where it means something.
///
/// Strings stay as they are. White space before a colon stays too, because in `nav :hover` it is a combinator.
pub(super) fn style_sheet(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut is_spaced = false;
    while let Some(next) = rest.chars().next() {
        if next.is_ascii_whitespace() {
            is_spaced = true;
            rest = &rest[1..];
            continue;
        }
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            // Without space beside it, it parts two words and yet is no combinator: `p/**/.lead` is one thing.
            if !is_spaced && !rest.starts_with(|c: char| c.is_ascii_whitespace()) && !out.ends_with(ENDS) {
                out.push_str("/**/");
            }
            continue;
        }
        if next == '}' && out.ends_with(';') {
            out.pop();
        }
        let means_something = !out.is_empty() && !out.ends_with(ENDS) && !"{};,>".contains(next);
        if is_spaced && means_something {
            out.push(' ');
        }
        is_spaced = false;
        let is_quote = next == '"' || next == '\'';
        let length = if is_quote { string_length(rest, next).unwrap_or(rest.len()) } else { next.len_utf8() };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// The same statements in fewer bytes: no lines that are all comment, no empty ones, no indentation, and within lines no
/// white space that means nothing.
///
/// Nobody reads a script here as a browser does, so only what can be seen to mean nothing is left out. Line breaks stay where
/// they may end a statement. Where a string or a comment may go on over several lines, nothing is touched.
pub(super) fn script(js: &str) -> String {
    if js.contains("\\\n") || js.contains("\\\r") || js.contains("/*") {
        return js.to_owned();
    }
    let lines = js.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let lines: Option<Vec<String>> = lines.map(line_of_script).collect();
    lines.map_or_else(|| js.to_owned(), |lines| lines.concat())
}

/// A line of a script in fewer bytes; `None` where a string may go on in the next line.
fn line_of_script(line: &str) -> Option<String> {
    let mut out = String::with_capacity(line.len() + 1);
    let mut rest = line;
    while let Some(next) = rest.chars().next() {
        if next.is_ascii_whitespace() {
            rest = rest.trim_ascii_start();
            if means_something(out.chars().next_back(), rest.chars().next()) {
                out.push(' ');
            }
            continue;
        }
        if next == '/' {
            // A comment, a pattern or a division: only who reads the whole script can tell.
            return (!rest.contains('`')).then(|| [line, "\n"].concat());
        }
        let mut length = next.len_utf8();
        if ['"', '\'', '`'].contains(&next) {
            length = string_length(rest, next)?;
            // With an odd brace it is only the first part of a string that has another one inside.
            if next == '`' && rest[..length].matches('{').count() != rest[..length].matches('}').count() {
                return None;
            }
        }
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    // After these a statement is at its end, or goes on.
    let is_clear = out.ends_with(['{', ';', ',', '(', '[', '=', '>', '&', '|', '?', ':']);
    if !(is_clear || out.ends_with('+') && !out.ends_with("++")) {
        out.push('\n');
    }
    Some(out)
}

/// Whether white space between these two parts what would be another thing together.
fn means_something(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let is_joint = |c| "{}()[],;:?=<>&|*%".contains(c);
    let is_sign = |c| c == '+' || c == '-';
    // `a < !--b` must not become the beginning of a comment, nor `a + +b` a count.
    (before == '<' && after == '!')
        || !(is_joint(before) || is_joint(after) || is_sign(before) != is_sign(after))
}

/// Bytes of the string that `text` begins with, its quotes among them; `None` if it has no end.
fn string_length(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if char == quote => return Some(at + char.len_utf8()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{script, style_sheet};

    #[test]
    fn of_a_style_sheet_what_only_authors_need_is_left_out() {
        for (written, published) in [
            ("", ""),
            ("/* a */ p { margin: 0 ; }\n\nq, b { color: red; }\n", "p{margin:0}q,b{color:red}"),
            ("nav :hover { top: 0 }", "nav :hover{top:0}"),
            ("a:not(:hover) > b + c {}", "a:not(:hover)>b + c{}"),
            (
                "@media (min-width: 40rem) and (hover) { p { width: calc(1px + 2px) } }",
                "@media (min-width:40rem) and (hover){p{width:calc(1px + 2px)}}",
            ),
            (
                "p::before { content: \"a ;  \\\" /* b */ }\" ; }",
                "p::before{content:\"a ;  \\\" /* b */ }\"}",
            ),
            ("p { font-family: \"宋体\",  serif }", "p{font-family:\"宋体\",serif}"),
            ("p/* a */.lead {}", "p/**/.lead{}"),
            ("p/* a */ .lead {}", "p .lead{}"),
            ("p { color: red /* never closed", "p{color:red"),
            ("p { content: 'never closed", "p{content:'never closed"),
        ] {
            assert_eq!(style_sheet(written), published, "{written}");
        }
    }

    #[test]
    fn of_a_script_only_what_surely_means_nothing_is_left_out() {
        for (written, published) in [
            ("", ""),
            (
                "// Why.\n\"use strict\";\n\n  // Why not.\n  go(); // now\n\tgo()",
                "\"use strict\";go(); // now\ngo()\n",
            ),
            ("a = \"// b\";\r\n  b()\r\n", "a=\"// b\";b()\n"),
            ("if (a)  {\n  return b + c ? [1, -2] : { d };\n}", "if(a){return b+c?[1,-2]:{d};}\n"),
            ("a = b =>\n  c +\n  d\ne++\nf", "a=b=>c+d\ne++\nf\n"),
            ("a = b\nc = typeof d\n", "a=b\nc=typeof d\n"),
            ("a = b + +c - -d;", "a=b+ +c- -d;"),
            ("a = b < !--c;", "a=b< !--c;"),
            ("a = / b  , c/;", "a = / b  , c/;\n"),
            ("a = \"b  ( \\\" ) c\" + 'd  , e';", "a=\"b  ( \\\" ) c\"+'d  , e';"),
            ("a = `b  , ${c + d}` + e;", "a=`b  , ${c + d}`+e;"),
            ("a = `b ${`c  , d`}`;\n  e;", "a = `b ${`c  , d`}`;\n  e;"),
            ("a = /`/;\n  b", "a = /`/;\n  b"),
            ("a = `b\n  // c\n`", "a = `b\n  // c\n`"),
            ("a = \"b\\\n  // c\"", "a = \"b\\\n  // c\""),
            ("/* a\n  // b */ go()", "/* a\n  // b */ go()"),
        ] {
            assert_eq!(script(written), published, "{written}");
        }
    }
}
