//! Fewer pixels.

use image::imageops::{self, FilterType};
use image::{DynamicImage, RgbaImage};

/// The same picture at another, smaller size.
pub(super) fn resize(picture: &DynamicImage, width: u32, height: u32) -> DynamicImage {
    if (picture.width(), picture.height()) == (width, height) {
        return picture.clone();
    }
    match picture {
        DynamicImage::ImageRgb8(pixels) => {
            DynamicImage::ImageRgb8(imageops::resize(pixels, width, height, FilterType::CatmullRom))
        }
        other => {
            // The colour of what is transparent must not leak into what is beside it.
            let mut pixels = other.to_rgba8();
            weigh(&mut pixels);
            let mut small = imageops::resize(&pixels, width, height, FilterType::CatmullRom);
            unweigh(&mut small);
            DynamicImage::ImageRgba8(small)
        }
    }
}

/// Lets every colour count as much as it is seen.
fn weigh(pixels: &mut RgbaImage) {
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, seen] = pixel.0;
        let of =
            |colour: u8| u8::try_from((u16::from(colour) * u16::from(seen) + 127) / 255).unwrap_or(u8::MAX);
        pixel.0 = [of(red), of(green), of(blue), seen];
    }
}

/// The way back.
fn unweigh(pixels: &mut RgbaImage) {
    for pixel in pixels.pixels_mut() {
        let [red, green, blue, seen] = pixel.0;
        let of = |colour: u8| {
            let whole = (u16::from(colour) * 255 + u16::from(seen) / 2) / u16::from(seen.max(1));
            u8::try_from(whole).unwrap_or(u8::MAX)
        };
        pixel.0 = if seen == 0 { [0; 4] } else { [of(red), of(green), of(blue), seen] };
    }
}
