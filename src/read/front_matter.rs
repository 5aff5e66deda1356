//! What stands between the two `---` lines at the top of a text: only what is in its language.

use super::fields::Fields;
use super::localized::language_unknown;
use super::reader::Reader;
use super::yaml::Node;
use super::{Spanned, file, values};
use crate::base::{Lang, Problem, Span};

/// What front matter says.
pub(super) struct FrontMatter {
    pub(super) title: Spanned<String>,
    pub(super) subtitle: Option<Spanned<String>>,
    pub(super) summary: Option<Spanned<String>>,
    pub(super) translated_from: Option<Lang>,
}

/// Where the front matter of `text` stands, without its `---` lines, and where the body begins.
pub(super) fn find(text: &str) -> Result<(Span, usize), Problem> {
    let mut at = file::body_at(text);
    let mut lines = text[at..].split_inclusive('\n');
    let is_mark = |line: &str| line.trim_end() == "---";
    at += lines.next().filter(|line| is_mark(line)).ok_or(Problem::FrontMatterMissing)?.len();
    let begins = at;
    for line in lines {
        if is_mark(line) {
            return Ok((Span::new(begins, at), at + line.len()));
        }
        at += line.len();
    }
    Err(Problem::FrontMatterUnclosed)
}

/// Reads the front matter of a text in `lang`.
pub(super) fn read(yaml: Span, lang: Lang, r: &mut Reader<'_>) -> Option<FrontMatter> {
    let root = r.tree_of(yaml)?;
    let mut f = Fields::of(&root, r)?;
    let title = f.required("title", r, values::spanned(values::text));
    let subtitle = f.optional("subtitle", r, values::spanned(values::text));
    let summary = f.optional("summary", r, values::spanned(values::text));
    let translated_from = f.optional("translated_from", r, |node, r| original(node, lang, r));
    f.finish(r);
    Some(FrontMatter { title: title?, subtitle, summary, translated_from })
}

/// A language of the site other than the text's own.
fn original(node: &Node<'_>, own: Lang, r: &mut Reader<'_>) -> Option<Lang> {
    let languages = &r.context.languages;
    let known = |word: &str| Lang::new(word).filter(|lang| languages.is_empty() || languages.contains(lang));
    let lang = values::parsed(node, r, known, |text| language_unknown(&text, languages))?;
    if lang == own {
        r.report(node.span, Problem::ReferenceToItself { id: lang.to_string() });
        return None;
    }
    Some(lang)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::base::Problem;

    #[test]
    fn front_matter_stands_between_two_marks() {
        for text in ["---\ntitle: a\n---\nbody", "\u{feff}---\r\ntitle: a\r\n---  \r\nbody"] {
            let (yaml, body) = find(text).unwrap();
            assert_eq!(text[yaml.range()].trim_end(), "title: a");
            assert_eq!(&text[body..], "body");
        }
        let (yaml, body) = find("---\n---").unwrap();
        assert_eq!((yaml.range(), body), (4..4, 7));
    }

    #[test]
    fn a_text_without_it_is_told_apart_from_one_whose_front_matter_does_not_end() {
        for text in ["", "title: a\n---\n", "\n---\ntitle: a\n---\n", "----\n---\n", "# 标题\n"] {
            assert_eq!(find(text), Err(Problem::FrontMatterMissing), "{text:?}");
        }
        for text in ["---", "---\ntitle: a\n", "---\ntitle: a\n--- x\n ---\n"] {
            assert_eq!(find(text), Err(Problem::FrontMatterUnclosed), "{text:?}");
        }
    }
}
