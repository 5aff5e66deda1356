//! What made up a change: both ends must be known, or there is no bridge at all.

use super::figures::{Clerk, source};
use crate::base::{Period, Place, Problem};
use crate::measure;
use crate::measure::write::machine;
use crate::model::{Bridge, Enterprise, Figures, Indicator, Known, Part, Value};
use crate::read::{BridgeDraft, FiguresDraft, Spanned, Subject};

/// One bridge. Where an end is not public it ends here, parts and all: they would tell the figure.
pub(super) fn bridge(
    clerk: &mut Clerk<'_>,
    draft: &FiguresDraft,
    given: &BridgeDraft,
    indicator: &Indicator,
    own: &Figures,
    above: Option<&Enterprise>,
) -> Option<Bridge> {
    let place = |span| Place::new(&draft.path, span);
    let source = source(clerk, draft, given.source.as_ref());
    // A case may explain a change of its enterprise's figures, and is not to blame if nobody understands those.
    let has_own =
        own.observations.contains_key(&indicator.id) || matches!(draft.subject, Subject::Enterprise(_));
    let figures = if has_own {
        own
    } else {
        &above.filter(|enterprise| !clerk.names.is_faulty_enterprise(&enterprise.id))?.figures
    };
    let series = figures.observations.get(&indicator.id);
    let end = |clerk: &mut Clerk<'_>, at: &Spanned<Period>| -> Option<Known> {
        match series.and_then(|s| s.get(&at.value)).map(|o| (o.value, o.basis)) {
            Some((Value::Known(value), basis)) => Some(Known { at: at.value, value, basis }),
            // That it is withheld is its author's will, and nothing to complain about.
            Some((Value::NotDisclosed, _)) => None,
            Some((Value::NotAvailable, _)) | None => {
                let (indicator, period) = (indicator.id.to_string(), at.value.to_string());
                clerk.notes.add(place(at.span), Problem::BridgeEndAbsent { indicator, period });
                None
            }
        }
    };
    let (from, to) = (end(clerk, &given.from), end(clerk, &given.to));
    let parts = given.parts.iter().map(|(name, value)| Part { name: name.clone(), value: value.value });
    let bridge =
        Bridge { from: from?, to: to?, parts: parts.collect(), source, locator: given.locator.clone() };
    // Of a file that nobody understands no figure is quoted.
    let sound = !clerk.names.is_faulty(draft.path.to_string());
    if sound && measure::bridge::explains_little(indicator, &bridge) {
        let change = measure::bridge::change(&bridge).map(machine).unwrap_or_default();
        let rest = measure::bridge::rest(indicator, &bridge).map(machine).unwrap_or_default();
        let problem = Problem::BridgeUnexplained { indicator: indicator.id.to_string(), change, rest };
        clerk.notes.add(place(given.indicator.span), problem);
    }
    Some(bridge)
}
