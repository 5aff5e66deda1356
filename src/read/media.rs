//! A picture: whether it may be shown, and the fingerprint under which what is made of it is known.

use crate::base::problem::ImageFault;
use crate::base::{Problem, SourcePath, hash};
use crate::media;
use crate::model::Media;

/// What must be known of a picture before a page can show it.
pub fn read(bytes: &[u8]) -> Result<Media, ImageFault> {
    let pixels = media::look(bytes)?;
    Ok(Media { hash: hash::long(bytes), pixels })
}

/// That a picture cannot be used, at its own place.
pub fn unusable(path: &SourcePath, fault: ImageFault) -> Problem {
    let name = path.parts().next_back().unwrap_or_default().to_owned();
    Problem::ImageUnusable { target: name, fault }
}
