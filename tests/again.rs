//! A site that is built again: byte for byte what a first build would make, with less work where only texts have changed.

mod support;

use std::collections::BTreeMap;

use casebook::base::Packed;
use casebook::emit::{Past, Record};
use casebook::link::Findings;
use casebook::media::NoFonts;
use casebook::site::{self, Inputs, Tools};
use proptest::prelude::*;
use support::{Memory, Site, at, png, site, swapped, toggled};

const ZH: &str = "content/cases/rolling/zh.md";
const EN: &str = "content/cases/rolling/en.md";

/// A site, where it was published, and what is remembered of that.
#[derive(Default)]
struct Press {
    published: BTreeMap<String, Vec<u8>>,
    record: Option<Record>,
    findings: Findings,
}

impl Press {
    /// Builds a site, bringing up to date what is published; the files that had to be made, or `None` if the site has
    /// errors and stays as it was.
    fn build(&mut self, site: &Site) -> Option<Vec<String>> {
        let inputs = Inputs::new(site, "this program".to_owned());
        let checked = site::check_again(&inputs, site.wanted(), &self.findings).expect("memory can be read");
        let first = site.check();
        assert_eq!(checked.diagnostics, first.diagnostics, "what is told is what a first build tells");
        assert_eq!((&checked.scores, &checked.hushed), (&first.scores, &first.hushed));
        let fingerprints = inputs.fingerprints();
        let ground = inputs.ground(&checked, site.wanted(), &NoFonts);
        let past = Past::new(ground, &fingerprints, self.record.as_ref());
        let tools = Tools { past: Some(&past), ..Tools::default() };
        let sink = Memory::default();
        let finished = site::finish(tools, &inputs, &checked, site.wanted(), &sink);
        self.findings = checked.findings;
        let record = finished.record?;
        for path in self.record.as_ref().map(|before| before.gone(&record)).unwrap_or_default() {
            self.published.remove(path.as_str()).expect("what is gone was there");
        }
        let made = sink.0.into_inner().expect("no thread panicked");
        let names = made.keys().cloned().collect();
        self.published.extend(made);
        self.record = Some(record);
        Some(names)
    }

    /// Whether what is published is what a first build of `site` makes.
    fn holds(&self, site: &Site) -> bool {
        self.published == site.build().files
    }
}

/// What has to be made after a change.
fn made_after(change: impl FnOnce(Site) -> Site) -> Vec<String> {
    let before = site().case("second", &["zh", "en"]).case("third", &["zh"]);
    let mut press = Press::default();
    press.build(&before).expect("the site is sound");
    let after = change(before);
    let made = press.build(&after).expect("the site is sound");
    assert!(press.holds(&after));
    made
}

fn pages(files: &[String]) -> Vec<&str> {
    files
        .iter()
        .map(String::as_str)
        .filter(|path| path.ends_with(".html") && !path.contains("/embed"))
        .collect()
}

#[test]
fn where_nothing_has_changed_only_the_list_of_files_is_made() {
    assert_eq!(made_after(|site| site), ["manifest.json"]);
}

#[test]
fn where_a_text_has_changed_its_own_pages_and_what_is_searched_are_made() {
    let made = made_after(|site| site.edit(ZH, "净资产收益率为", "净资产收益率达到"));
    let expected =
        |page: &&str| page.contains("/cases/") || page.contains("/enterprises/") || page.contains("/search");
    let pages = pages(&made);
    assert!(pages.contains(&"zh/cases/rolling.html") && pages.iter().all(expected), "{pages:?}");
    assert!(made.len() < site().build().files.len() / 2, "{made:?}");
}

#[test]
fn where_a_title_has_changed_every_list_is_made() {
    let made = made_after(|site| site.edit(ZH, "一条轧线的三年", "四年"));
    assert!(pages(&made).contains(&"zh/index.html"), "{made:?}");
}

#[test]
fn where_a_figure_has_changed_everything_is_made() {
    let made = made_after(|site| {
        site.edit("content/enterprises/hualan-steel/indicators.yaml", "2021: 6.2", "2021: 6.4")
    });
    assert!(pages(&made).contains(&"zh/cases/third.html"), "{made:?}");
}

#[test]
fn another_moment_counts_only_if_something_is_due_in_between() {
    let scheduled = |site: Site| {
        site.edit(
            "content/cases/rolling/case.yaml",
            "kind: project",
            "publish_on: 2026-06-01T00:00:00Z\nkind: project",
        )
    };
    let site = scheduled(site().case("second", &["zh", "en"]));
    let mut press = Press::default();
    press.build(&site).expect("the site is sound");
    let later = |moment| site.clone().wish(|wish| wish.at = at(moment));
    assert_eq!(press.build(&later("2026-05-31T23:59:59Z")).unwrap(), ["manifest.json"]);
    let made = press.build(&later("2026-06-01T00:00:00Z")).unwrap();
    assert!(made.contains(&"zh/cases/rolling.html".to_owned()), "{made:?}");
    assert!(press.holds(&later("2026-06-01T00:00:00Z")));
    press.build(&site).unwrap();
    assert!(press.holds(&site), "what is not due again goes");
}

#[test]
fn drafts_and_another_address_make_everything_anew() {
    let mut press = Press::default();
    let all = press.build(&site()).unwrap().len();
    assert_eq!(
        press.build(&site().wish(|wish| wish.base_url = Some("https://example.com/".into()))).unwrap().len(),
        all
    );
    assert_eq!(press.build(&site().wish(|wish| wish.drafts = true)).unwrap().len(), all);
}

/// A site with so many cases that search has them in several stretches, and with words of its own in each.
fn many(words: usize) -> Site {
    let with = |site: Site, n: usize| {
        let own: Vec<String> = (0..words).map(|word| format!("word{}", n * words + word)).collect();
        let id = format!("case-{n:03}");
        site.case(&id, &["zh", "en"])
            .added(&format!("content/cases/{id}/zh.md"), &format!("炉号{n}。{}\n", own.join(" ")))
    };
    (0..150).fold(site(), with)
}

fn searched(files: &[String]) -> Vec<&str> {
    files.iter().map(String::as_str).filter(|path| path.contains("/search")).collect()
}

const ONE_OF_MANY: &str = "content/cases/case-100/zh.md";

#[test]
fn where_a_text_has_changed_the_others_are_not_read_again_to_be_searched() {
    // With few words, all texts are loaded; with many, there is a list of them.
    for (words, has_list) in [(1, false), (300, true)] {
        let site = many(words);
        let all: Vec<String> = site.build().files.into_keys().collect();
        let all = searched(&all);
        assert_eq!(all.contains(&"zh/search/words/1.js"), has_list);
        let mut press = Press::default();
        press.build(&site).expect("the site is sound");
        let after = swapped(site.clone(), ONE_OF_MANY, "炉号100", "新炉");
        let made = press.build(&after).expect("the site is sound");
        let made = searched(&made);
        let texts = |paths: &[&str]| paths.iter().filter(|path| path.starts_with("zh/search/texts/")).count();
        assert!(made.iter().all(|path| path.starts_with("zh/search")), "{made:?}");
        assert!(texts(&made) > 0 && texts(&made) * 2 < texts(&all), "{} of {}", texts(&made), texts(&all));
        assert!(press.holds(&after));
        press.build(&site).expect("the site is sound");
        assert!(press.holds(&site), "what is no longer said is no longer found");
        let moved = site.edit(ONE_OF_MANY, "title: case-100 (zh)", "title: 新炉");
        press.build(&moved).expect("the site is sound");
        assert!(press.holds(&moved));
    }
}

#[test]
fn what_is_kept_of_search_and_cannot_be_unpacked_is_made_again() {
    let site = many(1);
    let mut press = Press::default();
    press.build(&site).expect("the site is sound");
    let parts = &mut press.record.as_mut().expect("it is remembered").parts;
    let kept: Vec<_> = parts.iter_mut().filter_map(|part| part.searched.as_mut()).collect();
    assert!(kept.len() > 4, "{} stretches", kept.len());
    for stretch in kept {
        *stretch = Packed::of(&()).expect("nothing can be packed");
    }
    let after = swapped(site, ONE_OF_MANY, "炉号100", "新炉");
    press.build(&after).expect("the site is sound");
    assert!(press.holds(&after));
}

/// Something that is done to a site. Each is undone when it is done again.
const DEEDS: [fn(Site) -> Site; 24] = [
    |site| swapped(site, ZH, "净资产收益率为", "净资产收益率达到"),
    |site| swapped(site, ZH, "{roe@2021}", "{roe@2024}"),
    |site| swapped(site, ZH, "{roe@2022}", "{rho@2022}"),
    |site| swapped(site, ZH, "{#challenge}", "{#trial}"),
    |site| swapped(site, ZH, "summary: 三年缩小差距。", "summary: 差距缩小。"),
    |site| swapped(site, ZH, "尾注。", "尾注。\n\n```chart\nkind: trend\nindicator: roe\n```\n"),
    |site| swapped(site, EN, "Return was", "[See](case:second#a). It was"),
    |site| swapped(site, "content/cases/second/zh.md", "title: second (zh)", "title: 二"),
    |site| swapped(site, "content/pages/about/zh.md", "我们", "[我们](../../cases/rolling/zh.md#challenge)"),
    |site| swapped(site, "content/enterprises/hualan-steel/indicators.yaml", "2021: 6.2", "2021: 6.4"),
    |site| swapped(site, "content/cases/rolling/case.yaml", "kind: project", "status: draft\nkind: project"),
    |site| swapped(site, "casebook.yaml", "zh: 案例集", "zh: 案例库"),
    |site| toggled(site, "content/cases/third", |site| site.case("third", &["en"])),
    |site| toggled(site, "content/cases/renamed", |site| site.case("renamed", &["zh", "en"])),
    |site| {
        toggled(site, "content/enterprises/beigang", |site| {
            site.file(
                "content/enterprises/beigang/enterprise.yaml",
                "name: { zh: 北港集团, en: Beigang Group }\nindustry: ports\nregion: hebei\n",
            )
            .file(
                "content/enterprises/beigang/indicators.yaml",
                "currency: CNY\nsource: annual-report\nobservations:\n  roe: { 2021: 5.0, 2024: 5.5 }\n",
            )
        })
    },
    |site| swapped(site, "content/indicators/roe.yaml", "decimals: 1", "decimals: 2"),
    |site| {
        toggled(site, "themes/default", |site| {
            site.file("themes/default/templates/_footer.html", "<footer>mine</footer>")
        })
    },
    // What is told of texts: numbers that only one language has, that nothing binds, or that are held against others.
    |site| swapped(site, ZH, "310万吨", "320万吨"),
    |site| swapped(site, EN, "3.1 million", "3.2 million"),
    |site| swapped(site, EN, "\n\nSales tripled.", "\n\nSales grew 3 times."),
    |site| swapped(site, "casebook.yaml", "unbound: warning", "unbound: error"),
    |site| swapped(site, "content/cases/second/en.md", "title: second", "titel: second"),
    |site| site.wish(|wish| wish.drafts = !wish.drafts),
    |site| swapped(site, EN, "Output was", "![The line](media/line.png) Output was"),
];

/// A site with all that these deeds change.
fn eventful() -> Site {
    site()
        .case("second", &["zh", "en"])
        .added("casebook.yaml", "checks: { unbound: warning }\n")
        .edit(ZH, "净资产收益率为{roe@2021}。", "净资产收益率为{roe@2021}，后为{roe@2022}。\n\n尾注。")
        .added(ZH, "产量310万吨，净资产收益率约9.4%。\n")
        .added(EN, "Output was 3.1 million tonnes.\n\nSales tripled.\n")
        .added("content/cases/second/zh.md", "同行有5%，见{rolling/roe@2021}。\n")
        .file(
            "content/cases/rolling/indicators.yaml",
            "source: annual-report\nobservations:\n  roe: { 2021: 6.1, 2022: 6.9, 2024: 9.4 }\n",
        )
        .file(
            "content/pages/about/zh.md",
            "---\ntitle: 关于\n---\n我们写案例，有2个：{hualan-steel/roe@2024}。\n",
        )
        .bytes("content/cases/rolling/media/line.png", &png())
}

#[test]
fn a_picture_is_published_as_long_as_a_text_shows_it() {
    let pictures = |press: &Press| press.published.keys().filter(|path| path.starts_with("media/")).count();
    let mut press = Press::default();
    let without = eventful();
    press.build(&without).expect("the site is sound");
    assert_eq!(pictures(&press), 0);
    let with = swapped(without.clone(), EN, "Output was", "![The line](media/line.png) Output was");
    press.build(&with).expect("the site is sound");
    assert!(pictures(&press) > 0 && press.holds(&with));
    press.build(&without).expect("the site is sound");
    assert_eq!(pictures(&press), 0);
}

#[test]
fn what_is_wrong_with_a_text_is_told_again_in_the_same_order_while_others_change() {
    let told = |site: &Site| -> Vec<String> {
        site.check().diagnostics.iter().map(|d| format!("{} {}", d.place.file, d.problem.code())).collect()
    };
    let site = eventful();
    let before = told(&site);
    for (file, code) in [(ZH, "figure-unbound"), ("content/cases/second/zh.md", "figures-differ")] {
        assert!(before.contains(&format!("{file} {code}")), "{before:?}");
    }
    // The press holds every report against that of a first build.
    let mut press = Press::default();
    press.build(&site).expect("the site is sound");
    let differing = swapped(site.clone(), EN, "3.1 million", "3.2 million");
    press.build(&differing).expect("the site is sound");
    assert!(told(&differing).len() > before.len(), "{:?}", told(&differing));
    press
        .build(&swapped(site.clone(), "content/pages/about/zh.md", "我们", "我"))
        .expect("the site is sound");
    press.build(&site).expect("the site is sound");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Whatever is done, in whatever order, and whenever it is built in between.
    #[test]
    fn after_any_edits_a_site_is_what_a_first_build_makes(
        deeds in prop::collection::vec((0..DEEDS.len(), any::<bool>()), 1..14)
    ) {
        let mut site = eventful();
        let mut press = Press::default();
        press.build(&site).expect("the site is sound");
        for (deed, is_built) in deeds {
            site = DEEDS[deed](site);
            if is_built && press.build(&site).is_some() {
                prop_assert!(press.holds(&site));
            }
        }
        if press.build(&site).is_some() {
            prop_assert!(press.holds(&site));
        }
    }
}
