//! About an author's own words for a figure that are not what the data say.

use crate::base::problem::AssertionFault as Fault;
use crate::base::words::Saying;
use crate::base::words::quote::quoted;

pub(super) fn wrong(said: &str, data: &str, exactly: Option<&str>, fault: Fault) -> Saying {
    let (you, right) = (quoted(said), quoted(data));
    let data =
        exactly.map_or_else(|| right.clone(), |number| format!("{right} (exactly {})", quoted(number)));
    let differ = |because: &str| format!("the text says {you}, the data say {data}{because}");
    let mend = || format!("write {right}; if the text is right, correct the figure in `indicators.yaml`");
    let (message, label, help) = match fault {
        Fault::NotANumber => (
            format!("{you} is no number that can be held against the data, which say {data}"),
            "not a number",
            format!(
                "write a number such as {right}; `about`, `nearly` or `more than` may stand before it, but \
                vague words such as `dozens` cannot be checked"
            ),
        ),
        Fault::SeveralNumbers => (
            format!("{you} has more than one number, and only one can be checked; the data say {data}"),
            "more than one number",
            format!("leave one number in the brackets, such as {right}; each of the others takes its own"),
        ),
        Fault::OtherWords => (
            format!("{you} says more than a number, and the rest cannot be checked; the data say {data}"),
            "more than a number",
            format!(
                "leave only number and unit in the brackets, such as {right}, and the other words outside"
            ),
        ),
        Fault::WrongNumber => (differ(""), "not what the data say", mend()),
        Fault::TooPrecise => (
            format!("{you} is more exact than the data, which say {data}"),
            "too many decimals",
            format!(
                "write no more decimals than the data have: {right}; if the text is right, write the figure \
                in full in `indicators.yaml`"
            ),
        ),
        Fault::WrongUnit => (
            format!("{you} does not have the unit of the data, which say {data}"),
            "wrong unit",
            format!("write the unit too, such as {right}"),
        ),
        Fault::WrongCurrency => (
            format!("{you} does not have the currency of the data, which say {data}"),
            "wrong currency",
            format!("write {right}; casebook does not convert currencies"),
        ),
        Fault::PercentForPoints => (
            differ(": percentages differ by percentage points, not by percent"),
            "percentage points",
            format!("write {right}; `up 3.2%` means 3.2% more than before, which is another number"),
        ),
        Fault::PointsForPercent => (
            differ(": a percentage is asked for here, not percentage points"),
            "a percentage",
            format!("write {right}; to say by how many points it moved, write `change` in the braces"),
        ),
        Fault::WrongDirection => (differ(", which is the other direction"), "the other direction", mend()),
        Fault::WrongSign => (
            differ(", which is on the other side of zero"),
            "the other side of zero",
            format!("write {right}; a figure below zero needs its minus, or `a loss of` inside the brackets"),
        ),
        Fault::WrongSide => (
            differ(": below zero the benchmark is passed, above it is not"),
            "ahead or behind",
            format!(
                "write {right}; where the benchmark is passed, the word `ahead` may stand inside the brackets"
            ),
        ),
        Fault::LevelForLength => (
            format!("{you} says where it went to, but the question is by how much; the data say {data}"),
            "to, not by",
            format!("write {right}; to say where it went to, ask for the figure itself, like `{{roe@2024}}`"),
        ),
        Fault::LengthForLevel => (
            format!(
                "{you} says by how much it moved, but the question is how much it is; the data say {data}"
            ),
            "by, not to",
            format!(
                "write {right}; to say by how much it moved, write `change`, like `{{roe: change 2021..2024}}`"
            ),
        ),
        Fault::NotAbout => (differ(", which is more than 5% away"), "not about as much", mend()),
        Fault::NotNearly => (
            differ("; `nearly` needs a figure that is less, by no more than 10%"),
            "not nearly as much",
            mend(),
        ),
        Fault::NotMore => (differ(", which is not more"), "not more", mend()),
        Fault::NotAtLeast => (differ(", which is less"), "less than this", mend()),
        Fault::NotLess => (differ(", which is not less"), "not less", mend()),
        Fault::NotAtMost => (differ(", which is more"), "more than this", mend()),
    };
    Saying::new(message, label, help)
}
