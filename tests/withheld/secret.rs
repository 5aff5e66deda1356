//! What is planted: a secret has several readings, each a piece of YAML or Markdown of the same length.

use crate::dice::Dice;

/// How many readings a secret has.
pub(crate) const READINGS: usize = 3;

/// One planted thing.
pub(crate) struct Secret {
    /// What stands in the file, by reading; all of one length, so that nothing behind it moves.
    pub(crate) readings: [String; READINGS],
    /// Where its figure belongs, if it is one.
    pub(crate) figure: Option<Cell>,
}

/// Whose figure of which indicator and period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Cell {
    /// `enterprises/main`, `cases/beta`.
    pub(crate) folder: String,
    /// The indicator's id.
    pub(crate) indicator: &'static str,
    /// The period.
    pub(crate) period: String,
    /// The figure's unit in the file.
    pub(crate) scale: u32,
    /// Whether it is free one day.
    pub(crate) embargoed: bool,
}

/// Everything that is planted in one site.
#[derive(Default)]
pub(crate) struct Secrets(pub(crate) Vec<Secret>);

impl Secrets {
    /// Plants one; gives what stands for it in a template.
    fn plant(&mut self, readings: [String; READINGS], figure: Option<Cell>) -> String {
        let longest = readings.iter().map(String::len).max().unwrap_or(0);
        let readings =
            readings.map(|text| format!("{text:<0$}", longest - text.len() + text.chars().count()));
        self.0.push(Secret { readings, figure });
        format!("§{}§", self.0.len() - 1)
    }

    /// A number like its neighbours; one unlike any of them; and none.
    pub(crate) fn number(&mut self, dice: &mut Dice, whole: usize, cell: Cell) -> String {
        let first = format!("{}.{}", dice.digits(whole), dice.digits(10 - whole));
        let other = match dice.between(1, 4) {
            1 => format!("-{}.{}", dice.digits(whole), dice.digits(2)),
            2 => format!("{}.{}", dice.digits(whole + 3), dice.digits(2)),
            3 => format!("0.000{}", dice.digits(5)),
            _ => "0".to_owned(),
        };
        self.plant([first, other, "~".to_owned()], Some(cell))
    }

    /// A number, whoever reads it.
    pub(crate) fn plain_number(&mut self, dice: &mut Dice, whole: usize, cell: Cell) -> String {
        let readings = [(); READINGS].map(|()| format!("{}.{}", dice.digits(whole), dice.digits(10 - whole)));
        self.plant(readings, Some(cell))
    }

    /// What somebody contributed to a change of a secret figure: it would tell the figure.
    pub(crate) fn part(&mut self, dice: &mut Dice, whole: usize) -> String {
        let readings = [(); READINGS].map(|()| format!("{}.{}", dice.digits(whole), dice.digits(8 - whole)));
        self.plant(readings, None)
    }

    /// Words that stand nowhere else.
    pub(crate) fn words(&mut self, dice: &mut Dice) -> String {
        let readings = [(); READINGS].map(|()| format!("密{}", dice.letters(10)));
        self.plant(readings, None)
    }

    /// An id that stands nowhere else.
    pub(crate) fn id(&mut self, dice: &mut Dice) -> String {
        let readings = [(); READINGS].map(|()| dice.letters(10));
        self.plant(readings, None)
    }

    /// One of a few words that every site holds.
    pub(crate) fn common(&mut self, readings: [&str; READINGS]) -> String {
        self.plant(readings.map(str::to_owned), None)
    }

    /// A template with one of the readings.
    pub(crate) fn fill(&self, template: &str, reading: usize) -> String {
        let mut parts = template.split('§');
        let mut text = parts.next().unwrap_or_default().to_owned();
        while let (Some(number), Some(rest)) = (parts.next(), parts.next()) {
            let number: usize = number.parse().expect("templates name secrets by number");
            text.push_str(&self.0[number].readings[reading]);
            text.push_str(rest);
        }
        text
    }
}
