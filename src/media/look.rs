//! What can be known of a picture without decoding it: its size, and whether it is all there.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};

use super::{MAX_BYTES, MAX_PIXELS, drawing};
use crate::base::problem::ImageFault;

/// How many pixels a picture has, if a page may show it.
///
/// Nothing is decoded, so that a small file that unfolds into a huge picture costs nothing. A file that was cut off on
/// its way is found by its missing end; damage in the middle shows only when it is printed.
pub fn look(bytes: &[u8]) -> Result<u64, ImageFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ImageFault::TooLarge);
    }
    let (width, height) = match image::guess_format(bytes) {
        Ok(ImageFormat::Png) => png(bytes)?,
        Ok(ImageFormat::Jpeg) => jpeg(bytes)?,
        Ok(ImageFormat::Gif) => gif(bytes)?,
        Ok(ImageFormat::WebP) => webp(bytes)?,
        Ok(_) => return Err(ImageFault::Unreadable),
        Err(_) if is_heic(bytes) => return Err(ImageFault::Heic),
        Err(_) => drawing::size(bytes)?,
    };
    match u64::from(width) * u64::from(height) {
        0 => Err(ImageFault::Unreadable),
        pixels if pixels > MAX_PIXELS => Err(ImageFault::TooLarge),
        pixels => Ok(pixels),
    }
}

/// Whether it is a photo as phones keep it, by the names that its first box has for what is in it.
fn is_heic(bytes: &[u8]) -> bool {
    let Some((b"ftyp", names)) = bytes.get(4..).and_then(|rest| rest.split_first_chunk()) else {
        return false;
    };
    names.chunks_exact(4).next().is_some_and(|name| {
        [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]
            .iter()
            .any(|known| name == *known)
    })
}

type Size = (u32, u32);

/// A reader of bytes that ends where the file does.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], ImageFault> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(ImageFault::CutOff)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, ImageFault> {
        Ok(self.take(1)?[0])
    }

    fn u16(&mut self) -> Result<u16, ImageFault> {
        let taken = self.take(2)?;
        Ok(u16::from_be_bytes([taken[0], taken[1]]))
    }

    fn u32(&mut self) -> Result<u32, ImageFault> {
        Ok(u32::from(self.u16()?) << 16 | u32::from(self.u16()?))
    }
}

/// A signature, then chunks of length, name, content and checksum; the last is `IEND`.
fn png(bytes: &[u8]) -> Result<Size, ImageFault> {
    let mut rest = Bytes(bytes);
    rest.take(8)?;
    let mut size = None;
    loop {
        let length = rest.u32()?;
        let name = rest.take(4)?;
        let content = rest.take(usize::try_from(length).map_err(|_| ImageFault::CutOff)?)?;
        rest.take(4)?;
        match name {
            b"IHDR" => {
                let mut header = Bytes(content);
                size = Some((header.u32()?, header.u32()?));
            }
            b"acTL" => return Err(ImageFault::Moving),
            b"IEND" => return size.ok_or(ImageFault::Unreadable),
            _ => {}
        }
    }
}

/// Segments of marker, length and content up to the first scan; the mark of the end somewhere behind it, where cameras
/// may have put more.
fn jpeg(bytes: &[u8]) -> Result<Size, ImageFault> {
    let mut rest = Bytes(bytes);
    rest.take(2)?;
    let mut size = None;
    loop {
        if rest.byte()? != 0xff {
            return Err(ImageFault::Unreadable);
        }
        let mut marker = rest.byte()?;
        while marker == 0xff {
            marker = rest.byte()?;
        }
        // These stand alone.
        if matches!(marker, 0x01 | 0xd0..=0xd7) {
            continue;
        }
        let length = usize::from(rest.u16()?).checked_sub(2).ok_or(ImageFault::Unreadable)?;
        let content = rest.take(length)?;
        match marker {
            // Every kind of frame; what is left out in between are tables.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let mut frame = Bytes(content);
                frame.take(1)?;
                let height = frame.u16()?;
                size = Some((u32::from(frame.u16()?), u32::from(height)));
            }
            0xda => break,
            _ => {}
        }
    }
    memchr::memmem::rfind(rest.0, &[0xff, 0xd9]).ok_or(ImageFault::CutOff)?;
    size.ok_or(ImageFault::Unreadable)
}

/// A header, then blocks: extensions, pictures, and the mark of the end.
fn gif(bytes: &[u8]) -> Result<Size, ImageFault> {
    let mut rest = Bytes(bytes);
    rest.take(6)?;
    let (width, height) = (rest.u16()?.swap_bytes(), rest.u16()?.swap_bytes());
    let table = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let flags = rest.byte()?;
    rest.take(2 + table(flags))?;
    let mut pictures = 0;
    loop {
        match rest.byte()? {
            0x21 => {
                rest.take(1)?;
            }
            0x2c => {
                pictures += 1;
                rest.take(8)?;
                let flags = rest.byte()?;
                rest.take(table(flags) + 1)?;
            }
            0x3b => break,
            _ => return Err(ImageFault::Unreadable),
        }
        // The content, in pieces that each say how long they are.
        while let piece @ 1.. = rest.byte()? {
            rest.take(usize::from(piece))?;
        }
    }
    match pictures {
        0 => Err(ImageFault::Unreadable),
        1 => Ok((u32::from(width), u32::from(height))),
        _ => Err(ImageFault::Moving),
    }
}

/// A container that says how long it is.
fn webp(bytes: &[u8]) -> Result<Size, ImageFault> {
    let mut rest = Bytes(bytes);
    rest.take(4)?;
    let length = rest.u32()?.swap_bytes();
    if usize::try_from(length).is_ok_and(|length| rest.0.len() < length) {
        return Err(ImageFault::CutOff);
    }
    rest.take(4)?;
    if rest.take(4)? == b"VP8X" {
        rest.take(4)?;
        if rest.byte()? & 0x02 != 0 {
            return Err(ImageFault::Moving);
        }
    }
    let reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::WebP);
    reader.into_dimensions().map_err(|_| ImageFault::Unreadable)
}

#[cfg(test)]
#[path = "look_tests.rs"]
mod tests;
