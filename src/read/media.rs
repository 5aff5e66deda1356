//! A picture: its size, and whether it may be published at all.

use crate::base::hash;
use crate::base::problem::ImageFault;
use crate::model::Media;

/// Largest picture, in bytes.
pub const MAX_BYTES: usize = 20 * 1024 * 1024;

/// Largest picture, in pixels.
const MAX_PIXELS: u64 = 40_000_000;

/// What must be known of a picture before a page can show it.
pub fn read(bytes: &[u8]) -> Result<Media, ImageFault> {
    if bytes.len() > MAX_BYTES {
        return Err(ImageFault::TooLarge);
    }
    let size = match imagesize::blob_size(bytes) {
        Ok(size) => (u32::try_from(size.width).unwrap_or(0), u32::try_from(size.height).unwrap_or(0)),
        Err(_) => drawing_size(bytes).ok_or(ImageFault::Unreadable)?,
    };
    if size.0 == 0 || size.1 == 0 {
        return Err(ImageFault::Unreadable);
    }
    if u64::from(size.0) * u64::from(size.1) > MAX_PIXELS {
        return Err(ImageFault::TooLarge);
    }
    Ok(Media { size, hash: hash::short(bytes) })
}

/// The size of an SVG drawing that can do nothing but be looked at; `None` for any other.
///
/// A drawing from the sources is shown through `<img>`, where scripts do not run, but anybody can open the file
/// itself. So one that holds anything active, or refers to anything outside itself, is not published.
fn drawing_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let lower = text.to_ascii_lowercase();
    let active = [
        "<script",
        "<foreignobject",
        "<iframe",
        "<!entity",
        "<!doctype",
        "<?xml-stylesheet",
        "@import",
        "javascript:",
        "data:",
        "<set",
        "<animate",
        "url(http",
    ];
    if !lower.contains("<svg")
        || active.iter().any(|a| lower.contains(a))
        || has_handler(&lower)
        || refers_outside(&lower)
    {
        return None;
    }
    let root = &text[lower.find("<svg")?..];
    let root = &root[..root.find('>')?];
    let number = |t: &str| {
        t.trim().trim_end_matches("px").parse::<f64>().ok().filter(|n| (1.0..=10_000.0).contains(n))
    };
    let (width, height) = if let (Some(w), Some(h)) =
        (attribute(root, "width").and_then(number), attribute(root, "height").and_then(number))
    {
        (w, h)
    } else {
        let mut sides = attribute(root, "viewBox")?.split([' ', ',']).filter(|s| !s.is_empty()).skip(2);
        (number(sides.next()?)?, number(sides.next()?)?)
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 10 000")]
    Some((width.round() as u32, height.round() as u32))
}

/// Whether any attribute is an event handler: `onload=`, also with line breaks in odd places.
fn has_handler(lower: &str) -> bool {
    lower.match_indices("on").any(|(i, _)| {
        let before = lower[..i].chars().next_back();
        let rest = lower[i..].trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_start();
        before.is_some_and(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '/')) && rest.starts_with('=')
    })
}

/// Whether any `href` leads elsewhere than to a place in the drawing.
fn refers_outside(lower: &str) -> bool {
    lower.match_indices("href").any(|(i, _)| {
        let value = lower[i + 4..].trim_start().trim_start_matches('=').trim_start();
        !value.trim_start_matches(['"', '\'']).starts_with('#')
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let at = tag.find(&format!(" {name}=")).or_else(|| tag.find(&format!("\n{name}=")))?;
    let value = &tag[at + name.len() + 2..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::{ImageFault, read};

    #[test]
    fn a_still_drawing_has_a_size() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><use href="#a"/></svg>"##;
        assert_eq!(read(svg).unwrap().size, (120, 40));
    }

    #[test]
    fn a_drawing_that_can_act_is_refused() {
        for inside in [
            "<script>1</script>",
            "<g onload=\"x()\"/>",
            "<g onload\n=\"x()\"/>",
            "<a href=\"javascript:1\"/>",
            "<image href=\"https://example.org/x.png\"/>",
            "<foreignObject/>",
        ] {
            let svg = format!("<svg viewBox=\"0 0 1 1\">{inside}</svg>");
            assert_eq!(read(svg.as_bytes()), Err(ImageFault::Unreadable), "{inside}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert_eq!(read(b""), Err(ImageFault::Unreadable));
        assert_eq!(read(b"<svg>"), Err(ImageFault::Unreadable));
        assert_eq!(read("图片".as_bytes()), Err(ImageFault::Unreadable));
    }
}
