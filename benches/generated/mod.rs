//! A site of any size in memory, for measuring.

#![allow(dead_code, reason = "each benchmark uses some of this")]

#[path = "../../tests/support/mod.rs"]
pub(crate) mod support;

use std::fmt::Write as _;

use casebook::model::Casebook;
use casebook::theme::Theme;
use support::Site;

/// A case in two languages, with figures in its sentences, in the author's own words, and a chart.
const TEXT: &str = "## 挑战 {#challenge}\n\n2021年净资产收益率为{roe@2021}，与世界一流企业相差{roe: gap 2021}，\
     **“看得见，够不着”**是大家的共同感受。原因有三：\n\n- 轧线换辊时间长，每班停机两次；\n- 能耗高于同行，*成材率*波动大；\n\
     - 订单结构单一，见[另一个案例](../case-0000/zh.md)。\n\n## 做法 {#approach}\n\n从2022年起，企业用三年时间改造轧线，\
     把换辊时间由42分钟压到15分钟。\n\n| 工序 | 改造前 | 改造后 |\n|---|--:|--:|\n| 换辊 | 42 | 15 |\n| 检修 | 8 | 5 |\n\n\
     > 第一年没有人相信能做到。\n\n```chart\nkind: trend\nindicator: roe\n```\n\n## 成效 {#results}\n\n到2024年，净资产收益率\
     {roe: change 2021..2024}，达到[9.4%]{roe@2024}，差距已弥合{roe: gap closed 2024}；利润总额{total-profit: growth 2021..2024}。\n\n\
     ## 启示 {#lessons}\n\n先算账，再动手。\n";

/// `cases` cases of a fifth as many enterprises, each in Chinese and English.
pub(crate) fn site(cases: usize) -> Site {
    let mut site = support::site();
    let figures = "currency: CNY\nsource: annual-report\nobservations:\n  roe: { 2019: 4.1, 2020: 3.8, 2021: 6.2, 2022: 6.9, 2023: 8.3, 2024: 9.4 }\n  \
         total-profit:\n    scale: 10000\n    values: { 2019: 401200, 2020: 388100, 2021: 438120, 2022: 450000, 2023: 470300, 2024: 512300 }\n\
         targets:\n  roe: { baseline: 2021, values: { 2025: 10.0 } }\nbenchmarks: { roe: steel-roe }\n";
    for n in 0..cases.div_ceil(5) {
        let folder = format!("content/enterprises/works-{n:04}");
        let who = format!("name: {{ zh: 钢铁{n}集团, en: Works {n} }}\nindustry: steel\nregion: hebei\n");
        site = site.file(&format!("{folder}/enterprise.yaml"), &who);
        site = site.file(&format!("{folder}/indicators.yaml"), figures);
    }
    for n in 0..cases {
        let folder = format!("content/cases/case-{n:04}");
        let mut facts = String::from(
            "kind: project\nareas: [efficiency]\nindicators: [roe, total-profit]\npublished: 2025-02-18\n",
        );
        let _ = writeln!(facts, "enterprise: works-{:04}", n / 5);
        site = site.file(&format!("{folder}/case.yaml"), &facts);
        for lang in ["zh", "en"] {
            let head = format!("---\ntitle: 一条轧线的三年（{n}）\nsummary: 三年缩小差距。\n---\n");
            site = site.file(&format!("{folder}/{lang}.md"), &(head + TEXT));
        }
    }
    site
}

/// The same, read and linked, with its looks.
pub(crate) fn linked(cases: usize) -> (Casebook, Theme) {
    let checked = site(cases).check();
    assert!(!checked.has_errors(), "{:#?}", checked.diagnostics);
    (checked.book.expect("a sound site"), checked.theme)
}
