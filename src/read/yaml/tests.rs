//! Text in, tree and problems out.

use proptest::prelude::*;

use super::{Entry, MAX_DEPTH, MAX_NODES, Mapping, Node, Value, parse};
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
        Value::Mapping(Mapping { entries, .. }) => {
            let entry = |e: &Entry<'_>| format!("{}: {}", e.key, show(&e.node));
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
    good("a: 1\nb: 'x'\nc: [1, {d: ~}]\ne:\n- f\n-\n", r#"{a: 1, b: "x", c: [1, {d: null}], e: [f, null]}"#);
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
            Value::Mapping(mapping) => stack.extend(mapping.entries.into_iter().map(|e| e.node)),
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
