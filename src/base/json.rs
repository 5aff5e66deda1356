//! JSON, written as it comes: for files that are too long to be put together in memory first, and in the order that is
//! meant for readers.

use std::fmt::Write as _;

/// An object that is being written.
pub struct Object<'o> {
    out: &'o mut String,
    is_empty: bool,
}

/// A list that is being written.
pub struct List<'o> {
    out: &'o mut String,
    is_empty: bool,
}

/// The text of an object, with a line break after it.
pub fn object(write: impl FnOnce(&mut Object<'_>)) -> String {
    let mut out = String::with_capacity(512);
    inside(&mut out, write);
    out.push('\n');
    out
}

/// The items of a list without its brackets: a long list can be written in pieces, by several processors.
pub fn items(write: impl FnOnce(&mut List<'_>)) -> String {
    let mut out = String::new();
    write(&mut List { out: &mut out, is_empty: true });
    out
}

/// Adds an object to `out`.
fn inside(out: &mut String, write: impl FnOnce(&mut Object<'_>)) {
    out.push('{');
    write(&mut Object { out, is_empty: true });
    out.push('}');
}

impl Object<'_> {
    fn key(&mut self, key: &str) -> &mut String {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        push(self.out, key);
        self.out.push(':');
        self.out
    }

    /// Adds a text.
    pub fn text(&mut self, key: &str, text: &str) {
        push(self.key(key), text);
    }

    /// Adds a text, unless it is empty.
    pub fn some_text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.text(key, text);
        }
    }

    /// Adds a number of things.
    pub fn count(&mut self, key: &str, n: u64) {
        write!(self.key(key), "{n}").expect("a string can be written to");
    }

    /// Adds yes or no.
    pub fn is(&mut self, key: &str, holds: bool) {
        self.key(key).push_str(if holds { "true" } else { "false" });
    }

    /// Adds what `write` writes, which must be a value as JSON has it.
    pub fn value(&mut self, key: &str, write: impl FnOnce(&mut String)) {
        write(self.key(key));
    }

    /// Adds an object.
    pub fn object(&mut self, key: &str, write: impl FnOnce(&mut Object<'_>)) {
        inside(self.key(key), write);
    }

    /// Adds a list.
    pub fn list(&mut self, key: &str, write: impl FnOnce(&mut List<'_>)) {
        let out = self.key(key);
        out.push('[');
        write(&mut List { out, is_empty: true });
        out.push(']');
    }
}

impl List<'_> {
    fn item(&mut self) -> &mut String {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        self.out
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        push(self.item(), text);
    }

    /// Adds an object, on a line of its own: people look into such files too.
    pub fn object(&mut self, write: impl FnOnce(&mut Object<'_>)) {
        let out = self.item();
        out.push('\n');
        inside(out, write);
    }
}

/// Adds text to `out` as a string. No `<` stands in it as itself, so that nothing in a page's block of data can end that block,
/// and nothing that HTML forbids anywhere.
pub fn push(out: &mut String, text: &str) {
    out.reserve(text.len() + 2);
    out.push('"');
    let mut rest = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !MAY_NEED_ESCAPE[usize::from(byte)] {
            continue;
        }
        let c = text[at..].chars().next().expect("a character begins with this byte");
        let instead = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '<' | '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}' => "",
            c if u32::from(c) & 0xFFFE == 0xFFFE => "",
            _ => continue,
        };
        out.push_str(&text[rest..at]);
        out.push_str(instead);
        if instead.is_empty() {
            escape(out, c);
        }
        rest = at + c.len_utf8();
    }
    out.push_str(&text[rest..]);
    out.push('"');
}

fn escape(out: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        write!(out, "\\u{unit:04x}").expect("a string can be written to");
    }
}

/// The bytes with which a character begins that may not stand as itself.
const MAY_NEED_ESCAPE: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = u8::MIN;
    loop {
        table[byte as usize] =
            matches!(byte, b'"' | b'\\' | b'<' | 0..b' ' | 0x7F | 0xC2 | 0xEF | 0xF0..=0xF4);
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::{items, object};

    #[test]
    fn items_of_a_list_have_no_brackets() {
        let written = items(|list| {
            list.text("a");
            list.object(|o| o.count("n", 1));
        });
        assert_eq!(written, "\"a\",\n{\"n\":1}");
    }

    #[test]
    fn what_is_written_is_read_back() {
        let hostile = "</script>\"\\\n\r\t\0\u{7F}\u{85}\u{2028}\u{FFFE}\u{1FFFF}钢";
        let text = object(|o| {
            o.text("text", hostile);
            o.some_text("nothing", "");
            o.count("count", 3);
            o.is("yes", true);
            o.value("exact", |out| out.push_str("9.40"));
            o.object("inside", |o| o.text("<", "a"));
            o.list("list", |list| {
                list.text("a");
                list.object(|o| o.text("b", "c"));
                list.object(|_| {});
            });
            o.list("empty", |_| {});
        });
        let read: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(
            read,
            serde_json::json!({
                "text": hostile, "count": 3, "yes": true, "exact": 9.4, "inside": { "<": "a" },
                "list": ["a", { "b": "c" }, {}], "empty": [],
            })
        );
        assert!(text.contains("9.40") && !text.contains('<') && !text.contains('\u{FFFE}'), "{text}");
    }
}
