//! A font in which every character is a box: enough to draw with on a machine that has no fonts.

#![allow(dead_code, unreachable_pub, reason = "each test file uses some of these")]

use casebook::media::{Database, Fonts, Letters};

/// A machine with one font.
pub struct Boxes(Letters);

const SIGNS: &str = "·—…，。：（）《》“”‘’、";

impl Boxes {
    /// All that the small sound site needs in both languages, and more.
    pub fn for_all() -> Self {
        Self::without("")
    }

    /// The same without some characters.
    pub fn without(missing: &str) -> Self {
        let all = (' '..='~').chain('一'..='龥').chain(SIGNS.chars());
        let mut database = Database::new();
        database.load_font_data(font("Noto Sans CJK SC", all.filter(|c| !missing.contains(*c)).collect()));
        Self(Letters::new(database, |_| unreachable!("it lies in no file")))
    }
}

impl Fonts for Boxes {
    fn letters(&self) -> &Letters {
        &self.0
    }
}

/// A font (TrueType) of that family. Glyph 0 stands for what is missing, as in all fonts.
fn font(family: &str, mut characters: Vec<char>) -> Vec<u8> {
    characters.sort_unstable();
    characters.dedup();
    let glyphs = characters.len() + 1;
    let (mut glyf, mut loca) = (Vec::new(), vec![long(0)]);
    for number in 0..glyphs {
        // A space is empty.
        if number == 0 || characters[number - 1] != ' ' {
            glyf.extend(square());
        }
        loca.push(long(glyf.len()));
    }
    let groups = characters.iter().zip(1..).flat_map(|(c, glyph)| {
        let code = long(*c as usize);
        [&*code, &*code, &*long(glyph)].concat()
    });
    let groups: Vec<u8> = groups.collect();
    let cmap = [
        &words(&[0, 1, 3, 10, 0, 12])[..],
        &words(&[12, 0]),
        &long(16 + groups.len()),
        &long(0),
        &long(characters.len()),
        &groups,
    ]
    .concat();
    let names: Vec<u8> = family.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let length = names.len();
    let name = [
        &words(&[0, 2, 30])[..],
        &words(&[3, 1, 0x409, 1, length, 0]),
        &words(&[3, 1, 0x409, 6, length, 0]),
        &names,
    ]
    .concat();
    let head = [
        &words(&[1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000])[..],
        &[0; 16],
        &words(&[0, 0, 1000, 1000, 0, 8, 2, 1, 0]),
    ]
    .concat();
    let hhea = words(&[1, 0, 880, 0xFF88, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
    let maxp = words(&[1, 0, glyphs, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    let hmtx = [words(&[1000, 100]), words(&vec![100; glyphs - 1])].concat();
    file(&[
        (b"cmap", cmap),
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca.concat()),
        (b"maxp", maxp),
        (b"name", name),
    ])
}

/// An outline of four points.
fn square() -> Vec<u8> {
    let frame = words(&[1, 100, 0, 900, 800, 3, 0]);
    let points = [&[1_u8; 4][..], &words(&[100, 0, 800, 0, 0, 800, 0, 0xFCE0])].concat();
    [frame, points, vec![0; 2]].concat()
}

fn file(tables: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut head = words(&[1, 0, tables.len(), 128, 3, 0]);
    let mut content = Vec::new();
    for (tag, table) in tables {
        let start = 12 + 16 * tables.len() + content.len();
        head.extend([&tag[..], &long(0), &long(start), &long(table.len())].concat());
        content.extend(table);
        content.resize(content.len().next_multiple_of(4), 0);
    }
    [head, content].concat()
}

fn words(numbers: &[usize]) -> Vec<u8> {
    numbers.iter().flat_map(|n| u16::try_from(*n).expect("a font is small").to_be_bytes()).collect()
}

fn long(number: usize) -> Vec<u8> {
    u32::try_from(number).expect("a font is small").to_be_bytes().to_vec()
}
