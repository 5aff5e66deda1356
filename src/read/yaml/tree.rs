//! From the parser's events to a tree, on a stack of our own: hostile depth costs nothing but a refusal.

use std::borrow::Cow;
use std::collections::HashSet;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::{Entry, MAX_DEPTH, MAX_NODES, Mapping, Node, Value, fault};
use crate::base::problem::{YamlFault, YamlFeature};
use crate::base::{Problem, Span};

/// The tree of the document in `text`, with everything that is refused in it told to `problems`.
///
/// Spans count from `base`, the place of `text` in its file. `None` where the file is too broken to be read on.
/// A file that holds nothing, or nothing but comments, is a null.
pub(in crate::read) fn parse<'a>(
    text: &'a str,
    base: usize,
    problems: &mut impl FnMut(Span, Problem),
) -> Option<Node<'a>> {
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut tree = Tree::new(text, base, problems);
    for event in Parser::new_from_str_with_options(text, options) {
        let step = match event {
            Ok((event, span)) => tree.take(event, &span),
            Err(error) => {
                let (span, problem) = fault::explain(&error, text, &tree.clues());
                tree.report(span, problem);
                return None;
            }
        };
        match step {
            Step::On => {}
            Step::Done => break,
            Step::GiveUp => return None,
        }
    }
    Some(tree.root.unwrap_or(Node { span: Span::new(base, base), value: Value::Null }))
}

enum Step {
    On,
    Done,
    GiveUp,
}

/// A list or mapping that is still open.
struct Open<'a> {
    span: Span,
    /// In brackets.
    flow: bool,
    held: Held<'a>,
}

enum Held<'a> {
    List(Vec<Node<'a>>),
    Mapping { mapping: Mapping<'a>, key: Option<Key<'a>> },
}

/// A key that waits for its value.
enum Key<'a> {
    Good(Cow<'a, str>, Span),
    /// Reported; its value is dropped.
    Refused,
}

struct Tree<'a, 'p, P> {
    text: &'a str,
    base: usize,
    problems: &'p mut P,
    root: Option<Node<'a>>,
    stack: Vec<Open<'a>>,
    /// How many lists and mappings inside a refused key are open.
    skipping: usize,
    nodes: usize,
    documents: usize,
    /// Where the latest scalar stands: most mistakes stand right behind one.
    latest: Span,
}

impl<'a, 'p, P: FnMut(Span, Problem)> Tree<'a, 'p, P> {
    fn new(text: &'a str, base: usize, problems: &'p mut P) -> Self {
        Self {
            text,
            base,
            problems,
            root: None,
            stack: Vec::new(),
            skipping: 0,
            nodes: 0,
            documents: 0,
            latest: Span::default(),
        }
    }

    /// Takes one event. Spans inside the tree count from the start of `text` until they leave it.
    fn take(&mut self, event: Event<'a>, place: &granit_parser::Span) -> Step {
        let span = bytes(place);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.refuse(span, YamlFeature::SecondDocument);
                    return Step::Done;
                }
                Step::On
            }
            Event::Anchor(..) => {
                self.refuse(span, YamlFeature::Anchor);
                Step::On
            }
            Event::Alias(_) => self.take_alias(span, None),
            Event::UnresolvedAlias(name) => self.take_alias(span, Some(&name)),
            Event::Scalar(text, style, _, tag) => {
                if tag.is_some() {
                    self.refuse_tag(place);
                }
                self.take_scalar(text, style, span)
            }
            Event::SequenceStart(style, _, tag) => {
                if tag.is_some() {
                    self.refuse_tag(place);
                }
                self.open(span, style, Held::List(Vec::new()))
            }
            Event::MappingStart(style, _, tag) => {
                if tag.is_some() {
                    self.refuse_tag(place);
                }
                let mapping = Mapping { entries: Vec::new(), whole: true };
                self.open(span, style, Held::Mapping { mapping, key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            // Comments are not asked for, and nothing else that the parser may come to know is a value.
            _ => Step::On,
        }
    }

    fn take_alias(&mut self, span: Span, dangling: Option<&str>) -> Step {
        // `**bold**` at the start of a value: somebody wrote Markdown and never heard of aliases.
        if dangling.is_some_and(|name| name.starts_with('*')) {
            self.report(span, Problem::YamlMalformed { fault: YamlFault::ReservedCharacter });
        } else {
            self.refuse(span, YamlFeature::Alias);
        }
        if self.skipping == 0 && self.wants_key() {
            self.set_key(Key::Refused);
            return Step::On;
        }
        self.add(Node { span, value: Value::Refused })
    }

    fn take_scalar(&mut self, text: Cow<'a, str>, style: ScalarStyle, span: Span) -> Step {
        let quoted = style != ScalarStyle::Plain;
        let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        let span = if block { self.trimmed(span) } else { span };
        if span.start < span.end {
            self.latest = span;
        }
        if self.skipping > 0 {
            return Step::On;
        }
        if self.wants_key() {
            let key = self.key(text, quoted, span);
            self.set_key(key);
            return Step::On;
        }
        let null = !quoted && matches!(&*text, "" | "~" | "null" | "Null" | "NULL");
        let value = if null { Value::Null } else { Value::Scalar { text, quoted } };
        self.add(Node { span, value })
    }

    /// What to make of a scalar in the place of a key.
    fn key(&mut self, text: Cow<'a, str>, quoted: bool, span: Span) -> Key<'a> {
        if !quoted && text == "<<" {
            self.refuse(span, YamlFeature::MergeKey);
            return Key::Refused;
        }
        if span.start == span.end {
            // `: value`, a colon with nothing before it.
            self.report(self.character(span.start), Problem::YamlMalformed { fault: YamlFault::Colon });
            return Key::Refused;
        }
        if !quoted && let Some((fault, colon)) = self.colon_in_key(&text, span) {
            self.report(colon, Problem::YamlMalformed { fault });
            return Key::Refused;
        }
        Key::Good(text, span)
    }

    /// A colon that was meant to end this key: `{ zh：钢铁 }` with a full-width one, `zh:{ … }` without a space.
    fn colon_in_key(&self, text: &str, span: Span) -> Option<(YamlFault, Span)> {
        let source = self.text.get(span.range())?;
        let wide = source.find('：').map(|at| (YamlFault::FullWidthColon, at));
        let tight = || (text.contains(":{") || text.contains(":[")).then(|| source.find(':')).flatten();
        let (fault, at) = wide.or_else(|| tight().map(|at| (YamlFault::Colon, at)))?;
        Some((fault, self.character(span.start + u32::try_from(at).ok()?)))
    }

    /// The comma that cut a text in two: `{ en: first this, then that }`, where what follows it became a key
    /// without a value.
    fn comma_in_text(&self) -> Option<Span> {
        let Open { flow: true, held: Held::Mapping { mapping, key: Some(Key::Good(_, key)) }, .. } =
            self.stack.last()?
        else {
            return None;
        };
        let before = mapping.entries.last().map(|entry| &entry.node.value);
        let cut = matches!(before, Some(Value::Scalar { quoted: false, .. }));
        let has_colon = self.text.get(key.end as usize..)?.trim_start().starts_with(':');
        if !cut || has_colon {
            return None;
        }
        let comma = self.text.get(..key.start as usize)?.rfind(',')?;
        Some(Span::new(comma, comma + 1))
    }

    fn open(&mut self, span: Span, style: StructureStyle, held: Held<'a>) -> Step {
        if self.skipping > 0 {
            self.skipping += 1;
            return Step::On;
        }
        if self.wants_key() {
            self.refuse(self.character(span.start), YamlFeature::ComplexKey);
            self.set_key(Key::Refused);
            self.skipping = 1;
            return Step::On;
        }
        if self.stack.len() == MAX_DEPTH {
            self.report(self.character(span.start), Problem::YamlTooDeep { limit: MAX_DEPTH });
            return Step::GiveUp;
        }
        self.stack.push(Open { span, flow: style == StructureStyle::Flow, held });
        self.count(span)
    }

    /// Counts one value, at its beginning.
    fn count(&mut self, span: Span) -> Step {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            self.report(self.character(span.start), Problem::YamlTooManyNodes { limit: MAX_NODES });
            return Step::GiveUp;
        }
        Step::On
    }

    fn close(&mut self, end: Span) -> Step {
        if self.skipping > 0 {
            self.skipping -= 1;
            return Step::On;
        }
        let Some(Open { span, flow, held }) = self.stack.pop() else { return Step::On };
        let (value, first) = match held {
            Held::List(items) => {
                let first = items.first().map(|item| item.span);
                (Value::List(items), first)
            }
            Held::Mapping { mut mapping, .. } => {
                self.drop_duplicates(&mut mapping.entries);
                let first = mapping.entries.first().map(|entry| entry.key_span);
                (Value::Mapping(mapping), first)
            }
        };
        let whole = Span { start: span.start, end: end.end };
        // What an entry stands at is already counted from the start of the file.
        let span = match first {
            Some(first) if !flow => first,
            _ => self.shifted(whole),
        };
        self.place(Node { span, value });
        Step::On
    }

    /// Adds a node whose span counts from the start of `text`.
    fn add(&mut self, mut node: Node<'a>) -> Step {
        if self.skipping > 0 {
            return Step::On;
        }
        let left_out = node.span.start == node.span.end;
        if left_out && let Some(comma) = self.comma_in_text() {
            self.report(comma, Problem::YamlMalformed { fault: YamlFault::Comma });
            self.set_key(Key::Refused);
        } else if left_out {
            node.span = self.place_of_nothing(node.span);
        }
        let step = self.count(node.span);
        node.span = self.shifted(node.span);
        self.place(node);
        step
    }

    /// Where to point when a value is left out: at its key, or at the dash of its item.
    fn place_of_nothing(&self, span: Span) -> Span {
        match self.stack.last().map(|open| &open.held) {
            Some(Held::Mapping { key: Some(Key::Good(_, key)), .. }) => *key,
            Some(Held::List(_)) if self.text[..span.start as usize].ends_with('-') => {
                Span { start: span.start - 1, end: span.start }
            }
            _ => span,
        }
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node<'a>) {
        let base = self.base;
        match self.stack.last_mut().map(|open| &mut open.held) {
            None => self.root = Some(node),
            Some(Held::List(items)) => items.push(node),
            Some(Held::Mapping { mapping, key }) => {
                if let Some(Key::Good(key, span)) = key.take() {
                    mapping.entries.push(Entry { key, key_span: span.shifted(base), node });
                }
            }
        }
    }

    /// Keeps the first of every key.
    fn drop_duplicates(&mut self, entries: &mut Vec<Entry<'a>>) {
        // Few keys are the rule, and comparing few is faster than hashing them; many are compared by hash, because
        // a file of nothing but keys must not take quadratic time.
        let few = entries.len() <= 16;
        let mut seen = HashSet::new();
        let repeats: Vec<bool> = (0..entries.len())
            .map(|i| {
                let key = &*entries[i].key;
                if few { entries[..i].iter().any(|e| e.key == key) } else { !seen.insert(key) }
            })
            .collect();
        drop(seen);
        if !repeats.contains(&true) {
            return;
        }
        let mut repeats = repeats.into_iter();
        entries.retain(|entry| {
            let repeat = repeats.next() == Some(true);
            if repeat {
                (self.problems)(entry.key_span, Problem::YamlDuplicateKey { key: entry.key.to_string() });
            }
            !repeat
        });
    }

    fn wants_key(&self) -> bool {
        matches!(self.stack.last(), Some(Open { held: Held::Mapping { key: None, .. }, .. }))
    }

    fn set_key(&mut self, new: Key<'a>) {
        if let Some(Open { held: Held::Mapping { key, mapping }, .. }) = self.stack.last_mut() {
            mapping.whole &= matches!(new, Key::Good(..));
            *key = Some(new);
        }
    }

    fn refuse(&mut self, span: Span, feature: YamlFeature) {
        self.report(span, Problem::YamlFeatureRefused { feature });
    }

    fn refuse_tag(&mut self, place: &granit_parser::Span) {
        let span = place.tag_span().map_or_else(|| bytes(place), |tag| bytes(&tag));
        self.refuse(span, YamlFeature::Tag);
    }

    /// Reports a problem at a span that counts from the start of `text`.
    fn report(&mut self, span: Span, problem: Problem) {
        let span = self.shifted(span);
        (self.problems)(span, problem);
    }

    /// The one character at `at`.
    fn character(&self, at: u32) -> Span {
        let start = at as usize;
        let len = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        Span::new(start, start + len)
    }

    fn shifted(&self, span: Span) -> Span {
        span.shifted(self.base)
    }

    /// A block of text ends where its last word does, not at the next key.
    fn trimmed(&self, span: Span) -> Span {
        let kept = self.text.get(span.range()).map_or(0, |text| text.trim_end().len());
        Span::new(span.start as usize, span.start as usize + kept)
    }

    /// What helps to explain an error of the parser.
    fn clues(&self) -> fault::Clues {
        fault::Clues {
            latest: self.latest,
            bracket: self.stack.last().filter(|open| open.flow).map(|open| open.span),
        }
    }
}

/// A span of the parser in bytes.
fn bytes(span: &granit_parser::Span) -> Span {
    let start = span.start.byte_offset().unwrap_or(0);
    Span::new(start, span.end.byte_offset().unwrap_or(start).max(start))
}
