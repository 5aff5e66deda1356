//! Prints as they are kept from one build to the next, in one file that says whether it is whole.

use sha2::{Digest, Sha256};

use super::{Ending, Print, Prints};

const SIGNATURE: &[u8] = b"casebook prints\n";

/// How long a SHA-256 is.
const SUM: usize = 32;

/// What is kept of a picture.
pub fn pack(prints: &Prints) -> Vec<u8> {
    let mut content = open(SIGNATURE);
    let mut number = |n: u32| content.extend(n.to_be_bytes());
    number(prints.size.0);
    number(prints.size.1);
    for print in &prints.files {
        number(print.width);
        number(print.height);
        number(match print.ending {
            Ending::Jpg => 0,
            Ending::Png => 1,
        });
        number(u32::try_from(print.bytes.len()).expect("a print is smaller than four gigabytes"));
    }
    // No print is so narrow.
    number(0);
    for print in &prints.files {
        content.extend(&print.bytes);
    }
    seal(SIGNATURE, content)
}

/// What was packed; `None` for anything else, be it cut off or changed by a single bit.
pub fn unpack(bytes: &[u8]) -> Option<Prints> {
    let mut rest = unseal(SIGNATURE, bytes)?;
    let mut number = || {
        let (taken, others) = rest.split_first_chunk::<4>()?;
        rest = others;
        Some(u32::from_be_bytes(*taken))
    };
    let size = (number()?, number()?);
    let mut heads = Vec::new();
    while let width @ 1.. = number()? {
        let (height, ending) = (number()?, number()?);
        let ending = match ending {
            0 => Ending::Jpg,
            1 => Ending::Png,
            _ => return None,
        };
        heads.push((width, height, ending, usize::try_from(number()?).ok()?));
    }
    let mut files = Vec::new();
    for (width, height, ending, length) in heads {
        let (bytes, others) = rest.split_at_checked(length)?;
        rest = others;
        files.push(Print { width, height, ending, bytes: bytes.to_vec() });
    }
    (!files.is_empty() && rest.is_empty()).then_some(Prints { size, files })
}

/// The beginning of what will be sealed: its content, which may be long, is added to this.
pub fn open(signature: &[u8]) -> Vec<u8> {
    [signature, &[0; SUM]].concat()
}

/// Gives what was opened and filled the sum that tells whether it is still the same.
pub fn seal(signature: &[u8], mut bytes: Vec<u8>) -> Vec<u8> {
    let begin = signature.len() + SUM;
    let sum = Sha256::digest(&bytes[begin..]);
    bytes[signature.len()..begin].copy_from_slice(&sum);
    bytes
}

/// The content, if it is still the same.
pub fn unseal<'b>(signature: &[u8], bytes: &'b [u8]) -> Option<&'b [u8]> {
    let (sum, content) = bytes.strip_prefix(signature)?.split_at_checked(SUM)?;
    (Sha256::digest(content)[..] == *sum).then_some(content)
}

#[cfg(test)]
mod tests {
    use super::{Ending, Print, Prints, pack, unpack};

    #[test]
    fn what_is_kept_comes_back_whole_or_not_at_all() {
        let print = |width, ending, bytes: &[u8]| Print { width, height: 3, ending, bytes: bytes.to_vec() };
        let files = vec![print(2, Ending::Jpg, b"small"), print(4, Ending::Png, b"larger")];
        let prints = Prints { size: (2, 3), files };
        let packed = pack(&prints);
        assert_eq!(unpack(&packed), Some(prints));
        for end in 0..packed.len() {
            assert_eq!(unpack(&packed[..end]), None, "cut off at {end}");
            let mut changed = packed.clone();
            changed[end] ^= 1;
            assert_eq!(unpack(&changed), None, "changed at {end}");
        }
    }
}
