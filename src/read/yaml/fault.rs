//! What the author probably did, from what the parser stumbled over.

use granit_parser::{ErrorKind, ScanError};

use super::MAX_DEPTH;
use crate::base::problem::YamlFault;
use crate::base::{Problem, Span};

/// What the tree knew when the parser gave up. Spans count from the start of the text.
pub(super) struct Clues {
    /// The latest scalar that was read.
    pub(super) latest: Span,
    /// The innermost bracket that is open.
    pub(super) bracket: Option<Span>,
}

/// The mistake behind `error`, and where it was made: often earlier than where the parser noticed.
pub(super) fn explain(error: &ScanError, text: &str, clues: &Clues) -> (Span, Problem) {
    if *error.kind() == ErrorKind::RecursionLimitExceeded {
        let source = Source { text };
        let at = source.at(error.marker().byte_offset());
        return (source.character(at), Problem::YamlTooDeep { limit: MAX_DEPTH });
    }
    let (fault, span) = find(error, Source { text }, clues);
    (span, Problem::YamlMalformed { fault })
}

fn find(error: &ScanError, source: Source<'_>, clues: &Clues) -> (YamlFault, Span) {
    use ErrorKind as K;
    let at = source.at(error.marker().byte_offset());
    match error.kind() {
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabInPlainScalar
        | K::TabAtBlockScalarStart
        | K::InvalidBlockEntryWhitespace
        | K::InvalidMappingValueWhitespace => (YamlFault::Tab, source.tab_from(at)),

        K::UnclosedQuotedScalar
        | K::DocumentIndicatorInQuotedScalar
        | K::InvalidQuotedScalarIndent
        | K::InvalidTrailingSingleQuotedScalar
        | K::InvalidTrailingDoubleQuotedScalar => (YamlFault::UnclosedQuote, source.character(at)),

        K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::UnclosedFlowCollection { .. }
        | K::InvalidColonPlacement
        | K::BlockEntryInFlowCollection
        | K::InvalidFlowScalarIndent
        | K::MismatchedFlowCollectionEnd { .. }
        | K::FlowMappingValueAdjacentCollection => in_brackets(at, source, clues),
        K::MisplacedFlowCollectionEnd => (YamlFault::UnclosedBracket, source.character(at)),

        K::SimpleKeyExpected | K::InvalidSimpleKey => line_without_key(at, source, clues),
        K::MappingValueNotAllowed | K::MappingKeyNotAllowed if clues.bracket.is_some() => {
            in_brackets(at, source, clues)
        }
        K::MappingValueNotAllowed | K::MappingKeyNotAllowed => unexpected_colon(at, source, clues),

        K::InvalidIndentation
        | K::BlockSequenceEntryNotAllowed
        | K::InvalidBlockScalarIndent
        | K::ZeroBlockScalarIndent => (YamlFault::Indentation, source.rest_of_line(at)),
        K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::ExpectedDocumentStart
        | K::UnexpectedEofBlockMapping
        | K::UnexpectedEofBlockSequence
            if source.begins_line(at) =>
        {
            (YamlFault::Indentation, source.rest_of_line(at))
        }

        K::UnexpectedCharacter { .. }
        | K::MissingAnchorOrAliasName
        | K::InvalidBlockScalarHeader
        | K::PlainScalarStartsWithDashFlowIndicator
        | K::MissingDirectiveName
        | K::InvalidDirectiveName
        | K::InvalidTagTerminator
        | K::InvalidTagEscape => (YamlFault::ReservedCharacter, source.character(at)),
        _ if source.text[at..].starts_with(',') => (YamlFault::ReservedCharacter, source.character(at)),
        _ => (YamlFault::Other, source.rest_of_line(at)),
    }
}

/// Something in `{ … }` or `[ … ]` that does not belong there: mostly because the bracket was never closed and the
/// next key has been swallowed.
fn in_brackets(at: usize, source: Source<'_>, clues: &Clues) -> (YamlFault, Span) {
    let Some(bracket) = clues.bracket else { return (YamlFault::UnclosedBracket, source.character(at)) };
    let open = bracket.start as usize;
    let line = source.line_start(at);
    let same_line = open >= line;
    // What the entry has on this line before the place: a colon there makes this the second one.
    let entry = source.text[line.max(open + 1).min(at)..at].rsplit(',').next().unwrap_or_default();
    let colon_here = source.text[at..].starts_with(':');
    if colon_here && (same_line || entry.contains(": ")) {
        return (YamlFault::Colon, source.character(at));
    }
    (YamlFault::UnclosedBracket, source.character(open))
}

/// A line where a key should be, without the colon that ends one.
fn line_without_key(at: usize, source: Source<'_>, clues: &Clues) -> (YamlFault, Span) {
    if let Some(colon) = source.near_colon(source.rest_of_line(at)) {
        return colon;
    }
    if clues.bracket.is_some() {
        return in_brackets(at, source, clues);
    }
    (YamlFault::Other, source.rest_of_line(at))
}

/// A colon where none can be: inside text (`note: see: this`), or at the end of a key that has been taken for the
/// next line of the text before it.
fn unexpected_colon(at: usize, source: Source<'_>, clues: &Clues) -> (YamlFault, Span) {
    let start = clues.latest.start as usize;
    let over_lines = clues.latest.end as usize == at && start < source.line_start(at);
    if !over_lines {
        return (YamlFault::Colon, source.character(at));
    }
    if source.begins_line(start) {
        // The text itself stands where a key should: `名称：华岚`, `name:华岚`, or a line without any colon.
        let line = source.rest_of_line(start);
        return source.near_colon(line).unwrap_or((YamlFault::Other, line));
    }
    (YamlFault::Indentation, source.rest_of_line(source.content_start(at)))
}

/// The text, and ways to find one's place in it. Every position given and taken is a character boundary.
#[derive(Clone, Copy)]
struct Source<'a> {
    text: &'a str,
}

impl Source<'_> {
    /// The parser's position, brought inside the text.
    fn at(self, offset: Option<usize>) -> usize {
        self.text.floor_char_boundary(offset.unwrap_or(0).min(self.text.len()))
    }

    fn line_start(self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The first character of the line that is no space.
    fn content_start(self, at: usize) -> usize {
        let start = self.line_start(at);
        let line = self.text[start..].lines().next().unwrap_or_default();
        start + line.len() - line.trim_start().len()
    }

    fn begins_line(self, at: usize) -> bool {
        self.text[self.line_start(at)..at].trim().is_empty()
    }

    /// The one character at `at`; an empty span at the end.
    fn character(self, at: usize) -> Span {
        let len =
            self.text[at..].chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
        Span::new(at, at + len)
    }

    fn rest_of_line(self, at: usize) -> Span {
        let line = self.text[at..].lines().next().unwrap_or_default();
        Span::new(at, at + line.trim_end().len())
    }

    /// The tab that broke something: in the indentation of this line or a later one, else anywhere from here on.
    fn tab_from(self, at: usize) -> Span {
        let start = self.line_start(at);
        let mut line_at = start;
        for line in self.text[start..].split_inclusive('\n').take(32) {
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            if let Some(tab) = line[..indent].find('\t') {
                return Span::new(line_at + tab, line_at + tab + 1);
            }
            line_at += line.len();
        }
        let tab = self.text[at..].find('\t').map_or(at, |tab| at + tab);
        self.character(tab)
    }

    /// In one line: a full-width colon, or a colon without a space after it.
    fn near_colon(self, line: Span) -> Option<(YamlFault, Span)> {
        let text = &self.text[line.range()];
        let wide = text.find('：').map(|at| (YamlFault::FullWidthColon, at));
        let (fault, at) = wide.or_else(|| Some((YamlFault::Colon, text.find(':')?)))?;
        Some((fault, self.character(line.start as usize + at)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::base::Problem;
    use crate::base::problem::YamlFault;

    /// How and where `text` is broken.
    fn fault(text: &str) -> (YamlFault, String) {
        let mut faults = Vec::new();
        let tree = parse(text, 0, &mut |span, problem| match problem {
            Problem::YamlMalformed { fault } => faults.push((fault, text[span.range()].to_owned())),
            other => panic!("{other:?} in {text:?}"),
        });
        assert_eq!(tree, None, "{text:?}");
        faults.pop().expect("a file without a tree has a fault")
    }

    #[test]
    fn each_mistake_is_named_where_it_was_made() {
        use YamlFault as F;
        for (text, expected, marked) in [
            // Tabs.
            ("a:\n\tb: 1\n", F::Tab, "\t"),
            ("a: 1\n\tb: 2\n", F::Tab, "\t"),
            ("a:\n  - b\n\t- c\n", F::Tab, "\t"),
            // Lines that are not aligned.
            ("a:\n  - x\n - y\n", F::Indentation, "- y"),
            ("a:\n  b: 1\n c: 2\n", F::Indentation, "c: 2"),
            ("  a: 1\nb: 2\n", F::Indentation, "b: 2"),
            ("a: 1\n  b: 2\n", F::Indentation, "b: 2"),
            ("- a\nb: c\n", F::Indentation, "b: c"),
            ("a: - b\n", F::Indentation, "- b"),
            // Quotes.
            ("a: \"b\nc: d\n", F::UnclosedQuote, "\""),
            ("a: 'b\n", F::UnclosedQuote, "'"),
            ("a: 'it's'\n", F::UnclosedQuote, "s"),
            ("a: \"甲\" 乙\n", F::UnclosedQuote, "乙"),
            // Brackets.
            ("a: [1, 2\nb: 3\n", F::UnclosedBracket, "["),
            ("a: {x: 1\nb: 3\n", F::UnclosedBracket, "{"),
            ("a: {x: 1", F::UnclosedBracket, "{"),
            ("a: {x: [1, 2}\n", F::UnclosedBracket, "["),
            ("a: ]\n", F::UnclosedBracket, "]"),
            // Colons.
            ("a: b: c\n", F::Colon, ":"),
            ("备注: 增长 3: 4\n", F::Colon, ":"),
            ("a: { b: c: d }\n", F::Colon, ":"),
            ("a: {\n  b: c: d,\n}\n", F::Colon, ":"),
            ("名称：华岚\nb: 2\n", F::FullWidthColon, "："),
            ("a: 1\n名称：华岚\nc: 3\n", F::FullWidthColon, "："),
            ("a:b\nc: d\n", F::Colon, ":"),
            ("a: 1\nb:2\nc: 3\n", F::Colon, ":"),
            // Characters with a meaning.
            ("a: @x\n", F::ReservedCharacter, "@"),
            ("a: `x`\n", F::ReservedCharacter, "`"),
            ("a: %x\n", F::ReservedCharacter, "%"),
            ("a: & b\n", F::ReservedCharacter, "&"),
            ("a: * b\n", F::ReservedCharacter, "*"),
            ("a: |甲\n", F::ReservedCharacter, "|"),
            ("a: , b\n", F::ReservedCharacter, ","),
            // Whatever else.
            ("只有文字\nc: d\n", F::Other, "只有文字"),
            ("a: 1\n没有冒号\nc: d\n", F::Other, "没有冒号"),
            ("a: [x, y]z\n", F::Other, "z"),
            ("a: \"\\q\"\n", F::Other, "\"\\q\""),
        ] {
            assert_eq!(fault(text), (expected, marked.to_owned()), "{text:?}");
        }
    }
}
