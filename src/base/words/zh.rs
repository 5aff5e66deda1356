//! What is said in Chinese: what is wrong in one plain sentence, then what to do about it.
//! Written for somebody who works in Word and Excel and has never programmed.

mod assertion;
mod choice;
mod figure;
mod name;
mod slip;
mod text;
mod yaml;

use super::quote::{listed, quoted, size};
use super::{Count, Saying, home, slip as guess};
use crate::base::Id;
use crate::base::diagnostic::Severity;
use crate::base::problem::{Kind, Problem};

/// Between the items of a list.
const SEPARATOR: &str = "、";

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Note => "提示",
    }
}

pub(super) fn summary(count: Count) -> String {
    let counted = [(count.errors, "错误"), (count.warnings, "警告"), (count.notes, "提示")];
    let parts: Vec<String> =
        counted.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n}个{what}")).collect();
    if parts.is_empty() {
        return "没有发现问题".to_owned();
    }
    format!("{}个文件中有{}", count.files, parts.join(SEPARATOR))
}

#[expect(clippy::too_many_lines, reason = "a catalogue: one arm for each problem, and none forgotten")]
pub(super) fn say(problem: &Problem) -> Saying {
    use Problem as P;
    let new = |message: String, label: &str, help: &str| Saying::new(message, label, help);
    match problem {
        // Files
        P::FileTooLarge { size: is, limit } => new(
            format!("文件有 {}，超过了 {} 的上限", size(*is), size(*limit)),
            "",
            "把内容分成几个文件；图片不要贴进文本，存到 `media` 文件夹里再引用",
        ),
        P::EncodingNotUtf8 { guess } => encoding(guess),
        P::NulCharacter => new(
            "文件里有空字符，不像是纯文本".to_owned(),
            "空字符",
            "多半是 Word 文档改了后缀名，或保存时选错了编码；请把文字复制到记事本，另存为时编码选 UTF-8",
        ),
        P::FileUnknown { suggestion: Some(name) } => new(
            "这个文件没有被用到".to_owned(),
            "",
            &format!("文件名是不是想写 {}？改名后就会用上", quoted(name)),
        ),
        P::FileUnknown { suggestion: None } => new(
            "这个文件没有被用到".to_owned(),
            "",
            "不需要就移出 `content` 文件夹；需要的话，对照别的案例核对文件名和所在文件夹",
        ),
        P::FileMissing { name } => new(
            format!("这个文件夹里缺少 {}", quoted(name)),
            "",
            &format!("新建 {}，可以从同类的文件夹复制一份来改；文件夹如果不要了，整个删掉即可", quoted(name)),
        ),
        P::FileUnreadable { reason } => new(
            format!("文件打不开：{}", quoted(reason)),
            "",
            "如果它正在别的软件里打开，先关掉再试；还不行，请检查有没有读取它的权限",
        ),

        // YAML
        P::YamlMalformed { fault } => yaml::fault(*fault),
        P::YamlDuplicateKey { key } => new(
            format!("{} 写了两次", quoted(key)),
            "第二次出现",
            "留下正确的一个，删掉另一个；复制上一行来改的时候，常会忘了改冒号前面的部分",
        ),
        P::YamlFeatureRefused { feature } => yaml::feature(*feature),
        P::YamlTooDeep { limit } => new(
            format!("层级太深，最多 {limit} 层"),
            "到这里超出了",
            "看看是不是多了括号，或者每一行都比上一行多缩进了一级",
        ),
        P::YamlTooManyNodes { limit } => new(
            format!("一个文件里的内容太多，最多 {limit} 项"),
            "到这里超出了",
            "分成几个文件来写：每家企业、每个指标、每个案例各有自己的文件",
        ),
        P::KeyUnknown { key, suggestion, known } => yaml::key_unknown(key, suggestion.as_deref(), known),
        P::KeyMissing { key } => yaml::key_missing(key),
        P::TypeWrong { expected, found } => yaml::type_wrong(*expected, *found),
        P::ValueUnknown { value, suggestion, allowed } => {
            yaml::value_unknown(value, suggestion.as_deref(), allowed)
        }
        P::TextEmpty => new("这里还没有填".to_owned(), "空的", "填上文字；如果这一项用不着，把整行删掉"),
        P::ListEmpty => new(
            "这里至少要有一项".to_owned(),
            "空的",
            "至少写一项：列表如 `[efficiency]`，按年份的如 `{ 2024: 9.4 }`",
        ),
        P::ListTooLong { most } => {
            new(format!("这里最多写 {most} 项"), "项数太多", &format!("留下最要紧的 {most} 项，其余删掉"))
        }
        P::ListRepeats { value } => {
            new(format!("{} 在这里出现了两次", quoted(value)), "重复", "删掉重复的一项")
        }
        P::NumberMalformed { text } => slip::number(text),
        P::NumberOutOfRange { text, min, max } => new(
            match max.as_str() {
                "∞" => format!("{} 太小，至少是 {min}", quoted(text)),
                _ => format!("{} 超出范围，应在 {min} 到 {max} 之间", quoted(text)),
            },
            "超出范围",
            "核对一下是否多写或少写了一位，小数点的位置对不对",
        ),
        P::DateMalformed { text } => slip::date(text),
        P::MomentMalformed { text } => slip::moment(text),
        P::PeriodMalformed { text } => slip::period(text),
        P::PeriodRangeMalformed { text } => slip::range(text),
        P::IdMalformed { text, suggestion } => id_malformed(text, suggestion.as_deref()),
        P::UrlMalformed { text } => new(
            format!("{} 不是完整的网址", quoted(text)),
            "网址",
            &match guess::url(text) {
                Some(url) => format!("写成 {}", quoted(&url)),
                None => "从浏览器地址栏复制整个网址，以 `https://` 或 `http://` 开头".to_owned(),
            },
        ),
        P::LanguageUnknown { text, languages } => language_unknown(text, languages),
        P::TextUntranslated { language } => new(
            format!("这段文字缺{}", name::language(language)),
            &format!("缺 `{language}`"),
            &format!("补上 `{language}: …`；不补的话，{}页面上会出现原文", name::language(language)),
        ),
        P::FormatUnsupported { text } => new(
            format!("格式版本 {} 读不了", quoted(text)),
            "格式版本",
            "这个程序读的是 `casebook: 1`；如果站点是用更新的版本建的，请先升级 casebook",
        ),
        P::TimeZoneUnknown { text } => new(
            format!("没有叫 {} 的时区", quoted(text)),
            "时区",
            &match guess::time_zone(text) {
                Some(zone) => format!("写成 `{zone}`"),
                None => {
                    "北京时间写 `Asia/Shanghai`；其他地方写“洲/城市”的英文名，如 `Europe/London`".to_owned()
                }
            },
        ),
        P::CurrencyMalformed { text } => new(
            format!("{} 不是币种代码", quoted(text)),
            "币种",
            &match guess::currency(text) {
                Some(code) => format!("写成 `{code}`"),
                None => "币种用三个大写字母：人民币 `CNY`，美元 `USD`，欧元 `EUR`；万元、亿元写在 `scale` 里"
                    .to_owned(),
            },
        ),

        // References
        P::ReferenceUnknown { kind, id, suggestion, known } => {
            reference_unknown(*kind, id, suggestion.as_deref(), known)
        }
        P::IdDuplicate { kind, id, first } => new(
            format!("有两个{}都叫 {}", name::kind(*kind), quoted(id)),
            "重复的代号",
            &format!("另一个在 {first}；给其中一个换个代号，引用它的地方也一起改"),
        ),
        P::ReferenceToItself { id } => {
            new(format!("{} 指向了它自己", quoted(id)), "指向自己", "换成另一个代号，或者删掉这一项")
        }

        // Figures
        P::CurrencyMissing { indicator } => new(
            format!("{} 是金额，但没有写明币种", quoted(indicator)),
            "缺币种",
            "在文件开头加一行 `currency: CNY`（人民币）",
        ),
        P::CurrencyDiffers { ours, theirs } => new(
            format!("币种不同：这里是 {ours}，对标值是 {theirs}"),
            &format!("以 {theirs} 计"),
            "换一个币种相同的对标值；程序不会自动换算，需要的话请按注明的汇率折算后另写一个",
        ),
        P::ScaleMisplaced { indicator } => new(
            format!("{} 不是金额，也不是数量，用不上 `scale`", quoted(indicator)),
            "不适用",
            "删掉 `scale`，数值按指标的单位直接写：百分比 9.4% 就写 `9.4`",
        ),
        P::SumOfRatio => {
            new("比率不能相加".to_owned(), "比率", "改成 `aggregation: none`；只有金额和数量可以写 `sum`")
        }
        P::BenchmarkOfOtherIndicator { benchmark, belongs_to, used_for } => new(
            format!(
                "对标值 {} 是 {} 的，用不到 {} 上",
                quoted(benchmark),
                quoted(belongs_to),
                quoted(used_for)
            ),
            &format!("属于 {}", quoted(belongs_to)),
            &format!("换成 {} 的对标值，或者删掉这一项", quoted(used_for)),
        ),
        P::BenchmarkOfOtherIndustry { benchmark, industry } => new(
            format!("对标值 {} 是行业 {} 的，这家企业不在这个行业", quoted(benchmark), quoted(industry)),
            "行业不同",
            "换成本行业的对标值；如果确实要跨行业比较，删掉对标值文件里的 `industry`，\
            在 `comparability` 里说明",
        ),
        P::BenchmarkOfFewPeers { indicator, most, fewest } => new(
            format!("这个对标值要由至少{fewest}家同业企业同一期的公开数值算出，{}", few_peers(*most)),
            "家数不够",
            &format!(
                "在 `peers` 里补上公开了 {} 的企业，或用 `values` 写明数值和出处；在那之前，页面上写的是“没有计算”",
                quoted(indicator)
            ),
        ),
        P::ValueNegative { indicator } => new(
            format!("{} 按定义不会是负数，这里是负数", quoted(indicator)),
            "负数",
            "核对正负号；如果确实可能为负，在指标文件里写 `can_be_negative: true`",
        ),
        P::SourceMissing { indicator, period } => new(
            format!("{} 在 {period} 的数值没有注明来源", quoted(indicator)),
            "缺来源",
            "在文件开头写 `source: 来源的代号`，对全部数值有效；只有这一个不同，就写 `{ value: …, source: … }`",
        ),
        P::PeriodsUnequal { from, to } => new(
            format!("{from} 和 {to} 两期长短不一，数值不能相比"),
            "长短不一",
            "起止要一样长：两个全年，或者两年的同一个半年，如 2023-H1 和 2024-H1",
        ),
        P::BaselineAbsent { indicator, period } => new(
            format!("目标从 {period} 起算，但 {} 没有这一期的数值", quoted(indicator)),
            "没有数值",
            &format!("补上 {period} 的数值，或把 `baseline` 改成有数值的一期；在那之前，页面上无法判断进度"),
        ),
        P::BridgeEndAbsent { indicator, period } => new(
            format!("变化的构成要用到 {} 在 {period} 的数值，但没有这个数值", quoted(indicator)),
            "没有数值",
            &format!(
                "在 `observations` 里补上 {period} 的数值，或改成有数值的一期；在那之前，这张构成图不会出现"
            ),
        ),
        P::BridgeUnexplained { indicator, change, rest } => new(
            format!("{} 一共变化 {change}，列出的因素没能说明其中的 {rest}", quoted(indicator)),
            "大部分没有说明",
            "核对各项因素的单位（以万元、亿元为单位时要写 `scale`）和正负号，或补上漏掉的因素；没有说明的部分在图上归入“其他”",
        ),
        P::AbsenceUnexplained => new(
            "这里没有数值，也没说为什么".to_owned(),
            "没有数值",
            "有数值就填上；确实没有，就写 `{ value: null, note: { zh: 原因, en: … } }`。\
             从 Excel 粘来的 `#N/A` 会被当成空白",
        ),
        P::IndicatorWithoutFigures { indicator } => new(
            format!("案例要讲 {}，却一个数值也没有", quoted(indicator)),
            "没有数值",
            "在案例或企业的 `indicators.yaml` 里补上数值，或从这里去掉这个指标",
        ),
        P::BandsUnordered => new(
            "各档的高低次序不对".to_owned(),
            "次序不对",
            "从 `excellent` 到 `poor` 要一路变小；越低越好的指标，要一路变大",
        ),

        // Texts
        P::ProseMissing { expected } => new(
            "还没有正文".to_owned(),
            "",
            &format!("至少写一种语言，文件放在这个文件夹里：{}", listed(expected, SEPARATOR)),
        ),
        P::TranslationMissing { language } => new(
            format!("还没有{}版", name::language(language)),
            "",
            &format!("译好后存为同一文件夹里的 `{language}.md`；在那之前，读者会看到原文和一句提示"),
        ),
        P::FrontMatterMissing => new(
            "文件开头没有标题信息".to_owned(),
            "要从 `---` 开始",
            "在最前面加三行：`---`，`title: 这里写标题`，`---`；前面不要留空行",
        ),
        P::FrontMatterUnclosed => new(
            "开头的标题信息没有结束".to_owned(),
            "从这里开始",
            "在标题和摘要之后、正文之前，单独写一行 `---`",
        ),
        P::CommentUnclosed => new(
            "批注没有结束，后面的内容全被藏起来了".to_owned(),
            "批注从这里开始",
            "在批注末尾写上 `-->`；不是批注的话，删掉这里的 `<!--`",
        ),
        P::HtmlShownAsText => new(
            "网页代码会照原样显示出来".to_owned(),
            "会显示成文字",
            "删掉尖括号里的代码，加粗用 `**文字**`，分段用空行；从 Word 或网页粘贴时选「只保留文本」",
        ),
        P::LinkSchemeRefused { scheme } => text::scheme(scheme),
        P::LinkBroken { target, fault, suggestion } => text::link(target, *fault, suggestion.as_deref()),
        P::LinkToUnpublished { target } => new(
            format!("{} 还没有公开，读者点不开", quoted(target)),
            "未公开",
            "先去掉链接、留下文字，等它发布后再加上",
        ),
        P::AnchorUnknown { anchor, suggestion, known } => new(
            format!("那一页上没有 {} 这个位置", quoted(&format!("#{anchor}"))),
            "找不到",
            &choose(suggestion.as_deref(), "那一页上有：", known, "那一页的标题都没有写 `{#代号}`，请先加上"),
        ),
        P::HeadingIdRepeats { id } => new(
            format!("标题代号 {} 在这一页已经用过了", quoted(&format!("#{id}"))),
            "重复",
            "换一个代号，如 `{#results-2}`；同一个代号用两次，链接只能到第一处",
        ),
        P::HeadingIdMalformed { id } => new(
            format!("{} 不能用作标题的代号", quoted(id)),
            "标题代号",
            "花括号里不留空格和标点，最好用小写英文，如 `{#results}`；标题本身照样用中文",
        ),
        P::SectionUntranslated { anchor, language } => new(
            format!("{}版没有 {} 这一节", name::language(language), quoted(&format!("#{anchor}"))),
            "另一种语言没有",
            &format!(
                "在 `{language}.md` 里补上这一节，标题末尾同样写 `{{#{anchor}}}`；两边代号不同的，改成一样"
            ),
        ),
        P::HeadingTooHigh => new(
            "正文里用了一级标题".to_owned(),
            "一级标题",
            "多加一个 `#`，从 `##` 用起；页面的大标题取自文件开头的 `title`",
        ),
        P::ImageUnusable { target, fault } => text::image(target, *fault),
        P::ImageAltMissing => new(
            "图片没有文字说明".to_owned(),
            "缺说明",
            "用一句话写出画面上有什么，看不见图的读者要靠它：正文里写 `![钢带穿过一排轧辊](media/strip.jpg)`，\
             `case.yaml` 里写 `alt`",
        ),
        P::ClaimMalformed { text, fault } => text::claim_fault(text, *fault),
        P::ClaimWithoutFigure { indicator, period, reason, have } => {
            text::no_figure(indicator, period, *reason, have)
        }
        P::AssertionWrong { said, data, exactly, fault } => {
            assertion::wrong(said, data, exactly.as_deref(), *fault)
        }
        P::FigureUnbound { said, fitting, .. } => figure::unbound(said, fitting.as_ref()),
        P::FiguresDiffer { said, there, other } => figure::differ(said, there, other.as_deref()),
        P::TextsDiffer { other, differing, figures } => figure::texts(other, *differing, *figures),
        P::ChartsDiffer { there, other } => figure::charts(there, *other),
        P::PercentForPoints { said, there } => figure::points(said, there.as_ref()),
        P::TimesMore { said, times, result } => figure::times_more(said, times, result),
        P::TimesLess { said } => figure::times_less(said),
        P::MagnitudeUnshifted { said, there, other } => figure::magnitude(said, there, other),
        P::ChartWithoutData { lack } => text::chart_without_data(lack),

        // Choices of figures
        P::BaseYearWorst { indicator, base, worst, first, last } => {
            choice::base_year(indicator, base, *worst, [first, last])
        }
        P::YearsSkipped { indicator, skipped, how } => choice::skipped(indicator, skipped, *how),
        P::OnlyImprovedShown { worsened } => choice::only_improved(worsened),
        P::BenchmarkChanged { indicator, how } => choice::benchmark(indicator, how),
        P::ReasonUnneeded { about, indicator } => choice::unneeded(about, indicator.as_deref()),

        // Pictures to share
        P::FontMissing { characters, pictures } => text::font(characters, *pictures),

        // Theme
        P::ThemeUnknown { name } => new(
            format!("没有叫 {} 的主题", quoted(name)),
            "主题",
            "改成 `theme: default`，或把主题的文件夹放进 `themes`，文件夹名与这里一致",
        ),
        P::TemplateBroken { reason } => new(
            "模板用不了".to_owned(),
            "",
            &format!("模板引擎说：{}；删掉这个文件，就会用回内置的模板", one_line(reason)),
        ),
        P::ThemeFileUnused => new(
            "主题里的这个文件没有被用到".to_owned(),
            "",
            "想替换内置主题的文件，名称和位置要与它完全一样；内置主题可用 `casebook theme export` 导出来对照",
        ),
    }
}

fn encoding(guess: &str) -> Saying {
    let message = match guess {
        "GB18030" | "GBK" | "GB2312" => "文件是老的中文编码（GB18030），要改成 UTF-8".to_owned(),
        "UTF-16" | "UTF-16LE" | "UTF-16BE" => {
            "文件是 UTF-16 编码（记事本里叫 Unicode），要改成 UTF-8".to_owned()
        }
        _ => "文件不是 UTF-8 编码，里面有读不出的字节".to_owned(),
    };
    Saying::new(message, "从这里起读不出", "用记事本打开这个文件，点「另存为」，编码选 UTF-8，保存覆盖")
}

fn language_unknown(text: &str, languages: &[String]) -> Saying {
    let help = match guess::language(text).filter(|tag| languages.iter().any(|l| l == tag)) {
        Some(tag) => format!("写成 `{tag}`"),
        None if languages.is_empty() => {
            "中文写 `zh`，英文写 `en`；其他语言用它的两个或三个小写字母".to_owned()
        }
        None => format!(
            "网站的语言有：{}；要增加一种，写进 `casebook.yaml` 的 `languages`",
            listed(languages, SEPARATOR)
        ),
    };
    Saying::new(format!("网站没有 {} 这种语言", quoted(text)), "没有这种语言", help)
}

fn id_malformed(text: &str, suggestion: Option<&str>) -> Saying {
    let help = if let Some(id) = suggestion {
        format!("改成 {}：代号只用小写英文字母、数字和连字符；文件和文件夹的名称也是代号", quoted(id))
    } else if text.len() > Id::MAX_LEN {
        format!("太长了，最多 {} 个字符", Id::MAX_LEN)
    } else if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) && !text.is_empty() {
        "这个词另有用处，换一个，比如在后面加上 `-1`".to_owned()
    } else {
        "代号只用小写英文字母、数字和连字符，如 `hualan-steel`，中文可以写成拼音；\
        给读者看的名称另写在 `name` 里"
            .to_owned()
    };
    Saying::new(format!("{} 不能用作代号", quoted(text)), "代号", help)
}

fn reference_unknown(kind: Kind, id: &str, suggestion: Option<&str>, known: &[String]) -> Saying {
    let none = format!("目前一个也没有；请先写好 `{}`", home(kind, id));
    let help = choose(suggestion, &format!("现有的{}：", name::kind(kind)), known, &none);
    Saying::new(format!("没有叫 {} 的{}", quoted(id), name::kind(kind)), "找不到", help)
}

/// What was probably meant, and what there is to choose from; `none` where there is nothing.
fn choose(suggestion: Option<&str>, there_is: &str, known: &[String], none: &str) -> String {
    match (suggestion, known) {
        (_, []) => none.to_owned(),
        (Some(word), _) => format!("是不是想写 {}？{there_is}{}", quoted(word), listed(known, SEPARATOR)),
        (None, _) => format!("{there_is}{}", listed(known, SEPARATOR)),
    }
}

/// What another program said, without its line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn few_peers(most: usize) -> String {
    match most {
        0 => "现在一家也没有".to_owned(),
        _ => format!("现在最多只有{most}家"),
    }
}
