//! How one YAML value becomes one value of ours. Every function reports what is wrong and gives `None`.

use super::Spanned;
use super::fields::{mapping, wrong};
use super::reader::Reader;
use super::yaml::{Entry, Mapping, Node, Value};
use crate::base::nearest::nearest;
use crate::base::problem::Shape;
use crate::base::{Date, Decimal, Id, Moment, Period, PeriodRange, Problem, number};
use crate::model::Currency;

/// The value with its place.
pub(super) fn spanned<T>(
    how: impl Fn(&Node<'_>, &mut Reader<'_>) -> Option<T>,
) -> impl Fn(&Node<'_>, &mut Reader<'_>) -> Option<Spanned<T>> {
    move |node, r| how(node, r).map(|value| Spanned { value, span: node.span })
}

/// Text with something in it. A number or date is text, too, where text is wanted: a title may be `2024`.
pub(super) fn text(node: &Node<'_>, r: &mut Reader<'_>) -> Option<String> {
    word(node, r).map(str::to_owned)
}

/// The same without a copy, without space around it.
pub(super) fn word<'n>(node: &'n Node<'_>, r: &mut Reader<'_>) -> Option<&'n str> {
    match &node.value {
        Value::Scalar { text, .. } if !text.trim().is_empty() => Some(text.trim()),
        Value::Scalar { .. } | Value::Null => {
            r.report(node.span, Problem::TextEmpty);
            None
        }
        _ => wrong(node, Shape::Text, r),
    }
}

/// What `parse` makes of a word, else the problem that `problem` makes of it.
pub(super) fn parsed<T>(
    node: &Node<'_>,
    r: &mut Reader<'_>,
    parse: impl FnOnce(&str) -> Option<T>,
    problem: impl FnOnce(String) -> Problem,
) -> Option<T> {
    let word = word(node, r)?;
    let value = parse(word);
    if value.is_none() {
        r.report(node.span, problem(word.to_owned()));
    }
    value
}

/// An id.
pub(super) fn id(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Id> {
    parsed(node, r, Id::new, id_malformed)
}

/// An id and where it stands.
pub(super) fn id_at(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Spanned<Id>> {
    spanned(id)(node, r)
}

/// The problem of a word that should be an id.
pub(super) fn id_malformed(text: String) -> Problem {
    Problem::IdMalformed { suggestion: made_id(&text).map(|id| id.to_string()), text }
}

/// `text` made into an id: `Hualan Steel` → `hualan-steel`. `None` where letters would be lost.
pub(super) fn made_id(text: &str) -> Option<Id> {
    let mut made = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            'a'..='z' | '0'..='9' => made.push(c),
            'A'..='Z' => made.push(c.to_ascii_lowercase()),
            // An apostrophe joins what it stands between, anything else parts it.
            '\'' | '’' => {}
            c if c.is_alphanumeric() => return None,
            _ if made.is_empty() || made.ends_with('-') => {}
            _ => made.push('-'),
        }
    }
    Id::new(made.trim_end_matches('-'))
}

/// A period, quoted or not.
pub(super) fn period(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Period> {
    parsed(node, r, Period::parse, |text| Problem::PeriodMalformed { text })
}

/// A range of periods.
pub(super) fn period_range(node: &Node<'_>, r: &mut Reader<'_>) -> Option<PeriodRange> {
    parsed(node, r, PeriodRange::parse, |text| Problem::PeriodRangeMalformed { text })
}

/// Two periods that run forward; told at the later one if they do not.
pub(super) fn in_order(
    from: Option<Spanned<Period>>,
    to: Option<Spanned<Period>>,
    r: &mut Reader<'_>,
) -> Option<(Spanned<Period>, Spanned<Period>)> {
    let (from, to) = (from?, to?);
    let (a, b) = (from.value, to.value);
    if a.begins() > b.begins() || a.ends() > b.ends() {
        r.report(to.span, Problem::PeriodRangeMalformed { text: format!("{a}..{b}") });
        return None;
    }
    Some((from, to))
}

/// The same, of two whose values are compared: then they have to be equally long as well.
pub(super) fn comparable(
    from: Option<Spanned<Period>>,
    to: Option<Spanned<Period>>,
    r: &mut Reader<'_>,
) -> Option<(Spanned<Period>, Spanned<Period>)> {
    let (from, to) = in_order(from, to, r)?;
    if from.value.grain() != to.value.grain() {
        r.report(to.span, Problem::PeriodsUnequal { from: from.value.to_string(), to: to.value.to_string() });
        return None;
    }
    Some((from, to))
}

/// A day, quoted or not.
pub(super) fn date(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Date> {
    parsed(node, r, Date::parse, |text| Problem::DateMalformed { text })
}

/// A moment with its zone, quoted or not.
pub(super) fn moment(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Moment> {
    parsed(node, r, Moment::parse, |text| Problem::MomentMalformed { text })
}

/// A currency code.
pub(super) fn currency(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Currency> {
    parsed(node, r, Currency::new, |text| Problem::CurrencyMalformed { text })
}

/// An absolute address for people to visit.
pub(super) fn url(node: &Node<'_>, r: &mut Reader<'_>) -> Option<String> {
    parsed(node, r, |word| is_url(word).then(|| word.to_owned()), |text| Problem::UrlMalformed { text })
}

/// `http` or `https`, a host, and nothing that no address has.
pub(super) fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let odd = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
    };
    !host.is_empty() && host != "." && !host.starts_with(':') && !text.contains(odd)
}

/// An exact decimal. A quoted one is text, and refused: quotes say that no number is meant.
pub(super) fn decimal(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Decimal> {
    decimal_or(node, Shape::Number, r)
}

/// The same where `expected` says what else could stand there.
pub(super) fn decimal_or(node: &Node<'_>, expected: Shape, r: &mut Reader<'_>) -> Option<Decimal> {
    let Value::Scalar { text, quoted: false } = &node.value else { return wrong(node, expected, r) };
    let value = number::parse(text);
    if value.is_none() {
        r.report(node.span, Problem::NumberMalformed { text: text.to_string() });
    }
    value
}

/// A whole number from `min` to `max`.
pub(super) fn whole(min: i64, max: i64) -> impl Fn(&Node<'_>, &mut Reader<'_>) -> Option<i64> {
    move |node, r| {
        let value = decimal_or(node, Shape::WholeNumber, r)?;
        if !value.fract().is_zero() {
            return wrong(node, Shape::WholeNumber, r);
        }
        let inside = i64::try_from(value).ok().filter(|n| (min..=max).contains(n));
        if inside.is_none() {
            let problem = Problem::NumberOutOfRange {
                text: value.to_string(),
                min: min.to_string(),
                max: max.to_string(),
            };
            r.report(node.span, problem);
        }
        inside
    }
}

/// A year of the Gregorian calendar.
pub(super) fn year(node: &Node<'_>, r: &mut Reader<'_>) -> Option<i16> {
    whole(1, 9999)(node, r).and_then(|year| i16::try_from(year).ok())
}

/// `true` or `false`, and no other word for them.
pub(super) fn yes_no(node: &Node<'_>, r: &mut Reader<'_>) -> Option<bool> {
    match &node.value {
        Value::Scalar { text, quoted: false } if text == "true" => Some(true),
        Value::Scalar { text, quoted: false } if text == "false" => Some(false),
        _ => wrong(node, Shape::YesNo, r),
    }
}

/// One of the words of a table.
pub(super) fn one_of<T: Copy>(
    table: &[(&'static str, T)],
) -> impl Fn(&Node<'_>, &mut Reader<'_>) -> Option<T> {
    move |node, r| {
        let found = |word: &str| table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        parsed(node, r, found, |text| value_unknown(text, table.iter().map(|(name, _)| *name)))
    }
}

/// One of these things, by the name that files have for it.
pub(super) fn named<T: Copy>(
    all: &[T],
    name: fn(T) -> &'static str,
) -> impl Fn(&Node<'_>, &mut Reader<'_>) -> Option<T> {
    move |node, r| {
        let found = |word: &str| all.iter().copied().find(|thing| name(*thing) == word);
        parsed(node, r, found, |text| value_unknown(text, all.iter().map(|thing| name(*thing))))
    }
}

/// The problem of a word that is none of those allowed.
pub(super) fn value_unknown(value: String, allowed: impl Iterator<Item = &'static str> + Clone) -> Problem {
    let suggestion = nearest(&value, allowed.clone());
    Problem::ValueUnknown { value, suggestion, allowed: allowed.map(str::to_owned).collect() }
}

/// A list, each item read by `how`. Items that could not be read are left out, and reported.
pub(super) fn list<T>(
    how: impl Fn(&Node<'_>, &mut Reader<'_>) -> Option<T>,
) -> impl Fn(&Node<'_>, &mut Reader<'_>) -> Option<Vec<T>> {
    move |node, r| match &node.value {
        Value::List(items) => Some(items.iter().filter_map(|item| how(item, r)).collect()),
        _ => wrong(node, Shape::List, r),
    }
}

/// A list of ids, each once.
pub(super) fn ids(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Vec<Spanned<Id>>> {
    let all = list(id_at)(node, r)?;
    // A set rather than a look back: a list may hold thousands of ids.
    let mut seen = std::collections::HashSet::with_capacity(all.len());
    let once = |id: &Spanned<Id>| {
        let new = seen.insert(id.value.clone());
        if !new {
            r.report(id.span, Problem::ListRepeats { value: id.value.to_string() });
        }
        new
    };
    Some(all.into_iter().filter(once).collect())
}

/// A mapping with periods for keys, at least one, each value read by `how`.
pub(super) fn by_period<'n, 'a, T>(
    node: &'n Node<'a>,
    r: &mut Reader<'_>,
    mut how: impl FnMut(&'n Node<'a>, &mut Reader<'_>) -> Option<T>,
) -> Option<Vec<(Spanned<Period>, T)>> {
    let Mapping { entries, whole } = mapping(node, Shape::Mapping, r)?;
    if entries.is_empty() && *whole {
        r.report(node.span, Problem::ListEmpty);
    }
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        let period = period_key(entry, r);
        all.extend(period.zip(how(&entry.node, r)));
    }
    (!all.is_empty()).then_some(all)
}

/// What stands at a key that should be a period.
pub(super) fn period_key(entry: &Entry<'_>, r: &mut Reader<'_>) -> Option<Spanned<Period>> {
    let value = Period::parse(&entry.key);
    if value.is_none() {
        r.report(entry.key_span, Problem::PeriodMalformed { text: entry.key.to_string() });
    }
    value.map(|value| Spanned { value, span: entry.key_span })
}

/// What stands at a key that should be an id.
pub(super) fn id_key(entry: &Entry<'_>, r: &mut Reader<'_>) -> Option<Spanned<Id>> {
    let value = Id::new(&entry.key);
    if value.is_none() {
        r.report(entry.key_span, id_malformed(entry.key.to_string()));
    }
    value.map(|value| Spanned { value, span: entry.key_span })
}

#[cfg(test)]
mod tests {
    use super::{is_url, made_id};
    use crate::read::testing::told;

    /// What is told of a case with this line in it.
    fn case(line: &str) -> Vec<String> {
        told(
            "content/cases/heat/case.yaml",
            &format!("kind: project\nenterprise: heat\nareas: [efficiency]\n{line}\n"),
        )
    }

    #[test]
    fn periods_and_dates_are_read_one_way_quoted_or_not() {
        for good in [
            "period: 2022-03..2024-12",
            "period: '2022-03..2024-12'",
            "published: 2025-02-18",
            "published: \"2025-02-18\"",
            "publish_on: 2025-03-01T09:00:00+08:00",
            "publish_on: '2025-03-01T09:00:00+08:00'",
        ] {
            assert_eq!(case(good), [""; 0], "{good}");
        }
        for (bad, problem) in [
            ("period: 2024-12..2022-03", "period-range-malformed 4 «2024-12..2022-03»"),
            ("period: 2022年", "period-range-malformed 4 «2022年»"),
            ("published: 2025/2/18", "date-malformed 4 «2025/2/18»"),
            ("published: 2025-02-30", "date-malformed 4 «2025-02-30»"),
            ("publish_on: 2025-03-01T09:00:00", "moment-malformed 4 «2025-03-01T09:00:00»"),
            ("published:", "text-empty 4 «published»"),
            ("published: [2025-02-18]", "type-wrong 4 «[2025-02-18]»"),
        ] {
            assert_eq!(case(bad), [problem], "{bad}");
        }
    }

    #[test]
    fn yes_and_no_are_true_and_false() {
        assert_eq!(case("featured: true"), [""; 0]);
        for bad in ["yes", "True", "'true'", "1", "是"] {
            assert_eq!(case(&format!("featured: {bad}")), [format!("type-wrong 4 «{bad}»")]);
        }
    }

    #[test]
    fn a_list_is_a_list_and_holds_each_id_once() {
        assert_eq!(case("tags: steel"), ["type-wrong 4 «steel»"]);
        assert_eq!(case("tags:"), ["type-wrong 4 «tags»"]);
        assert_eq!(case("tags: []"), [""; 0]);
        assert_eq!(case("tags: [a, b, a]"), ["list-repeats 4 «a»"]);
        assert_eq!(
            case("tags: [a, B c, ~, {d: e}]"),
            ["id-malformed 4 «B c»", "text-empty 4 «~»", "type-wrong 4 «{d: e}»",]
        );
    }

    #[test]
    fn thousands_of_ids_are_read_in_no_time() {
        let ids: Vec<String> = (0..15_000).map(|n| format!("t{n}")).collect();
        assert_eq!(case(&format!("tags: [{}]", ids.join(", "))), [""; 0]);
    }

    #[test]
    fn a_name_is_made_an_id_where_no_letter_is_lost() {
        for (name, id) in [
            ("Hualan Steel", Some("hualan-steel")),
            ("total_profit", Some("total-profit")),
            (" R&D -- intensity! ", Some("r-d-intensity")),
            ("author's", Some("authors")),
            ("净资产", None),
            ("café", None),
            ("", None),
            ("--", None),
        ] {
            assert_eq!(made_id(name).map(|id| id.to_string()).as_deref(), id, "{name}");
        }
    }

    #[test]
    fn an_address_has_a_scheme_and_a_host_and_no_odd_character() {
        for good in ["https://example.org", "http://example.org/a/b?c=d#e", "https://例子.中国/路"] {
            assert!(is_url(good), "{good}");
        }
        for bad in [
            "",
            "example.org",
            "//example.org",
            "https://",
            "https:///a",
            "https://:80",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://a b",
            "https://a\"b",
            "https://a/<b>",
            "HTTPS//x",
            "https://a\nb",
        ] {
            assert!(!is_url(bad), "{bad}");
        }
    }
}
