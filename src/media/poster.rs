//! A drawing of our own with words in it, as pixels. No word is lost: what no font has is told.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Group, Node, Options, Tree};

use super::letters::{self, Letters};
use super::{Ending, Print, prints};

/// Draws an SVG, which must be sound, as large as it says. The error is the characters that no font has.
pub fn poster(svg: &str, letters: &Letters) -> Result<Print, BTreeSet<char>> {
    let document = Document::parse(svg).expect("what we draw is sound");
    let wanted = characters(document.descendants().filter_map(|node| node.text()));
    // Shaping letters is other people's code, fed with anybody's words: should it give up, they cannot be drawn.
    catch_unwind(AssertUnwindSafe(|| draw(&document, &wanted, letters))).unwrap_or(Err(wanted))
}

fn draw(
    document: &Document<'_>,
    wanted: &BTreeSet<char>,
    letters: &Letters,
) -> Result<Print, BTreeSet<char>> {
    let options =
        Options { fontdb: letters.database(), font_resolver: letters::resolver(), ..Options::default() };
    let tree = Tree::from_xmltree(document, &options).expect("what we draw is sound");
    let mut found = BTreeSet::new();
    collect(tree.root(), &mut found);
    let lacking: BTreeSet<char> = wanted.difference(&found).copied().collect();
    if !lacking.is_empty() {
        return Err(lacking);
    }
    let size = tree.size().to_int_size();
    let mut canvas = Pixmap::new(size.width(), size.height()).expect("our drawings have a size");
    resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
    let pixels = canvas.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    let pixels = RgbaImage::from_raw(size.width(), size.height(), pixels.collect())
        .expect("a canvas has as many pixels as it says");
    let print = prints::write(&DynamicImage::from(pixels), Ending::Png);
    Ok(print.expect("memory can be written to"))
}

/// Adds the characters that have a glyph.
fn collect(group: &Group, found: &mut BTreeSet<char>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => collect(inner, found),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                // In every font the first glyph stands for those that are missing.
                let drawn = glyphs.filter(|glyph| glyph.id.0 != 0);
                found.extend(characters(drawn.map(|glyph| glyph.text.as_str())));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// The characters that somebody would miss.
fn characters<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeSet<char> {
    texts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}
