//! Two languages, one set of figures: slips that a tired translator makes are found, and good translations are left
//! alone. Also what is said of numbers that are bound to nothing.

mod support;

use std::collections::BTreeSet;

use casebook::base::{Lang, Place};
use casebook::link::{Fittings, Score};
use support::{Built, Site, site};

const ZH: &str = "content/cases/rolling/zh.md";
const EN: &str = "content/cases/rolling/en.md";

/// What tells of a slip between languages or of a trap.
const CODES: [&str; 7] = [
    "figures-differ",
    "texts-differ",
    "charts-differ",
    "percent-for-points",
    "times-more",
    "times-less",
    "magnitude-unshifted",
];

/// A case with these words in one section of each language.
fn told(zh: &str, en: &str) -> Site {
    site()
        .file(ZH, &format!("---\ntitle: 甲\n---\n## 成效 {{#results}}\n{zh}\n"))
        .file(EN, &format!("---\ntitle: A\ntranslated_from: zh\n---\n## Results {{#results}}\n{en}\n"))
}

fn slips(built: &Built) -> BTreeSet<&'static str> {
    built.diagnostics.iter().map(|d| d.problem.code()).filter(|code| CODES.contains(code)).collect()
}

/// Realistic slips, one in each pair, with the code that tells of it.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    // Digits
    ("a wrong digit", "合格率达到98.6%。", "The pass rate reached 96.8%.", "figures-differ"),
    ("transposed digits", "共走访1247户。", "They called on 1,274 households.", "figures-differ"),
    (
        "a figure left out",
        "建成12座泵站，铺设38公里管道。",
        "Twelve pumping stations were built.",
        "figures-differ",
    ),
    ("a figure too many", "铺设管道。", "They laid 38 km of pipe.", "figures-differ"),
    ("the decimal point lost", "含水率降到13.5%。", "Moisture fell to 135%.", "figures-differ"),
    ("a digit lost", "共有2315名职工。", "There were 231 employees.", "figures-differ"),
    (
        "a thousands separator read as decimal",
        "全年处理1.234吨废渣。",
        "They treated 1,234 tonnes of slag.",
        "figures-differ",
    ),
    ("a number in words", "会开了38分钟。", "The meeting took eighty-three minutes.", "figures-differ"),
    (
        "a number marked as no figure",
        "会开了[38分钟]{ok}。",
        "The meeting took [83 minutes]{ok}.",
        "figures-differ",
    ),
    ("one of two the same", "由6.2%提高到9.4%。", "It rose from 6.4% to 9.4%.", "figures-differ"),
    ("a range", "每天用水30至50吨。", "It uses 30 to 60 tonnes of water a day.", "figures-differ"),
    ("a rank", "在14家企业中排第3位。", "It ranks 4th of 14.", "figures-differ"),
    // Sizes
    ("亿 as billion", "总投资51.23亿元。", "Investment came to CNY 51.23 billion.", "magnitude-unshifted"),
    ("five 亿 as five billion", "总投资5亿元。", "Investment came to CNY 5 billion.", "magnitude-unshifted"),
    ("万 as thousand", "节约86万元。", "It saved CNY 86 thousand.", "magnitude-unshifted"),
    ("万 as million", "年产量120万吨。", "Output is 120 million tonnes a year.", "magnitude-unshifted"),
    ("万亿 as billion", "行业规模3万亿元。", "The industry turns over CNY 3 billion.", "magnitude-unshifted"),
    ("million for billion", "利润51.23亿元。", "Profit was CNY 5.123 million.", "figures-differ"),
    ("亿 shifted the wrong way", "利润3.2亿元。", "Profit was CNY 32 million.", "figures-differ"),
    ("万 dropped", "服务15万户居民。", "It serves 15 households.", "magnitude-unshifted"),
    // Percent
    ("percent for points", "回报率提高3.2个百分点。", "The return was up 3.2%.", "percent-for-points"),
    ("points for percent", "产量增长3.2%。", "Output was up 3.2 percentage points.", "percent-for-points"),
    (
        "percent of a percentage",
        "净资产收益率{roe@2024}，三年提高3.2%。",
        "Return on net assets is {roe@2024}, up 3.2% in three years.",
        "percent-for-points",
    ),
    (
        "percent of a percentage by its name",
        "净资产收益率提高3.2%。",
        "Return on net assets rose 3.2%.",
        "percent-for-points",
    ),
    ("the percent sign lost", "合格率98.6%。", "The pass rate is 98.6.", "figures-differ"),
    ("basis points", "利率下降50个基点。", "Interest fell by 5 basis points.", "figures-differ"),
    // Multiples
    ("three times as doubled", "产量增长两倍。", "Output doubled.", "figures-differ"),
    ("times more", "产量增长3倍。", "Output increased 3 times.", "times-more"),
    ("times higher", "产量增长到3倍。", "Output is 3 times higher.", "times-more"),
    ("times less", "能耗减少3倍。", "Energy use is a quarter of what it was.", "times-less"),
    ("times lower", "能耗降到四分之一。", "Energy use is 3 times lower.", "times-less"),
    ("another multiple", "产量增长到3倍。", "Output is 4 times as high.", "figures-differ"),
    // What is said of a number
    ("up for down", "成本下降8.5%。", "Costs rose 8.5%.", "figures-differ"),
    ("to for by", "占比提高到8.5%。", "The share rose by 8.5%.", "figures-differ"),
    ("more for less", "超过1200户受益。", "Fewer than 1,200 households gained.", "figures-differ"),
    ("nearly for over", "近2000名职工参加。", "More than 2,000 employees took part.", "figures-differ"),
    ("a lost minus", "现金流为-3.2亿元。", "Cash flow was CNY 320 million.", "figures-differ"),
    ("another currency", "贷款5000万元。", "The loan was USD 50 million.", "figures-differ"),
    ("another unit", "每天产生38吨污泥。", "It makes 38 kg of sludge a day.", "figures-differ"),
    ("hours for minutes", "抢修用时45分钟。", "Repair took 45 hours.", "figures-differ"),
    // Time
    (
        "another year",
        "2021年投产，2024年达产。",
        "It started in 2022 and reached capacity in 2024.",
        "figures-differ",
    ),
    ("another year in a date", "2023年3月通过。", "It was passed in March 2024.", "figures-differ"),
    // Claims
    ("another period", "净资产收益率{roe@2024}。", "Return on net assets is {roe@2023}.", "figures-differ"),
    ("another indicator", "达到{roe@2024}。", "It reached {total-profit@2024}.", "figures-differ"),
    ("another question", "{roe: change 2021..2024}。", "It is {roe: gap 2024}.", "figures-differ"),
    (
        "a claim left out",
        "达到{roe@2024}，比2021年{roe: change 2021..2024}。",
        "It was {roe: change 2021..2024} since 2021.",
        "figures-differ",
    ),
    ("a typed number beside a claim", "达到{roe@2024}。", "It reached 9.6%.", "figures-differ"),
    (
        "an assertion of another year",
        "达到[9.4%]{roe@2024}。",
        "It reached [8.3%]{roe@2023}.",
        "figures-differ",
    ),
    // Charts
    (
        "a chart of other years",
        "```chart\nkind: trend\nindicator: roe\n```",
        "```chart\nkind: trend\nindicator: roe\nfrom: 2022\n```",
        "charts-differ",
    ),
    (
        "a chart of another indicator",
        "```chart\nkind: trend\nindicator: roe\n```",
        "```chart\nkind: trend\nindicator: total-profit\n```",
        "charts-differ",
    ),
    (
        "a chart of another kind",
        "```chart\nkind: trend\nindicator: roe\n```",
        "```chart\nkind: bullet\nindicator: roe\n```",
        "charts-differ",
    ),
    (
        "a chart left out",
        "```chart\nkind: trend\nindicator: roe\n```",
        "Return on net assets rose.",
        "charts-differ",
    ),
    // Where it stands
    ("a cell", "|甲|\n|-|\n|38|", "|A|\n|-|\n|83|", "figures-differ"),
    (
        "a footnote",
        "甲。[^1]\n\n[^1]: 样本1247户。",
        "A.[^1]\n\n[^1]: A sample of 1,274 households.",
        "figures-differ",
    ),
    ("a point of a list", "- 走访1247户\n- 开会", "- 1,427 households\n- meetings", "figures-differ"),
    (
        "sections that changed places",
        "38吨。\n\n## 启示 {#lessons}\n52吨。",
        "52 tonnes.\n\n## Lessons {#lessons}\n38 tonnes.",
        "figures-differ",
    ),
];

/// Slips that are not found, each for a reason.
const NOT_FOUND: &[(&str, &str)] = &[];

/// Good translations in other words.
const FAITHFUL: &[(&str, &str)] = &[
    ("五成职工参加。", "Half the employees took part."),
    ("跟了十二个夜班。", "They followed twelve nights."),
    ("2021年入秋。", "In the autumn of 2021."),
    ("近三分之一。", "Almost a third."),
    ("两千多名职工。", "More than 2,000 employees."),
    ("利润51.23亿元。", "Profit was CNY 5.123 billion."),
    ("利润51.23亿元。", "Profit was CNY 5.12 billion."),
    ("利润86.12万元。", "Profit was CNY 861,200."),
    ("占百分之十二。", "It makes up 12 percent."),
    ("会开了38分钟。", "The meeting took thirty-eight minutes."),
    ("会开了[38分钟]{ok}。", "The meeting took more than half an hour."),
    ("次年投产。", "It started in 2022."),
    ("2021年到2024年。", "Between 2021 and 2024."),
    ("净资产收益率{roe@2024}。", "Return on net assets is 9.4%."),
    ("净资产收益率9.4%。", "Return on net assets is {roe@2024}."),
    ("三年{roe: change 2021..2024}。", "It was {roe: change 2021..2024} in three years."),
    ("三年提高3.2个百分点。", "It was up 3.2 percentage points in three years."),
    ("成本下降8.5%。", "Costs fell by 8.5%."),
    ("现金流为-3.2亿元。", "Cash flow was minus CNY 320 million."),
    ("产量翻了一番。", "Output doubled."),
    ("增长到3倍。", "It is 3 times as high."),
    ("增长一倍。", "It doubled."),
    ("每天用水500公斤。", "It uses 0.5 tonnes of water a day."),
    ("抢修用时1.5小时。", "Repair took 90 minutes."),
    ("约占95%。", "About 95%."),
    ("约1200户。", "Some 1,200 households."),
    ("超过1200户。", "More than 1,200 households."),
    ("1200多户。", "Over 1,200 households."),
    ("二号炉末段。", "The last zone of furnace No. 2."),
    ("通过ISO 9001认证。", "It is certified to ISO 9001."),
    ("第3位，共14家。", "3rd of 14."),
    ("由6.2%提高到9.4%。", "It rose from 6.2% to 9.4%."),
    ("总投资3亿元。", "Investment came to CNY 300 million."),
    ("行业规模3万亿元。", "The industry turns over CNY 3 trillion."),
    ("2023年3月，清单通过。", "In March 2023 the list was passed."),
    ("服务15万户居民。", "It serves 150,000 households."),
    ("每吨38元。", "CNY 38 per tonne."),
    ("亏损3.2亿元。", "A loss of CNY 320 million."),
    ("亏损3.2亿元。", "The result was CNY -320 million."),
    ("早晨七点半。", "At half past seven."),
    ("三年里开了3次会。", "They met 3 times in 3 years."),
    ("三年里开了三次会。", "They met 3 times in 3 years."),
    ("2022年5月18日第一列开出。", "The first train left on 18 May 2022."),
    ("每股0.35元。", "CNY 0.35 a share."),
    ("2号线先开工。", "Line 2 began first."),
    ("90后员工居多。", "Most employees are young."),
    ("采用5G专网。", "It uses a private 5G network."),
    ("1/3的职工。", "A third of the employees."),
    ("从30天缩短到12天。", "It was cut from 30 days to 12."),
    ("提前20天完成。", "It was done 20 days ahead of schedule."),
    ("回收期2.5年。", "It pays back in two and a half years."),
    ("全部100%达标。", "All of them meet the standard."),
    ("提高0.5个百分点。", "It was up half a percentage point."),
    ("三季度好转。", "The third quarter was better."),
    ("占四分之三。", "It makes up 75%."),
    ("占15%至20%。", "It makes up 15 to 20 percent."),
    ("接待1.2万人次。", "It had 12,000 visitors."),
    ("复垦3000亩。", "They restored 200 hectares."),
    ("发电2.3亿千瓦时。", "It made 230 million kWh."),
    ("装机600万千瓦。", "Capacity is 6 GW."),
    ("日均处理1200吨。", "It treats 1,200 tonnes a day."),
    ("每年节约标准煤3.4万吨。", "It saves 34,000 tonnes of standard coal a year."),
    ("人均120万元。", "CNY 1.2 million per person."),
    ("达到120万元/人。", "It reached CNY 1.2 million per employee."),
    ("同比增长12.3%。", "It was up 12.3% year on year."),
    (
        "负债率降至58.2%，比年初下降3.1个百分点。",
        "The debt ratio fell to 58.2%, 3.1 percentage points lower than at the start of the year.",
    ),
    ("利润翻两番。", "Profit quadrupled."),
    ("省下三分之二的时间。", "Two-thirds of the time was saved."),
    ("一期、二期先后投产。", "Phase 1 and phase 2 started one after the other."),
    ("3.0版上线。", "Version 3.0 went live."),
    ("12月底完成。", "It was done by the end of December."),
    ("两台30万千瓦机组。", "Two units of 300 MW."),
    ("10人以上的班组。", "Teams of ten or more people."),
    ("建成1个中心、3个平台。", "They built one center and three platforms."),
    ("每吨成本下降120元。", "The cost of a tonne fell by CNY 120."),
    ("配比为1:3。", "The ratio is 1:3."),
    ("24小时有人值守。", "It is staffed 24 hours a day."),
    ("合同额9800万美元。", "The contract was worth USD 98 million."),
    ("从6小时压到40分钟。", "It was cut from 6 hours to 40 minutes."),
    ("连续3年零事故。", "Three years in a row without an accident."),
    ("拿出500万元专项资金。", "It set aside CNY 5 million."),
    ("有2/3的人赞成。", "Two thirds were in favor."),
    ("温度降低15℃。", "The temperature fell by 15 °C."),
    ("利润增加1.5亿元，增长近四成。", "Profit rose by CNY 150 million, or almost 40%."),
    ("累计培训3.6万人次，覆盖98.7%的岗位。", "In all 36,000 people were trained, from 98.7% of the posts."),
    ("以1元钱转让。", "It was sold for one yuan."),
    ("平均每7天检修一次。", "It is overhauled every seven days."),
    (
        "九个月后，项目停工，五千多万材料款压在里面。",
        "Nine months later work had stopped, with tens of millions of yuan of materials stuck inside.",
    ),
    ("不到总金额的百分之一。", "Less than one part in a hundred of the total."),
];

#[test]
fn slips_between_two_languages_are_found() {
    let mut missed = Vec::new();
    for (name, zh, en, code) in SLIPS {
        let built = told(zh, en).build();
        assert!(built.made.is_some(), "{name}: {:#?}", built.diagnostics);
        let found = slips(&built);
        if !found.contains(code) {
            missed.push((*name, found));
        }
    }
    let expected: Vec<&str> = NOT_FOUND.iter().map(|(name, _)| *name).collect();
    let names: Vec<&str> = missed.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, expected, "{missed:#?}");
    assert!(SLIPS.len() >= 36 && missed.len() * 20 <= SLIPS.len());
}

#[test]
fn a_good_translation_in_other_words_is_left_alone() {
    let mut wrong = Vec::new();
    for (zh, en) in FAITHFUL {
        let built = told(zh, en).build();
        if !slips(&built).is_empty() {
            wrong.push((zh, en, built.sayings(Lang::EN)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(FAITHFUL.len() >= 25);
}

/// The problems of a kind, in order: what they mark and what they say in English.
fn said(site: &Site, built: &Built, code: &str) -> Vec<(String, String)> {
    let found = built.diagnostics.iter().filter(|d| d.problem.code() == code);
    found.map(|d| (site.words(&d.place), d.say(Lang::EN).message)).collect()
}

#[test]
fn a_slip_is_told_at_the_translation_and_names_the_other_place() {
    let slip = told("一行。\n\n会开了38分钟。", "The meeting took 83 minutes.");
    let built = slip.build();
    assert_eq!(
        said(&slip, &built, "figures-differ"),
        [("83 minutes".to_owned(), format!("this says `83 minutes`, `{ZH}:7` says `38分钟`"))]
    );
    // One that only the original has is told there.
    let slip = told("建成12座泵站，用了38吨钢。", "Twelve pumping stations were built.");
    let there = format!("the other language has no `38吨` in this section, which begins at `{EN}:5`");
    assert_eq!(said(&slip, &slip.build(), "figures-differ"), [("38吨".to_owned(), there)]);
}

#[test]
fn the_text_that_others_were_translated_from_is_the_original() {
    let slip = site()
        .file(ZH, "---\ntitle: 甲\ntranslated_from: en\n---\n用了38吨钢。\n")
        .file(EN, "---\ntitle: A\n---\nIt took 83 tonnes of steel.\n");
    let built = slip.build();
    built.made().marks(&slip, "figures-differ", "38吨");
}

#[test]
fn two_texts_that_hardly_share_a_figure_are_told_once() {
    let count =
        |unit: &str, from: u32| (from..from + 12).map(|n| n.to_string() + unit).collect::<Vec<_>>().concat();
    let built = told(&count("台机器。", 111), &count(" machines. ", 311)).build();
    built.made().notes(["texts-differ content/cases/rolling/en.md"]);
    let built = told(&count("台机器。", 111), &count(" machines. ", 114)).build();
    assert!(
        built.diagnostics.iter().all(|d| d.problem.code() == "figures-differ"),
        "slips are named one by one"
    );
}

#[test]
fn a_section_that_one_language_lacks_is_told_once() {
    let site = site()
        .file(
            ZH,
            "---\ntitle: 甲\n---\n## 一 {#a}\n甲。\n\n## 二 {#b}\n38吨，{roe@2024}。\n\n### 三\n52吨。\n",
        )
        .file(EN, "---\ntitle: A\n---\n## A {#a}\nA.\n");
    site.build().made().notes(["section-untranslated content/cases/rolling/zh.md"]);
}

#[test]
fn sections_without_anchors_go_by_their_order_if_there_are_as_many() {
    let texts = |zh: &str, en: &str| {
        site()
            .file(ZH, &format!("---\ntitle: 甲\n---\n## 一\n38吨。\n{zh}"))
            .file(EN, &format!("---\ntitle: A\n---\n## A\n{en}"))
    };
    texts("## 二\n52吨。\n", "38 tonnes.\n## B\n52 tonnes.\n").build().notes([]);
    let moved = texts("## 二\n52吨。\n", "52 tonnes.\n## B\n38 tonnes.\n").build();
    assert_eq!(moved.diagnostics.len(), 2, "{:#?}", moved.diagnostics);
    // Cut up otherwise, they are compared as a whole.
    texts("52吨。\n", "52 tonnes.\n## B\n38 tonnes.\n").build().notes([]);
}

#[test]
fn front_matter_and_pictures_have_figures_too() {
    let fronts = |zh: &str, en: &str| {
        site()
            .file(ZH, &format!("---\ntitle: 甲\nsummary: {zh}\n---\n降耗12%。\n"))
            .file(EN, &format!("---\ntitle: A\nsummary: {en}\n---\nEnergy use fell 12%.\n"))
    };
    let slip = fronts("三年降耗12%。", "Energy use fell 21% in three years.");
    slip.build().marks(&slip, "figures-differ", "fell 21%");
    // A summary may be told otherwise, as long as the text has what it says.
    fronts("三年降耗12%。", "Three years of work.").build().made().notes([]);
}

#[test]
fn a_third_language_is_held_against_the_first() {
    let three = told("用了38吨钢。", "It took 38 tonnes of steel.")
        .edit("casebook.yaml", "[zh, en]", "[zh, en, fr]")
        .file("content/cases/rolling/fr.md", "---\ntitle: A\n---\n## R {#results}\n83 t.\n");
    let built = three.build();
    let found = said(&three, &built, "figures-differ");
    assert_eq!(found, [("83 t".to_owned(), format!("this says `83 t`, `{ZH}:5` says `38吨`"))]);
}

#[test]
fn a_text_in_one_language_has_nothing_to_be_held_against() {
    let alone = site().without(EN).file(ZH, "---\ntitle: 甲\n---\n38吨，2021年，{roe@2024}。\n");
    alone.build().made().notes(["translation-missing content/cases/rolling/zh.md"]);
}

#[test]
fn a_number_that_is_bound_to_nothing_is_counted_and_not_told() {
    let words = "净资产收益率9.4%，会开了[38分钟]{ok}，2024年，三年，二号炉，{roe@2023}，[9.4%]{roe@2024}。";
    let alone = site().without(EN).file(ZH, &format!("---\ntitle: 甲12\n---\n## 3.1 一\n{words}\n"));
    let (built, checked) = (alone.build(), alone.check());
    built.made().notes(["translation-missing content/cases/rolling/zh.md"]);
    let score = &checked.scores[0];
    assert_eq!((checked.scores.len(), score.bound, score.figures()), (1, 2, 4));
    assert_eq!(unbound(&alone, score), ["12", "9.4%"]);
    let book = checked.book.as_ref().expect("the site is sound");
    let fitting = Fittings::of(book).fit(score, score.unbound[1]).expect("the data have it");
    assert_eq!((fitting.claim.as_str(), fitting.written.as_str()), ("{roe@2024}", "9.4%"));
}

#[test]
fn full_width_digits_and_weighty_words_are_figures_and_small_counts_are_not() {
    let words = "百分之八，两个百分点，三亿元，两倍，１２３户，三年，十二个夜班，一半，五成。";
    let site = site().without(EN).file(ZH, &format!("---\ntitle: 甲\n---\n{words}\n"));
    let score = &site.check().scores[0];
    assert_eq!(unbound(&site, score), ["百分之八", "两个百分点", "三亿元", "两倍", "１２３户"]);
}

/// The numbers of a text that are bound to nothing.
fn unbound(site: &Site, score: &Score) -> Vec<String> {
    score.unbound.iter().map(|span| site.words(&Place::new(&score.file, *span))).collect()
}

#[test]
fn what_the_data_have_is_said_of_the_number_that_is_just_that() {
    for (words, claim) in [
        ("2023年为8.3%", Some("{roe@2023}")),
        ("提高3.2个百分点", Some("{roe: change 2021..2024}")),
        ("利润51.23亿元", Some("{total-profit@2024}")),
        ("利润增长16.9%", Some("{total-profit: growth 2021..2024}")),
        ("与世界一流相差1.5个百分点", Some("{roe: gap 2024}")),
        ("世界一流是10.9%", Some("{roe: benchmark 2024}")),
        ("合格率98.7%", None),
        ("会开了9.4小时", None),
        ("9%左右", None),
    ] {
        let text = format!("---\ntitle: 甲\n---\n{words}。\n");
        let checked = site().without(EN).file(ZH, &text).check();
        let (score, book) = (&checked.scores[0], checked.book.as_ref().expect("the site is sound"));
        let fittings = Fittings::of(book);
        let found = score.unbound.iter().find_map(|number| fittings.fit(score, *number));
        assert_eq!(found.as_ref().map(|fitting| fitting.claim.as_str()), claim, "{words}");
    }
}

#[test]
fn a_site_may_make_unbound_numbers_warnings_or_errors() {
    let open = told("用了9.4%。", "It took 9.4%.").edit(
        "casebook.yaml",
        "core_ind",
        "checks: { unbound: error }\ncore_ind",
    );
    let built = open.build();
    built
        .refused()
        .notes(["figure-unbound content/cases/rolling/en.md", "figure-unbound content/cases/rolling/zh.md"]);
    assert!(built.diagnostics[0].say(Lang::EN).help.starts_with("the data have `9.4%`: write `{roe@2024}`"));
    open.clone()
        .edit("casebook.yaml", "unbound: error", "unbound: warning")
        .build()
        .made()
        .notes(["figure-unbound content/cases/rolling/en.md", "figure-unbound content/cases/rolling/zh.md"]);
    open.edit("casebook.yaml", "unbound: error", "unbound: list").build().made().notes([]);
    // What nobody can bind where it stands is only listed.
    let title =
        told("甲。", "A.").edit(ZH, "title: 甲", "title: 降耗12%").edit(EN, "title: A", "title: 12% less");
    title.edit("casebook.yaml", "core_ind", "checks: { unbound: error }\ncore_ind").build().made().notes([]);
}

#[test]
fn a_page_has_a_score_only_if_anything_in_it_is_bound() {
    let page = |text: &str| {
        site().file("content/pages/about/zh.md", text).file("content/pages/about/en.md", text).check().scores
    };
    assert_eq!(page("---\ntitle: A\n---\n12%\n").len(), 2);
    let scores = page("---\ntitle: A\n---\n12% {hualan-steel/roe@2024}\n");
    assert_eq!(scores.len(), 4);
    assert_eq!(scores.iter().map(|score| score.bound).collect::<Vec<_>>(), [1, 1, 1, 1]);
}

#[test]
fn a_case_that_this_edition_does_not_show_has_no_score() {
    let draft = site().edit("content/cases/rolling/case.yaml", "published: 2025-02-18", "status: draft");
    assert!(draft.check().scores.is_empty());
    assert_eq!(draft.wish(|wish| wish.drafts = true).check().scores.len(), 2);
}

#[test]
fn a_text_of_nothing_but_numbers_is_checked_in_reasonable_time() {
    let numbers = |seed: u64| -> String {
        (0..20_000_u64)
            .map(|n| (10_000 + (n * 7919 + seed) % 89_999).to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let begun = std::time::Instant::now();
    told(&numbers(1), &numbers(2)).check();
    assert!(begun.elapsed().as_secs() < 60);
}
