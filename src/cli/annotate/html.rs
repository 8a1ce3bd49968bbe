//! The article as a page of its own: names in `<mark>`, quotes in `<span class="quote">`.

use std::io::{self, Write};

use newsgloss::text::Document;
use newsgloss::{Annotations, Entity, Mention, Quote, Span};

/// How deep quotes are drawn within each other. It bounds the work where elements must be closed and opened again.
const MAX_DEPTH: usize = 6;

const STYLE: &str = "\
body { margin: 2rem auto; max-width: 38rem; padding: 0 1rem; font: 1.125rem/1.6 Georgia, serif; color-scheme: light dark }
mark { background: none; color: inherit; border-bottom: 1px solid var(--kind, gray) }
.person { --kind: #b5523b } .organization { --kind: #2f6fb3 } .place, .group { --kind: #4c8050 }
.event, .work, .law { --kind: #8a5fb0 } .product { --kind: #94731a }
.date, .money, .percent, .quantity { border-bottom-style: dotted }
.quote { background: color-mix(in srgb, currentColor 7%, transparent) }
.indirect { background: none; text-decoration: underline dotted 1px; text-underline-offset: 0.3em }
";

/// Writes a whole page.
pub(super) fn write(text: &str, annotations: &Annotations, output: &mut impl Write) -> io::Result<()> {
    let title = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("newsgloss");
    output.write_all(b"<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")?;
    output.write_all(b"<meta name=\"viewport\" content=\"width=device-width\">\n<title>")?;
    escape(title, output)?;
    write!(output, "</title>\n<style>\n{STYLE}</style>\n<article>\n")?;
    let elements = elements(annotations);
    let mut page = Page { text, annotations, open: Vec::new(), ends: Vec::new(), at: 0, output };
    let mut coming = elements.iter().peekable();
    for paragraph in paragraphs(text) {
        page.begin(paragraph)?;
        while let Some(element) = coming.next_if(|element| element.span.start < paragraph.end) {
            page.open(*element)?;
        }
        page.end(paragraph)?;
    }
    output.write_all(b"</article>\n</html>\n")
}

/// The paragraphs without the white space around them. Together they hold everything else of the text.
fn paragraphs(text: &str) -> Vec<Span> {
    let document = Document::new(text);
    let starts: Vec<usize> =
        document.paragraphs().iter().skip(1).map(|p| document.cover(document.paragraph_tokens(*p)).start).collect();
    let mut paragraphs = Vec::with_capacity(starts.len() + 1);
    let mut start = 0;
    for end in starts.into_iter().chain([text.len()]) {
        let piece = &text[start..end];
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let begin = start + (piece.len() - piece.trim_start().len());
            paragraphs.push(Span::new(begin, begin + trimmed.len()));
        }
        start = end;
    }
    paragraphs
}

#[derive(Clone, Copy)]
enum Kind<'a> {
    Mention(&'a Mention),
    Quote(&'a Quote),
}

/// Something to draw around a part of the text.
#[derive(Clone, Copy)]
struct Element<'a> {
    span: Span,
    kind: Kind<'a>,
}

/// Everything to draw, outer before inner.
fn elements(annotations: &Annotations) -> Vec<Element<'_>> {
    let mentions = annotations.mentions.iter().map(|m| Element { span: m.span, kind: Kind::Mention(m) });
    let pieces = annotations
        .quotes
        .iter()
        .flat_map(|quote| quote.spans.iter().map(move |span| Element { span: *span, kind: Kind::Quote(quote) }));
    let mut elements: Vec<_> = pieces.chain(mentions).filter(|element| !element.span.is_empty()).collect();
    // Stable, so that of two that cover the same words the quote is the outer one.
    elements.sort_by_key(|element| (element.span.start, std::cmp::Reverse(element.span.end)));
    elements
}

struct Page<'a, W> {
    text: &'a str,
    annotations: &'a Annotations,
    /// The elements around the present position, outermost first.
    open: Vec<Element<'a>>,
    /// Room for those that are closed only to be opened again.
    ends: Vec<Element<'a>>,
    at: usize,
    output: &'a mut W,
}

impl<'a, W: Write> Page<'a, W> {
    fn begin(&mut self, paragraph: Span) -> io::Result<()> {
        self.close_until(paragraph.start, false)?;
        self.at = paragraph.start;
        self.output.write_all(b"<p>")?;
        for element in &self.open {
            start_tag(self.annotations, *element, self.output)?;
        }
        Ok(())
    }

    fn end(&mut self, paragraph: Span) -> io::Result<()> {
        self.close_until(paragraph.end, true)?;
        self.copy(paragraph.end)?;
        for element in self.open.iter().rev() {
            self.output.write_all(end_tag(*element))?;
        }
        self.output.write_all(b"</p>\n")
    }

    /// Opens an element at its place.
    fn open(&mut self, element: Element<'a>) -> io::Result<()> {
        self.close_until(element.span.start, true)?;
        self.copy(element.span.start)?;
        if self.open.len() < MAX_DEPTH {
            start_tag(self.annotations, element, self.output)?;
            self.open.push(element);
        }
        Ok(())
    }

    /// Closes every element that ends at or before a position; between paragraphs nothing is written.
    fn close_until(&mut self, position: usize, drawn: bool) -> io::Result<()> {
        while let Some(end) = self.open.iter().map(|element| element.span.end).filter(|end| *end <= position).min() {
            if !drawn {
                self.open.retain(|element| element.span.end > end);
                continue;
            }
            self.copy(end)?;
            // Elements may cross, tags may not: what is opened later but goes on is closed too, and opened again.
            let first = self.open.iter().position(|element| element.span.end == end).unwrap_or(self.open.len());
            for element in self.open[first..].iter().rev() {
                self.output.write_all(end_tag(*element))?;
            }
            self.ends.extend(self.open.drain(first..).filter(|element| element.span.end > end));
            for element in self.ends.drain(..) {
                start_tag(self.annotations, element, self.output)?;
                self.open.push(element);
            }
        }
        Ok(())
    }

    /// Writes the text up to a position.
    fn copy(&mut self, end: usize) -> io::Result<()> {
        if end > self.at {
            escape(&self.text[self.at..end], self.output)?;
            self.at = end;
        }
        Ok(())
    }
}

fn start_tag(annotations: &Annotations, element: Element<'_>, output: &mut impl Write) -> io::Result<()> {
    match element.kind {
        Kind::Mention(mention) => {
            let kind = mention.kind.name();
            let id = mention.entity;
            write!(output, "<mark class=\"{kind}\" data-type=\"{kind}\" data-entity=\"{id}\" title=\"{kind}: ")?;
            escape(&about(&annotations.entities[id]), output)?;
            output.write_all(b"\">")
        }
        Kind::Quote(quote) => {
            let kind = match quote.kind {
                newsgloss::QuoteKind::Direct => "direct",
                newsgloss::QuoteKind::Mixed => "mixed",
                newsgloss::QuoteKind::Indirect => "indirect",
            };
            write!(output, "<span class=\"quote {kind}\"")?;
            if let Some(id) = quote.entity {
                write!(output, " data-entity=\"{id}\" title=\"")?;
                escape(&annotations.entities[id].name, output)?;
                output.write_all(b"\"")?;
            }
            output.write_all(b">")
        }
    }
}

const fn end_tag(element: Element<'_>) -> &'static [u8] {
    match element.kind {
        Kind::Mention(_) => b"</mark>",
        Kind::Quote(_) => b"</span>",
    }
}

/// What a tooltip says: the name, and what is known.
fn about(entity: &Entity) -> String {
    let mut about = entity.name.clone();
    let value = entity.value.as_ref();
    let date = value.and_then(|value| value.date.clone());
    let amount = value.and_then(|value| {
        let unit = value.currency.as_deref().or(value.unit.as_deref()).unwrap_or_default();
        value.amount.map(|amount| format!("{amount} {unit}").trim_end().to_owned())
    });
    for part in [&entity.description, &date, &amount].into_iter().flatten() {
        about.push_str(", ");
        about.push_str(part);
    }
    about
}

/// Writes text so that it is nothing but text, in an element and in a quoted attribute.
fn escape(text: &str, output: &mut impl Write) -> io::Result<()> {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            // Control characters, which no page may hold.
            0..=8 | 11 | 12 | 14..=31 | 127 => "\u{FFFD}",
            _ => continue,
        };
        output.write_all(&text.as_bytes()[done..at])?;
        output.write_all(escaped.as_bytes())?;
        done = at + 1;
    }
    output.write_all(&text.as_bytes()[done..])
}
