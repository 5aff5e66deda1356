use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use moxcms::ColorProfile;

use super::{Ending, prints};
use crate::base::problem::ImageFault;
use crate::media::testing::{coloured, gif, gradient, jpeg, noise, png, webp, with_exif};

fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).expect("a print can be decoded")
}

#[test]
fn a_photo_is_offered_in_several_sizes_and_none_is_larger_than_itself() {
    let made = prints(&jpeg(&noise(2000, 1000))).unwrap();
    let sizes: Vec<_> = made.files.iter().map(|file| (file.width, file.height)).collect();
    assert_eq!((made.size, sizes), ((1600, 800), vec![(480, 240), (960, 480), (1600, 800)]));
    for file in &made.files {
        let picture = decoded(&file.bytes);
        assert_eq!((file.ending, picture.width(), picture.height()), (Ending::Jpg, file.width, file.height));
    }
    let small = prints(&jpeg(&noise(300, 200))).unwrap();
    assert_eq!((small.size, small.files.len()), ((300, 200), 1));
    // A size that is hardly smaller is not worth a file.
    let widths: Vec<_> = prints(&jpeg(&noise(1000, 10))).unwrap().files.iter().map(|f| f.width).collect();
    assert_eq!(widths, [480, 1000]);
}

#[test]
fn a_photo_stands_upright_and_does_not_say_where_it_was_taken() {
    // Held sideways: what is at the top of the file is on the right.
    let mut lying = gradient(60, 40);
    for x in 0..60 {
        for y in 0..10 {
            lying.put_pixel(x, y, Rgb([250, 0, 0]));
        }
    }
    let photo = with_exif(&jpeg(&lying), 6, b"GPS 39.9042 N 116.4074 E");
    assert!(photo.windows(7).any(|w| w == b"39.9042"));
    let made = prints(&photo).unwrap();
    assert_eq!(made.size, (40, 60));
    for file in &made.files {
        for secret in [&b"39.9042"[..], b"Exif", b"GPS"] {
            assert!(!file.bytes.windows(secret.len()).any(|w| w == secret), "{secret:?}");
        }
        let picture = decoded(&file.bytes).into_rgb8();
        let is_red = |x, y| picture.get_pixel(x, y).0[0] > 200 && picture.get_pixel(x, y).0[1] < 60;
        assert!(is_red(37, 5) && is_red(37, 55) && !is_red(2, 5) && !is_red(2, 55));
    }
}

#[test]
fn every_way_of_holding_a_camera_leads_upright() {
    for orientation in 1..=8 {
        let made = prints(&with_exif(&jpeg(&gradient(60, 40)), orientation, b"")).unwrap();
        let expected = if orientation < 5 { (60, 40) } else { (40, 60) };
        let file = &made.files[0];
        assert_eq!((made.size, (file.width, file.height)), (expected, expected), "{orientation}");
        let picture = decoded(&file.bytes);
        assert_eq!((picture.width(), picture.height()), expected, "{orientation}");
    }
}

#[test]
fn a_drawing_of_few_colours_keeps_every_pixel() {
    let picture = RgbImage::from_fn(200, 100, |x, y| {
        Rgb(if (x / 10 + y / 10) % 2 == 0 { [20; 3] } else { [230, 90, 10] })
    });
    for bytes in [png(&picture), gif(&picture), webp(&picture)] {
        let made = prints(&bytes).unwrap();
        assert_eq!(made.files[0].ending, Ending::Png);
        assert_eq!(decoded(&made.files[0].bytes).into_rgb8(), picture);
    }
}

#[test]
fn a_photo_that_was_saved_as_png_becomes_light() {
    let bytes = png(&noise(900, 600));
    let made = prints(&bytes).unwrap();
    assert!(made.files.iter().all(|file| file.ending == Ending::Jpg && file.bytes.len() * 2 < bytes.len()));
}

#[test]
fn what_is_transparent_stays_so_and_its_colour_does_not_leak() {
    let picture =
        RgbaImage::from_fn(1200, 600, |x, _| Rgba(if x < 601 { [0, 255, 0, 0] } else { [200, 0, 0, 255] }));
    let made = prints(&png(&DynamicImage::ImageRgba8(picture))).unwrap();
    for file in &made.files {
        let picture = decoded(&file.bytes).into_rgba8();
        assert_eq!(file.ending, Ending::Png);
        for pixel in picture.pixels() {
            assert!(pixel.0[3] == 0 || pixel.0[1] < 8, "{pixel:?} at {}", file.width);
        }
    }
    // Transparency that nobody sees is none.
    let opaque = RgbaImage::from_pixel(4, 4, Rgba([1, 2, 3, 255]));
    let made = prints(&png(&DynamicImage::ImageRgba8(opaque))).unwrap();
    assert!(!decoded(&made.files[0].bytes).color().has_alpha());
}

#[test]
fn one_pixel_is_a_picture() {
    let dot = RgbImage::from_pixel(1, 1, Rgb([9, 9, 9]));
    for bytes in [png(&dot), jpeg(&dot), gif(&dot), webp(&dot)] {
        let made = prints(&bytes).unwrap();
        assert_eq!((made.size, made.files.len()), ((1, 1), 1));
    }
    // Very long and thin: no side becomes nothing.
    let line = prints(&png(&gradient(4000, 1))).unwrap();
    assert!(line.files.iter().all(|file| file.height == 1));
}

#[test]
fn damage_in_the_middle_is_found_when_a_picture_is_printed() {
    let mut bytes = png(&noise(64, 64));
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    assert_eq!(prints(&bytes), Err(ImageFault::Broken));
}

#[test]
fn the_same_picture_makes_the_same_bytes() {
    let bytes = jpeg(&noise(700, 500));
    assert_eq!(prints(&bytes), prints(&bytes));
}

#[test]
fn grey_and_deep_pictures_are_pictures_too() {
    let deep = DynamicImage::ImageRgb16(DynamicImage::ImageRgb8(gradient(40, 30)).into_rgb16());
    let grey = DynamicImage::ImageLuma8(DynamicImage::ImageRgb8(gradient(40, 30)).into_luma8());
    for bytes in [png(&deep), png(&grey), jpeg(&grey.to_rgb8())] {
        assert_eq!(prints(&bytes).unwrap().size, (40, 30));
    }
}

#[test]
fn a_photo_keeps_its_colours_whatever_camera_wrote_them() {
    // The red and the white of pages, as phones and cameras write them.
    let profiles =
        [(ColorProfile::new_display_p3(), [234, 51, 35]), (ColorProfile::new_adobe_rgb(), [219, 0, 0])];
    for (profile, red) in profiles {
        let profile = profile.encode().unwrap();
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            for (written, seen) in [(red, [255, 0, 0]), ([255; 3], [255; 3]), ([0; 3], [0; 3])] {
                let picture = RgbImage::from_pixel(16, 16, Rgb(written));
                let made = prints(&coloured(&picture, &profile, format)).unwrap();
                let bytes = &made.files[0].bytes;
                let found = decoded(bytes).into_rgb8().get_pixel(8, 8).0;
                let is_near = found.iter().zip(seen).all(|(found, seen)| found.abs_diff(seen) <= 3);
                assert!(is_near, "{found:?} for {seen:?} in {format:?}");
                assert!(
                    !bytes.windows(4).any(|name| name == b"iCCP" || name == b"ICC_"),
                    "no profile is published"
                );
            }
        }
    }
}

#[test]
fn colours_that_are_those_of_pages_or_of_nobody_stay_exactly() {
    let picture = RgbImage::from_fn(64, 64, |x, y| {
        Rgb([u8::try_from(x * 4).unwrap(), u8::try_from(y * 4).unwrap(), 90])
    });
    let srgb = ColorProfile::new_srgb().encode().unwrap();
    let grey = ColorProfile::new_gray_with_gamma(1.8).encode().unwrap();
    for profile in [&srgb[..], &grey[..], &srgb[..srgb.len() / 2], b"", &[0; 128]] {
        let made = prints(&coloured(&picture, profile, ImageFormat::Png)).unwrap();
        assert_eq!(decoded(&made.files[0].bytes).into_rgb8(), picture);
    }
}
