//! How a template becomes a file.
//!
//! A line that begins with marks, `[zh] [figure] …`, is kept where all of them hold, without them. The marks `[zh]` and
//! `[en]` hold in the language of the user: so that one template carries its notes in both, and cannot come apart.
//! `{{name}}` is replaced by what it stands for, `{{text 中文 | English}}` by a text in the languages of the site.

use crate::base::Lang;

/// What a template is filled with.
pub(super) struct Filling<'a> {
    /// The language of the user, in which notes are kept.
    pub(super) notes: Lang,
    /// The languages of the site.
    pub(super) languages: &'a [Lang],
    /// Further marks, and whether they hold.
    pub(super) marks: &'a [(&'a str, bool)],
    /// What names stand for.
    pub(super) values: &'a [(&'a str, String)],
}

impl Filling<'_> {
    /// The file that `template` becomes.
    pub(super) fn fill(&self, template: &str) -> String {
        let kept: Vec<&str> = template.lines().filter_map(|line| self.kept(line)).collect();
        let mut rest = kept.join("\n") + "\n";
        let mut out = String::with_capacity(rest.len());
        while let Some((before, name, after)) = next_name(&rest) {
            out.push_str(before);
            out.push_str(&self.value(name));
            rest = after.to_owned();
        }
        out + &rest
    }

    /// A line without its marks; `None` where one of them does not hold.
    fn kept<'l>(&self, line: &'l str) -> Option<&'l str> {
        let Some((mark, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
            return Some(line);
        };
        let holds = match mark {
            "zh" => self.notes.is_chinese(),
            "en" => !self.notes.is_chinese(),
            _ => match self.marks.iter().find(|(name, _)| *name == mark) {
                Some((_, holds)) => *holds,
                None => return Some(line),
            },
        };
        holds.then(|| self.kept(rest.strip_prefix(' ').unwrap_or(rest))).flatten()
    }

    fn value(&self, name: &str) -> String {
        if let Some((chinese, english)) = name.strip_prefix("text ").and_then(|text| text.split_once(" | ")) {
            let one = |lang: &Lang| format!("{lang}: {}", if lang.is_chinese() { chinese } else { english });
            return format!("{{ {} }}", self.languages.iter().map(one).collect::<Vec<_>>().join(", "));
        }
        let found = self.values.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.clone()).expect("a template asks only for what it is given")
    }
}

/// What stands before the first `{{name}}`, the name, and what stands behind it. In `{{{name}}}` the outer pair stays.
fn next_name(text: &str) -> Option<(&str, &str, &str)> {
    let mut start = text.find("{{")?;
    while text[start + 2..].starts_with('{') {
        start += 1;
    }
    let (name, after) = text[start + 2..].split_once("}}")?;
    Some((&text[..start], name, after))
}

#[cfg(test)]
mod tests {
    use super::Filling;
    use crate::base::Lang;

    fn fill(template: &str, notes: Lang, languages: &[Lang]) -> String {
        let values = [("id", "roe".to_owned()), ("to", "2024".to_owned())];
        Filling { notes, languages, marks: &[("yes", true), ("no", false)], values: &values }.fill(template)
    }

    #[test]
    fn notes_are_kept_in_the_language_of_the_user() {
        let template = "[zh] # 名称\n[en] # name\n[en]   # inside\na: 1\n";
        assert_eq!(fill(template, Lang::ZH, &[]), "# 名称\na: 1\n");
        assert_eq!(fill(template, Lang::EN, &[]), "# name\n  # inside\na: 1\n");
    }

    #[test]
    fn a_line_is_kept_where_all_its_marks_hold() {
        let template = "[yes] a\n[no] b\n[yes] [en] c\n[no] [en] d\n[yes]\n[link](e)\n";
        assert_eq!(fill(template, Lang::EN, &[]), "a\nc\n\n[link](e)\n");
    }

    #[test]
    fn names_are_replaced_also_inside_braces() {
        assert_eq!(fill("{{{id}}: gap {{to}}} {a}", Lang::EN, &[]), "{roe: gap 2024} {a}\n");
    }

    #[test]
    fn texts_are_in_the_languages_of_the_site() {
        let french = Lang::new("fr").unwrap();
        let template = "name: {{text 名 | \"a, b\"}}";
        assert_eq!(fill(template, Lang::EN, &[Lang::ZH, french]), "name: { zh: 名, fr: \"a, b\" }\n");
    }
}
