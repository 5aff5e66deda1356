//! What a site becomes: every kind of page, from small sites in memory.

mod support;

use support::site;

#[test]
fn a_small_sound_site_is_made_without_a_word() {
    let built = site().build();
    built.made().notes([]);
    built.page("zh/cases/rolling.html", |page| {
        page.shows("一条轧线的三年").shows("<data class=\"figure\" value=\"6.2\">6.2%</data>");
    });
}
