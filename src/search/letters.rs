//! Numbers as letters, few for small ones: five bits a letter, the lowest first, the sixth bit says that more follow.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS: usize = 5;
const MORE: usize = 1 << BITS;

/// Adds a number.
pub(super) fn push(out: &mut String, mut number: usize) {
    while number >= MORE {
        out.push(LETTERS[number % MORE + MORE].into());
        number >>= BITS;
    }
    out.push(LETTERS[number].into());
}

/// The numbers that `letters` stand for.
pub(super) fn read(letters: &str) -> impl Iterator<Item = usize> {
    let (mut number, mut shift) = (0, 0);
    letters.bytes().filter_map(move |letter| {
        let digit = LETTERS.iter().position(|l| *l == letter)?;
        number |= (digit % MORE) << shift;
        shift += BITS;
        (digit < MORE).then(|| {
            shift = 0;
            std::mem::take(&mut number)
        })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_are_read_back() {
        let numbers = [0, 1, 31, 32, 1023, 1024, 20_000, 3_000_000];
        let mut letters = String::new();
        for n in numbers {
            super::push(&mut letters, n);
        }
        assert_eq!(super::read(&letters).collect::<Vec<_>>(), numbers);
        assert_eq!(letters.len(), 1 + 1 + 1 + 2 + 2 + 3 + 3 + 5);
    }
}
