//! From the parser's events to a tree, on a stack of our own: hostile depth costs nothing but a refusal.

use std::borrow::Cow;
use std::collections::HashSet;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::{Entry, MAX_DEPTH, MAX_NODES, Node, Value, fault};
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
    Mapping { entries: Vec<Entry<'a>>, key: Option<Key<'a>> },
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
                self.open(span, style, Held::Mapping { entries: Vec::new(), key: None })
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
        let Open { flow: true, held: Held::Mapping { entries, key: Some(Key::Good(_, key)) }, .. } =
            self.stack.last()?
        else {
            return None;
        };
        let before = entries.last().map(|entry| &entry.node.value);
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
            Held::Mapping { mut entries, .. } => {
                self.drop_duplicates(&mut entries);
                let first = entries.first().map(|entry| entry.key_span);
                (Value::Mapping(entries), first)
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
            Some(Held::Mapping { entries, key }) => {
                if let Some(Key::Good(key, span)) = key.take() {
                    entries.push(Entry { key, key_span: span.shifted(base), node });
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
        if let Some(Open { held: Held::Mapping { key, .. }, .. }) = self.stack.last_mut() {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{MAX_DEPTH, MAX_NODES, Node, Value};
    use super::parse;
    use crate::base::{Problem, Span};

    /// The tree as text, and each problem as its code and what it marks.
    fn read(text: &str) -> (Option<String>, Vec<String>) {
        let mut problems = Vec::new();
        let mut report = |span: Span, problem: Problem| {
            problems.push(format!("{} «{}»", problem.code(), text.get(span.range()).unwrap_or("outside")));
        };
        let tree = parse(text, 0, &mut report).map(|node| show(&node));
        (tree, problems)
    }

    fn show(node: &Node<'_>) -> String {
        match &node.value {
            Value::Null => "null".to_owned(),
            Value::Refused => "refused".to_owned(),
            Value::Scalar { text, quoted: true } => format!("{text:?}"),
            Value::Scalar { text, quoted: false } => text.to_string(),
            Value::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
            Value::Mapping(entries) => {
                let entry = |e: &super::Entry<'_>| format!("{}: {}", e.key, show(&e.node));
                format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }

    #[track_caller]
    fn good(text: &str, tree: &str) {
        assert_eq!(read(text), (Some(tree.to_owned()), vec![]), "{text:?}");
    }

    #[track_caller]
    fn told(text: &str, tree: Option<&str>, problems: &[&str]) {
        let (found, said) = read(text);
        assert_eq!(
            (found.as_deref(), said.iter().map(String::as_str).collect::<Vec<_>>()),
            (tree, problems.to_vec()),
            "{text:?}"
        );
    }

    #[test]
    fn everyday_yaml_becomes_a_tree() {
        good(
            "a: 1\nb: 'x'\nc: [1, {d: ~}]\ne:\n- f\n-\n",
            r#"{a: 1, b: "x", c: [1, {d: null}], e: [f, null]}"#,
        );
        good("# 注释\n名称: 钢铁 # 行末\n\n", "{名称: 钢铁}");
        good("a: |\n  一\n  二\nb: >-\n  三\n  四\n", r#"{a: "一\n二\n", b: "三 四"}"#);
        good("\u{feff}a: 1\r\nb: 2\r\n", "{a: 1, b: 2}");
        good("---\na: 1\n...\n", "{a: 1}");
    }

    #[test]
    fn a_file_with_nothing_in_it_is_a_null() {
        for text in ["", "\n\n", "# 只有注释\n", "---\n", "~", "\u{feff}"] {
            good(text, "null");
        }
    }

    #[test]
    fn every_value_knows_where_it_stands() {
        let text = "a: 钢铁\nb:\n  c: [1, 2]\nd:\ne:\n-\n- x\nf: |\n  文字\n\ng: 1\n";
        let mut spans = Vec::new();
        let mut stack = vec![parse(text, 100, &mut |_, problem| panic!("{problem:?}")).unwrap()];
        while let Some(node) = stack.pop() {
            spans.push(text[node.span.start as usize - 100..node.span.end as usize - 100].to_owned());
            match node.value {
                Value::List(items) => stack.extend(items),
                Value::Mapping(entries) => stack.extend(entries.into_iter().map(|e| e.node)),
                _ => {}
            }
        }
        spans.reverse();
        // In brackets: the brackets. Else: the first entry. Left out: the key or the dash.
        assert_eq!(spans, ["钢铁", "1", "2", "[1, 2]", "c", "d", "-", "x", "-", "文字", "1", "a"]);
    }

    #[test]
    fn what_could_surprise_is_refused_and_the_rest_read_on() {
        told(
            "a: &x 1\nb: *x\n",
            Some("{a: 1, b: refused}"),
            &["yaml-feature-refused «&x»", "yaml-feature-refused «*x»"],
        );
        told(
            "a: !!str 1\nb: !x {c: 1}\n",
            Some("{a: 1, b: {c: 1}}"),
            &["yaml-feature-refused «!!str»", "yaml-feature-refused «!x»"],
        );
        told("<<: {a: 1}\nb: 2\n", Some("{b: 2}"), &["yaml-feature-refused «<<»"]);
        told("a: 1\n---\nb: &x 2\n", Some("{a: 1}"), &["yaml-feature-refused «---»"]);
        told("? [a, [b]]\n: {c: d}\ne: 1\n", Some("{e: 1}"), &["yaml-feature-refused «[»"]);
        told("a: {{ b }}\nc: 1\n", Some("{a: {}, c: 1}"), &["yaml-feature-refused «{»"]);
        told("*x : 1\nb: 2\n", Some("{b: 2}"), &["yaml-feature-refused «*x»"]);
        told("a: **重点**\nb: 2\n", Some("{a: refused, b: 2}"), &["yaml-malformed «**重点**»"]);
    }

    #[test]
    fn of_two_equal_keys_the_second_is_told_and_dropped() {
        told(
            "a: 1\nb: 2\n'a': 3\na: 4\n",
            Some("{a: 1, b: 2}"),
            &["yaml-duplicate-key «'a'»", "yaml-duplicate-key «a»"],
        );
        let many = (0..100).map(|n| format!("k{}: 1", n % 99)).collect::<Vec<_>>().join("\n");
        assert_eq!(read(&many).1, ["yaml-duplicate-key «k0»"]);
    }

    #[test]
    fn a_full_width_colon_or_one_without_a_space_is_told_as_such() {
        for (text, marked) in
            [("a: { zh：钢铁, en: Steel }\n", "："), ("name:{ zh: 钢铁 }\n", ":"), ("a:\n  : b\n", ":")]
        {
            assert_eq!(read(text).1, [format!("yaml-malformed «{marked}»")], "{text:?}");
        }
    }

    #[test]
    fn a_comma_in_text_without_quotes_is_told_as_such() {
        told(
            "a: { zh: 先, en: first this, then that, and more }\n",
            Some("{a: {zh: 先, en: first this}}"),
            &["yaml-malformed «,»", "yaml-malformed «,»"],
        );
        good("a: { b: , c: 1, d: }\n", "{a: {b: null, c: 1, d: null}}");
        good("a: { b: 'x', c }\n", r#"{a: {b: "x", c: null}}"#);
    }

    #[test]
    fn depth_is_limited() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert_eq!(read(&nested(MAX_DEPTH)).1, [""; 0]);
        assert_eq!(read(&nested(MAX_DEPTH + 1)), (None, vec!["yaml-too-deep «[»".to_owned()]));
        for tower in ["[", "- ", "{a: ", "? ", "{[", "- ? ", "a: [{"] {
            let (tree, problems) = read(&tower.repeat(10_000));
            assert_eq!(tree, None, "{tower}");
            assert!(problems.len() <= 2, "{tower}: {problems:?}");
        }
        let stairs = (0..1000).map(|n| format!("{}a:", " ".repeat(n))).collect::<Vec<_>>().join("\n");
        assert_eq!(read(&stairs).1.len(), 1);
    }

    #[test]
    fn the_number_of_values_is_limited() {
        let list = |n: usize| format!("[{}]", "1,".repeat(n));
        assert_eq!(read(&list(MAX_NODES - 1)).1, [""; 0]);
        assert_eq!(read(&list(MAX_NODES)), (None, vec!["yaml-too-many-values «1»".to_owned()]));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            read(&text);
        }

        #[test]
        fn no_heap_of_yaml_signs_makes_it_panic(text in "[-:?#&*!|>'\"%@`{}\\[\\], \n\t\ra~<：“é\u{feff}]{0,60}") {
            let mut problems = Vec::new();
            let tree = parse(&text, 0, &mut |span: Span, problem| problems.push((span, problem)));
            for (span, _) in &problems {
                prop_assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
            }
            prop_assert!(tree.is_some() || !problems.is_empty());
        }
    }
}
