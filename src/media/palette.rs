//! A picture of at most 256 colours, written with a list of them: a drawing then weighs a third of what it would.

use std::collections::BTreeMap;

use image::{DynamicImage, Rgba};
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

/// The picture as a PNG with a palette; `None` where it has more colours than that.
pub(super) fn write(picture: &DynamicImage) -> Option<Result<Vec<u8>, EncodingError>> {
    let pixels = picture.to_rgba8();
    let mut colours: BTreeMap<[u8; 4], u8> = BTreeMap::new();
    let mut last = None;
    for Rgba(colour) in pixels.pixels() {
        // Most pixels are like their neighbour.
        if last != Some(*colour) {
            last = Some(*colour);
            colours.entry(*colour).or_insert(0);
            if colours.len() > 256 {
                return None;
            }
        }
    }
    for (number, place) in colours.values_mut().enumerate() {
        *place = u8::try_from(number).ok()?;
    }
    let (bits, depth) = match colours.len() {
        0..=2 => (1, BitDepth::One),
        3..=4 => (2, BitDepth::Two),
        5..=16 => (4, BitDepth::Four),
        _ => (8, BitDepth::Eight),
    };
    let mut packed = Vec::new();
    let mut neighbour = None;
    for row in pixels.rows() {
        let number = |Rgba(colour): &Rgba<u8>| match neighbour {
            Some((same, number)) if same == *colour => number,
            _ => {
                let number = colours[colour];
                neighbour = Some((*colour, number));
                number
            }
        };
        let numbers: Vec<u8> = row.map(number).collect();
        packed.extend(numbers.chunks(8 / bits).map(|together| {
            let places = together.iter().zip((0..8 / bits).rev());
            places.fold(0, |byte, (number, place)| byte | number << (place * bits))
        }));
    }
    Some(encode(&pixels, &colours, depth, &packed))
}

fn encode(
    pixels: &image::RgbaImage,
    colours: &BTreeMap<[u8; 4], u8>,
    depth: BitDepth,
    packed: &[u8],
) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(depth);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    encoder.set_palette(colours.keys().flat_map(|c| [c[0], c[1], c[2]]).collect::<Vec<u8>>());
    if colours.keys().any(|colour| colour[3] < u8::MAX) {
        encoder.set_trns(colours.keys().map(|colour| colour[3]).collect::<Vec<u8>>());
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(packed)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, Rgba, RgbaImage};

    #[test]
    fn every_pixel_is_kept_however_many_colours_there_are() {
        for colours in [1_u32, 2, 3, 4, 5, 16, 17, 256] {
            // Widths that do not fill their last byte.
            for width in [1, 7, 13] {
                let colour = |x: u32, y: u32| {
                    let number = u8::try_from((x + 31 * y) % colours).unwrap();
                    Rgba([number, 255 - number, 7, if number == 1 { 100 } else { 255 }])
                };
                let picture = RgbaImage::from_fn(width, 40, colour);
                let bytes = super::write(&DynamicImage::from(picture.clone())).unwrap().unwrap();
                assert_eq!(
                    image::load_from_memory(&bytes).unwrap().into_rgba8(),
                    picture,
                    "{colours} {width}"
                );
            }
        }
        let [half, odd] = [|x: u32| u8::try_from(x / 2).unwrap(), |x: u32| u8::try_from(x % 2).unwrap()];
        let many = RgbaImage::from_fn(257, 1, |x, _| Rgba([half(x), odd(x), 0, 255]));
        assert!(super::write(&DynamicImage::from(many)).is_none());
    }
}
