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

/// The SHA-256 of `bytes`.
pub fn whole(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    #[test]
    fn another_content_has_another_fingerprint() {
        assert_eq!(super::short(b""), "e3b0c44298");
        assert_ne!(super::short("钢铁".as_bytes()), super::short("港口".as_bytes()));
    }
}
