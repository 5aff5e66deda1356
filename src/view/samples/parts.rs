//! What several examples share.

use super::{Example, Tongue};
use crate::view::{
    Alternate, Card, Chrome, Comparison, EnterpriseEntry, Entry, Headline, Html, Image, ImageFile, Link,
    Matrix, MatrixCell, MatrixRow, Pager, ShareImage,
};

/// What surrounds the page at `path`, which lies two folders below the root.
pub(super) fn chrome(tongue: Tongue, section: &'static str, path: &str, title: String) -> Chrome {
    let tree = |tongue: Tongue| &tongue.lang()[..2];
    let alternate = |it: Tongue, name: &str| Alternate {
        lang: it.lang().into(),
        name: name.into(),
        locale: it.of("zh_CN", "en_US"),
        href: format!("../../{}/{path}", tree(it)),
        canonical: format!("https://example.org/showcase/{}/{path}", tree(it)),
        current: it == tongue,
        exists: true,
    };
    Chrome {
        root: "../../".into(),
        lang: tongue.lang().into(),
        title,
        description: tongue.of(
            "标杆企业和标杆项目的案例、指标与对标，中英双语。",
            "Case studies, indicators and benchmarks of model enterprises and benchmarking projects.",
        ),
        og_type: if section == "cases" { "article" } else { "website" },
        canonical: format!("https://example.org/showcase/{}/{path}", tree(tongue)),
        alternates: vec![alternate(Tongue::Zh, "中文"), alternate(Tongue::En, "English")],
        section,
        crumbs: vec![
            Link::new(tongue.of("首页", "Home"), "../index.html"),
            Link::new(tongue.of("案例", "Cases"), "../cases/index.html"),
        ],
        hidden: false,
        locale: tongue.of("zh_CN", "en_US"),
        published: if section == "cases" { "2025-02-18".into() } else { String::new() },
        feed: Link::new(
            tongue.of("价值创造案例集 · 钢铁", "Value Creation Casebook · Steel"),
            "../industries/steel.xml",
        ),
        share: ShareImage {
            href: if section == "cases" {
                format!("https://example.org/showcase/media/share-{}.0a1b.png", tree(tongue))
            } else {
                String::new()
            },
            width: 1200,
            height: 630,
            alt: tongue.of("一条轧线的三年", "Three years of one rolling line"),
        },
        linked_data: vec![Html("{\"@context\":\"https://schema.org\"}".into())],
    }
}

/// The same for a page that exists in one language only and has nothing that may be left out.
pub(super) fn bare_chrome(title: &str) -> Chrome {
    let mut chrome = chrome(Tongue::En, "", "cases/untitled.html", title.into());
    chrome.crumbs.clear();
    chrome.hidden = true;
    chrome.published.clear();
    chrome.feed = Link::new("", "");
    chrome.share = ShareImage::default();
    chrome.linked_data.clear();
    for alternate in &mut chrome.alternates {
        if !alternate.current {
            alternate.exists = false;
            alternate.canonical.clear();
            alternate.href = "../../zh/cases/index.html".into();
        }
    }
    chrome
}

pub(super) fn link(words: impl Into<String>, href: &str) -> Link {
    Link::new(words, href)
}

/// Figures as files.
pub(super) fn data_files(tongue: Tongue, of: &str) -> Vec<Link> {
    vec![
        link("CSV", &format!("../../data/{of}.csv")),
        link("JSON", &format!("../../data/{of}.json")),
        link(tongue.of("字段说明", "what the columns mean"), "../../data/datapackage.json"),
    ]
}

/// Words in another language than the page's.
pub(super) fn foreign(words: &str, lang: &str) -> Link {
    Link { lang: lang.into(), ..Link::new(words, "") }
}

pub(super) fn enterprise(tongue: Tongue) -> Link {
    link(tongue.of("华岚钢铁集团", "Hualan Steel Group"), "../enterprises/hualan-steel.html")
}

pub(super) fn steel(tongue: Tongue) -> Link {
    link(tongue.of("钢铁", "Steel"), "../industries/steel.html")
}

pub(super) fn efficiency(tongue: Tongue) -> Link {
    link(tongue.of("效益效率", "Efficiency and effectiveness"), "../areas/efficiency.html")
}

pub(super) fn roe(tongue: Tongue) -> Link {
    link(tongue.of("净资产收益率", "Return on net assets"), "../indicators/roe.html")
}

pub(super) fn headline(tongue: Tongue) -> Headline {
    Headline {
        indicator: tongue.of("净资产收益率", "Return on net assets"),
        value: "9.4%".into(),
        period: tongue.of("2024年", "2024"),
        change: tongue.of("较2021年提高3.2个百分点", "up 3.2 percentage points on 2021"),
        benchmark: tongue.of("世界一流（钢铁）10.9%", "World class (steel) 10.9%"),
        tone: "better",
        evidence: "#figure.roe.2024".into(),
    }
}

pub(super) fn cover(tongue: Tongue) -> Image {
    Image {
        src: "../../media/hualan-smart-rolling/strip.png".into(),
        alt: tongue.of(
            "抽象插图：炽热的钢带穿过一排轧辊，由橙红渐变为青灰",
            "Abstract illustration: a glowing strip runs through a row of rolls, fading from orange to slate",
        ),
        width: 1600,
        height: 900,
        files: [480, 960, 1600]
            .map(|width| ImageFile {
                src: format!("../../media/hualan-smart-rolling/strip.{width}.png"),
                width,
            })
            .to_vec(),
        caption: tongue.of("一条轧线的温度（示意）", "The temperature of a rolling line (illustration)"),
        credit: tongue.of("案例集演示编辑部", "Casebook Demonstration Desk"),
    }
}

impl Example for Card {
    fn full(tongue: Tongue) -> Self {
        let below_root = |link: Link| Link { href: link.href.replacen("../", "zh/", 1), ..link };
        Self {
            root: "../../".into(),
            href: "zh/cases/hualan-smart-rolling.html".into(),
            // Not translated: shown as it is, and said so.
            title: tongue.other().of("一条轧线的三年", "Three years on one rolling line"),
            lang: tongue.other().lang().into(),
            lang_note: tongue.of("仅有英文版", "In Chinese only"),
            summary: tongue.other().of(
                "轧机很快，钢却总在等。买来的排程软件三周就被夜班关掉；真正管用的，是夜班写下的一摞卡片，和一张给急单标价的表。",
                "The mill was fast, but the steel kept waiting. What worked was a stack of cards, and a price tag on rush orders.",
            ),
            enterprise: below_root(enterprise(tongue)),
            industry: below_root(steel(tongue)),
            area: below_root(efficiency(tongue)),
            kind: tongue.of("标杆项目", "Benchmarking project"),
            date: tongue.of("2025年2月18日", "18 February 2025"),
            mark: tongue.of("草稿", "Draft"),
            headline: Some(Headline { evidence: String::new(), ..headline(tongue) }),
            cover: Some(Image { src: "media/hualan-smart-rolling/strip.png".into(), ..cover(tongue) }),
        }
    }

    fn bare() -> Self {
        Self {
            lang: String::new(),
            lang_note: String::new(),
            summary: String::new(),
            date: String::new(),
            mark: String::new(),
            headline: None,
            cover: None,
            title: "Three years on one rolling line".into(),
            ..Self::full(Tongue::En)
        }
    }
}

/// A card as it stands in a list.
pub(super) fn card(tongue: Tongue) -> Html {
    let title = tongue.of("一条轧线的三年", "Three years on one rolling line");
    Html(format!(
        r#"<article class="card"><h3 class="card-title"><a href="../../zh/cases/hualan-smart-rolling.html">{title}</a></h3></article>"#
    ))
}

/// A chart as it stands on a page. `id` is unique on it.
pub(super) fn figure(tongue: Tongue, id: &str) -> Html {
    let title = tongue.of(
        "净资产收益率：差距由5.9个百分点缩小到1.5个百分点",
        "Return on net assets: the gap narrowed from 5.9 to 1.5 points",
    );
    let unit = tongue.of("单位：%", "Unit: %");
    let own = tongue.of("华岚钢铁 9.4%", "Hualan Steel 9.4%");
    let sentence = tongue.of(
        "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值下降1.2个百分点。",
        "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark fell 1.2 points.",
    );
    let (table, year) = (tongue.of("数据表", "Data table"), tongue.of("年份", "Year"));
    let source = tongue.of("来源：2024年年度报告", "Source: Annual report 2024");
    Html(format!(
        r#"<figure class="figure figure-trend" id="{id}"><figcaption><h3 class="figure-title">{title}</h3><p class="figure-unit">{unit}</p></figcaption><div class="figure-drawing"><svg class="chart trend" viewBox="0 0 440 160" role="img" font-size="17" aria-labelledby="{id}-t"><title id="{id}-t">{title}</title><path class="own line" d="M20 120 130 110 240 80 330 60"/><g class="own"><text x="20" y="40">{own}</text></g></svg></div><div class="figure-words"><p class="figure-sentence">{sentence}</p><details class="figure-data"><summary>{table}</summary><div class="table-scroll" role="group" tabindex="0" aria-label="{title}"><table><thead><tr><th scope="col">{year}</th><th scope="col" class="num">%</th></tr></thead><tbody><tr><th scope="row">2021</th><td class="num">6.2</td></tr><tr><th scope="row">2024</th><td class="num">9.4</td></tr></tbody></table></div></details><p class="figure-source">{source}</p></div></figure>"#
    ))
}

/// All indicators at a glance.
pub(super) fn scorecard(tongue: Tongue) -> Html {
    let heading = tongue.of("指标一览", "Figures at a glance");
    let sentence = tongue.of("2项指标都有改善。", "Both indicators have improved.");
    let tile = |name: String, value: &str, change: String, gap: String, status: String| {
        let period = tongue.of("2024年", "2024");
        format!(
            r#"<li class="tile tone-better"><h3 class="tile-name"><a href="../indicators/roe.html">{name}</a></h3><p class="tile-value">{value}<span class="tile-period">{period}</span></p><p class="tile-change">{change}</p><svg class="chart sparkline" viewBox="0 0 120 36" aria-hidden="true"><path class="own line" d="M4 30 40 24 80 14 116 6"/></svg><p class="tile-gap">{gap}</p><p class="tile-status status-on-course">{status}</p></li>"#
        )
    };
    let tiles = [
        tile(
            roe(tongue).text,
            "9.4%",
            tongue.of("提高3.2个百分点", "up 3.2 percentage points"),
            tongue.of("差距1.5个百分点", "gap 1.5 percentage points"),
            tongue.of("按计划推进", "on course"),
        ),
        tile(
            tongue.of("全员劳动生产率", "Overall labor productivity"),
            &tongue.of("86.12万元/人", "CNY 861,200 per person"),
            tongue.of("增长16.9%", "up 16.9%"),
            tongue.of("差距12.40万元/人", "gap CNY 124,000 per person"),
            tongue.of("提前", "ahead"),
        ),
    ];
    Html(format!(
        r#"<section class="scorecard" aria-labelledby="scorecard"><h2 id="scorecard">{heading}</h2><p class="scorecard-sentence">{sentence}</p><ul class="tiles">{}</ul></section>"#,
        tiles.concat()
    ))
}

/// Every figure with its source.
pub(super) fn evidence(tongue: Tongue) -> Html {
    let name = roe(tongue).text;
    let (period, value) = (tongue.of("时期", "Period"), tongue.of("数值", "Value"));
    let origin = tongue.of("口径与来源", "Basis and source");
    let report = |words: String| format!(r#"<a href="../sources/annual-report-2024.html">{words}</a>"#);
    let report = report(tongue.of("2024年年度报告", "Annual report 2024"));
    let row = tongue.of(&format!("经审计 · {report}，第56页"), &format!("audited · {report}, p. 56"));
    let world = tongue.of("世界一流（钢铁）", "World class (steel)");
    let note = tongue.of(
        &format!("对标值：<a href=\"../indicators/roe.html#benchmark.world\">{world}</a> · 对标企业 · 国际财务报告准则。"),
        &format!("Benchmark: <a href=\"../indicators/roe.html#benchmark.world\">{world}</a> · enterprise · IFRS."),
    );
    Html(format!(
        r#"<div class="evidence"><section><h3 id="evidence.roe">{name}</h3><div class="table-scroll" role="group" tabindex="0" aria-label="{name}"><table><thead><tr><th scope="col">{period}</th><th scope="col" class="num">{value}</th><th scope="col" class="num">{world}</th><th scope="col">{origin}</th></tr></thead><tbody><tr id="figure.roe.2024"><th scope="row">2024</th><td class="num">9.4%</td><td class="num">10.9%</td><td>{row}</td></tr></tbody></table></div><p class="evidence-note">{note}</p></section></div>"#
    ))
}

/// A stretch of a story.
pub(super) fn prose(tongue: Tongue) -> Html {
    let claim = r##"<a class="figure-claim" href="#figure.roe.2024"><data class="figure" value="9.4">9.4%</data></a>"##;
    let (challenge, results) = (tongue.of("挑战", "Challenge"), tongue.of("成效", "Results"));
    let before = tongue.of(
        "轧机一小时能过多少块钢，人人背得出来；墙上的纸却说，轧机有将近三分之一的时间在等。",
        "Everyone knew how many slabs the mill could take in an hour. The wall said that for almost a third of the time it was waiting.",
    );
    let after = match tongue {
        Tongue::Zh => format!("净资产收益率到了{claim}。<strong>「急单」</strong>从那时起才有价钱。"),
        Tongue::En => format!(
            "Return on net assets reached {claim}. Only then did a <strong>“rush order”</strong> cost anything."
        ),
    };
    Html(format!(
        r#"<h2 id="challenge">{challenge}</h2><p>{before}</p><h2 id="results">{results}</h2><p>{after}</p>"#
    ))
}

pub(super) fn contents(tongue: Tongue) -> Vec<Link> {
    vec![link(tongue.of("挑战", "Challenge"), "#challenge"), link(tongue.of("成效", "Results"), "#results")]
}

pub(super) fn matrix(tongue: Tongue) -> Matrix {
    let row = |name: String, counts: [usize; 2]| MatrixRow {
        industry: link(name, "../industries/steel.html"),
        cells: counts
            .map(|count| MatrixCell {
                count,
                shade: count.min(4),
                href: if count == 0 { String::new() } else { "../areas/efficiency/steel.html".into() },
            })
            .into(),
    };
    Matrix {
        sentence: tongue.of(
            "12个案例分布在2个领域、2个行业；钢铁的“效益效率”最多，有6个，还有2个组合没有案例。",
            "12 cases cover 2 areas and 2 industries; 2 of 6 combinations have none yet.",
        ),
        columns: vec![
            efficiency(tongue),
            link(tongue.of("创新驱动", "Innovation-driven development"), "../areas/innovation.html"),
        ],
        rows: vec![
            row(tongue.of("钢铁", "Steel"), [6, 1]),
            row(tongue.of("港口", "Ports"), [2, 3]),
            row(tongue.of("粮食储备", "Grain reserves"), [0, 0]),
        ],
    }
}

pub(super) fn single_page() -> Pager {
    Pager { number: 1, of: 1, ..Pager::default() }
}

pub(super) fn entry(name: String, id: &str, cases: usize, depth: usize) -> Entry {
    Entry {
        id: id.into(),
        name,
        href: if cases == 0 { String::new() } else { format!("../areas/{id}.html") },
        description: String::new(),
        cases,
        enterprises: cases / 2,
        depth,
    }
}

pub(super) fn enterprise_entry(tongue: Tongue) -> EnterpriseEntry {
    EnterpriseEntry {
        link: enterprise(tongue),
        industry: steel(tongue),
        region: link(tongue.of("河北", "Hebei"), "../regions/hebei.html"),
        cases: 2,
    }
}

/// `id` is unique on the page.
pub(super) fn comparison(tongue: Tongue, id: &str) -> Comparison {
    Comparison {
        id: id.into(),
        indicator: roe(tongue),
        strip: figure(tongue, &format!("{id}-strip")),
        rank: figure(tongue, &format!("{id}-rank")),
    }
}
