//! A mapping read key by key: strict about every key, and never stopping at the first wrong one.

use super::reader::Reader;
use super::yaml::{Mapping, Node, Value};
use crate::base::nearest::nearest;
use crate::base::problem::{Shape, YamlFault};
use crate::base::{Problem, Span};

/// The keys of a mapping that is being read. [`Fields::finish`] must be called when every key has been asked for.
pub(super) struct Fields<'n, 'a> {
    mapping: &'n Mapping<'a>,
    /// Where a missing key is reported.
    span: Span,
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The keys of `node`, if it is a mapping; otherwise that is reported.
    pub(super) fn of(node: &'n Node<'a>, r: &mut Reader<'_>) -> Option<Self> {
        Self::of_shape(node, Shape::Mapping, r)
    }

    /// The same for a place where a mapping is one of several possible shapes.
    pub(super) fn of_shape(node: &'n Node<'a>, expected: Shape, r: &mut Reader<'_>) -> Option<Self> {
        let mapping = mapping(node, expected, r)?;
        Some(Self { mapping, span: node.span, asked: Vec::with_capacity(16), missing: Vec::new() })
    }

    /// The value of a key that must be there. `None` if it is missing or could not be read: then it is reported.
    pub(super) fn required<T>(
        &mut self,
        key: &'static str,
        r: &mut Reader<'_>,
        how: impl FnOnce(&'n Node<'a>, &mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        let Some(node) = self.ask(key) else {
            self.missing.push(key);
            return None;
        };
        how(node, r)
    }

    /// The value of a key that may be left out. `None` if it is, or if it could not be read: then it is reported.
    pub(super) fn optional<T>(
        &mut self,
        key: &'static str,
        r: &mut Reader<'_>,
        how: impl FnOnce(&'n Node<'a>, &mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        how(self.ask(key)?, r)
    }

    /// The node of a key, which counts as asked for from now on.
    pub(super) fn ask(&mut self, key: &'static str) -> Option<&'n Node<'a>> {
        self.asked.push(key);
        self.mapping.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// Reports every key that nobody asked for, and every required one that is missing: but not both for one slip of the
    /// finger. Whether there was no unknown key, so that all of the mapping was understood.
    pub(super) fn finish(mut self, r: &mut Reader<'_>) -> bool {
        let mut understood = self.mapping.whole;
        for entry in &self.mapping.entries {
            if !self.asked.iter().any(|asked| *asked == entry.key) {
                let problem = key_unknown(&entry.key, &self.asked);
                if let Problem::KeyUnknown { suggestion: Some(meant), .. } = &problem {
                    self.missing.retain(|key| key != meant);
                }
                r.report(entry.key_span, problem);
                understood = false;
            }
        }
        for key in self.missing.into_iter().filter(|_| self.mapping.whole) {
            r.report(self.span, Problem::KeyMissing { key: key.to_owned() });
        }
        understood
    }

    /// The same, except for keys that would be known if more could be read.
    pub(super) fn finish_without(mut self, excused: &[&'static str], r: &mut Reader<'_>) {
        self.asked.extend_from_slice(excused);
        self.finish(r);
    }
}

/// The problem of a key that is none of `known`.
pub(super) fn key_unknown(key: &str, known: &[&'static str]) -> Problem {
    Problem::KeyUnknown {
        key: key.to_owned(),
        suggestion: nearest(key, known.iter().copied()),
        known: known.iter().map(ToString::to_string).collect(),
    }
}

/// The mapping that `node` is; if it is none, that is reported, as an `expected` that is not there.
pub(super) fn mapping<'n, 'a>(
    node: &'n Node<'a>,
    expected: Shape,
    r: &mut Reader<'_>,
) -> Option<&'n Mapping<'a>> {
    if let Value::Mapping(mapping) = &node.value {
        return Some(mapping);
    }
    if let Some((fault, span)) = colon(node, r) {
        r.report(span, Problem::YamlMalformed { fault });
        return None;
    }
    wrong(node, expected, r)
}

/// Reports that `node` is not what was expected.
pub(super) fn wrong<T>(node: &Node<'_>, expected: Shape, r: &mut Reader<'_>) -> Option<T> {
    if node.value != Value::Refused {
        r.report(node.span, Problem::TypeWrong { expected, found: node.shape() });
    }
    None
}

/// The colon that turned what should have been a mapping into text: `名称：华岚` or `zh:华岚`.
fn colon(node: &Node<'_>, r: &Reader<'_>) -> Option<(YamlFault, Span)> {
    let Value::Scalar { quoted: false, .. } = node.value else { return None };
    let source = r.text.get(node.span.range())?;
    let narrow = || source.find(':').filter(|at| !source[*at..].starts_with("://"));
    let wide = source.find('：').map(|at| (YamlFault::FullWidthColon, at, '：'.len_utf8()));
    let (fault, at, len) = wide.or_else(|| narrow().map(|at| (YamlFault::Colon, at, 1)))?;
    let start = node.span.start as usize + at;
    Some((fault, Span::new(start, start + len)))
}

#[cfg(test)]
mod tests {
    use crate::base::Problem;
    use crate::read::testing::{noted, told};

    const PATH: &str = "content/enterprises/heat/enterprise.yaml";

    #[test]
    fn every_problem_of_a_file_is_told_at_once_and_at_its_place() {
        let text =
            "name: { zh: 热 }\nshort: 热\nregoin: hebei\nlevel: centrel\nfounded: '1958'\nindustry: Steel\n";
        assert_eq!(
            told(PATH, text),
            [
                "text-untranslated 1 «{ zh: 热 }»",
                "type-wrong 2 «热»",
                "key-unknown 3 «regoin»",
                "value-unknown 4 «centrel»",
                "type-wrong 5 «'1958'»",
                "id-malformed 6 «Steel»",
            ]
        );
    }

    #[test]
    fn an_unknown_key_leads_to_a_known_one() {
        let notes = noted(PATH, "regoin: hebei\n").notes;
        let found = notes.iter().find_map(|d| match &d.problem {
            Problem::KeyUnknown { key, suggestion, known } => Some((key, suggestion, known)),
            _ => None,
        });
        let (key, suggestion, known) = found.unwrap();
        assert_eq!((key.as_str(), suggestion.as_deref()), ("regoin", Some("region")));
        assert!(known.contains(&"industry".to_owned()));
    }

    #[test]
    fn what_is_no_mapping_is_told_once() {
        assert_eq!(told(PATH, ""), ["type-wrong 1 «»"]);
        assert_eq!(told(PATH, "# 还没写\n"), ["type-wrong 1 «»"]);
        assert_eq!(told(PATH, "- a\n- b\n"), ["type-wrong 1 «a»"]);
        assert_eq!(told(PATH, "名称：华岚钢铁\n"), ["yaml-malformed 1 «：»"]);
    }

    #[test]
    fn what_yaml_refuses_is_not_complained_about_twice() {
        let text = "name: &n { zh: 热, en: Heat }\nshort: *n\nindustry: *i\nregion: hebei\n";
        assert_eq!(
            told(PATH, text),
            ["yaml-feature-refused 1 «&n»", "yaml-feature-refused 2 «*n»", "yaml-feature-refused 3 «*i»",]
        );
        assert!(noted(PATH, text).value.is_none());
    }

    #[test]
    fn a_broken_optional_field_does_not_hide_what_the_file_refers_to() {
        let text = "name: { zh: 热, en: Heat }\nindustry: steel\nregion: hebei\nfounded: 1958年\n";
        let noted = noted(PATH, text);
        assert!(noted.notes.has_errors());
        assert!(noted.value.is_some());
    }
}
