//! Pictures for tests, made on the spot.

use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, Frame, ImageEncoder, ImageFormat, Rgb, RgbImage};

/// A picture that says in a profile what its numbers mean.
pub(super) fn coloured(picture: &RgbImage, profile: &[u8], format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    let profile = profile.to_vec();
    if format == ImageFormat::Png {
        let mut encoder = PngEncoder::new(&mut bytes);
        encoder.set_icc_profile(profile).expect("PNG has profiles");
        picture.write_with_encoder(encoder).expect("it can be written");
    } else {
        let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 100);
        encoder.set_icc_profile(profile).expect("JPEG has profiles");
        picture.write_with_encoder(encoder).expect("it can be written");
    }
    bytes
}

/// A picture that changes little from pixel to pixel.
pub(super) fn gradient(width: u32, height: u32) -> RgbImage {
    let part = |at: u32, of: u32| u8::try_from(at * 200 / of).unwrap_or(u8::MAX);
    RgbImage::from_fn(width, height, |x, y| Rgb([part(x, width), part(y, height), 90]))
}

/// A picture of many colours, as photos have them.
pub(super) fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 7_u32;
    RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (state >> 27) as u8;
        let wave = |n: u32| (n * 7 % 200) as u8;
        Rgb([wave(x / 5) + grain, wave(y / 3) + grain, wave((x + y) / 4) + grain])
    })
}

pub(super) fn png<P: Clone + Into<DynamicImage>>(picture: &P) -> Vec<u8> {
    written(picture, ImageFormat::Png)
}

pub(super) fn jpeg(picture: &RgbImage) -> Vec<u8> {
    written(picture, ImageFormat::Jpeg)
}

pub(super) fn webp(picture: &RgbImage) -> Vec<u8> {
    written(picture, ImageFormat::WebP)
}

pub(super) fn gif(picture: &RgbImage) -> Vec<u8> {
    written(&DynamicImage::from(picture.clone()).to_rgba8(), ImageFormat::Gif)
}

/// A GIF of two frames.
pub(super) fn animated() -> Vec<u8> {
    let frame = |grey| Frame::new(image::RgbaImage::from_pixel(4, 4, image::Rgba([grey, grey, grey, 255])));
    let mut bytes = Vec::new();
    GifEncoder::new(&mut bytes).encode_frames([frame(0), frame(200)]).expect("it can be written");
    bytes
}

fn written<P: Clone + Into<DynamicImage>>(picture: &P, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture: DynamicImage = picture.clone().into();
    picture.write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

/// A chunk of a PNG file. Nobody looks at its checksum before it is decoded.
pub(super) fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).expect("a short chunk").to_be_bytes();
    [&length[..], &name, content, &[0; 4]].concat()
}

/// A JPEG as a camera writes it: with how it was held, and a note.
pub(super) fn with_exif(jpeg: &[u8], orientation: u8, note: &[u8]) -> Vec<u8> {
    let head =
        [&b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"[..], &[orientation, 0, 0, 0], &[0; 4]]
            .concat();
    let content = [&head[..], note].concat();
    let length = u16::try_from(content.len() + 2).expect("a short note").to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &content, &jpeg[2..]].concat()
}
