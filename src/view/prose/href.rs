//! Addresses in links.

use crate::base::escape;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href {
    to: String,
    outside: bool,
}

impl Href {
    /// A page of this site, as a relative address.
    pub fn inside(to: String) -> Self {
        Self { to, outside: false }
    }

    /// Another host, or a mail or telephone address.
    pub fn outside(to: &str) -> Self {
        Self { to: to.to_owned(), outside: true }
    }

    /// Appends the attributes of a link.
    pub(super) fn push(&self, out: &mut String) {
        out.push_str(" href=\"");
        push_address(out, &self.to);
        out.push('"');
        if self.outside {
            out.push_str(" rel=\"noopener\"");
        }
    }
}

/// Appends an address with every character that an address may not hold written as `%…`.
///
/// The characters are those of the URL Standard's code points; a `%` that already begins such a sequence
/// stays. Letters of any script may stay as they are.
fn push_address(out: &mut String, address: &str) {
    let bytes = address.as_bytes();
    let mut done = 0;
    for (i, byte) in bytes.iter().enumerate() {
        let is_bad = match byte {
            0..=b' ' | b'"' | b'<' | b'>' | b'[' | b'\\' | b']' | b'^' | b'`' | b'{' | b'|' | b'}' | 0x7F => {
                true
            }
            b'%' => bytes[i + 1..].iter().take(2).filter(|b| b.is_ascii_hexdigit()).count() != 2,
            _ => false,
        };
        if is_bad {
            escape::push(out, &address[done..i]);
            out.push('%');
            for digit in [byte >> 4, byte & 15] {
                out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
            done = i + 1;
        }
    }
    escape::push(out, &address[done..]);
}

#[cfg(test)]
mod tests {
    use super::push_address;

    #[test]
    fn an_address_holds_only_what_it_may() {
        for (address, expected) in [
            ("../a/b.html#挑战", "../a/b.html#挑战"),
            ("https://a.b/c?d=1&e='f'", "https://a.b/c?d=1&amp;e=&#39;f&#39;"),
            ("a b\"c", "a%20b%22c"),
            ("100%", "100%25"),
            ("%E9%92%A2%2", "%E9%92%A2%252"),
            ("a[1]|{2}\\", "a%5B1%5D%7C%7B2%7D%5C"),
        ] {
            let mut out = String::new();
            push_address(&mut out, address);
            assert_eq!(out, expected, "{address}");
        }
    }
}
