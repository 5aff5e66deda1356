//! A picture of pixels: decoded, with its colours as screens have them.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::colour;
use crate::base::problem::ImageFault;

/// A decoded picture, still as it lies in its file.
pub(super) struct Photo {
    /// Its pixels, with eight bits for each colour.
    pub(super) pixels: DynamicImage,
    /// How it has to be turned.
    pub(super) orientation: Orientation,
    /// Whether its file holds every pixel exactly.
    pub(super) exact: bool,
}

/// Sixteen bits for four colours, at the largest size, and room to work.
const MAX_MEMORY: u64 = 8 * super::MAX_PIXELS + (64 << 20);

/// Decodes a picture that has been looked at.
pub(super) fn decode(bytes: &[u8]) -> Result<Photo, ImageFault> {
    let broken = |_| ImageFault::Broken;
    let format = image::guess_format(bytes).map_err(|_| ImageFault::Unreadable)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    // What cannot be made sense of turns nothing.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let decoded = DynamicImage::from_decoder(decoder).map_err(broken)?;
    let mut pixels = if decoded.color().has_alpha() {
        DynamicImage::ImageRgba8(decoded.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(decoded.into_rgb8())
    };
    if let Some(profile) = profile {
        colour::to_srgb(&mut pixels, &profile);
    }
    let exact = match format {
        ImageFormat::Jpeg => false,
        ImageFormat::WebP => memchr::memmem::find(&bytes[..bytes.len().min(4096)], b"VP8L").is_some(),
        _ => true,
    };
    Ok(Photo { pixels, orientation, exact })
}
