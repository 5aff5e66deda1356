//! Colours as cameras and screens had them → colours as pages have them.
//!
//! A picture may say in a profile what its numbers mean: phones write Display P3, cameras Adobe RGB. Pages know sRGB, and
//! no profile is published: without this such a photo would look dull.

use image::DynamicImage;
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformExecutor, TransformOptions};

/// Colours that differ by no more than this look the same. Nearly all pictures are sRGB already, written down in one way or
/// another, and keep every pixel.
const SAME: u8 = 2;

/// Turns the colours of a picture into sRGB. What a profile says that nobody understands changes nothing.
pub(super) fn to_srgb(pixels: &mut DynamicImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    // A picture of ink or of greys has become red, green and blue in its decoder, and its profile no longer fits.
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let transform = |layout| {
        profile.create_transform_8bit(layout, &ColorProfile::new_srgb(), layout, TransformOptions::default())
    };
    let Ok(opaque) = transform(Layout::Rgb) else { return };
    if is_srgb(&*opaque) {
        return;
    }
    let width = pixels.width() as usize;
    match pixels {
        DynamicImage::ImageRgb8(pixels) => by_row(pixels, 3 * width, &*opaque),
        DynamicImage::ImageRgba8(pixels) => {
            if let Ok(transform) = transform(Layout::Rgba) {
                by_row(pixels, 4 * width, &*transform);
            }
        }
        _ => {}
    }
}

/// Whether the transform leaves colours as they are, seen by ramps from black to each colour and to white.
fn is_srgb(transform: &dyn TransformExecutor<u8>) -> bool {
    let ramps: Vec<u8> = (0..=u8::MAX).flat_map(|n| [n, 0, 0, 0, n, 0, 0, 0, n, n, n, n]).collect();
    let mut turned = vec![0; ramps.len()];
    let is_done = transform.transform(&ramps, &mut turned).is_ok();
    !is_done || ramps.iter().zip(&turned).all(|(before, after)| before.abs_diff(*after) <= SAME)
}

/// A row at a time, so that a large picture is not held twice.
fn by_row(pixels: &mut [u8], row: usize, transform: &dyn TransformExecutor<u8>) {
    let mut turned = vec![0; row];
    for row in pixels.chunks_exact_mut(row.max(1)) {
        if transform.transform(row, &mut turned).is_ok() {
            row.copy_from_slice(&turned);
        }
    }
}
