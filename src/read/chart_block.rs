//! A ```` ```chart ```` block in a text. Its problems are told at their lines in the Markdown file.

use super::fields::Fields;
use super::localized::localized_or_plain;
use super::markdown::ChartSource;
use super::prose::ChartDraft;
use super::reader::Reader;
use super::values;
use super::yaml::Node;
use crate::model::{Asks, ChartBlock, ChartKind};

/// Reads the block.
///
/// Its YAML stands free of the marks of lists and quotations around it, so places in it are led back to the file.
pub(super) fn read(source: &ChartSource, r: &mut Reader<'_>) -> Option<ChartDraft> {
    let mut inner = Reader::new(r.path, &source.yaml, r.context);
    let draft = inner.tree().and_then(|root| block(&root, source, &mut inner));
    for diagnostic in inner.notes.iter() {
        r.report(source.in_file(diagnostic.place.span), diagnostic.problem.clone());
    }
    draft
}

fn block(root: &Node<'_>, source: &ChartSource, r: &mut Reader<'_>) -> Option<ChartDraft> {
    let mut f = Fields::of(root, r)?;
    let kind = f.required("kind", r, values::one_of(&ChartKind::ALL));
    let indicators = match kind.map(ChartKind::asks) {
        Some(Asks::Several) => Some(f.optional("indicators", r, values::ids).unwrap_or_default()),
        Some(Asks::One) => f.required("indicator", r, values::id_at).map(|indicator| vec![indicator]),
        Some(Asks::Nothing) => Some(Vec::new()),
        None => None,
    };
    // Without its kind nobody can tell which keys it should have.
    let takes = |key: fn(ChartKind) -> bool| kind.is_none_or(key);
    let benchmark =
        if takes(ChartKind::takes_benchmark) { f.optional("benchmark", r, values::id_at) } else { None };
    let period = values::spanned(values::period);
    let from = if takes(ChartKind::takes_from) { f.optional("from", r, &period) } else { None };
    let to = if takes(ChartKind::takes_to) { f.optional("to", r, &period) } else { None };
    let title = f.optional("title", r, localized_or_plain);
    let excused: &[_] = if kind.is_some() { &[] } else { &["indicator", "indicators"] };
    f.finish_without(excused, r);
    let runs_forward = from.is_none() || to.is_none() || values::in_order(from, to, r).is_some();
    let named = indicators?;
    let indicators = named.iter().map(|indicator| source.in_file(indicator.span)).collect();
    let block = ChartBlock {
        kind: kind?,
        indicators: named.into_iter().map(|indicator| indicator.value).collect(),
        benchmark: benchmark.as_ref().map(|benchmark| benchmark.value.clone()),
        from: from.map(|from| from.value),
        to: to.map(|to| to.value).filter(|_| runs_forward),
        title,
    };
    let benchmark = benchmark.map(|benchmark| source.in_file(benchmark.span));
    Some(ChartDraft { span: source.span, block, indicators, benchmark })
}
