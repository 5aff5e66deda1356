//! An address as a QR code for the camera of a phone, on a terminal.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the code, without which cameras do not find it.
const MARGIN: i32 = 4;

/// Black on white, whatever the colours of the terminal. Two modules stand on one line: they are square, characters
/// twice as high as wide.
const BEGIN: &str = "\x1b[38;5;16;48;5;231m";
const END: &str = "\x1b[0m";

/// `address` as lines of text, each with its line end; `None` if it is too long.
pub(super) fn code(address: &str) -> Option<String> {
    let code = QrCode::encode_text(address, QrCodeEcc::Low).ok()?;
    let range = || -MARGIN..code.size() + MARGIN;
    let mut out = String::new();
    for y in range().step_by(2) {
        out.push_str(BEGIN);
        for x in range() {
            // Outside the code everything is light.
            out.push(match (code.get_module(x, y), code.get_module(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            });
        }
        out.push_str(END);
        out.push('\n');
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, code};

    #[test]
    fn an_address_is_a_square_with_a_margin() {
        let text = code("http://192.168.1.5:4000/").unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let bare: Vec<Vec<char>> = lines
            .iter()
            .map(|line| line.strip_prefix(BEGIN).and_then(|l| l.strip_suffix(END)).unwrap().chars().collect())
            .collect();
        let width = bare[0].len();
        assert!(bare.iter().all(|line| line.len() == width));
        assert_eq!(lines.len(), width.div_ceil(2));
        // The margin is light, and the first corner begins behind it.
        assert!(bare[0].iter().chain(&bare[1]).all(|c| *c == ' '));
        assert_eq!(bare[2][..6].iter().collect::<String>(), "    █▀");
    }

    #[test]
    fn what_no_code_can_hold_is_none() {
        assert_eq!(code(&"x".repeat(3000)), None);
    }
}
