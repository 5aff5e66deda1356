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
    let id = match given {
        Some(node) => values::id(node, r),
        None => {
            let made = term.as_ref()?.iter().find_map(|(_, text)| values::made_id(text));
            if made.is_none() {
                r.report(node.span, Problem::KeyMissing { key: "id" });
            }
            made
        }
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
