//! The fingerprint of a file's content, for names that change when the content does.

use sha2::{Digest, Sha256};

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
pub fn whole(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
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
    fn another_content_has_another_fingerprint() {
        assert_eq!(super::short(b""), "e3b0c44298");
        assert_ne!(super::short("钢铁".as_bytes()), super::short("港口".as_bytes()));
    }
}
