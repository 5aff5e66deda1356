//! Random sites in which figures are withheld in every place where a figure can stand.

use std::fmt::Write as _;

use casebook::model::{Asks, ChartKind};

use crate::dice::Dice;
use crate::secret::{Cell, Secrets};
use crate::support::{Site, site};

/// A site in which some pieces are still open.
pub(crate) struct Story {
    files: Vec<(String, String)>,
    /// The pictures of cases that are not public, by path.
    pictures: Vec<String>,
    /// What is planted.
    pub(crate) secrets: Secrets,
    /// The public figures beside the secret ones.
    pub(crate) public: Vec<Public>,
}

/// A public figure.
pub(crate) struct Public {
    /// The figure it stands beside; its period is empty for benchmarks and targets.
    pub(crate) cell: Cell,
    /// As the file has it.
    pub(crate) text: String,
}

/// An indicator that stories are told with.
pub(crate) struct Measure {
    /// Its id.
    pub(crate) id: &'static str,
    unit: &'static str,
    /// Decimals shown: enough to tell a secret from chance.
    decimals: u32,
    direction: &'static str,
    scale: u32,
    /// Digits before the point.
    whole: usize,
    more: &'static str,
}

/// One for every unit and every direction.
pub(crate) const MEASURES: [Measure; 9] = [
    Measure {
        id: "roe",
        unit: "percent",
        decimals: 4,
        direction: "increase",
        scale: 1,
        whole: 2,
        more: "supersedes: old-roe\n",
    },
    Measure {
        id: "old-roe",
        unit: "percent",
        decimals: 4,
        direction: "decrease",
        scale: 1,
        whole: 2,
        more: "",
    },
    Measure {
        id: "debt",
        unit: "percent",
        decimals: 4,
        direction: "{ range: { min: 40, max: 65 } }",
        scale: 1,
        whole: 2,
        more: "",
    },
    Measure {
        id: "cash",
        unit: "percent",
        decimals: 4,
        direction: "{ hold: { within: 1.5 } }",
        scale: 1,
        whole: 2,
        more: "",
    },
    Measure {
        id: "profit",
        unit: "currency",
        decimals: 0,
        direction: "increase",
        scale: 10_000,
        whole: 4,
        more: "aggregation: sum\n",
    },
    Measure {
        id: "productivity",
        unit: "currency-per-person",
        decimals: 0,
        direction: "increase",
        scale: 1,
        whole: 8,
        more: "",
    },
    Measure {
        id: "liquidity",
        unit: "ratio",
        decimals: 5,
        direction: "increase",
        scale: 1,
        whole: 1,
        more: "",
    },
    Measure {
        id: "headcount",
        unit: "count",
        decimals: 0,
        direction: "none",
        scale: 1,
        whole: 8,
        more: "aggregation: sum\n",
    },
    Measure {
        id: "output",
        unit: "{ zh: 万吨, en: 10 kt }",
        decimals: 4,
        direction: "increase",
        scale: 1,
        whole: 3,
        more: "",
    },
];

/// Cases that nobody may read, and why not.
pub(crate) const HIDDEN: [(&str, &str); 5] = [
    ("draft", "status: draft\n"),
    ("review", "status: review\n"),
    ("scheduled", "publish_on: 2026-06-30T09:00:00+08:00\n"),
    ("withdrawn", "status: withdrawn\n"),
    ("misspelled", "status: publised\n"),
];

/// Who may know a figure, as files say it.
const CONFIDENTIAL: &str = "confidential";
const EMBARGO: &str = "{ until: 2026-06-30T09:00:00+08:00 }";

/// Which figures of a series are withheld.
#[derive(Clone, Copy)]
enum Pattern {
    None,
    First,
    Middle,
    Last,
    All,
    Some,
}

struct Teller {
    dice: Dice,
    story: Story,
    periods: Vec<String>,
    /// The measures of this story.
    measures: Vec<&'static Measure>,
}

/// The story of a number.
pub(crate) fn story(seed: u64) -> Story {
    let mut dice = Dice::new(seed);
    let mut periods: Vec<String> = (2024 - dice.between(1, 5)..=2024).map(|year| year.to_string()).collect();
    if dice.once_in(5) {
        periods.extend(["2025-Q1".to_owned(), "2025-Q2".to_owned()]);
    }
    let mut measures: Vec<&Measure> = MEASURES.iter().collect();
    while measures.len() > 3 {
        measures.remove(dice.between(0, measures.len() - 1));
    }
    let story =
        Story { files: Vec::new(), pictures: Vec::new(), secrets: Secrets::default(), public: Vec::new() };
    let mut teller = Teller { dice, story, periods, measures };
    teller.definitions();
    let others = *teller.dice.one(&[0, 3, 4, 5, 6, 9]);
    teller.benchmarks(others);
    teller.enterprise("main", true);
    for n in 0..others {
        teller.enterprise(&format!("other-{n}"), false);
    }
    teller.misunderstood();
    teller.cases();
    teller.hidden_cases();
    teller.story
}

impl Story {
    /// The site with one of the readings of everything planted. It is made of what is sound in it.
    pub(crate) fn site(&self, reading: usize) -> Site {
        let base = site()
            .without("content/cases/rolling/case.yaml")
            .without("content/cases/rolling/zh.md")
            .without("content/cases/rolling/en.md")
            .without("content/benchmarks/steel-roe.yaml")
            .without("content/indicators/total-profit.yaml")
            .without("content/enterprises/hualan-steel/enterprise.yaml")
            .without("content/enterprises/hualan-steel/indicators.yaml")
            .wish(|wish| wish.without_broken = true);
        let filled = self
            .files
            .iter()
            .fold(base, |site, (path, template)| site.file(path, &self.secrets.fill(template, reading)));
        let picture = &include_bytes!("../../docs/case-en.png")[..];
        let bytes = [picture, &[u8::try_from(reading).expect("few readings")]].concat();
        self.pictures.iter().fold(filled, |site, path| site.bytes(path, &bytes))
    }
}

impl Teller {
    fn write(&mut self, path: &str, template: String) {
        self.story.files.push((path.to_owned(), template));
    }

    fn definitions(&mut self) {
        let core: Vec<&str> = self.measures.iter().map(|m| m.id).collect();
        self.write(
            "casebook.yaml",
            format!(
                "casebook: 1\ntitle: {{ zh: 案例集, en: Casebook }}\ndescription: {{ zh: 说明。, en: Description. }}\n\
                 base_url: https://example.org/showcase/\nlanguages: [zh, en]\n\
                 publisher: {{ name: {{ zh: 发布者, en: Publisher }} }}\ntimezone: Asia/Shanghai\n\
                 core_indicators: [{}]\n",
                core.join(", ")
            ),
        );
        for m in &MEASURES {
            let Measure { id, unit, decimals, direction, more, .. } = m;
            self.write(
                &format!("content/indicators/{id}.yaml"),
                format!(
                    "name: {{ zh: 指标{id}, en: Indicator {id} }}\ndefinition: {{ zh: 定义。, en: Defined. }}\nunit: {unit}\n\
                     decimals: {decimals}\ndirection: {direction}\n{more}"
                ),
            );
        }
        for source in ["annual-report", "quick-filing", "board-paper"] {
            self.write(
                &format!("content/sources/{source}.yaml"),
                format!("title: {{ zh: 来源{source}, en: Source {source} }}\nkind: annual-report\npublished: 2025-03-28\n"),
            );
        }
    }

    /// One of every kind for each measure; which of them an enterprise uses is its own choice.
    fn benchmarks(&mut self, others: usize) {
        for m in self.measures.clone() {
            let head = |kind: &str| {
                let own = matches!(kind, "own-past" | "peer-statistic");
                let currency = if m.unit.starts_with("currency") && !own { "currency: CNY\n" } else { "" };
                format!(
                    "kind: {kind}\nindicator: {}\nlabel: {{ zh: 对标, en: Bench }}\nsource: annual-report\n{currency}",
                    m.id
                )
            };
            let scale = if m.scale == 1 { String::new() } else { format!("scale: {}\n", m.scale) };
            let values: Vec<String> = self
                .periods
                .clone()
                .iter()
                .map(|p| format!("{p}: {}", self.public_number(m, "", "")))
                .collect();
            let values = format!("{scale}values: {{ {} }}\n", values.join(", "));
            let at = |kind: &str| format!("content/benchmarks/{}-{kind}.yaml", m.id);
            self.write(&at("enterprise"), head("enterprise") + &values);
            self.write(&at("limit"), head("limit") + &values);
            let past = self.dice.one(&self.periods.clone()).clone();
            self.write(&at("own-past"), head("own-past") + &format!("period: {past}\n"));
            let peers: Vec<String> = ["main", "misunderstood"]
                .map(str::to_owned)
                .into_iter()
                .chain((0..others).map(|n| format!("other-{n}")))
                .collect();
            let peers = &peers[self.dice.between(0, 1)..];
            let statistic = *self.dice.one(&["median", "mean", "p75"]);
            self.write(
                &at("peer-statistic"),
                head("peer-statistic") + &format!("statistic: {statistic}\npeers: [{}]\n", peers.join(", ")),
            );
            let last = self.periods.last().expect("a story has periods").clone();
            self.write(
                &at("ladder"),
                head("ladder")
                    + &format!(
                        "bands: {{ {last}: {{ excellent: 90, good: 70, average: 50, low: 30, poor: 10 }} }}\n"
                    ),
            );
        }
    }

    /// A number that everybody may know, unlike any secret: of few digits.
    fn public_number(&mut self, m: &Measure, folder: &str, period: &str) -> String {
        let digits = self.dice.digits(2);
        let text = if m.whole > 2 {
            format!("{digits}{}", "0".repeat(m.whole - 2))
        } else {
            format!("{}.{}", &digits[..m.whole], &digits[m.whole..].parse::<u8>().unwrap_or(5))
        };
        let cell = Cell {
            folder: folder.to_owned(),
            indicator: m.id,
            period: period.to_owned(),
            scale: m.scale,
            embargoed: false,
        };
        self.story.public.push(Public { cell, text: text.clone() });
        text
    }

    fn enterprise(&mut self, id: &str, main: bool) {
        let industry = *self.dice.one(&["steel", "steel", "steel", "ports"]);
        let industry = if main { "steel" } else { industry };
        self.write(
            &format!("content/enterprises/{id}/enterprise.yaml"),
            format!("name: {{ zh: 企业{id}, en: Enterprise {id} }}\nindustry: {industry}\nregion: hebei\n"),
        );
        let figures = self.figures(&format!("enterprises/{id}"), if main { 1 } else { 3 }, true);
        self.write(&format!("content/enterprises/{id}/indicators.yaml"), figures);
    }

    /// A file of figures in which one series in `rarity` has something to hide.
    fn figures(&mut self, folder: &str, rarity: usize, aims: bool) -> String {
        let currency = if self.dice.once_in(6) { "USD" } else { "CNY" };
        let mut text = format!("currency: {currency}\nsource: annual-report\nobservations:\n");
        let mut bridges = String::from("bridges:\n");
        for m in self.measures.clone() {
            let pattern = if self.dice.once_in(rarity) {
                *self.dice.one(&[
                    Pattern::First,
                    Pattern::Middle,
                    Pattern::Last,
                    Pattern::All,
                    Pattern::Some,
                    Pattern::Some,
                ])
            } else {
                Pattern::None
            };
            let hidden = self.series(&mut text, folder, m, pattern);
            self.bridge(&mut bridges, m, hidden);
        }
        if aims {
            text.push_str("targets:\n");
            for m in self.measures.clone() {
                let baseline = self.dice.one(&self.years()).clone();
                let scale = if m.scale == 1 { String::new() } else { format!("scale: {}, ", m.scale) };
                let aim = self.public_number(m, folder, "");
                let _ = writeln!(
                    text,
                    "  {}: {{ baseline: {baseline}, {scale}values: {{ 2026: {aim} }} }}",
                    m.id
                );
            }
            text.push_str("benchmarks:\n");
            for m in self.measures.clone() {
                let kind = *self.dice.one(&["enterprise", "limit", "own-past", "peer-statistic", "ladder"]);
                // Different currencies are refused: of money only what every enterprise computes for itself.
                let kind =
                    if m.unit.starts_with("currency") && currency != "CNY" { "own-past" } else { kind };
                let _ = writeln!(text, "  {0}: {0}-{kind}", m.id);
            }
        }
        text + &bridges
    }

    /// The periods that can be compared with each other, two at least.
    fn years(&self) -> Vec<String> {
        self.periods.iter().filter(|period| !period.contains('-')).cloned().collect()
    }

    /// What made up the change from the first year to the last, as secret as these are.
    fn bridge(&mut self, text: &mut String, m: &'static Measure, hidden: bool) {
        let years = self.years();
        let (from, to) = (&years[0], &years[years.len() - 1]);
        let scale = if m.scale == 1 { String::new() } else { format!("scale: {}, ", m.scale) };
        let _ = write!(text, "  {}: {{ from: {from}, to: {to}, {scale}parts: [", m.id);
        for n in 0..3 {
            let (dice, secrets) = (&mut self.dice, &mut self.story.secrets);
            let (value, zh) = if hidden {
                (secrets.part(dice, m.whole), secrets.words(dice))
            } else {
                (format!("{n}.5"), format!("因素{n}"))
            };
            let _ = write!(text, "{{ name: {{ zh: {zh}, en: {zh} }}, value: {value} }}, ");
        }
        text.push_str("] }\n");
    }

    /// Whether the first year or the last has something to hide.
    fn series(&mut self, text: &mut String, folder: &str, m: &'static Measure, pattern: Pattern) -> bool {
        let indent = if m.scale == 1 { "    " } else { "      " };
        let _ = writeln!(text, "  {}:", m.id);
        if m.scale != 1 {
            let _ = writeln!(text, "    scale: {}\n    values:", m.scale);
        }
        let periods = self.periods.clone();
        let last_year = self.years().len() - 1;
        let mut end_hidden = false;
        for (i, period) in periods.iter().enumerate() {
            let hidden = match pattern {
                Pattern::None => false,
                Pattern::First => i == 0,
                Pattern::Middle => i == periods.len() / 2,
                Pattern::Last => i + 1 == periods.len(),
                Pattern::All => true,
                Pattern::Some => self.dice.once_in(2),
            };
            let figure = if hidden {
                self.hidden_figure(folder, m, period, indent)
            } else {
                match self.dice.between(1, 12) {
                    1 => "{ value: ~, note: { zh: 未统计, en: not counted } }".to_owned(),
                    2 => format!("{{ value: {}, basis: estimate }}", self.public_number(m, folder, period)),
                    _ => self.public_number(m, folder, period),
                }
            };
            let _ = writeln!(text, "{indent}{period}: {figure}");
            end_hidden |= hidden && (i == 0 || i == last_year);
        }
        end_hidden
    }

    /// A withheld figure, written in one line or in several.
    fn hidden_figure(&mut self, folder: &str, m: &'static Measure, period: &str, indent: &str) -> String {
        let embargoed = self.dice.once_in(2);
        let cell = Cell {
            folder: folder.to_owned(),
            indicator: m.id,
            period: period.to_owned(),
            scale: m.scale,
            embargoed,
        };
        let (dice, secrets) = (&mut self.dice, &mut self.story.secrets);
        let mut parts = vec![format!("value: {}", secrets.number(dice, m.whole, cell))];
        parts.push(format!("withheld: {}", if embargoed { EMBARGO } else { CONFIDENTIAL }));
        if dice.once_in(2) {
            parts.push(format!("note: {{ zh: '{}', en: '{}' }}", secrets.words(dice), secrets.words(dice)));
        }
        if dice.once_in(2) {
            parts.push(format!(
                "source: {}",
                secrets.common(["quick-filing", "board-paper", "annual-report"])
            ));
        }
        if dice.once_in(2) {
            parts.push(format!("basis: {}", secrets.common(["estimate", "management", "audited"])));
        }
        let turn = dice.between(0, parts.len() - 1);
        parts.rotate_left(turn);
        if dice.once_in(2) {
            return format!("{{ {} }}", parts.join(", "));
        }
        parts.iter().fold(String::new(), |text, part| format!("{text}\n{indent}  {part}"))
    }

    /// An enterprise whose file says that something is withheld, but not in a way that anybody could understand.
    fn misunderstood(&mut self) {
        self.write(
            "content/enterprises/misunderstood/enterprise.yaml",
            "name: { zh: 误, en: Odd }\nindustry: steel\nregion: hebei\n".to_owned(),
        );
        let flaw = self.dice.between(1, 4);
        let mut text = String::from("currency: CNY\nsource: annual-report\n");
        if flaw == 1 {
            text.push_str("withheld: confidential\n");
        }
        text.push_str("observations:\n");
        for m in self.measures.clone() {
            let _ = writeln!(text, "  {}:\n    scale: 1", m.id);
            if flaw == 2 {
                text.push_str("    withheld: confidential\n");
            }
            text.push_str("    values:\n");
            for period in self.periods.clone() {
                let cell = Cell {
                    folder: "enterprises/misunderstood".to_owned(),
                    indicator: m.id,
                    period: period.clone(),
                    scale: 1,
                    embargoed: false,
                };
                let value = self.story.secrets.plain_number(&mut self.dice, m.whole, cell);
                let marker = match flaw {
                    3 => "withheld: [confidential]",
                    4 => "confidential: true",
                    _ => "basis: audited",
                };
                let _ = writeln!(text, "      {period}: {{ value: {value}, {marker} }}");
            }
        }
        self.write("content/enterprises/misunderstood/indicators.yaml", text);
    }

    /// Cases that everybody may read. One asks of the figures whatever can be asked; each question that a secret may
    /// stand behind is in a case of its own, because a text with a question that has no answer is left out.
    fn cases(&mut self) {
        let ids: Vec<&str> = self.measures.iter().map(|m| m.id).collect();
        let listed = ids.join(", ");
        let facts = |more: &str| {
            format!(
                "kind: project\nenterprise: main\nareas: [efficiency]\nindicators: [{listed}]\npublished: 2025-02-18\n\
                 milestones: [{{ date: 2022-03, text: {{ zh: 立项, en: approved }} }}]\n{more}"
            )
        };
        let charts = self.charts();
        let guesses = self.guesses();
        let sound = format!("## 甲 {{#challenge}}\n[草稿](../draft/zh.md)\n\n{guesses}\n{charts}");
        self.case("alpha", &facts(""), &sound);
        self.case("beta", &facts(""), &sound);
        let own = self.figures("cases/beta", 1, false);
        self.write("content/cases/beta/indicators.yaml", own);
        for n in 0..6 {
            let question = self.question();
            self.case(&format!("ask-{n}"), &facts("featured: true\n"), &format!("## 问\n{question}\n"));
            if n % 2 == 0 {
                let own = self.figures(&format!("cases/ask-{n}"), 1, true);
                self.write(&format!("content/cases/ask-{n}/indicators.yaml"), own);
            }
        }
    }

    /// Numbers bound to nothing. Some are public figures and some are secret ones, as in the second reading: a word
    /// about them must not say which.
    fn guesses(&self) -> String {
        let known = self.story.public.iter().rev().take(6).map(|public| (&public.cell, public.text.as_str()));
        let secret = self
            .story
            .secrets
            .0
            .iter()
            .rev()
            .filter_map(|secret| Some((secret.figure.as_ref()?, secret.readings[1].trim())));
        let all = known.chain(secret.filter(|(_, text)| text.len() > 3).take(12));
        let mut said = String::new();
        for (cell, text) in all {
            let unit =
                match MEASURES.iter().find(|m| m.id == cell.indicator).expect("cells have measures").unit {
                    "percent" => "%",
                    "currency" => "万元",
                    "currency-per-person" => "元",
                    "ratio" => "",
                    "count" => "人",
                    _ => "万吨",
                };
            let _ = write!(said, "{}年达到{text}{unit}。", cell.period.get(..4).unwrap_or("2024"));
        }
        said
    }

    fn case(&mut self, id: &str, facts: &str, text: &str) {
        self.write(&format!("content/cases/{id}/case.yaml"), facts.to_owned());
        for lang in ["zh", "en"] {
            let head = format!("---\ntitle: {id} {lang}\nsummary: 摘要\n---\n");
            self.write(&format!("content/cases/{id}/{lang}.md"), head + text);
        }
    }

    /// A chart block of every kind, for every measure where it takes one.
    fn charts(&mut self) -> String {
        let mut text = String::new();
        let all: Vec<&str> = self.measures.iter().map(|m| m.id).collect();
        for (word, kind) in ChartKind::ALL {
            let mut block = |lines: &str| {
                let _ = write!(text, "\n```chart\nkind: {word}\n{lines}```\n");
            };
            match kind.asks() {
                Asks::Nothing => block(""),
                Asks::Several => block(&format!("indicators: [{}]\n", all.join(", "))),
                Asks::One => {
                    for id in &all {
                        let benchmark = match self.dice.between(1, 3) {
                            1 if kind.takes_benchmark() => format!("benchmark: {id}-peer-statistic\n"),
                            2 if kind.takes_benchmark() => format!("benchmark: {id}-own-past\n"),
                            _ => String::new(),
                        };
                        block(&format!("indicator: {id}\n{benchmark}"));
                    }
                }
            }
        }
        text
    }

    /// A claim of any form on any figure, perhaps in the author's own words, perhaps about somebody else.
    fn question(&mut self) -> String {
        let indicator = self.dice.one(&self.measures).id;
        let periods = self.periods.clone();
        let (one, two) = (self.dice.one(&periods).clone(), self.dice.one(&periods).clone());
        let (from, to) = if one <= two { (one, two) } else { (two, one) };
        let whose = *self.dice.one(&["", "", "main/", "other-0/", "misunderstood/", "beta/"]);
        let ask = match self.dice.between(1, 9) {
            1 => format!("@{to}"),
            2 => format!(": change {from}..{to}"),
            3 => format!(": growth {from}..{to}"),
            4 => format!(": multiple {from}..{to}"),
            5 => format!(": gap {to}"),
            6 => format!(": gap closed {to}"),
            7 => format!(": benchmark {to}"),
            8 => ": target 2026".to_owned(),
            _ => format!(": rank {to}"),
        };
        match self.dice.between(1, 3) {
            1 => format!("[12.3%]{{{whose}{indicator}{ask}}}"),
            _ => format!("{{{whose}{indicator}{ask}}}"),
        }
    }

    /// Cases that nobody may read yet or any more: their words, tags, pictures and figures are all secret.
    fn hidden_cases(&mut self) {
        let ids: Vec<&str> = self.measures.iter().map(|m| m.id).collect();
        for (id, status) in HIDDEN {
            let (dice, secrets) = (&mut self.dice, &mut self.story.secrets);
            let [zh, en] = [(); 2].map(|()| secrets.words(dice));
            let facts = format!(
                "kind: project\nenterprise: main\npartners: [{}]\nareas: [{}]\nindicators: [{}]\ntags: [{}]\n\
                 period: {}..2024\npublished: {}\nrelated: [alpha]\n\
                 milestones: [{{ date: {}, text: {{ zh: '{zh}', en: '{en}' }} }}]\n\
                 images: [{{ file: media/{id}.png, alt: {{ zh: '{zh}', en: '{en}' }} }}]\n{status}",
                secrets.common(["main", "    ", "main"]),
                secrets.common(["efficiency", "innovation", "efficiency"]),
                secrets.common([ids[0], ids[1], ids[2]]),
                secrets.id(dice),
                secrets.common(["2019", "2021", "2022"]),
                secrets.common(["2025-02-18", "2025-12-31", "2011-01-01"]),
                secrets.common(["2021-01", "2022-02", "2020-12"]),
            );
            self.write(&format!("content/cases/{id}/case.yaml"), facts);
            self.story.pictures.push(format!("content/cases/{id}/media/{id}.png"));
            for lang in ["zh", "en"] {
                let (dice, secrets) = (&mut self.dice, &mut self.story.secrets);
                let [title, summary, text] = [(); 3].map(|()| secrets.words(dice));
                self.write(
                    &format!("content/cases/{id}/{lang}.md"),
                    format!(
                        "---\ntitle: {title}\nsummary: {summary}\n---\n## {text} {{#challenge}}\n{text} [甲](../alpha/{lang}.md) \
                         ![{text}](media/{id}.png)\n"
                    ),
                );
            }
            let figures = self.figures(&format!("cases/{id}"), 1, true);
            self.write(&format!("content/cases/{id}/indicators.yaml"), figures);
        }
    }
}
