//! Prints as they are kept from one build to the next, in one file that says whether it is whole.

use std::io::{self, Write};

use sha2::{Digest, Sha256};

use super::{Ending, Print, Prints};

const SIGNATURE: &[u8] = b"casebook prints 2\n";

/// How long a SHA-256 is.
const SUM: usize = 32;

/// What is kept of a picture.
pub fn pack(prints: &Prints) -> Vec<u8> {
    let mut content = Vec::new();
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
    let whole = || {
        let mut sealing =
            Sealing::begin(SIGNATURE, Vec::with_capacity(SIGNATURE.len() + content.len() + SUM))?;
        sealing.write_all(&content)?;
        sealing.end()
    };
    whole().expect("memory can be written")
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

/// Something on its way to where it is kept, with a sum at its end that tells whether all of it is still the same.
pub struct Sealing<W> {
    into: W,
    sum: Sha256,
}

impl<W: Write> Sealing<W> {
    /// Begins it.
    pub fn begin(signature: &[u8], mut into: W) -> io::Result<Self> {
        into.write_all(signature)?;
        Ok(Self { into, sum: Sha256::new() })
    }

    /// Ends it, and gives back what it went to.
    pub fn end(mut self) -> io::Result<W> {
        self.into.write_all(&self.sum.finalize())?;
        Ok(self.into)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.into.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}

/// The content, if it is still the same.
pub fn unseal<'b>(signature: &[u8], bytes: &'b [u8]) -> Option<&'b [u8]> {
    let rest = bytes.strip_prefix(signature)?;
    let (content, sum) = rest.split_at_checked(rest.len().checked_sub(SUM)?)?;
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
