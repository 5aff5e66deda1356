//! `scale: 10000`: figures written in 万元 and kept in 元, exactly.

use super::reader::Reader;
use super::yaml::Node;
use super::{Spanned, values};
use crate::base::{Decimal, Problem, Span};

/// A power of ten that the figures of a series are written in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Scale {
    exponent: u32,
    /// Where the file gives it; `None` where it gives none.
    pub(super) given_at: Option<Span>,
}

impl Scale {
    /// Figures stand for themselves.
    pub(super) const ONE: Self = Self { exponent: 0, given_at: None };

    /// Largest exponent: figures in 万亿, a million millions.
    const MOST: u32 = 12;

    /// `1`, `10`, … `1000000000000`.
    pub(super) fn read(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Self> {
        let number = values::whole(1, 10_i64.pow(Self::MOST))(node, r)?;
        let exponent = (0..=Self::MOST).find(|exponent| 10_i64.pow(*exponent) == number);
        if exponent.is_none() {
            let allowed = (0..=Self::MOST).map(|exponent| 10_i64.pow(exponent).to_string()).collect();
            r.report(
                node.span,
                Problem::ValueUnknown { value: number.to_string(), suggestion: None, allowed },
            );
        }
        exponent.map(|exponent| Self { exponent, given_at: Some(node.span) })
    }

    /// `value` in the indicator's unit. Refused if that cannot be held exactly.
    pub(super) fn apply(self, value: Spanned<Decimal>, r: &mut Reader<'_>) -> Option<Spanned<Decimal>> {
        let scaled = multiplied(value.value, self.exponent);
        if scaled.is_none() {
            r.report(value.span, Problem::NumberMalformed { text: value.value.to_string() });
        }
        scaled.map(|scaled| Spanned { value: scaled, span: value.span })
    }
}

/// `value` × 10^`exponent` by moving the point: a multiplication of decimals would round what does not fit.
fn multiplied(value: Decimal, exponent: u32) -> Option<Decimal> {
    if exponent <= value.scale() {
        return Decimal::try_from_i128_with_scale(value.mantissa(), value.scale() - exponent).ok();
    }
    let factor = 10_i128.checked_pow(exponent - value.scale())?;
    Decimal::try_from_i128_with_scale(value.mantissa().checked_mul(factor)?, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::multiplied;
    use crate::base::number;

    #[test]
    fn the_point_moves_and_nothing_is_rounded() {
        for (value, exponent, scaled) in [
            ("438120", 4, Some("4381200000")),
            ("34.63", 4, Some("346300")),
            ("1.00001", 4, Some("10000.1")),
            ("-0.5", 0, Some("-0.5")),
            ("0", 12, Some("0")),
            ("79228162514264337593543950335", 1, None),
            ("7.9228162514264337593543950335", 12, Some("7922816251426.4337593543950335")),
        ] {
            let product = multiplied(number::parse(value).unwrap(), exponent).map(|d| d.to_string());
            assert_eq!(product.as_deref(), scaled, "{value} × 10^{exponent}");
        }
    }
}
