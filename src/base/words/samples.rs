//! One problem of every sort where it could stand in a casebook, for the tests that read what is said about it.

use crate::base::problem::{
    AssertionFault, ChartDifference, ChartLack, ClaimFault, Elsewhere, Fitting, ImageFault, Kind, LinkFault,
    NoFigure, Problem as P, Shape, Shift, Skip, Worst, YamlFault, YamlFeature,
};
use crate::base::{Diagnostic, Place, Severity, SourcePath, Span};

/// A problem and the file it stands in. What is marked stands between `⟦` and `⟧`; without them it is the whole file.
pub(crate) struct Sample {
    file: &'static str,
    marked: &'static str,
    problem: P,
}

impl Sample {
    /// The file's text.
    pub(crate) fn text(&self) -> String {
        self.marked.replace(['⟦', '⟧'], "")
    }

    /// The problem at its place.
    pub(crate) fn diagnostic(&self) -> Diagnostic {
        let place = |mark| self.marked.split_once(mark).map(|(before, _)| before.replace('⟦', "").len());
        let span = match (place('⟦'), place('⟧')) {
            (Some(start), Some(end)) => Span::new(start, end),
            _ => Span::default(),
        };
        let file = SourcePath::new(self.file);
        Diagnostic { place: Place::new(&file, span), problem: self.problem.clone() }
    }
}

const CASE: &str = "content/cases/hualan-smart-rolling/case.yaml";
const PROSE: &str = "content/cases/hualan-smart-rolling/zh.md";
const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";
const ENTERPRISE: &str = "content/enterprises/hualan-steel/enterprise.yaml";
const INDICATOR: &str = "content/indicators/roe.yaml";
const BENCHMARK: &str = "content/benchmarks/steel-world-class-roe.yaml";
const SITE: &str = "casebook.yaml";

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|&word| word.to_owned()).collect()
}

#[expect(clippy::unnecessary_wraps, reason = "suggestions are optional")]
fn some(word: &str) -> Option<String> {
    Some(word.to_owned())
}

/// At least one of every code, and one of every reason that changes what is said.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(crate) fn samples() -> Vec<Sample> {
    let sample = |file, marked, problem| Sample { file, marked, problem };
    let s = str::to_owned;
    let mut all = vec![
        sample(PROSE, "", P::FileTooLarge { size: 1_500_000, limit: 1_048_576 }),
        sample(PROSE, "", P::EncodingNotUtf8 { guess: s("UTF-16") }),
        sample(PROSE, "---\ntitle: ⟦\u{fffd}⟧\n", P::EncodingNotUtf8 { guess: s("GB18030") }),
        sample(PROSE, "---\ntitle: 一条轧线⟦\0⟧的三年\n", P::NulCharacter),
        sample("content/cases/heat/cases.yaml", "", P::FileUnknown { suggestion: some("case.yaml") }),
        sample("content/cases/heat/采访记录.docx", "", P::FileUnknown { suggestion: None }),
        sample("content/cases/heat/zh.md", "", P::FileMissing { name: s("case.yaml") }),
        sample(FIGURES, "", P::FileUnreadable { reason: s("permission denied") }),
        sample(
            ENTERPRISE,
            "name: { zh: 华岚钢铁集团 }\n⟦industri⟧: steel\n",
            P::KeyUnknown {
                key: s("industri"),
                suggestion: some("industry"),
                known: words(&["name", "short", "industry", "region"]),
            },
        ),
        sample(
            ENTERPRISE,
            "⟦行业⟧: steel\n",
            P::KeyUnknown {
                key: s("行业"),
                suggestion: some("industry"),
                known: words(&["name", "short", "industry", "region"]),
            },
        ),
        sample(
            ENTERPRISE,
            "⟦负责人⟧: 李明\n",
            P::KeyUnknown {
                key: s("负责人"),
                suggestion: None,
                known: words(&[
                    "name",
                    "short",
                    "sort_as",
                    "industry",
                    "region",
                    "level",
                    "founded",
                    "website",
                    "recognitions",
                    "logo",
                    "notes",
                ]),
            },
        ),
        sample(ENTERPRISE, "⟦name⟧: { zh: 华岚钢铁集团 }\n", P::KeyMissing { key: s("industry") }),
        sample(
            INDICATOR,
            "name: { zh: 净资产收益率 }\ndirection: ⟦hold⟧\n",
            P::KeyMissing { key: s("within") },
        ),
        sample(
            CASE,
            "kind: project\nstatus: ⟦已发布⟧\n",
            P::ValueUnknown {
                value: s("已发布"),
                suggestion: some("published"),
                allowed: words(&["draft", "review", "published", "withdrawn"]),
            },
        ),
        sample(CASE, "kind: ⟦⟧\n", P::TextEmpty),
        sample(CASE, "areas: ⟦[]⟧\n", P::ListEmpty),
        sample(
            CASE,
            "areas: [efficiency, innovation, governance, ⟦capability⟧]\n",
            P::ListTooLong { most: 3 },
        ),
        sample(CASE, "indicators: [roe, eva-ratio, ⟦roe⟧]\n", P::ListRepeats { value: s("roe") }),
        sample(INDICATOR, "decimals: ⟦9⟧\n", P::NumberOutOfRange { text: s("9"), min: s("0"), max: s("6") }),
        sample(
            INDICATOR,
            "direction: { hold: { within: ⟦-1⟧ } }\n",
            P::NumberOutOfRange { text: s("-1"), min: s("0"), max: s("∞") },
        ),
        sample("content/cases/华岚/case.yaml", "", P::IdMalformed { text: s("华岚"), suggestion: None }),
        sample(
            CASE,
            "enterprise: ⟦Hualan Steel⟧\n",
            P::IdMalformed { text: s("Hualan Steel"), suggestion: some("hualan-steel") },
        ),
        sample("content/pages/index/zh.md", "", P::IdMalformed { text: s("index"), suggestion: None }),
        sample(ENTERPRISE, "website: ⟦www.example.org⟧\n", P::UrlMalformed { text: s("www.example.org") }),
        sample(
            CASE,
            "alt: { zh: 轧机, ⟦cn⟧: 轧机 }\n",
            P::LanguageUnknown { text: s("cn"), languages: words(&["zh", "en"]) },
        ),
        sample(
            SITE,
            "languages: [zh, ⟦英文版⟧]\n",
            P::LanguageUnknown { text: s("英文版"), languages: vec![] },
        ),
        sample(ENTERPRISE, "name: ⟦{ zh: 华岚钢铁集团 }⟧\n", P::TextUntranslated { language: s("en") }),
        sample(SITE, "casebook: ⟦2⟧\n", P::FormatUnsupported { text: s("2") }),
        sample(SITE, "timezone: ⟦北京时间⟧\n", P::TimeZoneUnknown { text: s("北京时间") }),
        sample(FIGURES, "currency: ⟦人民币⟧\n", P::CurrencyMalformed { text: s("人民币") }),
        sample(FIGURES, "currency: ⟦万元⟧\n", P::CurrencyMalformed { text: s("万元") }),
        sample(
            CASE,
            "enterprise: ⟦hualan-stel⟧\n",
            P::ReferenceUnknown {
                kind: Kind::Enterprise,
                id: s("hualan-stel"),
                suggestion: some("hualan-steel"),
                known: words(&["beilu-steel", "hualan-steel", "mingsha-steel"]),
            },
        ),
        sample(
            FIGURES,
            "source: ⟦annual-report⟧\n",
            P::ReferenceUnknown {
                kind: Kind::Source,
                id: s("annual-report"),
                suggestion: None,
                known: vec![],
            },
        ),
        sample(
            "content/vocabulary/industries.yaml",
            "- { id: ⟦steel⟧, name: { zh: 特钢 } }\n",
            P::IdDuplicate {
                kind: Kind::Industry,
                id: s("steel"),
                first: SourcePath::new("content/vocabulary/industries.yaml:3"),
            },
        ),
        sample(
            CASE,
            "related: [⟦hualan-smart-rolling⟧]\n",
            P::ReferenceToItself { id: s("hualan-smart-rolling") },
        ),
        sample(
            FIGURES,
            "observations:\n  ⟦total-profit⟧: { 2024: 512300 }\n",
            P::CurrencyMissing { indicator: s("total-profit") },
        ),
        sample(
            FIGURES,
            "benchmarks: { total-profit: ⟦steel-world-class-total-profit⟧ }\n",
            P::CurrencyDiffers { ours: s("CNY"), theirs: s("USD") },
        ),
        sample(
            FIGURES,
            "observations:\n  roe:\n    ⟦scale⟧: 10000\n",
            P::ScaleMisplaced { indicator: s("roe") },
        ),
        sample(INDICATOR, "unit: percent\naggregation: ⟦sum⟧\n", P::SumOfRatio),
        sample(
            FIGURES,
            "benchmarks: { eva-ratio: ⟦steel-world-class-roe⟧ }\n",
            P::BenchmarkOfOtherIndicator {
                benchmark: s("steel-world-class-roe"),
                belongs_to: s("roe"),
                used_for: s("eva-ratio"),
            },
        ),
        sample(
            FIGURES,
            "benchmarks: { roe: ⟦chemicals-world-class-roe⟧ }\n",
            P::BenchmarkOfOtherIndustry {
                benchmark: s("chemicals-world-class-roe"),
                industry: s("chemicals"),
            },
        ),
        sample(
            BENCHMARK,
            "statistic: median\npeers: [⟦hualan-steel, beilu-steel, mingsha-steel⟧]\n",
            P::BenchmarkOfFewPeers { indicator: s("roe"), most: 3, fewest: 5 },
        ),
        sample(
            FIGURES,
            "  rd-intensity: { 2023: 2.74, 2024: ⟦-3.02⟧ }\n",
            P::ValueNegative { indicator: s("rd-intensity") },
        ),
        sample(
            FIGURES,
            "  roe: { 2023: 8.3, 2024: ⟦9.4⟧ }\n",
            P::SourceMissing { indicator: s("roe"), period: s("2024") },
        ),
        sample(
            FIGURES,
            "targets:\n  net-profit: { baseline: ⟦2021-H1⟧, values: { 2025: 120000000 } }\n",
            P::PeriodsUnequal { from: s("2021-H1"), to: s("2025") },
        ),
        sample(
            FIGURES,
            "targets:\n  roe: { baseline: ⟦2018⟧, values: { 2025: 10.0 } }\n",
            P::BaselineAbsent { indicator: s("roe"), period: s("2018") },
        ),
        sample(
            FIGURES,
            "bridges:\n  roe: { from: ⟦2018⟧, to: 2024 }\n",
            P::BridgeEndAbsent { indicator: s("roe"), period: s("2018") },
        ),
        sample(
            FIGURES,
            "bridges:\n  ⟦total-profit⟧:\n",
            P::BridgeUnexplained {
                indicator: s("total-profit"),
                change: s("741800000"),
                rest: s("741799998"),
            },
        ),
        sample(FIGURES, "  roe: { 2023: 8.3, ⟦2024⟧: }\n", P::AbsenceUnexplained),
        sample(
            CASE,
            "indicators: [roe, ⟦eva-ratio⟧]\n",
            P::IndicatorWithoutFigures { indicator: s("eva-ratio") },
        ),
        sample(
            BENCHMARK,
            "bands:\n  2024: ⟦{ excellent: 9, good: 12, average: 6, low: 3, poor: 0 }⟧\n",
            P::BandsUnordered,
        ),
        sample(CASE, "", P::ProseMissing { expected: words(&["zh.md", "en.md"]) }),
        sample(PROSE, "", P::TranslationMissing { language: s("en") }),
        sample(
            PROSE,
            "",
            P::TextsDiffer {
                other: SourcePath::new("content/cases/hualan-smart-rolling/en.md"),
                differing: 14,
                figures: 19,
            },
        ),
        sample(PROSE, "⟦## 挑战⟧\n", P::FrontMatterMissing),
        sample(PROSE, "⟦---⟧\ntitle: 一条轧线的三年\n## 挑战\n", P::FrontMatterUnclosed),
        sample(PROSE, "这是⟦<b>⟧关键</b>的一步。\n", P::HtmlShownAsText),
        sample(PROSE, "⟦<!--⟧ 待补\n## 成效\n", P::CommentUnclosed),
        sample(PROSE, "见[附件](⟦file:///C:/报告.docx⟧)。\n", P::LinkSchemeRefused { scheme: s("file") }),
        sample(PROSE, "见[原文](⟦ftp://example.org/a⟧)。\n", P::LinkSchemeRefused { scheme: s("ftp") }),
        sample(PROSE, "见[原文](⟦//example.org/a⟧)。\n", P::LinkSchemeRefused { scheme: s("//") }),
        sample(
            PROSE,
            "参见[鸣沙](⟦../mingsha/zh.md⟧)。\n",
            P::LinkBroken { target: s("../mingsha/zh.md"), fault: LinkFault::Missing, suggestion: None },
        ),
        sample(
            PROSE,
            "参见[鸣沙](⟦../mingsha-moving-lin/zh.md⟧)。\n",
            P::LinkBroken {
                target: s("../mingsha-moving-lin/zh.md"),
                fault: LinkFault::Missing,
                suggestion: some("content/cases/mingsha-moving-line/zh.md"),
            },
        ),
        sample(
            PROSE,
            "参见[说明](⟦../../../../说明.md⟧)。\n",
            P::LinkBroken { target: s("../../../../说明.md"), fault: LinkFault::Outside, suggestion: None },
        ),
        sample(
            PROSE,
            "参见[数据](⟦../../vocabulary/tags.yaml⟧)。\n",
            P::LinkBroken {
                target: s("../../vocabulary/tags.yaml"),
                fault: LinkFault::NoPage,
                suggestion: None,
            },
        ),
        sample(
            PROSE,
            "参见[余热](⟦case:chengyu-heat⟧)。\n",
            P::LinkToUnpublished { target: s("case:chengyu-heat") },
        ),
        sample(
            PROSE,
            "见[成效](⟦#result⟧)。\n",
            P::AnchorUnknown {
                anchor: s("result"),
                suggestion: some("results"),
                known: words(&["challenge", "approach", "results", "lessons"]),
            },
        ),
        sample(PROSE, "## 成效 {⟦#results⟧}\n", P::HeadingIdRepeats { id: s("results") }),
        sample(PROSE, "## 成效 {⟦#我们的 成效！⟧}\n", P::HeadingIdMalformed { id: s("我们的 成效！") }),
        sample(
            PROSE,
            "⟦## 启示 {#lessons}⟧\n",
            P::SectionUntranslated { anchor: s("lessons"), language: s("en") },
        ),
        sample(PROSE, "⟦# 一条轧线的三年⟧\n", P::HeadingTooHigh),
        sample(PROSE, "![](⟦media/mill.jpg⟧)\n", P::ImageAltMissing),
        sample(
            PROSE,
            "图表\n⟦eva-ratio⟧\n",
            P::ChartWithoutData { lack: ChartLack::Figures { indicator: s("eva-ratio") } },
        ),
        sample(
            PROSE,
            "图表\n⟦eva-ratio⟧\n",
            P::ChartWithoutData { lack: ChartLack::Benchmark { indicator: s("eva-ratio") } },
        ),
        sample(
            PROSE,
            "图表\n⟦eva-ratio⟧\n",
            P::ChartWithoutData { lack: ChartLack::TwoPeriods { indicator: s("eva-ratio") } },
        ),
        sample(
            PROSE,
            "图表\n⟦total-profit⟧\n",
            P::ChartWithoutData { lack: ChartLack::Bridge { indicator: s("total-profit") } },
        ),
        sample(PROSE, "图表\n⟦timeline⟧\n", P::ChartWithoutData { lack: ChartLack::Milestones }),
        sample(PROSE, "图表\n⟦dumbbell⟧\n", P::ChartWithoutData { lack: ChartLack::Indicators }),
        sample(SITE, "share_images: ⟦true⟧\n", P::FontMissing { characters: s("轧𬭎"), pictures: 2 }),
        sample(
            SITE,
            "share_images: ⟦true⟧\n",
            P::FontMissing { characters: s("一三价值企净创利升华厂岚差差年"), pictures: 12 },
        ),
        sample(SITE, "share_images: ⟦true⟧\n", P::FontMissing { characters: String::new(), pictures: 12 }),
        sample(SITE, "theme: ⟦huawen⟧\n", P::ThemeUnknown { name: s("huawen") }),
        sample(
            "themes/huawen/case.html",
            "",
            P::TemplateBroken { reason: s("line 3: unknown variable\n  `titel`") },
        ),
        sample("themes/huawen/caes.html", "", P::ThemeFileUnused),
    ];
    all.extend(slips());
    all.extend(yaml());
    all.extend(kinds());
    all.extend(reasons());
    all.extend(choices());
    all.extend(assertions());
    all
}

/// What comes along from Word and Excel.
fn slips() -> Vec<Sample> {
    let sample = |file, marked, problem| Sample { file, marked, problem };
    let number = |marked, text: &str| sample(FIGURES, marked, P::NumberMalformed { text: text.to_owned() });
    let date = |marked, text: &str| sample(CASE, marked, P::DateMalformed { text: text.to_owned() });
    let moment = |marked, text: &str| sample(CASE, marked, P::MomentMalformed { text: text.to_owned() });
    let period = |marked, text: &str| sample(FIGURES, marked, P::PeriodMalformed { text: text.to_owned() });
    let range = |marked, text: &str| sample(CASE, marked, P::PeriodRangeMalformed { text: text.to_owned() });
    vec![
        number("  roe: { 2024: ⟦9.4%⟧ }\n", "9.4%"),
        number("    2024: ⟦51.23亿元⟧\n", "51.23亿元"),
        number("    2024: ⟦￥512300⟧\n", "￥512300"),
        number("    2024: ⟦1,234⟧\n", "1,234"),
        number("  roe: { 2024: ⟦9，4⟧ }\n", "9，4"),
        number("    2024: ⟦(1.5)⟧\n", "(1.5)"),
        number("    2024: ⟦约9.4⟧\n", "约9.4"),
        number("    2024: ⟦９.４⟧\n", "９.４"),
        number("    2024: ⟦=B2/C2⟧\n", "=B2/C2"),
        number("    2024: ⟦—⟧\n", "—"),
        number("    2024: ⟦9.4~9.6⟧\n", "9.4~9.6"),
        number("    2024: ⟦九点四⟧\n", "九点四"),
        number("    2024: ⟦9.39999999999999999999999999999⟧\n", "9.39999999999999999999999999999"),
        number("    2024: ⟦较好⟧\n", "较好"),
        date("published: ⟦2025年2月18日⟧\n", "2025年2月18日"),
        date("published: ⟦2025/2/18⟧\n", "2025/2/18"),
        date("published: ⟦45706⟧\n", "45706"),
        date("published: ⟦2025-02-18 09:00⟧\n", "2025-02-18 09:00"),
        date("published: ⟦2025-02⟧\n", "2025-02"),
        date("published: ⟦2025-02-30⟧\n", "2025-02-30"),
        date("published: ⟦去年⟧\n", "去年"),
        moment("publish_on: ⟦2025-03-01 09:00⟧\n", "2025-03-01 09:00"),
        moment("publish_on: ⟦2025-03-01⟧\n", "2025-03-01"),
        moment("publish_on: ⟦下周一⟧\n", "下周一"),
        period("  roe: { ⟦2024年上半年⟧: 9.4 }\n", "2024年上半年"),
        period("  roe: { ⟦2025E⟧: 9.8 }\n", "2025E"),
        period("  roe: { ⟦2024-05-01⟧: 9.4 }\n", "2024-05-01"),
        period("  roe: { ⟦2024q3⟧: 9.4 }\n", "2024q3"),
        period("  roe: { ⟦去年⟧: 9.4 }\n", "去年"),
        range("period: ⟦2022年3月至2024年12月⟧\n", "2022年3月至2024年12月"),
        range("period: ⟦2024..2022⟧\n", "2024..2022"),
        range("period: ⟦2022⟧\n", "2022"),
        range("period: ⟦三年⟧\n", "三年"),
    ]
}

/// The form of YAML.
fn yaml() -> Vec<Sample> {
    let sample = |marked, problem| Sample { file: CASE, marked, problem };
    let fault = |marked, fault| sample(marked, P::YamlMalformed { fault });
    let feature = |marked, feature| sample(marked, P::YamlFeatureRefused { feature });
    let shape = |marked, expected, found| sample(marked, P::TypeWrong { expected, found });
    vec![
        fault("milestones:\n⟦\t⟧- { date: 2022-03 }\n", YamlFault::Tab),
        fault("kind: project\n ⟦enterprise: hualan-steel⟧\n", YamlFault::Indentation),
        fault("credit: ⟦\"⟧案例集编辑部\n", YamlFault::UnclosedQuote),
        fault("areas: ⟦[⟧efficiency, innovation\n", YamlFault::UnclosedBracket),
        fault("text: 诊断小组⟦:⟧ 跟班\n", YamlFault::Colon),
        fault("kind⟦：⟧project\n", YamlFault::FullWidthColon),
        fault("credit: ⟦@⟧总部\n", YamlFault::ReservedCharacter),
        fault("name: { zh: 钢铁, en: Steel⟦,⟧ ports }\n", YamlFault::Comma),
        fault("kind: project\n⟦enterprise⟧\n", YamlFault::Other),
        sample("kind: project\n⟦kind⟧: enterprise\n", P::YamlDuplicateKey { key: "kind".to_owned() }),
        feature("credit: ⟦&a⟧ 总部\n", YamlFeature::Anchor),
        feature("credit: ⟦*总部⟧\n", YamlFeature::Alias),
        feature("credit: ⟦!重要⟧\n", YamlFeature::Tag),
        feature("⟦<<⟧: a\n", YamlFeature::MergeKey),
        feature("kind: project\n⟦---⟧\nkind: project\n", YamlFeature::SecondDocument),
        feature("⟦[a, b]⟧: c\n", YamlFeature::ComplexKey),
        sample("a: ⟦[⟧[[[[[[[[\n", P::YamlTooDeep { limit: 32 }),
        sample("a: [⟦b⟧, …]\n", P::YamlTooManyNodes { limit: 20_000 }),
        shape("images: ⟦media/mill.jpg⟧\n", Shape::List, Shape::Text),
        shape("alt: ⟦轧机⟧\n", Shape::LocalizedText, Shape::Text),
        shape("targets: ⟦roe：10.0⟧\n", Shape::Mapping, Shape::Text),
        shape("targets: ⟦[roe]⟧\n", Shape::Mapping, Shape::List),
        shape("enterprise: ⟦2024⟧\n", Shape::Text, Shape::Number),
        shape("text: { zh: ⟦立项: 批准⟧ }\n", Shape::Text, Shape::Mapping),
        shape("text: { zh: ⟦[立项]⟧ }\n", Shape::Text, Shape::List),
        shape("from: ⟦\"9.4\"⟧\n", Shape::Number, Shape::Text),
        shape("founded: ⟦1958.5⟧\n", Shape::WholeNumber, Shape::Number),
        shape("featured: ⟦是⟧\n", Shape::YesNo, Shape::Text),
        shape("stage: ⟦a⟧\n", Shape::Null, Shape::Text),
        shape("unit: ⟦[percent]⟧\n", Shape::TextOrMapping, Shape::List),
        shape("2024: ⟦[9.4]⟧\n", Shape::NumberOrMapping, Shape::List),
        shape("⟦areas⟧:\n", Shape::List, Shape::Null),
    ]
}

/// A reference of every kind.
fn kinds() -> Vec<Sample> {
    let sample = |marked, kind, id: &str, known: &[&str]| Sample {
        file: CASE,
        marked,
        problem: P::ReferenceUnknown { kind, id: id.to_owned(), suggestion: None, known: words(known) },
    };
    vec![
        sample("indicators: [⟦reo⟧]\n", Kind::Indicator, "reo", &["eva-ratio", "rd-intensity"]),
        sample("benchmark: ⟦wc⟧\n", Kind::Benchmark, "wc", &["steel-world-class-roe"]),
        sample("related: [⟦cold⟧]\n", Kind::Case, "cold", &["hualan-smart-rolling"]),
        sample("见[关于](⟦page:us⟧)\n", Kind::Page, "us", &["about", "method"]),
        sample("industry: ⟦iron⟧\n", Kind::Industry, "iron", &["chemicals", "steel"]),
        sample("region: ⟦heibei⟧\n", Kind::Region, "heibei", &["beijing", "shanxi"]),
        sample("areas: [⟦profit⟧]\n", Kind::Area, "profit", &["efficiency", "innovation"]),
        sample("systems: [⟦check⟧]\n", Kind::System, "check", &["diagnosis", "execution"]),
        sample("abilities: [⟦growth⟧]\n", Kind::Ability, "growth", &["creation", "enhancement"]),
        sample("stage: ⟦start⟧\n", Kind::Stage, "start", &["deployment", "implementation"]),
        sample("tags: [⟦ai⟧]\n", Kind::Tag, "ai", &["smart-manufacturing"]),
        sample("见[术语](⟦glossary:gap⟧)\n", Kind::GlossaryEntry, "gap", &[]),
    ]
}

/// Choices of figures that could look picked, for every sort.
fn choices() -> Vec<Sample> {
    let sample = |file, marked, problem| Sample { file, marked, problem };
    let base = |marked, base: &str, worst| {
        let [indicator, base, first, last] = ["roe", base, "2019", "2024"].map(str::to_owned);
        sample(PROSE, marked, P::BaseYearWorst { indicator, base, worst, first, last })
    };
    let skipped = |file, marked, periods: &[&str], how| {
        sample(file, marked, P::YearsSkipped { indicator: "roe".to_owned(), skipped: words(periods), how })
    };
    let changed =
        |file, marked, how| sample(file, marked, P::BenchmarkChanged { indicator: "roe".to_owned(), how });
    let unneeded = |marked, indicator: Option<&str>| {
        sample(
            CASE,
            marked,
            P::ReasonUnneeded { about: "base-year".to_owned(), indicator: indicator.map(str::to_owned) },
        )
    };
    vec![
        base("净资产收益率⟦{roe: change 2020..2024}⟧。\n", "2020", Worst::Lowest),
        base("净资产收益率⟦{roe: change 2020..2024}⟧。\n", "2020", Worst::Highest),
        base("净资产收益率⟦{roe: change 2020..2024}⟧。\n", "2020", Worst::Furthest),
        base("差距已弥合⟦{roe: gap closed 2024}⟧。\n", "2021", Worst::WidestGap),
        skipped(PROSE, "{roe@2019}、{roe@2021}、⟦{roe@2023}⟧。\n", &["2020", "2022"], Skip::Between),
        skipped(PROSE, "⟦```chart\nkind: trend\nindicator: roe\nto: 2022\n```⟧\n", &["2023"], Skip::After),
        skipped(CASE, "indicators: [⟦roe⟧]\n", &["2020"], Skip::Missing),
        sample(
            CASE,
            "indicators: [⟦roe, rd-intensity⟧]\n",
            P::OnlyImprovedShown { worsened: words(&["cash-ratio", "debt-to-asset-ratio"]) },
        ),
        changed(
            PROSE,
            "⟦```chart\nkind: bullet\nindicator: roe\nbenchmark: steel-ladder-roe\n```⟧\n",
            Shift::Several { benchmarks: words(&["steel-ladder-roe", "steel-world-class-roe"]) },
        ),
        changed(
            CASE,
            "indicators: [⟦roe⟧]\n",
            Shift::Peers {
                benchmark: "steel-peer-median-roe".to_owned(),
                then: ("2021".to_owned(), 5),
                now: ("2024".to_owned(), 7),
            },
        ),
        unneeded("  - { about: ⟦base-year⟧, indicator: roe, reason: { zh: 甲, en: A } }\n", Some("roe")),
        unneeded("  - { about: ⟦base-year⟧, reason: { zh: 甲, en: A } }\n", None),
    ]
}

/// Pictures and figures in sentences, for every reason.
fn reasons() -> Vec<Sample> {
    let sample = |marked, problem| Sample { file: PROSE, marked, problem };
    let image =
        |marked, target: &str, fault| sample(marked, P::ImageUnusable { target: target.to_owned(), fault });
    let claim =
        |marked, text: &str, fault| sample(marked, P::ClaimMalformed { text: text.to_owned(), fault });
    let figure = |marked, period: &str, reason, have: &[&str]| {
        let (indicator, period) = ("roe".to_owned(), period.to_owned());
        sample(marked, P::ClaimWithoutFigure { indicator, period, reason, have: words(have) })
    };
    let s = str::to_owned;
    let there = || {
        let file = SourcePath::new("content/cases/hualan-smart-rolling/en.md");
        Elsewhere { file, line: 14 }
    };
    vec![
        sample(
            "净资产收益率提高到⟦9.4%⟧。\n",
            P::FigureUnbound {
                said: s("9.4%"),
                fitting: Some(Fitting { claim: s("{roe@2024}"), written: s("9.4%") }),
                severity: Severity::Error,
            },
        ),
        sample(
            "第一年最长的一次开了⟦38分钟⟧。\n",
            P::FigureUnbound { said: s("38分钟"), fitting: None, severity: Severity::Warning },
        ),
        sample(
            "产量达到⟦51.23万吨⟧。\n",
            P::FiguresDiffer { said: s("51.23万吨"), there: there(), other: some("523,100 tonnes") },
        ),
        sample(
            "最长的一次开了⟦38分钟⟧。\n",
            P::FiguresDiffer { said: s("38分钟"), there: there(), other: None },
        ),
        sample("⟦```chart⟧\n", P::ChartsDiffer { there: there(), other: None }),
        sample("⟦```chart⟧\n", P::ChartsDiffer { there: there(), other: Some(ChartDifference::Kind) }),
        sample("⟦```chart⟧\n", P::ChartsDiffer { there: there(), other: Some(ChartDifference::Indicator) }),
        sample("⟦```chart⟧\n", P::ChartsDiffer { there: there(), other: Some(ChartDifference::Benchmark) }),
        sample("⟦```chart⟧\n", P::ChartsDiffer { there: there(), other: Some(ChartDifference::Period) }),
        sample("⟦```chart⟧\n", P::ChartsDiffer { there: there(), other: Some(ChartDifference::Other) }),
        sample("净资产收益率三年⟦提高3.2%⟧。\n", P::PercentForPoints { said: s("提高3.2%"), there: None }),
        sample(
            "净资产收益率三年⟦提高3.2%⟧。\n",
            P::PercentForPoints { said: s("提高3.2%"), there: Some(there()) },
        ),
        sample("利润⟦增长2倍⟧。\n", P::TimesMore { said: s("增长2倍"), times: s("2"), result: s("3") }),
        sample("能耗⟦降低了3倍⟧。\n", P::TimesLess { said: s("降低了3倍") }),
        sample(
            "总投资⟦5亿元⟧。\n",
            P::MagnitudeUnshifted { said: s("5亿元"), there: there(), other: s("CNY 5 billion") },
        ),
        image("![轧机](⟦media/mil.jpg⟧)\n", "media/mil.jpg", ImageFault::Missing),
        image("![轧机](⟦../../logo.png⟧)\n", "../../logo.png", ImageFault::Outside),
        image("![轧机](⟦media/IMG_2041.jpg⟧)\n", "media/IMG_2041.jpg", ImageFault::Unreadable),
        image("![轧机](⟦media/IMG_2041.heic⟧)\n", "media/IMG_2041.heic", ImageFault::Heic),
        image("![轧机](⟦media/mill.png⟧)\n", "media/mill.png", ImageFault::TooLarge),
        image("![轧机](⟦media/mill.jpg⟧)\n", "media/mill.jpg", ImageFault::CutOff),
        image("![轧机](⟦media/mill.jpg⟧)\n", "media/mill.jpg", ImageFault::Broken),
        image("![轧机](⟦media/mill.gif⟧)\n", "media/mill.gif", ImageFault::Moving),
        image("![轧机](⟦media/mill.svg⟧)\n", "media/mill.svg", ImageFault::Drawing),
        claim("净资产收益率是⟦{roe：2024}⟧。\n", "{roe：2024}", ClaimFault::Form),
        claim("净资产收益率是⟦{roe: 2024}⟧。\n", "{roe: 2024}", ClaimFault::Form),
        claim("净资产收益率⟦{roe: rise 2021..2024}⟧。\n", "{roe: rise 2021..2024}", ClaimFault::Verb),
        claim("净资产收益率是⟦{roe@2024年}⟧。\n", "{roe@2024年}", ClaimFault::Period),
        claim("净资产收益率⟦{roe: change 2024}⟧。\n", "{roe: change 2024}", ClaimFault::NeedsRange),
        claim(
            "净利润⟦{net-profit: growth 2023-H1..2024}⟧。\n",
            "{net-profit: growth 2023-H1..2024}",
            ClaimFault::Unequal,
        ),
        claim("相差⟦{roe: gap 2021..2024}⟧。\n", "{roe: gap 2021..2024}", ClaimFault::NeedsOnePeriod),
        claim("达到⟦[**9.4%**]{roe@2024}⟧。\n", "[**9.4%**]{roe@2024}", ClaimFault::Brackets),
        claim("![为⟦{roe@2024}⟧](media/a.png)\n", "{roe@2024}", ClaimFault::Misplaced),
        figure("由⟦{roe@2018}⟧提高。\n", "2018", NoFigure::Absent, &["2019", "2020", "2021"]),
        figure("由⟦{roe@2018}⟧提高。\n", "2018", NoFigure::Absent, &[]),
        figure("由⟦{roe@2020}⟧提高。\n", "2020", NoFigure::NotAvailable, &[]),
        figure("到⟦{roe@2025}⟧。\n", "2025", NoFigure::NotDisclosed, &[]),
        figure("那一年⟦{night-trains/roe@2024}⟧。\n", "2024", NoFigure::CaseNotPublished, &[]),
        figure("相差⟦{roe: gap 2024}⟧。\n", "2024", NoFigure::NoBenchmark, &[]),
        figure("相差⟦{roe: gap 2025}⟧。\n", "2025", NoFigure::BenchmarkAbsent, &["2023", "2024"]),
        figure("目标是⟦{roe: target 2026}⟧。\n", "2026", NoFigure::NoTarget, &["2025"]),
        figure("利润⟦{roe: growth 2020..2024}⟧。\n", "2020..2024", NoFigure::BaseNotPositive, &[]),
        figure("⟦{roe: growth 2021..2024}⟧。\n", "2021..2024", NoFigure::GrowthOfPercentage, &[]),
        figure("弥合了⟦{roe: gap closed 2024}⟧。\n", "2024", NoFigure::NoGapToClose, &[]),
        figure("相差⟦{roe: gap 2024}⟧。\n", "2024", NoFigure::NoDirection, &[]),
        figure("排名⟦{roe: rank 2024}⟧。\n", "2024", NoFigure::TooFew, &[]),
    ]
}

/// An author's own words for a figure, wrong for every reason.
fn assertions() -> Vec<Sample> {
    let assertion = |marked, (said, data, exactly): (&str, &str, Option<String>), fault| {
        let (said, data) = (said.to_owned(), data.to_owned());
        Sample { file: PROSE, marked, problem: P::AssertionWrong { said, data, exactly, fault } }
    };
    vec![
        assertion(
            "净资产收益率提高到[⟦9.5%⟧]{roe@2024}。\n",
            ("9.5%", "9.4%", None),
            AssertionFault::WrongNumber,
        ),
        assertion(
            "利润[⟦51.4亿元⟧]{total-profit@2024}。\n",
            ("51.4亿元", "51.23亿元", some("5123456000")),
            AssertionFault::WrongNumber,
        ),
        assertion("增长[⟦近一成⟧]{roe@2024}。\n", ("近一成", "9.4%", None), AssertionFault::NotANumber),
        assertion("达到[⟦9%至10%⟧]{roe@2024}。\n", ("9%至10%", "9.4%", None), AssertionFault::SeveralNumbers),
        assertion(
            "达到[⟦难得的9.4%⟧]{roe@2024}。\n",
            ("难得的9.4%", "9.4%", None),
            AssertionFault::OtherWords,
        ),
        assertion("达到[⟦9.40%⟧]{roe@2024}。\n", ("9.40%", "9.4%", None), AssertionFault::TooPrecise),
        assertion(
            "利润[⟦51.23⟧]{total-profit@2024}。\n",
            ("51.23", "51.23亿元", None),
            AssertionFault::WrongUnit,
        ),
        assertion(
            "利润[⟦51.23亿美元⟧]{total-profit@2024}。\n",
            ("51.23亿美元", "51.23亿元", None),
            AssertionFault::WrongCurrency,
        ),
        assertion(
            "[⟦提高3.2%⟧]{roe: change 2021..2024}。\n",
            ("提高3.2%", "提高3.2个百分点", None),
            AssertionFault::PercentForPoints,
        ),
        assertion(
            "利润[⟦增长16.9个百分点⟧]{total-profit: growth 2023..2024}。\n",
            ("增长16.9个百分点", "增长16.9%", None),
            AssertionFault::PointsForPercent,
        ),
        assertion(
            "[⟦下降3.2个百分点⟧]{roe: change 2021..2024}。\n",
            ("下降3.2个百分点", "提高3.2个百分点", None),
            AssertionFault::WrongDirection,
        ),
        assertion(
            "利润总额[⟦10.47亿元⟧]{total-profit@2020}。\n",
            ("10.47亿元", "−10.47亿元", None),
            AssertionFault::WrongSign,
        ),
        assertion(
            "[⟦差1.5个百分点⟧]{roe: gap 2024}。\n",
            ("差1.5个百分点", "−1.5个百分点", None),
            AssertionFault::WrongSide,
        ),
        assertion(
            "[⟦提高到3.2个百分点⟧]{roe: change 2021..2024}。\n",
            ("提高到3.2个百分点", "提高3.2个百分点", None),
            AssertionFault::LevelForLength,
        ),
        assertion("[⟦提高9.4%⟧]{roe@2024}。\n", ("提高9.4%", "9.4%", None), AssertionFault::LengthForLevel),
        assertion("[⟦约12%⟧]{roe@2024}。\n", ("约12%", "9.4%", None), AssertionFault::NotAbout),
        assertion("[⟦近9%⟧]{roe@2024}。\n", ("近9%", "9.4%", None), AssertionFault::NotNearly),
        assertion("[⟦超过9.5%⟧]{roe@2024}。\n", ("超过9.5%", "9.4%", None), AssertionFault::NotMore),
        assertion("[⟦至少10%⟧]{roe@2024}。\n", ("至少10%", "9.4%", None), AssertionFault::NotAtLeast),
        assertion("[⟦不足9%⟧]{roe@2024}。\n", ("不足9%", "9.4%", None), AssertionFault::NotLess),
        assertion("[⟦不超过9%⟧]{roe@2024}。\n", ("不超过9%", "9.4%", None), AssertionFault::NotAtMost),
    ]
}
