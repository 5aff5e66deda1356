//! From the parser's events to items: what is ours is recognized, what is not allowed is left out.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{self as cmark, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::chart::ChartSource;
use super::collect::Inside;
use super::heading::{self, Draft};
use super::item::{Alignment, Element, Item};
use super::problems::Problems;
use super::source::Source;
use super::{script, target, words};
use crate::base::problem::ClaimFault;
use crate::base::{Problem, Span};
use crate::model::Heading;
use crate::read::Spanned;

/// A text in pieces.
#[derive(Clone, Debug, Default)]
pub struct Parsed<'a> {
    /// The pieces in reading order, each with its place in the file.
    pub items: Vec<(Item<'a>, Span)>,
    /// The headings in order.
    pub headings: Vec<Spanned<Heading>>,
    /// The charts in order, as they are written.
    pub charts: Vec<ChartSource>,
    /// What is wrong with the text.
    pub(super) problems: Problems,
}

/// The pieces of the text that begins at byte `body_at` of `file`. Spans are places in the whole file.
pub fn parse(file: &str, body_at: usize) -> Parsed<'_> {
    let source = Source::new(file, body_at);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::new(&source);
    for (event, range) in Parser::new_ext(source.text(), options).into_offset_iter() {
        reader.event(event, &range);
    }
    reader.finish()
}

/// What has been read so far.
pub(super) struct Reader<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    pub(super) out: Parsed<'a>,
    drafts: Vec<Draft<'a>>,
    /// Words that have not been cut yet: a stretch of the file. The parser hands words over in pieces,
    /// and a claim may be spread over several.
    run: Option<Range<usize>>,
    /// What the reader of the text saw last in this block.
    pub(super) seen: Seen,
    /// The soft break that waits for what comes behind it.
    soft_break: Option<usize>,
    /// Whether this block was already told that its HTML is shown as text.
    html_told: bool,
    /// For each open link whether it is kept.
    links: Vec<bool>,
    /// What swallows words instead of the text.
    pub(super) inside: Inside<'a>,
}

/// What a reader saw last, as far as a line break must know.
#[derive(Clone, Copy)]
pub(super) enum Seen {
    Nothing,
    Char(char),
    /// A figure: nobody knows yet what it begins and ends with.
    Figure,
}

impl<'s, 'a> Reader<'s, 'a> {
    fn new(source: &'s Source<'a>) -> Self {
        Self {
            source,
            out: Parsed::default(),
            drafts: Vec::new(),
            run: None,
            seen: Seen::Nothing,
            soft_break: None,
            html_told: false,
            links: Vec::new(),
            inside: Inside::Text,
        }
    }

    fn finish(mut self) -> Parsed<'a> {
        self.cut_run();
        self.out.headings = heading::finish(self.drafts, &mut self.out.problems);
        self.out
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        if let Inside::Text = self.inside {
            self.text_event(event, range);
        } else {
            self.inside_event(event, range);
        }
    }

    fn text_event(&mut self, event: Event<'_>, range: &Range<usize>) {
        if let Event::Text(text) = &event {
            return self.words(text, range);
        }
        if let Event::End(TagEnd::Heading(_)) = event {
            self.end_heading();
        }
        self.cut_run();
        let span = self.source.span(range);
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, span),
            Event::Code(code) => {
                let code = self.source.words(&code);
                self.see(&code);
                self.push(Item::Code(code), span);
            }
            Event::InlineHtml(html) | Event::Html(html) => self.inline_html(&html, span),
            Event::FootnoteReference(label) => {
                let label = self.source.words(&label);
                self.push(Item::FootnoteMark(label), span);
            }
            Event::SoftBreak => {
                self.soft_break = Some(self.out.items.len());
                self.push(Item::SoftBreak, span);
            }
            Event::HardBreak => {
                self.forget();
                self.push(Item::HardBreak, span);
            }
            Event::Rule => self.push(Item::Rule, span),
            Event::Text(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    pub(super) fn push(&mut self, item: Item<'a>, span: Span) {
        self.out.items.push((item, span));
    }

    // Words

    /// Words of the text: taken into the run if they follow it in the file.
    fn words(&mut self, text: &str, range: &Range<usize>) {
        let Some(place) = self.source.place(text) else {
            // The character that an entity stands for is only itself.
            self.cut_run();
            let (words, span) = (self.source.words(text), self.source.span(range));
            self.see(&words);
            return self.push(Item::Text(words), span);
        };
        match &mut self.run {
            Some(run) if run.end == place.start => run.end = place.end,
            _ => {
                self.cut_run();
                self.run = Some(place);
            }
        }
    }

    /// Cuts the run into items.
    fn cut_run(&mut self) {
        let Some(run) = self.run.take().filter(|run| !run.is_empty()) else { return };
        let file = self.source.file();
        let text = &file[run.clone()];
        // A backslash belongs to no run, so one before it is markup and escapes the first character.
        let escaped = file[..run.start].ends_with('\\');
        let from = text.chars().next().filter(|_| escaped).map_or(0, char::len_utf8);
        self.unfinished_comment(&text[from..], run.start + from);
        let mut problems = std::mem::take(&mut self.out.problems);
        words::cut(text, run.start, from, &mut problems, |item, span| {
            match &item {
                Item::Text(words) | Item::NoFigure(words) => self.see(words),
                Item::Assertion(assertion) => self.see(&assertion.said),
                _ => {
                    self.resolve_break(Seen::Figure);
                    self.seen = Seen::Figure;
                }
            }
            self.push(item, span);
        });
        self.out.problems = problems;
    }

    /// Notes that `words` are seen.
    fn see(&mut self, words: &str) {
        if let (Some(first), Some(last)) = (words.chars().next(), words.chars().next_back()) {
            self.resolve_break(Seen::Char(first));
            self.seen = Seen::Char(last);
        }
    }

    /// Drops the soft break that waits, if it is one between Han characters and `next`.
    pub(super) fn resolve_break(&mut self, next: Seen) {
        let Some(at) = self.soft_break.take() else { return };
        let joins = match (self.seen, next) {
            (Seen::Char(before), Seen::Char(after)) => script::joins(before, after),
            (Seen::Char(c), Seen::Figure) | (Seen::Figure, Seen::Char(c)) => script::is_unspaced(c),
            _ => false,
        };
        if joins {
            self.out.items.remove(at);
        }
    }

    /// A new line or block begins: what was seen before does not matter to it.
    fn forget(&mut self) {
        self.seen = Seen::Nothing;
        self.soft_break = None;
    }

    // Elements

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let span = self.source.span(range);
        let element = match tag {
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Deleted,
            Tag::Link { link_type, dest_url, title, .. } => {
                return self.start_link(link_type, &dest_url, &title, span);
            }
            Tag::Image { dest_url, title, .. } => {
                let (target, title) = (self.source.words(&dest_url), self.title(&title, span));
                self.inside = Inside::Image { depth: 1, target, title, alt: String::new(), span };
                return;
            }
            tag => {
                self.forget();
                self.html_told = false;
                match self.block(tag, span) {
                    Some(element) => element,
                    None => return,
                }
            }
        };
        self.push(Item::Start(element), span);
    }

    fn block(&mut self, tag: Tag<'_>, span: Span) -> Option<Element<'a>> {
        Some(match tag {
            Tag::Paragraph => Element::Paragraph,
            Tag::Heading { level, .. } => {
                self.drafts.push(Draft { level: level as u8, text: String::new(), id: None, span });
                Element::Heading(self.drafts.len() - 1)
            }
            Tag::BlockQuote(_) => Element::Quote,
            Tag::List(first) => Element::List(first),
            Tag::Item => Element::Point,
            Tag::FootnoteDefinition(label) => Element::Footnote(self.source.words(&label)),
            Tag::Table(columns) => Element::Table(columns.into_iter().map(alignment).collect()),
            Tag::TableHead => Element::Head,
            Tag::TableRow => Element::Row,
            Tag::TableCell => Element::Cell,
            Tag::CodeBlock(kind) => {
                let info = match kind {
                    CodeBlockKind::Fenced(info) => self.source.words(&info),
                    CodeBlockKind::Indented => Cow::Borrowed(""),
                };
                self.inside = Inside::Code { info, pieces: Vec::new(), span };
                return None;
            }
            Tag::HtmlBlock => {
                self.inside = Inside::Html { pieces: Vec::new(), span };
                return None;
            }
            // Handled as parts of a line.
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
            // Not asked of the parser.
            | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) | Tag::DefinitionList
            | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => return None,
        })
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Link if !self.links.pop().unwrap_or(true) => return,
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::Paragraph
                if matches!(self.out.items.last(), Some((Item::Start(Element::Paragraph), _))) =>
            {
                // There were only comments in it.
                self.out.items.pop();
                return;
            }
            _ => self.forget(),
        }
        self.push(Item::End, span);
    }

    /// Takes the anchor off the end of a heading and notes its words.
    fn end_heading(&mut self) {
        let mut id = None;
        if let Some(run) = &mut self.run {
            let file = self.source.file();
            let words = &file[run.clone()];
            let found = heading::explicit_id(words)
                .filter(|(before, _)| !before.is_empty() || !file[..run.start].ends_with('\\'));
            if let Some((before, at)) = found {
                let at = run.start + at.start..run.start + at.end;
                id = Some((&file[at.clone()], at.into()));
                run.end = run.start + before.len();
            }
        }
        self.cut_run();
        let is_start = |(item, _): &&(Item<'_>, Span)| matches!(item, Item::Start(Element::Heading(_)));
        let from = self.out.items.iter().rev().take_while(|item| !is_start(item)).count();
        let items = &self.out.items[self.out.items.len() - from..];
        let text = super::plain::line(items);
        if let Some(draft) = self.drafts.last_mut() {
            (draft.text, draft.id) = (text, id);
        }
    }

    fn start_link(&mut self, kind: cmark::LinkType, to: &CowStr<'_>, title: &CowStr<'_>, span: Span) {
        let mut target = self.source.words(to);
        if kind == cmark::LinkType::Email {
            target = Cow::Owned(format!("mailto:{target}"));
        }
        let refused = target::refuse_link(&target);
        // A link in a link is no HTML; an address in angle brackets can bring one about.
        let kept = refused.is_none() && !self.links.contains(&true);
        self.links.push(kept);
        if let Some(problem) = refused {
            self.out.problems.add(span, problem);
        }
        if kept {
            let title = self.title(title, span);
            self.push(Item::Start(Element::Link { target, title }), span);
        }
    }

    fn title(&mut self, title: &CowStr<'_>, span: Span) -> Option<Cow<'a, str>> {
        self.refuse_figures(title, span);
        (!title.is_empty()).then(|| self.source.words(title))
    }

    /// Tells of a figure in words that stand at `within` and are set as they are. One is enough to say.
    pub(super) fn refuse_figures(&mut self, words: &str, within: Span) {
        let mut figure = None;
        words::cut(words, 0, 0, &mut Problems::default(), |item, span| {
            if !matches!(item, Item::Text(_)) {
                figure.get_or_insert(span);
            }
        });
        let Some(text) = figure.map(|span| &words[span.range()]) else { return };
        let written = &self.source.file()[within.range()];
        if let Some(at) = written.find(text).filter(|at| !written[..*at].ends_with('\\')) {
            let span = Span::new(0, text.len()).shifted(within.start as usize + at);
            let problem = Problem::ClaimMalformed { text: text.to_owned(), fault: ClaimFault::Misplaced };
            self.out.problems.add(span, problem);
        }
    }

    /// A tag inside a line, shown as it is written; or a comment, which is not.
    fn inline_html(&mut self, html: &str, span: Span) {
        if html.starts_with("<!--") {
            return;
        }
        if !std::mem::replace(&mut self.html_told, true) {
            self.out.problems.add(span, Problem::HtmlShownAsText);
        }
        let words = self.source.words(html);
        self.see(&words);
        self.push(Item::Text(words), span);
    }

    /// Tells of a comment that begins in `text` and never ends: its author does not want it to be read.
    fn unfinished_comment(&mut self, text: &str, at: usize) {
        // Most words have no `<`, and a single character is found much faster.
        if let Some(start) = text.find('<').and_then(|first| Some(first + text[first..].find("<!--")?)) {
            self.out.problems.add(Span::new(at + start, at + text.len()), Problem::CommentUnclosed);
        }
    }
}

fn alignment(alignment: cmark::Alignment) -> Alignment {
    match alignment {
        cmark::Alignment::None | cmark::Alignment::Left => Alignment::Start,
        cmark::Alignment::Center => Alignment::Center,
        cmark::Alignment::Right => Alignment::End,
    }
}
