//! Pictures: the bytes of any picture → bytes that a page may show.
//!
//! What contributors send is never published as it is: it is decoded, turned the way the camera was held, made as small
//! as it is shown, and written anew in the colours of pages. So where a photo was taken, and whatever else cameras and programs write into
//! files, stays behind, and a drawing that could act becomes pixels. The only floor that decodes pictures.

mod colour;
mod drawing;
mod letters;
mod look;
mod pack;
mod palette;
mod photo;
mod poster;
mod prints;
mod resize;
#[cfg(test)]
mod testing;

pub use letters::{Database, Fonts, Letters, NoFonts, font_family};
pub use look::look;
pub use pack::{Sealing, pack, unpack, unseal};
pub use poster::poster;
pub use prints::{Ending, Print, Prints, prints};

/// Largest picture, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Largest picture, in pixels.
pub const MAX_PIXELS: u64 = 40_000_000;

/// Stands in the name under which prints are kept, and changes when the same picture would be printed otherwise.
pub const EDITION: u32 = 2;

/// What outlives a build, so that the next one need not do the same work again: a folder, or a map in a test.
///
/// It may forget anything at any time. Whoever asks checks what they get.
pub trait Store: Sync {
    /// What is kept under a name of letters, digits and hyphens.
    fn get(&self, name: &str) -> Option<Vec<u8>>;

    /// Keeps it, if that can be done.
    fn put(&self, name: &str, bytes: &[u8]);
}

/// Keeps nothing.
pub struct Forgetful;

impl Store for Forgetful {
    fn get(&self, _: &str) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _: &str, _: &[u8]) {}
}

/// The widths in which a picture is offered, as far as it has them.
const WIDTHS: [u32; 3] = [480, 960, 1600];
