//! `content/vocabulary/…`: the words that cases are sorted by, and the glossary.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::fields::{Fields, wrong};
use super::localized::localized;
use super::reader::Reader;
use super::yaml::{Node, Value};
use super::{Spanned, values};
use crate::base::problem::{Kind, Shape};
use crate::base::{Id, Lang, Localized, Problem, SourcePath};
use crate::model::{GlossaryEntry, Term};

/// The words of one kind, each id once.
#[derive(Clone, Debug)]
pub struct VocabularyDraft {
    /// The file.
    pub path: SourcePath,
    /// Which words these are.
    pub kind: VocabularyKind,
    /// In the order of the file, a parent before its children; the span is that of the id.
    pub terms: Vec<Spanned<Term>>,
}

/// The glossary, each id once.
#[derive(Clone, Debug)]
pub struct GlossaryDraft {
    /// The file.
    pub path: SourcePath,
    /// In the order of the file; the span is that of the id, or of the entry where the id is made from its term.
    pub entries: Vec<Spanned<GlossaryEntry>>,
}

/// A vocabulary by the file it stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum VocabularyKind {
    /// `industries.yaml`, a tree.
    Industries,
    /// `regions.yaml`, a tree.
    Regions,
    /// `areas.yaml`
    Areas,
    /// `systems.yaml`
    Systems,
    /// `abilities.yaml`
    Abilities,
    /// `stages.yaml`, each with its period.
    Stages,
    /// `tags.yaml`
    Tags,
}

impl VocabularyKind {
    /// Every vocabulary, by its file's name without ending.
    pub const ALL: [(&'static str, Self); 7] = [
        ("industries", Self::Industries),
        ("regions", Self::Regions),
        ("areas", Self::Areas),
        ("systems", Self::Systems),
        ("abilities", Self::Abilities),
        ("stages", Self::Stages),
        ("tags", Self::Tags),
    ];

    /// What one of its words is.
    pub fn of_one(self) -> Kind {
        match self {
            Self::Industries => Kind::Industry,
            Self::Regions => Kind::Region,
            Self::Areas => Kind::Area,
            Self::Systems => Kind::System,
            Self::Abilities => Kind::Ability,
            Self::Stages => Kind::Stage,
            Self::Tags => Kind::Tag,
        }
    }
}

/// Reads the vocabulary of that kind.
pub(super) fn read(kind: VocabularyKind, r: &mut Reader<'_>) -> Option<VocabularyDraft> {
    let root = r.tree()?;
    let Value::List(items) = &root.value else { return wrong(&root, Shape::List, r) };
    let mut terms = Vec::new();
    for item in items {
        read_term(item, kind, None, &mut terms, r);
    }
    let terms = each_once(terms, kind.of_one(), |term| &term.id, r);
    Some(VocabularyDraft { path: r.path.clone(), kind, terms })
}

/// Reads a term, then its children, behind one another. Nesting is as deep as YAML may be, which is not deep.
fn read_term(
    node: &Node<'_>,
    kind: VocabularyKind,
    parent: Option<&Id>,
    terms: &mut Vec<Spanned<Term>>,
    r: &mut Reader<'_>,
) -> Option<()> {
    let mut f = Fields::of(node, r)?;
    let id = f.required("id", r, values::id_at);
    let name = f.required("name", r, localized);
    let description = f.optional("description", r, localized);
    let period = match kind {
        VocabularyKind::Stages => f.required("period", r, values::period_range),
        _ => None,
    };
    let children = match kind {
        VocabularyKind::Industries | VocabularyKind::Regions => f.ask("children"),
        _ => None,
    };
    f.finish(r);
    if let Some(Spanned { value: id, span }) = &id {
        // A term with a broken name keeps its id for a name: that is one problem, and what refers to the term
        // should not be told that it does not exist.
        let name = name.or_else(|| id_as_name(id, r))?;
        let (id, parent) = (id.clone(), parent.cloned());
        terms.push(Spanned { value: Term { id, name, description, parent, period }, span: *span });
    }
    let children = children?;
    let Value::List(items) = &children.value else { return wrong(children, Shape::List, r) };
    for item in items {
        read_term(item, kind, id.as_ref().map(|id| &id.value), terms, r);
    }
    Some(())
}

fn id_as_name(id: &Id, r: &Reader<'_>) -> Option<Localized<String>> {
    let lang = r.context.languages.first().copied().unwrap_or(Lang::EN);
    Localized::new(vec![(lang, id.to_string())])
}

/// Reads the glossary.
pub(super) fn read_glossary(r: &mut Reader<'_>) -> Option<GlossaryDraft> {
    let root = r.tree()?;
    let entries = values::list(read_entry)(&root, r)?;
    let entries = each_once(entries, Kind::GlossaryEntry, |entry| &entry.id, r);
    Some(GlossaryDraft { path: r.path.clone(), entries })
}

/// An entry. Where it gives no id, one is made of its term in a language that is written in Latin letters.
fn read_entry(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Spanned<GlossaryEntry>> {
    let mut f = Fields::of(node, r)?;
    let given = f.ask("id");
    let term = f.required("term", r, localized);
    let definition = f.required("definition", r, localized);
    f.finish(r);
    let id = if let Some(node) = given {
        values::id(node, r)
    } else {
        let made = term.as_ref()?.iter().find_map(|(_, text)| values::made_id(text));
        if made.is_none() {
            r.report(node.span, Problem::KeyMissing { key: "id".to_owned() });
        }
        made
    };
    Some(Spanned {
        value: GlossaryEntry { id: id?, term: term?, definition: definition? },
        span: given.map_or(node.span, |given| given.span),
    })
}

/// Keeps the first of every id.
fn each_once<T>(
    all: Vec<Spanned<T>>,
    kind: Kind,
    id_of: impl Fn(&T) -> &Id,
    r: &mut Reader<'_>,
) -> Vec<Spanned<T>> {
    let mut first = HashMap::with_capacity(all.len());
    all.into_iter()
        .filter(|thing| match first.entry(id_of(&thing.value).clone()) {
            Entry::Vacant(place) => {
                place.insert(thing.span);
                true
            }
            Entry::Occupied(place) => {
                let problem = Problem::IdDuplicate {
                    kind,
                    id: place.key().to_string(),
                    first: r.line_of(*place.get()),
                };
                r.report(thing.span, problem);
                false
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::base::{Problem, SourcePath};
    use crate::read::Draft;
    use crate::read::testing::{draft, noted, told};

    fn terms(draft: Draft) -> Vec<(String, Option<String>)> {
        match draft {
            Draft::Vocabulary(v) => v
                .terms
                .into_iter()
                .map(|t| (t.value.id.to_string(), t.value.parent.map(|p| p.to_string())))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_tree_is_laid_out_with_parents_first() {
        let text = "- id: a\n  name: { zh: 甲, en: A }\n  children:\n    - id: b\n      name: { zh: 乙, en: B }\n\
            - { id: c, name: { zh: 丙, en: C } }\n";
        let tree = terms(draft("content/vocabulary/industries.yaml", text));
        let own = |id: &str, parent: Option<&str>| (id.to_owned(), parent.map(str::to_owned));
        assert_eq!(tree, [own("a", None), own("b", Some("a")), own("c", None)]);
        assert_eq!(told("content/vocabulary/areas.yaml", text), ["key-unknown 3 «children»"]);
    }

    #[test]
    fn a_stage_has_a_period_and_no_other_word_has() {
        let text = "- { id: a, name: { zh: 甲, en: A }, period: 2023-01..2023-03 }\n";
        draft("content/vocabulary/stages.yaml", text);
        assert_eq!(told("content/vocabulary/tags.yaml", text), ["key-unknown 1 «period»"]);
        assert_eq!(
            told("content/vocabulary/stages.yaml", "- { id: a, name: { zh: 甲, en: A } }"),
            ["key-missing 1 «{ id: a, name: { zh: 甲, en: A } }»",]
        );
    }

    #[test]
    fn an_id_is_given_once_and_the_second_is_led_to_the_first() {
        let text = "- { id: a, name: { zh: 甲, en: A } }\n- id: a\n  name: { zh: 乙, en: B }\n";
        let noted = noted("content/vocabulary/tags.yaml", text);
        let first = noted.notes.iter().find_map(|d| match &d.problem {
            Problem::IdDuplicate { first, .. } => Some(first.clone()),
            _ => None,
        });
        assert_eq!(first, Some(SourcePath::new("content/vocabulary/tags.yaml:1")));
        assert_eq!(terms(noted.value.unwrap()).len(), 1);
    }

    #[test]
    fn a_word_with_a_broken_name_is_still_a_word() {
        let noted = noted("content/vocabulary/tags.yaml", "- { id: a, name: 甲 }\n");
        assert!(noted.notes.has_errors());
        assert_eq!(terms(noted.value.unwrap()), [("a".to_owned(), None)]);
    }

    #[test]
    fn a_glossary_entry_without_an_id_is_called_by_its_english_term() {
        let text = "- term: { zh: 差距, en: Gap closed }\n  definition: { zh: 一, en: one }\n";
        match draft("content/vocabulary/glossary.yaml", text) {
            Draft::Glossary(glossary) => assert_eq!(glossary.entries[0].value.id.as_str(), "gap-closed"),
            other => panic!("{other:?}"),
        }
        let chinese = "- term: { zh: 差距 }\n  definition: { zh: 一, en: one }\n";
        assert_eq!(
            told("content/vocabulary/glossary.yaml", chinese),
            ["key-missing 1 «term»", "text-untranslated 1 «{ zh: 差距 }»",]
        );
        assert_eq!(told("content/vocabulary/glossary.yaml", "a: b\n"), ["type-wrong 1 «a»"]);
    }
}
