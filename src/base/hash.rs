//! The fingerprint of a file's content, for names that change when the content does.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// The SHA-256 of what something is made from.
pub type Fingerprint = [u8; 32];

/// The first ten hexadecimal digits of the SHA-256 of `bytes`: enough to tell the files of one site apart.
pub fn short(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes)[..5])
}

/// All of the SHA-256 of `bytes` in hexadecimal digits.
pub fn long(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Two hexadecimal digits for each byte.
pub fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| char::from(DIGITS[usize::from(half)])).collect()
}

/// The bytes of a SHA-256 that is written in hexadecimal digits; `None` for anything else.
pub fn from_hexadecimal(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let halves: Vec<u8> = digits.chars().map_while(|c| c.to_digit(16)?.try_into().ok()).collect();
    if digits.len() != 64 || halves.len() != 64 {
        return None;
    }
    for (byte, halves) in bytes.iter_mut().zip(halves.chunks(2)) {
        *byte = halves[0] << 4 | halves[1];
    }
    Some(bytes)
}

/// The SHA-256 of `bytes`.
pub fn whole(bytes: &[u8]) -> Fingerprint {
    Sha256::digest(bytes).into()
}

/// The SHA-256 of all that can be read, which is never in memory as a whole.
pub fn all(mut from: impl Read) -> io::Result<Fingerprint> {
    let (mut sum, mut piece) = (Sha256::new(), [0; 16 * 1024]);
    loop {
        match from.read(&mut piece)? {
            0 => return Ok(sum.finalize().into()),
            n => sum.update(&piece[..n]),
        }
    }
}

/// The fingerprint of several things together, none of which can run into the next.
#[derive(Default)]
pub struct Together(Sha256);

impl Together {
    /// Begins with one.
    pub fn of(thing: impl AsRef<[u8]>) -> Self {
        let mut all = Self::default();
        all.add(thing);
        all
    }

    /// Adds the next.
    pub fn add(&mut self, thing: impl AsRef<[u8]>) {
        let bytes = thing.as_ref();
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    /// All of them.
    pub fn end(self) -> Fingerprint {
        self.0.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn digits_lead_back_to_the_fingerprint() {
        let whole = super::whole(b"");
        let digits = super::long(b"");
        assert_eq!(super::from_hexadecimal(&digits), Some(whole));
        for wrong in ["", "e3", &digits[1..], &digits.replace('e', "g"), &digits.replacen("e3b0", "é3b", 1)]
        {
            assert_eq!(super::from_hexadecimal(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_read_piece_by_piece_has_the_fingerprint_of_the_whole() {
        let bytes = "钢铁".repeat(10_000);
        for bytes in [bytes.as_bytes(), b""] {
            assert_eq!(super::all(bytes).unwrap(), super::whole(bytes));
        }
    }

    #[test]
    fn things_do_not_run_into_each_other() {
        let of = |things: &[&str]| {
            let mut all = super::Together::default();
            for thing in things {
                all.add(thing);
            }
            all.end()
        };
        assert_eq!(of(&["钢", "铁"]), of(&["钢", "铁"]));
        assert!(of(&["钢", "铁"]) != of(&["钢铁"]) && of(&["钢铁"]) != of(&["钢铁", ""]));
    }

    #[test]
    fn another_content_has_another_fingerprint() {
        assert_eq!(super::short(b""), "e3b0c44298");
        assert_ne!(super::short("钢铁".as_bytes()), super::short("港口".as_bytes()));
    }
}
