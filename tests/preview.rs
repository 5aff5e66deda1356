//! A site that is looked at while it is written: always what a build would make, and never less than it was before a slip.

mod support;

use std::collections::BTreeSet;

use casebook::base::{Diagnostic, Severity, SitePath, SourcePath};
use casebook::site::{Edition, Preview, Tools};
use proptest::prelude::*;
use support::{Site, site, swapped, toggled};

const TEXT: &str = "content/cases/rolling/zh.md";
const PAGE: &str = "zh/cases/rolling.html";

/// A site and its preview.
struct Desk {
    site: Site,
    preview: Preview,
}

impl Desk {
    fn open(site: Site) -> Self {
        let preview = Preview::open(Tools::default(), &site, site.wanted()).expect("memory can be read");
        Self { site, preview }
    }

    /// Changes the site, and waits until the whole has been looked at.
    fn change(&mut self, change: impl FnOnce(Site) -> Site) -> &mut Self {
        self.save(change);
        self.preview.settle(Tools::default(), &self.site);
        self
    }

    /// Changes the site; the preview is told which files were touched, as a watcher would.
    fn save(&mut self, change: impl FnOnce(Site) -> Site) -> &mut Self {
        let before = self.site.clone();
        self.site = change(before.clone());
        let changed: BTreeSet<SourcePath> =
            before.different(&self.site).iter().map(|path| SourcePath::new(path)).collect();
        self.preview.take_in(Tools::default(), &self.site, &changed);
        self
    }

    fn text(&self, path: &str) -> Option<String> {
        text(&self.preview.edition(), &self.site, path)
    }

    /// What is told, by code and file, and in the same words as `check` does.
    fn says_what_check_says(&self) -> &Self {
        assert_eq!(
            format!("{:#?}", self.preview.edition().diagnostics()),
            format!("{:#?}", self.site.check().diagnostics)
        );
        self
    }

    /// Every file is, byte for byte, what a build makes.
    fn shows_what_is_built(&self) {
        let built = self.site.build();
        assert!(built.made.is_some(), "the site is sound");
        for (path, bytes) in built.files.iter().filter(|(path, _)| *path != "manifest.json") {
            let shown = file(&self.preview.edition(), &self.site, path);
            assert!(shown.as_ref() == Some(bytes), "{path} differs from what is built");
        }
    }
}

fn file(edition: &Edition, site: &Site, path: &str) -> Option<Vec<u8>> {
    edition.file(Tools::default(), site, &SitePath::new(path)).expect("every page can be rendered")
}

fn text(edition: &Edition, site: &Site, path: &str) -> Option<String> {
    file(edition, site, path).map(|bytes| String::from_utf8(bytes).expect("pages are UTF-8"))
}

#[test]
fn every_file_is_what_a_build_makes() {
    let other = "name: { zh: 北麓, en: Beilu }\nindustry: steel\nregion: hebei\n";
    let two = site().case("second", &["zh"]).file("content/enterprises/beilu/enterprise.yaml", other);
    Desk::open(two).says_what_check_says().shows_what_is_built();
}

#[test]
fn what_is_not_there_is_not_shown() {
    let desk = Desk::open(site());
    for path in [
        "zh/cases/nothing.html",
        "zh/cases/rolling/chart-9.svg",
        "zh/cases/p/2.html",
        "zh/enterprises/p/2.html",
        "zh/sources/p/2.html",
        "zh/industries/steel/p/2.html",
        "zh/industries/nothing.html",
        "zh/areas/efficiency/p/2.html",
        "zh/areas/efficiency/nothing.html",
        "zh/sources/nothing.html",
        "zh/compare.html",
        "fr/index.html",
        "casebook.yaml",
        "",
        "zh",
        "../x",
    ] {
        assert_eq!(desk.text(path), None, "{path}");
    }
}

#[test]
fn a_saved_text_is_on_its_page_and_in_every_list() {
    let mut desk = Desk::open(site());
    desk.change(|site| site.edit(TEXT, "title: 一条轧线的三年", "title: 一条轧线的四年"));
    for page in [PAGE, "zh/index.html", "zh/cases/index.html", "zh/areas/efficiency.html"] {
        assert!(desk.text(page).unwrap().contains("一条轧线的四年"), "{page}");
    }
    desk.says_what_check_says().shows_what_is_built();
}

#[test]
fn a_saved_text_is_seen_before_the_whole_has_been_looked_at() {
    let mut desk = Desk::open(site().case("second", &["zh", "en"]));
    desk.save(|site| site.edit(TEXT, "## 挑战", "产量为320万吨。\n\n## 挑战"));
    assert!(desk.text(PAGE).unwrap().contains("产量为320万吨。"));
    desk.shows_what_is_built();
    let told: Vec<_> = desk.preview.edition().diagnostics().iter().map(|d| d.problem.code()).collect();
    assert_eq!(told, ["figures-differ"], "the English text has no such figure");
    // What a text changes elsewhere is seen when the site is settled.
    let link =
        |site: Site| site.edit("content/cases/second/zh.md", "{roe@2024}", "[挑战](case:rolling#challenge)");
    desk.change(link).says_what_check_says();
    desk.save(|site| site.edit(TEXT, "{#challenge}", "{#trial}"));
    let codes = |desk: &Desk| -> Vec<&str> {
        desk.preview.edition().diagnostics().iter().map(|d| d.problem.code()).collect()
    };
    assert!(!codes(&desk).contains(&"anchor-unknown"));
    assert!(desk.preview.settle(Tools::default(), &desk.site).is_some());
    assert!(codes(&desk).contains(&"anchor-unknown"));
    desk.says_what_check_says();
    assert!(desk.preview.settle(Tools::default(), &desk.site).is_none(), "nothing was put off");
}

#[test]
fn a_saved_figure_is_in_every_sentence_and_chart() {
    let mut desk = Desk::open(site());
    desk.change(|site| {
        site.edit("content/enterprises/hualan-steel/indicators.yaml", "2021: 6.2", "2021: 6.4")
    });
    assert!(desk.text(PAGE).unwrap().contains("净资产收益率为<a"), "the claim is still bound");
    assert!(desk.text(PAGE).unwrap().contains("6.4%") && !desk.text(PAGE).unwrap().contains("6.2%"));
    desk.says_what_check_says().shows_what_is_built();
}

#[test]
fn a_page_with_an_error_stays_as_it_was_until_it_is_mended() {
    let mut desk = Desk::open(site());
    let sound = desk.text(PAGE);
    desk.change(|site| site.edit(TEXT, "{roe@2021}", "{rho@2021}")).says_what_check_says();
    assert!(desk.preview.edition().has_errors());
    assert_eq!(desk.text(PAGE), sound, "the last good page");
    // Others are written meanwhile.
    desk.change(|site| site.edit("content/cases/rolling/en.md", "A gap narrowed.", "A gap closed."));
    assert!(desk.text("en/cases/rolling.html").unwrap().contains("A gap closed."));
    desk.change(|site| site.edit(TEXT, "{rho@2021}", "{roe@2022}")).says_what_check_says();
    assert!(!desk.preview.edition().has_errors());
    assert!(desk.text(PAGE).unwrap().contains("6.9%"));
    desk.shows_what_is_built();
}

#[test]
fn a_site_with_errors_from_the_first_shows_what_is_sound() {
    let broken = site().case("second", &["zh"]).edit(TEXT, "{roe@2021}", "{rho@2021}");
    let mut desk = Desk::open(broken);
    assert_eq!(desk.text(PAGE), None);
    assert!(desk.text("zh/cases/second.html").is_some());
    desk.change(|site| site.edit(TEXT, "{rho@2021}", "{roe@2021}")).shows_what_is_built();
}

#[test]
fn settings_that_cannot_be_read_show_nothing_and_then_everything() {
    let mut desk = Desk::open(site().file("casebook.yaml", "casebook: [\n"));
    assert_eq!(desk.text("index.html"), None);
    desk.says_what_check_says();
    let sound = site();
    desk.change(|_| sound).says_what_check_says().shows_what_is_built();
}

#[test]
fn cases_come_and_go() {
    let mut desk = Desk::open(site());
    desk.change(|site| site.case("second", &["zh", "en"])).says_what_check_says().shows_what_is_built();
    let without = |site: Site| {
        ["case.yaml", "zh.md", "en.md"]
            .iter()
            .fold(site, |site, name| site.without(&format!("content/cases/second/{name}")))
    };
    desk.change(without).says_what_check_says().shows_what_is_built();
    assert_eq!(desk.text("zh/cases/second.html"), None);
}

#[test]
fn another_language_of_the_site_makes_every_file_count_again() {
    let mut desk = Desk::open(site());
    desk.change(|site| site.edit("casebook.yaml", "[zh, en]", "[zh]")).says_what_check_says();
    desk.change(|site| site.edit("casebook.yaml", "[zh]", "[zh, en]"))
        .says_what_check_says()
        .shows_what_is_built();
}

#[test]
fn a_theme_of_the_site_is_seen_at_once_and_a_broken_one_told() {
    let mut desk = Desk::open(site());
    let style = "themes/mine/styles/00-tokens.css";
    desk.change(|site| {
        site.edit("casebook.yaml", "casebook: 1\n", "casebook: 1\ntheme: mine\n").file(style, ":root{--a:1}")
    })
    .says_what_check_says()
    .shows_what_is_built();
    let template = "themes/mine/templates/_footer.html";
    desk.change(|site| site.file(template, "<footer>mine</footer>")).shows_what_is_built();
    assert!(desk.text(PAGE).unwrap().contains("<footer>mine</footer>"));
    desk.change(|site| site.file(template, "<footer>{{ nothing.there }}</footer>")).says_what_check_says();
    assert!(desk.preview.edition().has_errors());
    assert!(desk.text(PAGE).unwrap().contains("<footer>mine</footer>"), "the last good look");
}

#[test]
fn a_source_file_leads_to_the_page_where_it_is_seen() {
    let edition = Desk::open(site()).preview.edition();
    for (source, page) in [
        (TEXT, Some(PAGE)),
        ("content/cases/rolling/case.yaml", Some(PAGE)),
        ("content/enterprises/hualan-steel/indicators.yaml", Some("zh/enterprises/hualan-steel.html")),
        ("content/indicators/roe.yaml", Some("zh/indicators/roe.html")),
        ("content/vocabulary/areas.yaml", None),
        ("README.md", None),
    ] {
        let found = edition.page_of(&SourcePath::new(source));
        assert_eq!(found.as_ref().map(SitePath::as_str), page, "{source}");
    }
}

#[test]
fn slips_made_and_mended_again_and_again_leave_nothing_behind() {
    let mut desk = Desk::open(site());
    let sound = desk.text(PAGE);
    for _ in 0..1000 {
        desk.save(|site| site.edit(TEXT, "{roe@2021}", "{rho@2021}"));
        assert!(desk.preview.edition().has_errors());
        desk.save(|site| site.edit(TEXT, "{rho@2021}", "{roe@2021}"));
        assert!(!desk.preview.edition().has_errors());
    }
    assert_eq!(desk.text(PAGE), sound);
    assert_eq!(desk.preview.edition().number(), 2001);
}

/// Something that is done to a site. Each is undone when it is done again.
const DEEDS: [fn(Site) -> Site; 12] = [
    |site| site.added(TEXT, "\n产量为320万吨。\n"),
    |site| swapped(site, TEXT, "{roe@2021}", "{rho@2021}"),
    |site| swapped(site, TEXT, "{#challenge}", "{#trial}"),
    |site| swapped(site, TEXT, "title: 一条轧线的三年", "title: 四年"),
    |site| swapped(site, TEXT, "---\ntitle", "--\ntitle"),
    |site| swapped(site, "content/cases/rolling/en.md", "Return was", "[See](case:second#challenge). It was"),
    |site| swapped(site, "content/enterprises/hualan-steel/indicators.yaml", "2021: 6.2", "2021: 6.4"),
    |site| swapped(site, "content/cases/rolling/case.yaml", "kind: project", "status: draft\nkind: project"),
    |site| swapped(site, "content/cases/rolling/case.yaml", "enterprise: hualan-steel", "enterprise: hualan"),
    |site| swapped(site, "casebook.yaml", "zh: 案例集", "zh: 案例库"),
    |site| toggled(site, "content/cases/second", |site| site.case("second", &["zh", "en"])),
    |site| {
        toggled(site, "themes/default", |site| {
            site.file("themes/default/templates/_footer.html", "<footer>mine</footer>")
        })
    },
];

#[test]
fn texts_saved_while_the_whole_is_looked_at_are_not_lost() {
    let mut desk = Desk::open(site().case("second", &["zh", "en"]));
    let none = Tools::default();
    desk.save(|site| site.edit(TEXT, "## 挑战", "产量为320万吨。\n\n## 挑战"));
    let unsettled = desk.preview.unsettled().expect("only a text was linked");
    desk.save(|site| site.edit("content/cases/second/en.md", "summary:", "summary: Anew."));
    desk.save(|site| site.edit(TEXT, "产量为320万吨。", "产量为330万吨。"));
    let settled = unsettled.settle(none, &desk.site);
    assert!(desk.preview.accept(none, &desk.site, settled).is_some());
    assert!(desk.text(PAGE).unwrap().contains("产量为330万吨。"));
    assert!(desk.text("en/cases/second.html").unwrap().contains("Anew."));
    assert!(desk.preview.is_unsettled(), "those were linked alone");
    desk.preview.settle(none, &desk.site);
    desk.says_what_check_says().shows_what_is_built();
}

#[test]
fn a_slip_made_while_the_whole_is_looked_at_is_told() {
    let mut desk = Desk::open(site());
    desk.save(|site| site.edit(TEXT, "title: 一条轧线的三年", "title: 一条轧线的四年"));
    let unsettled = desk.preview.unsettled().expect("only a text was linked");
    desk.save(|site| site.edit(TEXT, "{roe@2021}", "{rho@2021}"));
    let settled = unsettled.settle(Tools::default(), &desk.site);
    desk.preview.accept(Tools::default(), &desk.site, settled);
    assert!(desk.preview.edition().has_errors());
    assert!(desk.text(PAGE).unwrap().contains("一条轧线的四年"), "the last good page");
    desk.change(|site| site.edit(TEXT, "{rho@2021}", "{roe@2021}"));
    desk.says_what_check_says().shows_what_is_built();
}

#[test]
fn a_look_at_the_whole_that_a_later_change_has_overtaken_is_let_go() {
    let mut desk = Desk::open(site());
    desk.save(|site| site.edit(TEXT, "title: 一条轧线的三年", "title: 一条轧线的四年"));
    let unsettled = desk.preview.unsettled().expect("only a text was linked");
    desk.save(|site| site.edit("content/enterprises/hualan-steel/indicators.yaml", "2021: 6.2", "2021: 6.4"));
    let settled = unsettled.settle(Tools::default(), &desk.site);
    assert!(desk.preview.accept(Tools::default(), &desk.site, settled).is_none());
    assert!(!desk.preview.is_unsettled());
    desk.says_what_check_says().shows_what_is_built();
}

#[test]
fn what_was_scheduled_is_public_when_its_moment_has_come() {
    let scheduled = site()
        .edit(
            "content/cases/rolling/case.yaml",
            "kind: project",
            "publish_on: 2026-03-01T09:00:00+08:00\nkind: project",
        )
        .wish(|wish| wish.drafts = false);
    let mut desk = Desk::open(scheduled);
    assert_eq!(desk.text(PAGE), None);
    let go_on = |desk: &mut Desk, at: &str| {
        let at = support::at(at);
        desk.site = desk.site.clone().wish(|wish| wish.at = at);
        desk.preview.go_on(Tools::default(), &desk.site, at).is_some()
    };
    assert!(!go_on(&mut desk, "2026-03-01T08:59:59+08:00"), "nothing has happened yet");
    assert!(go_on(&mut desk, "2026-03-01T09:00:00+08:00"));
    assert!(desk.text(PAGE).is_some());
    desk.says_what_check_says().shows_what_is_built();
    assert!(!go_on(&mut desk, "2026-12-31T09:00:00+08:00"), "nothing else waits");
    // A text that is saved later is linked for the moment that has been reached.
    desk.change(|site| site.edit(TEXT, "一条轧线的三年", "一条轧线的四年"));
    desk.says_what_check_says().shows_what_is_built();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Whatever is done, in whatever order, and whenever the whole is looked at in between.
    #[test]
    fn after_any_edits_a_preview_is_what_a_build_makes(
        deeds in prop::collection::vec((0..DEEDS.len(), any::<bool>(), any::<bool>()), 1..12)
    ) {
        let mut desk = Desk::open(site());
        let mut looked = None;
        for (deed, is_settled, is_looked_at) in deeds {
            if is_settled {
                desk.change(DEEDS[deed]);
            } else {
                desk.save(DEEDS[deed]);
            }
            // As when somebody takes a while for it, and more is written meanwhile.
            if let Some(settled) = looked.take() {
                desk.preview.accept(Tools::default(), &desk.site, settled);
            }
            if is_looked_at {
                let unsettled = desk.preview.unsettled();
                looked = unsettled.map(|unsettled| unsettled.settle(Tools::default(), &desk.site));
            }
            for page in [PAGE, "index.html", "en/cases/second.html"] {
                desk.text(page);
            }
        }
        desk.preview.settle(Tools::default(), &desk.site);
        if desk.preview.edition().has_errors() {
            let told = desk.preview.edition();
            let errors = |all: &[Diagnostic]| -> Vec<String> {
                all.iter().filter(|d| d.severity() == Severity::Error).map(|d| format!("{d:?}")).collect()
            };
            prop_assert_eq!(errors(told.diagnostics()), errors(&desk.site.check().diagnostics));
        } else {
            desk.says_what_check_says().shows_what_is_built();
        }
    }
}
