//! Pictures on their way from a case folder to a page.

mod support;

use std::io::Cursor;
use std::sync::atomic::Ordering;

use casebook::emit::Shard;
use casebook::site::Tools;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use support::{Shelf, Site, site};

const CASE: &str = "content/cases/rolling/case.yaml";

/// A site whose case has a cover and a picture in its text.
fn with_pictures() -> Site {
    let images = "images: [{ file: media/mill.jpg, alt: { zh: 轧机, en: A mill }, caption: { zh: 夜班, en: The night shift } }]\npublished:";
    site()
        .edit(CASE, "published:", images)
        .edit("content/cases/rolling/zh.md", "净资产", "![轧线](media/line.png)\n\n净资产")
        .bytes("content/cases/rolling/media/mill.jpg", &picture(2000, 1200, ImageFormat::Jpeg))
        .bytes("content/cases/rolling/media/line.png", &picture(640, 400, ImageFormat::Png))
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colour = |n: u32| u8::try_from(n % 251).unwrap();
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([colour(x), colour(y), colour(x * y / 97)]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The addresses in the `srcset` of the picture with this alt text.
fn offered(html: &str, alt: &str) -> Vec<String> {
    let tag = html.split("<img ").find(|tag| tag.contains(&format!("alt=\"{alt}\""))).expect("it is shown");
    let list = tag.split("srcset=\"").nth(1).expect("it is offered in sizes").split('"').next().unwrap();
    list.split(", ").map(str::to_owned).collect()
}

#[test]
fn a_page_offers_a_picture_in_the_sizes_that_exist() {
    let built = with_pictures().build();
    built.made();
    let html = built.text("zh/cases/rolling.html");
    let offers = offered(html, "轧机");
    let widths: Vec<_> = offers.iter().map(|offer| offer.split(' ').nth(1).unwrap()).collect();
    assert_eq!(widths, ["480w", "960w", "1600w"]);
    assert_eq!(offered(html, "轧线").len(), 2);
    for offer in offers {
        let path = offer.split(' ').next().unwrap().strip_prefix("../../").expect("addresses are relative");
        let picture = image::load_from_memory(&built.files[path]).unwrap();
        assert_eq!(format!("{}w", picture.width()), offer.split(' ').nth(1).unwrap());
    }
    assert!(html.contains("width=\"1600\" height=\"960\"") && html.contains("loading=\"eager\""));
    // Lists show the same cover, from where they lie.
    assert!(built.text("zh/index.html").contains("srcset=\"../media/cases/rolling/mill-480."));
}

#[test]
fn no_file_of_a_contributor_is_published_as_it_is() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path onclick=\"steal()\" d=\"M0 0h9v9z\"/></svg>";
    let story = with_pictures().file("content/cases/rolling/media/sketch.svg", drawing).edit(
        "content/cases/rolling/en.md",
        "Return was",
        "![A sketch](media/sketch.svg)\n\nReturn was",
    );
    let built = story.build();
    built.made();
    let sources = [picture(2000, 1200, ImageFormat::Jpeg), picture(640, 400, ImageFormat::Png)];
    for (path, bytes) in built.files.iter().filter(|(path, _)| path.starts_with("media/")) {
        assert!(!sources.contains(bytes), "{path}");
        assert!(path.ends_with(".png") || path.ends_with(".jpg"), "{path}");
    }
    assert!(built.files.values().all(|bytes| !bytes.windows(5).any(|w| w == b"steal")));
}

#[test]
fn a_picture_that_cannot_be_used_is_told_where_it_stands() {
    let whole = picture(640, 400, ImageFormat::Png);
    let cut = with_pictures().bytes("content/cases/rolling/media/line.png", &whole[..whole.len() / 2]);
    cut.build().notes(["image-unusable content/cases/rolling/media/line.png"]).refused();

    // What only decoding finds.
    let mut damaged = whole;
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xff;
    let story = with_pictures().bytes("content/cases/rolling/media/line.png", &damaged);
    let built = story.build();
    built.notes(["image-unusable content/cases/rolling/media/line.png"]);
    assert!(built.made.is_none(), "a site with a damaged picture is not made");
    let built = story.wish(|wish| wish.without_broken = true).build();
    built.made().page("zh/cases/rolling.html", |page| {
        page.hides("media/cases/rolling/line").shows("轧线").shows("mill-480");
    });
}

#[test]
fn two_pictures_whose_names_become_one_do_not_disturb_each_other() {
    let (one, other) = ("content/cases/rolling/media/轧.png", "content/cases/rolling/media/铸.png");
    let text = "![甲](media/轧.png)\n\n![乙](media/铸.png)\n\n净资产";
    let same = picture(9, 9, ImageFormat::Png);
    let story = site().edit("content/cases/rolling/zh.md", "净资产", text);
    story.clone().bytes(one, &same).bytes(other, &same).build().made();
    story.bytes(one, &same).bytes(other, &picture(9, 8, ImageFormat::Png)).build().made();
}

#[test]
fn a_second_build_makes_the_same_site_without_printing_a_picture_again() {
    let (story, shelf) = (with_pictures(), Shelf::default());
    let build = || story.build_with(Tools { store: &shelf, ..Tools::default() });
    let puts = || shelf.puts.swap(0, Ordering::Relaxed);
    let first = build();
    assert_eq!(puts(), 2);
    assert!(build().files == first.files);
    assert_eq!(puts(), 0);
    assert!(story.build().files == first.files, "a store changes nothing");

    // Only what has changed is printed.
    let changed =
        with_pictures().bytes("content/cases/rolling/media/line.png", &picture(64, 40, ImageFormat::Png));
    changed.build_with(Tools { store: &shelf, ..Tools::default() }).made();
    assert_eq!(puts(), 1);
}

#[test]
fn what_is_kept_and_broken_is_worth_as_much_as_nothing() {
    let (story, shelf) = (with_pictures(), Shelf::default());
    let first = story.build_with(Tools { store: &shelf, ..Tools::default() });
    for spoil in [
        (|bytes: &mut Vec<u8>| bytes.truncate(60)) as fn(&mut Vec<u8>),
        |bytes| bytes.clear(),
        |bytes| *bytes.last_mut().unwrap() ^= 1,
        |bytes| bytes[20] ^= 1,
    ] {
        shelf.kept.lock().unwrap().values_mut().for_each(spoil);
        assert!(story.build_with(Tools { store: &shelf, ..Tools::default() }).files == first.files);
    }
}

#[test]
fn machines_that_share_a_store_make_each_picture_once_and_publish_it_once() {
    let (story, shelf) = (with_pictures(), Shelf::default());
    let is_picture = |path: &String| path.starts_with("media/");
    let whole: Vec<String> = story.build().files.into_keys().filter(is_picture).collect();
    let mut together = Vec::new();
    for number in 1..=3 {
        let shard = story.clone().wish(|wish| wish.shard = Shard::new(number, 3));
        let built = shard.build_with(Tools { store: &shelf, ..Tools::default() });
        together.extend(built.made().files.keys().filter(|path| is_picture(path)).cloned());
    }
    together.sort();
    assert_eq!(together, whole);
    assert_eq!(shelf.puts.load(Ordering::Relaxed), 2, "there are two pictures");
}
