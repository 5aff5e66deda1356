//! Pictures, code and raw HTML: elements whose words are collected before it is known what they become.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::Event;

use super::chart::ChartSource;
use super::item::{Element, Item};
use super::parse::{Reader, Seen};
use super::{comment, target};
use crate::base::{Problem, Span};

/// Elements whose words are collected rather than set.
pub(super) enum Inside<'a> {
    /// None of them.
    Text,
    Image {
        depth: usize,
        target: Cow<'a, str>,
        title: Option<Cow<'a, str>>,
        alt: String,
        span: Span,
    },
    Code {
        info: Cow<'a, str>,
        pieces: Vec<Piece<'a>>,
        span: Span,
    },
    Html {
        pieces: Vec<Piece<'a>>,
        span: Span,
    },
}

/// A piece of a block whose lines need not be contiguous in the file.
pub(super) type Piece<'a> = (Cow<'a, str>, Range<usize>);

impl<'a> Reader<'_, 'a> {
    pub(super) fn inside_event(&mut self, event: Event<'_>, range: &Range<usize>) {
        let source = self.source;
        match (&mut self.inside, event) {
            (Inside::Image { depth, .. }, Event::Start(_)) => *depth += 1,
            (Inside::Image { depth, .. }, Event::End(_)) if *depth > 1 => *depth -= 1,
            (Inside::Image { alt, .. }, Event::Text(text) | Event::Code(text)) => {
                alt.push_str(&source.words(&text));
            }
            (Inside::Image { alt, .. }, Event::SoftBreak | Event::HardBreak) => alt.push(' '),
            (
                Inside::Code { pieces, .. } | Inside::Html { pieces, .. },
                Event::Text(text) | Event::Html(text),
            ) => {
                let place = source.place(&text).unwrap_or_else(|| source.range(range));
                pieces.push((source.words(&text), place));
            }
            (_, Event::End(_)) => match std::mem::replace(&mut self.inside, Inside::Text) {
                Inside::Image { target, title, alt, span, .. } => self.image(target, alt, title, span),
                Inside::Code { info, pieces, span } => self.code_block(&info, &pieces, span),
                Inside::Html { pieces, span } => self.html_block(&pieces, span),
                Inside::Text => {}
            },
            _ => {}
        }
    }

    fn image(&mut self, target: Cow<'a, str>, alt: String, title: Option<Cow<'a, str>>, span: Span) {
        self.resolve_break(Seen::Nothing);
        self.seen = Seen::Nothing;
        if alt.trim().is_empty() {
            self.out.problems.add(span, Problem::ImageAltMissing);
        }
        self.refuse_figures(&alt, span);
        match target::refuse_image(&target) {
            None => self.push(Item::Image { target, alt, title }, span),
            Some(problem) => {
                self.out.problems.add(span, problem);
                if !alt.is_empty() {
                    self.push(Item::Text(Cow::Owned(alt)), span);
                }
            }
        }
    }

    fn code_block(&mut self, info: &str, pieces: &[Piece<'a>], span: Span) {
        let language = info.split_whitespace().next();
        if language == Some("chart") {
            let chart = self.out.charts.len();
            self.out.charts.push(ChartSource::new(pieces, span));
            return self.push(Item::Chart(chart), span);
        }
        let language = language.map(|l| Cow::Owned(l.to_owned()));
        self.push(Item::CodeBlock { language, code: join(self.source.file(), pieces) }, span);
    }

    fn html_block(&mut self, pieces: &[Piece<'a>], span: Span) {
        let html = join(self.source.file(), pieces);
        let (text, unfinished) = comment::strip(&html);
        if unfinished {
            self.out.problems.add(span, Problem::CommentUnclosed);
        }
        let lines = text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        let mut is_first = true;
        for line in lines {
            if is_first {
                self.out.problems.add(span, Problem::HtmlShownAsText);
                self.push(Item::Start(Element::Paragraph), span);
            } else {
                self.push(Item::SoftBreak, span);
            }
            is_first = false;
            self.push(Item::Text(Cow::Owned(line.to_owned())), span);
        }
        if !is_first {
            self.push(Item::End, span);
        }
    }
}

/// The pieces as one text; a slice of the file where they follow each other in it.
fn join<'a>(file: &'a str, pieces: &[Piece<'a>]) -> Cow<'a, str> {
    let follow = pieces.windows(2).all(|pair| pair[0].1.end == pair[1].1.start);
    let verbatim = pieces.iter().all(|(text, _)| matches!(text, Cow::Borrowed(_)));
    match (pieces.first(), pieces.last()) {
        (Some((_, first)), Some((_, last))) if follow && verbatim => {
            Cow::Borrowed(&file[first.start..last.end])
        }
        _ => Cow::Owned(pieces.iter().map(|(text, _)| text.as_ref()).collect()),
    }
}
