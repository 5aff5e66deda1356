//! Everything that can be wrong, one variant each, with what a sentence about it needs.
//! The sentences themselves stand in [`super::words`].

use serde::{Deserialize, Serialize};

use super::diagnostic::Severity;
use super::path::SourcePath;

/// A kind of thing that files refer to by id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Kind {
    /// An indicator definition.
    Indicator,
    /// A benchmark.
    Benchmark,
    /// A source.
    Source,
    /// An enterprise.
    Enterprise,
    /// A case.
    Case,
    /// A free page.
    Page,
    /// An industry of the vocabulary.
    Industry,
    /// A region of the vocabulary.
    Region,
    /// An action area of the vocabulary.
    Area,
    /// A system of the vocabulary.
    System,
    /// An ability of the vocabulary.
    Ability,
    /// A stage of the vocabulary.
    Stage,
    /// A tag of the vocabulary.
    Tag,
    /// A glossary entry.
    GlossaryEntry,
}

/// What a YAML value should have been, or was.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Shape {
    /// A mapping of keys to values.
    Mapping,
    /// A list.
    List,
    /// A piece of text.
    Text,
    /// A text in several languages: `{ zh: …, en: … }`.
    LocalizedText,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// `true` or `false`.
    YesNo,
    /// Nothing.
    Null,
    /// A text or a mapping.
    TextOrMapping,
    /// A number or a mapping.
    NumberOrMapping,
}

/// A part of YAML that content files may not use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum YamlFeature {
    /// `&name`
    Anchor,
    /// `*name`
    Alias,
    /// `!tag`
    Tag,
    /// `<<`
    MergeKey,
    /// A second document in one file.
    SecondDocument,
    /// A key that is itself a list or mapping.
    ComplexKey,
}

/// How YAML is broken, as far as a sentence can help.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum YamlFault {
    /// A tab where spaces belong.
    Tab,
    /// Lines of one block are not aligned.
    Indentation,
    /// A quote is not closed.
    UnclosedQuote,
    /// A `[` or `{` is not closed.
    UnclosedBracket,
    /// A colon inside text, or no space after a colon.
    Colon,
    /// A full-width colon `：` after a key.
    FullWidthColon,
    /// A comma inside text that stands in `{ … }` without quotes.
    Comma,
    /// A character that YAML reserves at the start of a value.
    ReservedCharacter,
    /// Anything else.
    Other,
}

/// Why a Markdown claim cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ClaimFault {
    /// Not of the form `{indicator@period}` or `{indicator: verb …}`.
    Form,
    /// The verb is not known.
    Verb,
    /// The period cannot be read.
    Period,
    /// A change needs two periods: `2021..2024`.
    NeedsRange,
    /// Its two periods are not equally long.
    Unequal,
    /// One period is wanted, two are given.
    NeedsOnePeriod,
    /// Markup or a line break stands among the words in brackets before it.
    Brackets,
    /// It stands where only plain words can: in the words for a picture, or in a link's title.
    Misplaced,
}

/// Why a claim has no figure to show.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum NoFigure {
    /// Neither the case nor its enterprise has the indicator at that period.
    Absent,
    /// It is recorded as not available.
    NotAvailable,
    /// It is not published.
    NotDisclosed,
    /// It belongs to a case that is not published.
    CaseNotPublished,
    /// There is no benchmark for the indicator.
    NoBenchmark,
    /// The benchmark has no value at that period.
    BenchmarkAbsent,
    /// There is no target for the indicator at that period.
    NoTarget,
    /// Growth from a base that is zero or negative, or a multiple where either figure is.
    BaseNotPositive,
    /// Growth of a percentage, which is never written as a percentage: its change is what can be said.
    GrowthOfPercentage,
    /// There was no gap to close, or it is too small to divide by.
    NoGapToClose,
    /// The direction of the indicator allows no such judgement.
    NoDirection,
    /// Fewer enterprises have the figure than a rank needs.
    TooFew,
}

/// Which end of a series is its worst.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Worst {
    /// The lowest value.
    Lowest,
    /// The highest.
    Highest,
    /// The one furthest from where it should be.
    Furthest,
    /// The one with the widest gap to the benchmark.
    WidestGap,
}

/// How periods are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Skip {
    /// Between periods that are shown, which were both better.
    Between,
    /// After the last that is shown, which was better.
    After,
    /// The data say nothing of them.
    Missing,
}

/// How what figures are held against changes on the way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Shift {
    /// One indicator is held against several benchmarks.
    Several {
        /// Their ids.
        benchmarks: Vec<String>,
    },
    /// A statistic is taken over other peers at one period than at another.
    Peers {
        /// The benchmark.
        benchmark: String,
        /// One period, and the number of peers that have a value then.
        then: (String, usize),
        /// Another, likewise.
        now: (String, usize),
    },
}

/// Why an author's own words for a figure are not what the data say.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum AssertionFault {
    /// There is no number in them, or none that says how much: 近一成, 数百, `dozens`.
    NotANumber,
    /// There is more than one.
    SeveralNumbers,
    /// Words stand beside the number, and what they make of it cannot be checked.
    OtherWords,
    /// Another number.
    WrongNumber,
    /// More decimals than the data have.
    TooPrecise,
    /// Another unit, or none.
    WrongUnit,
    /// Another currency.
    WrongCurrency,
    /// A distance between percentages, written as a percentage.
    PercentForPoints,
    /// A percentage, written as percentage points.
    PointsForPercent,
    /// Up for down.
    WrongDirection,
    /// A figure below zero without a minus, or one above it as a loss.
    WrongSign,
    /// Ahead of the benchmark for behind it.
    WrongSide,
    /// "To" so much, where the data are asked by how much.
    LevelForLength,
    /// "By" so much, where the data are asked how much there is.
    LengthForLevel,
    /// "About", and it is further away.
    NotAbout,
    /// "Nearly", and it is not below or not close.
    NotNearly,
    /// "More than", and it is not.
    NotMore,
    /// "At least", and it is less.
    NotAtLeast,
    /// "Less than", and it is not.
    NotLess,
    /// "At most", and it is more.
    NotAtMost,
}

/// Why a link leads nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum LinkFault {
    /// No such file among the sources.
    Missing,
    /// It leaves the site's folder.
    Outside,
    /// The file exists but no page is made from it.
    NoPage,
}

/// What a chart would need to have something to show.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ChartLack {
    /// A figure of the indicator in the periods it shows.
    Figures {
        /// The indicator.
        indicator: String,
    },
    /// A figure and a benchmark for it in the same period.
    Benchmark {
        /// The indicator.
        indicator: String,
    },
    /// A figure for both of the periods it compares.
    TwoPeriods {
        /// The indicator.
        indicator: String,
    },
    /// The contributions to a change whose ends are public.
    Bridge {
        /// The indicator.
        indicator: String,
    },
    /// Any indicator at all.
    Indicators,
    /// A milestone of the case.
    Milestones,
}

/// Why an image cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ImageFault {
    /// No such file.
    Missing,
    /// Not in the folder of the case or page.
    Outside,
    /// Not a PNG, JPEG, WebP, GIF or SVG.
    Unreadable,
    /// A photo as phones keep it (HEIC), whatever its ending says.
    Heic,
    /// Over the limit of size.
    TooLarge,
    /// Its end is missing.
    CutOff,
    /// It is whole as a file, and cannot be decoded.
    Broken,
    /// It moves.
    Moving,
    /// A drawing (SVG) that cannot be drawn faithfully: with words, pictures or scripts in it, or beyond measure.
    Drawing,
}

/// A second place that a problem speaks of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Elsewhere {
    /// The file.
    pub file: SourcePath,
    /// The line, from 1.
    pub line: usize,
}

/// A figure of the data that a number in a text could be bound to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fitting {
    /// How a text asks for it: `{roe@2024}`.
    pub claim: String,
    /// How it is then written.
    pub written: String,
}

/// What two charts that should be the same differ in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ChartDifference {
    /// Their kind.
    Kind,
    /// Their indicators.
    Indicator,
    /// Their benchmark.
    Benchmark,
    /// Their first or last period.
    Period,
    /// Something else.
    Other,
}

/// One thing that is wrong. Texts in it are the user's own words.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Problem {
    // Files
    /// Larger than a file of its kind may be, in bytes.
    FileTooLarge {
        /// Its size.
        size: u64,
        /// The limit.
        limit: u64,
    },
    /// Not UTF-8; `guess` names the encoding it looks like.
    EncodingNotUtf8 {
        /// `GB18030`, `UTF-16`, or another name.
        guess: String,
    },
    /// Holds a NUL character.
    NulCharacter,
    /// A file that nothing reads.
    FileUnknown {
        /// A name that would be read here, if one is close.
        suggestion: Option<String>,
    },
    /// A folder without the file that it needs.
    FileMissing {
        /// Its name.
        name: String,
    },
    /// A file that is there but cannot be read from the disk.
    FileUnreadable {
        /// What the system said.
        reason: String,
    },

    // YAML
    /// Not well-formed.
    YamlMalformed {
        /// How, as far as can be told.
        fault: YamlFault,
    },
    /// One key twice in a mapping.
    YamlDuplicateKey {
        /// The key.
        key: String,
    },
    /// Something that content files may not use.
    YamlFeatureRefused {
        /// What.
        feature: YamlFeature,
    },
    /// Nested deeper than allowed.
    YamlTooDeep {
        /// The limit.
        limit: usize,
    },
    /// More values than allowed.
    YamlTooManyNodes {
        /// The limit.
        limit: usize,
    },
    /// A key that has no meaning here.
    KeyUnknown {
        /// The key.
        key: String,
        /// A known key that is close.
        suggestion: Option<String>,
        /// All keys known here.
        known: Vec<String>,
    },
    /// A key that must be there.
    KeyMissing {
        /// The key.
        key: String,
    },
    /// A value of the wrong shape.
    TypeWrong {
        /// What it should be.
        expected: Shape,
        /// What it is.
        found: Shape,
    },
    /// A word that is none of those allowed.
    ValueUnknown {
        /// The word.
        value: String,
        /// A close one.
        suggestion: Option<String>,
        /// All of them.
        allowed: Vec<String>,
    },
    /// Text with nothing in it.
    TextEmpty,
    /// A list with nothing in it where one thing at least is needed.
    ListEmpty,
    /// A list longer than allowed.
    ListTooLong {
        /// The limit.
        most: usize,
    },
    /// One value twice in a list.
    ListRepeats {
        /// The value.
        value: String,
    },
    /// Not a decimal number that can be kept exactly.
    NumberMalformed {
        /// What stands there.
        text: String,
    },
    /// A number outside what makes sense for this key.
    NumberOutOfRange {
        /// What stands there.
        text: String,
        /// Least value.
        min: String,
        /// Greatest value.
        max: String,
    },
    /// Not a day of the form `2025-02-18`.
    DateMalformed {
        /// What stands there.
        text: String,
    },
    /// Not a moment with a zone, `2025-03-01T09:00:00+08:00`.
    MomentMalformed {
        /// What stands there.
        text: String,
    },
    /// Not a period: `2024`, `2024-H1`, `2024-Q3`, `2024-05`.
    PeriodMalformed {
        /// What stands there.
        text: String,
    },
    /// Not a range of periods `2022-03..2024-12` that runs forward.
    PeriodRangeMalformed {
        /// What stands there.
        text: String,
    },
    /// Not an id: lower-case letters and digits joined by hyphens.
    IdMalformed {
        /// What stands there.
        text: String,
        /// The same made into an id, where that is possible.
        suggestion: Option<String>,
    },
    /// Not an address that starts with `http://` or `https://`.
    UrlMalformed {
        /// What stands there.
        text: String,
    },
    /// A language that the site does not have, or that is no language tag.
    LanguageUnknown {
        /// What stands there.
        text: String,
        /// The site's languages.
        languages: Vec<String>,
    },
    /// A text that lacks one of the site's languages.
    TextUntranslated {
        /// The language that is missing.
        language: String,
    },
    /// A format version that this program does not read.
    FormatUnsupported {
        /// What stands there.
        text: String,
    },
    /// A time zone that the database does not have.
    TimeZoneUnknown {
        /// What stands there.
        text: String,
    },
    /// A currency that is not three capital letters.
    CurrencyMalformed {
        /// What stands there.
        text: String,
    },

    // References
    /// Refers to something that does not exist.
    ReferenceUnknown {
        /// What kind of thing.
        kind: Kind,
        /// Its id.
        id: String,
        /// One that exists and is close.
        suggestion: Option<String>,
        /// Those that exist, in order; the first eleven will do, as a sentence shows ten.
        known: Vec<String>,
    },
    /// Two things with one id.
    IdDuplicate {
        /// What kind of thing.
        kind: Kind,
        /// The id.
        id: String,
        /// Where the first stands, as `file:line`.
        first: SourcePath,
    },
    /// Refers to itself.
    ReferenceToItself {
        /// The id.
        id: String,
    },

    // Figures
    /// Money without a currency.
    CurrencyMissing {
        /// The indicator.
        indicator: String,
    },
    /// Figures and benchmark in different currencies.
    CurrencyDiffers {
        /// The figures' currency.
        ours: String,
        /// The benchmark's currency.
        theirs: String,
    },
    /// A scale on a figure that is not money or a count.
    ScaleMisplaced {
        /// The indicator.
        indicator: String,
    },
    /// A ratio that claims it can be summed.
    SumOfRatio,
    /// A benchmark used for another indicator than its own.
    BenchmarkOfOtherIndicator {
        /// The benchmark.
        benchmark: String,
        /// The indicator it is for.
        belongs_to: String,
        /// The indicator it is used for.
        used_for: String,
    },
    /// A benchmark of another industry than the enterprise's.
    BenchmarkOfOtherIndustry {
        /// The benchmark.
        benchmark: String,
        /// The industry it holds for.
        industry: String,
    },
    /// A benchmark to be computed from peers of whom too few have a public value in any one period.
    BenchmarkOfFewPeers {
        /// The indicator.
        indicator: String,
        /// How many have one in the period in which most do.
        most: usize,
        /// How many it takes.
        fewest: usize,
    },
    /// A negative value of an indicator that cannot be negative.
    ValueNegative {
        /// The indicator.
        indicator: String,
    },
    /// A figure without a source.
    SourceMissing {
        /// The indicator.
        indicator: String,
        /// The period.
        period: String,
    },
    /// Two periods that are to be compared, and are not equally long.
    PeriodsUnequal {
        /// The earlier.
        from: String,
        /// The later.
        to: String,
    },
    /// A target whose baseline has no value.
    BaselineAbsent {
        /// The indicator.
        indicator: String,
        /// The baseline.
        period: String,
    },
    /// A bridge from or to a period without a value.
    BridgeEndAbsent {
        /// The indicator.
        indicator: String,
        /// The period.
        period: String,
    },
    /// A bridge whose contributions explain little of the change.
    BridgeUnexplained {
        /// The indicator.
        indicator: String,
        /// The change, in the indicator's unit.
        change: String,
        /// What the contributions leave of it.
        rest: String,
    },
    /// A missing value without a note that says why.
    AbsenceUnexplained,
    /// An indicator that bears a case's story, without figures.
    IndicatorWithoutFigures {
        /// The indicator.
        indicator: String,
    },
    /// Bands of a ladder that do not go one way.
    BandsUnordered,

    // Texts
    /// A case or page without a text in any language.
    ProseMissing {
        /// The files that would be read.
        expected: Vec<String>,
    },
    /// A text missing in one of the site's languages.
    TranslationMissing {
        /// The language.
        language: String,
    },
    /// A text file that does not begin with front matter.
    FrontMatterMissing,
    /// Front matter without its closing line.
    FrontMatterUnclosed,
    /// Raw HTML, which is shown as text.
    HtmlShownAsText,
    /// A comment that is never closed, so that what it should hide would be read.
    CommentUnclosed,
    /// A link with a scheme that is not allowed.
    LinkSchemeRefused {
        /// The scheme.
        scheme: String,
    },
    /// A link that leads nowhere.
    LinkBroken {
        /// Where it should lead.
        target: String,
        /// Why it does not.
        fault: LinkFault,
        /// A close target that exists.
        suggestion: Option<String>,
    },
    /// A link to something that is not public.
    LinkToUnpublished {
        /// Where it should lead.
        target: String,
    },
    /// An anchor that the page it points at does not have.
    AnchorUnknown {
        /// The anchor.
        anchor: String,
        /// A close one.
        suggestion: Option<String>,
        /// The anchors that are there, in order; the first eleven will do.
        known: Vec<String>,
    },
    /// One heading id twice on a page.
    HeadingIdRepeats {
        /// The id.
        id: String,
    },
    /// A heading id that is not safe in an address.
    HeadingIdMalformed {
        /// The id.
        id: String,
    },
    /// A section that another language of the text does not have.
    SectionUntranslated {
        /// The anchor.
        anchor: String,
        /// The language that lacks it.
        language: String,
    },
    /// A top heading in a text, whose page already has one.
    HeadingTooHigh,
    /// An image that cannot be used.
    ImageUnusable {
        /// Where it should be.
        target: String,
        /// Why not.
        fault: ImageFault,
    },
    /// An image without words for those who do not see it.
    ImageAltMissing,
    /// A figure in the text that cannot be read.
    ClaimMalformed {
        /// What stands there.
        text: String,
        /// Why not.
        fault: ClaimFault,
    },
    /// A figure in the text that the data do not have.
    ClaimWithoutFigure {
        /// The indicator.
        indicator: String,
        /// The period or periods.
        period: String,
        /// Why not.
        reason: NoFigure,
        /// The periods there are.
        have: Vec<String>,
    },
    /// The author's own words for a figure, which are not what the data say.
    AssertionWrong {
        /// The author's words.
        said: String,
        /// What the data say.
        data: String,
        /// The number behind that, where it is longer than what is said of it.
        exactly: Option<String>,
        /// What is wrong about the words.
        fault: AssertionFault,
    },
    /// A number in a text that is bound to no data.
    FigureUnbound {
        /// The number, as written.
        said: String,
        /// What in the data has that number.
        fitting: Option<Fitting>,
        /// How bad the site takes it to be.
        severity: Severity,
    },
    /// A figure that the same section has otherwise, or not at all, in another language.
    FiguresDiffer {
        /// The figure, as written.
        said: String,
        /// Where the other text has the one that it differs from, or where its section begins.
        there: Elsewhere,
        /// The other one, as written; `None` if there is none.
        other: Option<String>,
    },
    /// A text most of whose figures another language of it does not have: hardly a translation.
    TextsDiffer {
        /// The other text.
        other: SourcePath,
        /// How many figures only one of the two has.
        differing: usize,
        /// How many figures both have together, each counted where it stands.
        figures: usize,
    },
    /// A chart that the same section has otherwise, or not at all, in another language.
    ChartsDiffer {
        /// Where the other chart stands, or where the section begins that has none.
        there: Elsewhere,
        /// What is different about the other one; `None` if there is none.
        other: Option<ChartDifference>,
    },
    /// A change of a percentage that is written in percent where percentage points are meant.
    PercentForPoints {
        /// The change, as written.
        said: String,
        /// Where another language says percentage points, if that is how it was found.
        there: Option<Elsewhere>,
    },
    /// Growth by a number of times, which says one more than many readers think.
    TimesMore {
        /// The words.
        said: String,
        /// The number of times.
        times: String,
        /// One more: what it is after such a growth, as a multiple of what it was.
        result: String,
    },
    /// A fall by a number of times, which nothing can do.
    TimesLess {
        /// The words.
        said: String,
    },
    /// A number whose digits are those of another language, under a word for another power of ten.
    MagnitudeUnshifted {
        /// The number, as written.
        said: String,
        /// Where the other one stands.
        there: Elsewhere,
        /// The other one, as written.
        other: String,
    },
    /// A chart that has nothing to show.
    ChartWithoutData {
        /// What it lacks.
        lack: ChartLack,
    },

    // Choices of figures
    /// A change that is counted from the worst value of a series.
    BaseYearWorst {
        /// The indicator.
        indicator: String,
        /// The period it is counted from.
        base: String,
        /// Which end of the series that is.
        worst: Worst,
        /// The first period with a value.
        first: String,
        /// The last that counts.
        last: String,
    },
    /// Periods that are left out.
    YearsSkipped {
        /// The indicator.
        indicator: String,
        /// The periods.
        skipped: Vec<String>,
        /// How.
        how: Skip,
    },
    /// Every indicator that a case shows got better, and some that it does not show got worse.
    OnlyImprovedShown {
        /// Those that got worse.
        worsened: Vec<String>,
    },
    /// What an indicator is held against changes on the way.
    BenchmarkChanged {
        /// The indicator.
        indicator: String,
        /// How.
        how: Shift,
    },
    /// A reason for a choice of figures that nobody would ask about.
    ReasonUnneeded {
        /// What it is about, in the word that files use.
        about: String,
        /// The indicator.
        indicator: Option<String>,
    },

    // Pictures to share
    /// Characters that no font of this machine has, so that pictures to share cannot be made.
    FontMissing {
        /// The characters, in order; none if there is no font at all.
        characters: String,
        /// How many pictures are missing.
        pictures: usize,
    },

    // Theme
    /// No theme of that name.
    ThemeUnknown {
        /// Its name.
        name: String,
    },
    /// A template that cannot be used.
    TemplateBroken {
        /// What the template engine said.
        reason: String,
    },
    /// A theme file that the built-in theme has no counterpart for and no template includes.
    ThemeFileUnused,
}

impl Problem {
    /// Blots out the numbers that it quotes from where it stands.
    pub fn hush(&mut self) {
        let blot = |text: &mut String| {
            *text = text.chars().map(|c| if c.is_numeric() { '*' } else { c }).collect();
        };
        match self {
            Self::NumberMalformed { text }
            | Self::NumberOutOfRange { text, .. }
            | Self::KeyUnknown { key: text, .. }
            | Self::AssertionWrong { said: text, .. }
            | Self::FigureUnbound { said: text, .. }
            | Self::PercentForPoints { said: text, .. }
            | Self::TimesLess { said: text } => blot(text),
            Self::TimesMore { said, times, result } => [said, times, result].into_iter().for_each(blot),
            Self::MagnitudeUnshifted { said, other, .. } => [said, other].into_iter().for_each(blot),
            Self::FiguresDiffer { said, other, .. } => {
                blot(said);
                other.iter_mut().for_each(blot);
            }
            // No other quotes a number that could be a figure.
            _ => {}
        }
    }

    /// Every code that [`Problem::code`] can give, in the order of the variants.
    pub const CODES: &[&str] = &[
        "file-too-large",
        "encoding-not-utf8",
        "nul-character",
        "file-unknown",
        "file-missing",
        "file-unreadable",
        "yaml-malformed",
        "yaml-duplicate-key",
        "yaml-feature-refused",
        "yaml-too-deep",
        "yaml-too-many-values",
        "key-unknown",
        "key-missing",
        "type-wrong",
        "value-unknown",
        "text-empty",
        "list-empty",
        "list-too-long",
        "list-repeats",
        "number-malformed",
        "number-out-of-range",
        "date-malformed",
        "moment-malformed",
        "period-malformed",
        "period-range-malformed",
        "id-malformed",
        "url-malformed",
        "language-unknown",
        "text-untranslated",
        "format-unsupported",
        "time-zone-unknown",
        "currency-malformed",
        "indicator-unknown",
        "benchmark-unknown",
        "source-unknown",
        "enterprise-unknown",
        "case-unknown",
        "page-unknown",
        "industry-unknown",
        "region-unknown",
        "area-unknown",
        "system-unknown",
        "ability-unknown",
        "stage-unknown",
        "tag-unknown",
        "glossary-entry-unknown",
        "id-duplicate",
        "reference-to-itself",
        "currency-missing",
        "currency-differs",
        "scale-misplaced",
        "sum-of-ratio",
        "benchmark-of-other-indicator",
        "benchmark-of-other-industry",
        "benchmark-of-few-peers",
        "value-negative",
        "source-missing",
        "periods-unequal",
        "baseline-absent",
        "bridge-end-absent",
        "bridge-unexplained",
        "absence-unexplained",
        "indicator-without-figures",
        "bands-unordered",
        "prose-missing",
        "translation-missing",
        "front-matter-missing",
        "front-matter-unclosed",
        "html-shown-as-text",
        "comment-unclosed",
        "link-scheme-refused",
        "link-broken",
        "link-to-unpublished",
        "anchor-unknown",
        "heading-id-repeats",
        "heading-id-malformed",
        "section-untranslated",
        "heading-too-high",
        "image-unusable",
        "image-alt-missing",
        "claim-malformed",
        "claim-without-figure",
        "assertion-wrong",
        "figure-unbound",
        "figures-differ",
        "texts-differ",
        "charts-differ",
        "percent-for-points",
        "times-more",
        "times-less",
        "magnitude-unshifted",
        "chart-without-data",
        "base-year-worst",
        "years-skipped",
        "only-improved-shown",
        "benchmark-changed",
        "reason-unneeded",
        "font-missing",
        "theme-unknown",
        "template-broken",
        "theme-file-unused",
    ];

    /// Its stable code, the argument of `casebook explain`.
    #[expect(clippy::too_many_lines, reason = "a list")]
    pub fn code(&self) -> &'static str {
        match self {
            Self::FileTooLarge { .. } => "file-too-large",
            Self::EncodingNotUtf8 { .. } => "encoding-not-utf8",
            Self::NulCharacter => "nul-character",
            Self::FileUnknown { .. } => "file-unknown",
            Self::FileMissing { .. } => "file-missing",
            Self::FileUnreadable { .. } => "file-unreadable",
            Self::YamlMalformed { .. } => "yaml-malformed",
            Self::YamlDuplicateKey { .. } => "yaml-duplicate-key",
            Self::YamlFeatureRefused { .. } => "yaml-feature-refused",
            Self::YamlTooDeep { .. } => "yaml-too-deep",
            Self::YamlTooManyNodes { .. } => "yaml-too-many-values",
            Self::KeyUnknown { .. } => "key-unknown",
            Self::KeyMissing { .. } => "key-missing",
            Self::TypeWrong { .. } => "type-wrong",
            Self::ValueUnknown { .. } => "value-unknown",
            Self::TextEmpty => "text-empty",
            Self::ListEmpty => "list-empty",
            Self::ListTooLong { .. } => "list-too-long",
            Self::ListRepeats { .. } => "list-repeats",
            Self::NumberMalformed { .. } => "number-malformed",
            Self::NumberOutOfRange { .. } => "number-out-of-range",
            Self::DateMalformed { .. } => "date-malformed",
            Self::MomentMalformed { .. } => "moment-malformed",
            Self::PeriodMalformed { .. } => "period-malformed",
            Self::PeriodRangeMalformed { .. } => "period-range-malformed",
            Self::IdMalformed { .. } => "id-malformed",
            Self::UrlMalformed { .. } => "url-malformed",
            Self::LanguageUnknown { .. } => "language-unknown",
            Self::TextUntranslated { .. } => "text-untranslated",
            Self::FormatUnsupported { .. } => "format-unsupported",
            Self::TimeZoneUnknown { .. } => "time-zone-unknown",
            Self::CurrencyMalformed { .. } => "currency-malformed",
            Self::ReferenceUnknown { kind, .. } => match kind {
                Kind::Indicator => "indicator-unknown",
                Kind::Benchmark => "benchmark-unknown",
                Kind::Source => "source-unknown",
                Kind::Enterprise => "enterprise-unknown",
                Kind::Case => "case-unknown",
                Kind::Page => "page-unknown",
                Kind::Industry => "industry-unknown",
                Kind::Region => "region-unknown",
                Kind::Area => "area-unknown",
                Kind::System => "system-unknown",
                Kind::Ability => "ability-unknown",
                Kind::Stage => "stage-unknown",
                Kind::Tag => "tag-unknown",
                Kind::GlossaryEntry => "glossary-entry-unknown",
            },
            Self::IdDuplicate { .. } => "id-duplicate",
            Self::ReferenceToItself { .. } => "reference-to-itself",
            Self::CurrencyMissing { .. } => "currency-missing",
            Self::CurrencyDiffers { .. } => "currency-differs",
            Self::ScaleMisplaced { .. } => "scale-misplaced",
            Self::SumOfRatio => "sum-of-ratio",
            Self::BenchmarkOfOtherIndicator { .. } => "benchmark-of-other-indicator",
            Self::BenchmarkOfOtherIndustry { .. } => "benchmark-of-other-industry",
            Self::BenchmarkOfFewPeers { .. } => "benchmark-of-few-peers",
            Self::ValueNegative { .. } => "value-negative",
            Self::SourceMissing { .. } => "source-missing",
            Self::PeriodsUnequal { .. } => "periods-unequal",
            Self::BaselineAbsent { .. } => "baseline-absent",
            Self::BridgeEndAbsent { .. } => "bridge-end-absent",
            Self::BridgeUnexplained { .. } => "bridge-unexplained",
            Self::AbsenceUnexplained => "absence-unexplained",
            Self::IndicatorWithoutFigures { .. } => "indicator-without-figures",
            Self::BandsUnordered => "bands-unordered",
            Self::ProseMissing { .. } => "prose-missing",
            Self::TranslationMissing { .. } => "translation-missing",
            Self::FrontMatterMissing => "front-matter-missing",
            Self::FrontMatterUnclosed => "front-matter-unclosed",
            Self::HtmlShownAsText => "html-shown-as-text",
            Self::CommentUnclosed => "comment-unclosed",
            Self::LinkSchemeRefused { .. } => "link-scheme-refused",
            Self::LinkBroken { .. } => "link-broken",
            Self::LinkToUnpublished { .. } => "link-to-unpublished",
            Self::AnchorUnknown { .. } => "anchor-unknown",
            Self::HeadingIdRepeats { .. } => "heading-id-repeats",
            Self::HeadingIdMalformed { .. } => "heading-id-malformed",
            Self::SectionUntranslated { .. } => "section-untranslated",
            Self::HeadingTooHigh => "heading-too-high",
            Self::ImageUnusable { .. } => "image-unusable",
            Self::ImageAltMissing => "image-alt-missing",
            Self::ClaimMalformed { .. } => "claim-malformed",
            Self::ClaimWithoutFigure { .. } => "claim-without-figure",
            Self::AssertionWrong { .. } => "assertion-wrong",
            Self::FigureUnbound { .. } => "figure-unbound",
            Self::FiguresDiffer { .. } => "figures-differ",
            Self::TextsDiffer { .. } => "texts-differ",
            Self::ChartsDiffer { .. } => "charts-differ",
            Self::PercentForPoints { .. } => "percent-for-points",
            Self::TimesMore { .. } => "times-more",
            Self::TimesLess { .. } => "times-less",
            Self::MagnitudeUnshifted { .. } => "magnitude-unshifted",
            Self::ChartWithoutData { .. } => "chart-without-data",
            Self::BaseYearWorst { .. } => "base-year-worst",
            Self::YearsSkipped { .. } => "years-skipped",
            Self::OnlyImprovedShown { .. } => "only-improved-shown",
            Self::BenchmarkChanged { .. } => "benchmark-changed",
            Self::ReasonUnneeded { .. } => "reason-unneeded",
            Self::FontMissing { .. } => "font-missing",
            Self::ThemeUnknown { .. } => "theme-unknown",
            Self::TemplateBroken { .. } => "template-broken",
            Self::ThemeFileUnused => "theme-file-unused",
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::TranslationMissing { .. } => Severity::Note,
            Self::FigureUnbound { severity, .. } => *severity,
            Self::FileUnknown { .. }
            | Self::TextUntranslated { .. }
            | Self::BenchmarkOfOtherIndustry { .. }
            | Self::BenchmarkOfFewPeers { .. }
            | Self::ValueNegative { .. }
            | Self::SourceMissing { .. }
            | Self::BaselineAbsent { .. }
            | Self::BridgeEndAbsent { .. }
            | Self::BridgeUnexplained { .. }
            | Self::AbsenceUnexplained
            | Self::IndicatorWithoutFigures { .. }
            | Self::HtmlShownAsText
            | Self::LinkToUnpublished { .. }
            | Self::SectionUntranslated { .. }
            | Self::HeadingTooHigh
            | Self::FiguresDiffer { .. }
            | Self::TextsDiffer { .. }
            | Self::ChartsDiffer { .. }
            | Self::PercentForPoints { .. }
            | Self::TimesMore { .. }
            | Self::TimesLess { .. }
            | Self::MagnitudeUnshifted { .. }
            | Self::ChartWithoutData { .. }
            | Self::BaseYearWorst { .. }
            | Self::YearsSkipped { .. }
            | Self::OnlyImprovedShown { .. }
            | Self::BenchmarkChanged { .. }
            | Self::ReasonUnneeded { .. }
            | Self::FontMissing { .. }
            | Self::ThemeFileUnused => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Problem;

    /// The codes as the match in [`Problem::code`] writes them: a variant added there and forgotten in the
    /// list would have no page to explain it.
    #[test]
    fn the_list_of_codes_is_the_list_of_variants() {
        let source = include_str!("problem.rs");
        let (_, body) = source.split_once("pub fn code(").expect("the method stands in this file");
        let (body, _) = body.split_once("\n    }\n").expect("the method ends");
        let given: Vec<&str> =
            body.lines().filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\",")).collect();
        assert_eq!(given, Problem::CODES);
        let unique: std::collections::BTreeSet<_> = given.iter().collect();
        assert_eq!(unique.len(), given.len());
    }
}
