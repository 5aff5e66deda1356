//! A picture in the sizes in which it is shown, written anew.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, Pixel};

use super::photo::Photo;
use super::{WIDTHS, drawing, palette, photo, resize};
use crate::base::problem::ImageFault;

/// A picture in every size in which it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prints {
    /// How large it is shown where there is room: width and height in pixels of a page.
    pub size: (u32, u32),
    /// The files, the smallest first; at least one.
    pub files: Vec<Print>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it is.
    pub ending: Ending,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A photo.
    Jpg,
    /// What has few colours, or lets the page shine through.
    Png,
}

impl Ending {
    /// As names of files end.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpg => "jpg",
            Self::Png => "png",
        }
    }
}

/// Makes the files of a picture that has been looked at.
pub fn prints(bytes: &[u8]) -> Result<Prints, ImageFault> {
    // Decoders are other people's code, fed with anybody's bytes: should one give up, it is the picture that is broken.
    catch_unwind(AssertUnwindSafe(|| print(bytes))).unwrap_or(Err(ImageFault::Broken))
}

fn print(bytes: &[u8]) -> Result<Prints, ImageFault> {
    if image::guess_format(bytes).is_ok() {
        let photo = photo::decode(bytes)?;
        return files(photo, None);
    }
    let (pixels, size) = drawing::draw(bytes)?;
    files(Photo { pixels, orientation: Orientation::NoTransforms, exact: true }, Some(size))
}

/// `size` is how large it is shown, where that is not how many pixels it has.
fn files(photo: Photo, size: Option<(u32, u32)>) -> Result<Prints, ImageFault> {
    let Photo { pixels, orientation, exact } = photo;
    let pixels = if pixels.color().has_alpha() && is_opaque(&pixels) {
        DynamicImage::ImageRgb8(pixels.into_rgb8())
    } else {
        pixels
    };
    let ending = if pixels.color().has_alpha() || (exact && has_few_colours(&pixels)) {
        Ending::Png
    } else {
        Ending::Jpg
    };
    // Made small first and turned then: large pictures are turned slowly.
    let lies = is_on_its_side(orientation);
    let (wide, high) =
        if lies { (pixels.height(), pixels.width()) } else { (pixels.width(), pixels.height()) };
    let widest = wide.min(WIDTHS[WIDTHS.len() - 1]);
    let height_at = |width: u32| scaled(high, width, wide);
    let (width, height) = (widest, height_at(widest));
    let mut largest =
        if lies { resize::resize(&pixels, height, width) } else { resize::resize(&pixels, width, height) };
    drop(pixels);
    largest.apply_orientation(orientation);
    let mut files = vec![write(&largest, ending)?];
    for width in WIDTHS.into_iter().rev().filter(|width| u64::from(*width) * 5 <= u64::from(widest) * 4) {
        let print = write(&resize::resize(&largest, width, height_at(width)), ending)?;
        // Few colours become many when they are blended: a smaller picture may weigh more, and is then of no use.
        if files.last().is_some_and(|larger| print.bytes.len() < larger.bytes.len()) {
            files.push(print);
        }
    }
    files.reverse();
    Ok(Prints { size: size.unwrap_or((widest, height_at(widest))), files })
}

/// `length · part / whole`, rounded, and at least one.
fn scaled(length: u32, part: u32, whole: u32) -> u32 {
    let (length, part, whole) = (u64::from(length), u64::from(part), u64::from(whole.max(1)));
    u32::try_from((length * part + whole / 2) / whole).unwrap_or(u32::MAX).max(1)
}

fn is_on_its_side(orientation: Orientation) -> bool {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => true,
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => false,
    }
}

fn is_opaque(picture: &DynamicImage) -> bool {
    picture.as_rgba8().is_none_or(|pixels| pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX))
}

/// So many colours has a drawing or a picture of a screen; a photo has many times as many.
const FEW: usize = 4096;

fn has_few_colours(picture: &DynamicImage) -> bool {
    let Some(pixels) = picture.as_rgb8() else { return true };
    // One bit for each of the sixteen million colours.
    let mut seen = vec![0_u64; 1 << 18];
    let mut colours = 0;
    for pixel in pixels.pixels() {
        let [red, green, blue] = pixel.to_rgb().0;
        let colour = usize::from(red) << 16 | usize::from(green) << 8 | usize::from(blue);
        let bit = 1 << (colour & 63);
        if seen[colour >> 6] & bit == 0 {
            seen[colour >> 6] |= bit;
            colours += 1;
            if colours > FEW {
                return false;
            }
        }
    }
    true
}

/// As good as a reader can see; above it files grow and pictures do not gain.
const QUALITY: u8 = 82;

pub(super) fn write(picture: &DynamicImage, ending: Ending) -> Result<Print, ImageFault> {
    let (width, height) = (picture.width(), picture.height());
    if ending == Ending::Png
        && let Some(bytes) = palette::write(picture)
    {
        return Ok(Print { width, height, ending, bytes: bytes.map_err(|_| ImageFault::Broken)? });
    }
    let mut bytes = Vec::new();
    match ending {
        Ending::Jpg => JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&picture.to_rgb8()),
        Ending::Png => {
            let encoder =
                PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
            let colours = match picture {
                DynamicImage::ImageRgba8(_) => ExtendedColorType::Rgba8,
                _ => ExtendedColorType::Rgb8,
            };
            encoder.write_image(picture.as_bytes(), width, height, colours)
        }
    }
    .map_err(|_| ImageFault::Broken)?;
    Ok(Print { width, height, ending, bytes })
}

#[cfg(test)]
#[path = "prints_tests.rs"]
mod tests;
