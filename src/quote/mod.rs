//! Who said what: pieces, kind, cue, and the words that name the speaker.

mod frame;
mod lexicon;
mod marks;
mod paragraph;
mod syntax;

use std::ops::Range;

use crate::pace::Pace;
use crate::text::{Document, TokenKind};
use crate::{EntityType, Mention, Quote, QuoteKind, Span};

use frame::Draft;
use lexicon::{Lexicon, Word};
use marks::{Marked, Pairing};
use paragraph::{dateline_end, goes_past, is_headline, label_end};
use syntax::{OUTSIDE, View};

/// The quotes of a document, sorted. [`Quote::entity`] is not set yet.
///
/// The mentions, sorted, are only a help: a word of a name is no month and no verb. Costs time linear in the length of the
/// text, and gives way after every paragraph.
pub(crate) async fn read(document: &Document<'_>, mentions: &[Mention], pace: &Pace) -> Vec<Quote> {
    let mut reader = Reader::new();
    let mut mentions = mentions;
    for (index, paragraph) in document.paragraphs().iter().enumerate() {
        let bytes = document.cover(document.paragraph_tokens(*paragraph));
        let first = mentions.partition_point(|mention| mention.span.end <= bytes.start);
        mentions = &mentions[first..];
        let inside = mentions.partition_point(|mention| mention.span.start < bytes.end);
        reader.paragraph(document, index, &mentions[..inside]);
        // Reading quotes costs about a quarter of what tagging does.
        pace.spend(bytes.len() / 4).await;
    }
    reader.quotes.sort_by_key(|quote| quote.spans[0].start);
    reader.quotes
}

/// Reads the quotes of a document, paragraph after paragraph.
#[derive(Clone, Debug)]
struct Reader {
    lexicon: Lexicon,
    pairing: Pairing,
    quotes: Vec<Quote>,
    last: Option<Last>,
    words: Vec<Word>,
    within: Vec<u32>,
    marked: Vec<Marked>,
    drafts: Vec<Draft>,
    lead: Option<Lead>,
    /// Where the last sentence that was a marked stretch and nothing else ends.
    last_bare: Option<usize>,
}

/// A sentence that ended with a colon at the end of its paragraph.
#[derive(Clone, Copy, Debug)]
struct Lead {
    cue: Span,
    speaker: Option<Span>,
    /// The quote that the sentence itself holds before the colon.
    quote: Option<usize>,
    /// The token behind.
    end: usize,
}

/// The quote that was read last, for the sentence or paragraph that goes on with it.
#[derive(Clone, Copy, Debug)]
struct Last {
    /// Its index.
    quote: usize,
    /// Where the sentence that holds it ends: the token behind.
    end: usize,
}

impl Reader {
    fn new() -> Self {
        Self {
            lexicon: Lexicon::new(),
            pairing: Pairing::default(),
            quotes: Vec::new(),
            last: None,
            words: Vec::new(),
            within: Vec::new(),
            marked: Vec::new(),
            drafts: Vec::new(),
            lead: None,
            last_bare: None,
        }
    }

    fn paragraph(&mut self, document: &Document<'_>, index: usize, mentions: &[Mention]) {
        let paragraph = document.paragraphs()[index];
        let tokens = document.paragraph_tokens(paragraph);
        let next = document.paragraphs().get(index + 1).map(|next| document.paragraph_tokens(*next).start);
        let mut marked = std::mem::take(&mut self.marked);
        let goes_on = self.pairing.pair(document, tokens.clone(), next, &mut marked);
        self.words.clear();
        self.words.extend(tokens.clone().map(|token| match document.tokens()[token].kind {
            TokenKind::Word | TokenKind::Clitic => self.lexicon.look_up(document.word(token)),
            _ => Word::default(),
        }));
        for mention in mentions.iter().filter(|mention| is_name(mention)) {
            for token in document.tokens_in(mention.span) {
                let own = document.tokens()[token];
                if own.is_capitalized() && tokens.contains(&token) {
                    self.words[token - tokens.start] = Word::default();
                }
            }
        }
        self.within.clear();
        self.within.resize(tokens.len(), OUTSIDE);
        for (number, mark) in marked.iter().enumerate() {
            self.within[mark.start - tokens.start..mark.end - tokens.start].fill(number as u32);
        }
        let headline = is_headline(document, tokens.clone());
        if index > 0 && self.labelled(document, tokens.clone(), &marked) {
            self.marked = marked;
            return;
        }
        let (words, within) = (std::mem::take(&mut self.words), std::mem::take(&mut self.within));
        let view = View { document, base: tokens.start, words: &words, within: &within, headline, title: index == 0 };
        let mut start = dateline_end(&view, tokens.clone());
        for sentence in paragraph.sentences() {
            let end = document.sentences()[sentence].tokens().end;
            if end > start && (end == tokens.end || !goes_past(&view, &marked, start, end)) {
                self.sentence(&view, &marked, start, end, goes_on && start == tokens.start);
                start = end;
            }
        }
        self.words = words;
        self.within = within;
        self.marked = marked;
    }

    /// A line of a transcript or an interview: `OKORO: …`, `Q. …`. What follows the label is what was said.
    fn labelled(&mut self, document: &Document<'_>, tokens: Range<usize>, marked: &[Marked]) -> bool {
        let Some(label) = label_end(document, tokens.clone()) else { return false };
        let content = label + 1..tokens.end;
        if content.len() < 3 || marked.iter().any(|mark| mark.start < label + 2) {
            return false;
        }
        self.quotes.push(Quote {
            spans: vec![document.cover(content)],
            kind: QuoteKind::Indirect,
            cue: Some(document.tokens()[label].span()),
            speaker: Some(document.cover(tokens.start..label.max(tokens.start + 1))),
            entity: None,
            score: 0.6,
        });
        true
    }

    fn sentence(&mut self, view: &View<'_>, marked: &[Marked], start: usize, end: usize, goes_on: bool) {
        let mut drafts = std::mem::take(&mut self.drafts);
        drafts.clear();
        let rest = frame::read(view, marked, start, end, &mut drafts);
        let before = self.quotes.len();
        if drafts.is_empty()
            && let Some(number) = view.marked(start).filter(|_| rest.bare || goes_on)
        {
            self.bare(view, &marked[number], start, end, goes_on);
        }
        for draft in &drafts {
            let quote = finished(view, draft);
            // A quote over paragraphs whose cue stands in a later one.
            if goes_on
                && draft.pieces[0].start == start
                && let Some(last) = self.last.filter(|last| last.end == start)
            {
                let open = &mut self.quotes[last.quote];
                open.spans.extend(quote.spans);
                if open.cue.is_none() {
                    (open.cue, open.speaker, open.score) = (quote.cue, quote.speaker, quote.score);
                }
                self.last = Some(Last { quote: last.quote, end });
                continue;
            }
            let spoken = quote.kind != QuoteKind::Indirect;
            self.quotes.push(quote);
            if spoken
                || self.last.is_none_or(|last| last.end != end || self.quotes[last.quote].kind == QuoteKind::Indirect)
            {
                self.last = Some(Last { quote: self.quotes.len() - 1, end });
            }
        }
        self.lead = rest.lead.map(|(cue, speaker)| Lead {
            cue: view.document.cover(cue),
            speaker: speaker.map(|speaker| view.document.cover(speaker)),
            quote: (self.quotes.len() > before
                && drafts.last().is_some_and(|draft| draft.pieces.last().is_some_and(|piece| piece.end + 1 == end)))
            .then(|| self.quotes.len() - 1),
            end,
        });
        self.drafts = drafts;
    }

    /// A sentence that is a marked stretch and nothing else.
    fn bare(&mut self, view: &View<'_>, mark: &Marked, start: usize, end: usize, goes_on: bool) {
        let inner = mark.inner();
        // `“Related:”`
        if inner.len() < 4 && view.is_mark(inner.end - 1, &[":"]) {
            return;
        }
        let last_bare = self.last_bare.replace(end);
        let span = view.document.cover(mark.start..mark.end);
        if let Some(lead) = self.lead.take().filter(|lead| lead.end == start) {
            let quote = match lead.quote {
                Some(quote) => {
                    self.quotes[quote].spans.push(span);
                    self.quotes[quote].kind = QuoteKind::Mixed;
                    quote
                }
                None => {
                    self.quotes.push(Quote {
                        spans: vec![span],
                        kind: QuoteKind::Direct,
                        cue: Some(lead.cue),
                        speaker: lead.speaker,
                        entity: None,
                        score: 0.8,
                    });
                    self.quotes.len() - 1
                }
            };
            self.last = Some(Last { quote, end });
            return;
        }
        let last = self.last.filter(|last| last.end == start);
        if let Some(last) = last {
            let quote = &mut self.quotes[last.quote];
            let same_paragraph = start > view.base;
            // A question asks for another speaker.
            let asked = quote.spans.last().is_some_and(|span| {
                view.document.slice(*span).trim_end_matches(['”', '"', '’', '\'', '»']).ends_with('?')
            });
            // Two quotes with nothing between them are two.
            let adjacent = same_paragraph && view.marked(start - 1).is_some() && !view.document.space_before(start)
                || same_paragraph && last_bare == Some(start);
            let spoken = quote
                .spans
                .last()
                .is_some_and(|span| view.document.slice(*span).ends_with(['”', '"', '’', '\'', '»', '“']));
            let joins = goes_on || !adjacent && (same_paragraph || quote.cue.is_some() && spoken && !asked);
            if joins && quote.kind != QuoteKind::Indirect {
                quote.spans.push(span);
                self.last = Some(Last { quote: last.quote, end });
                return;
            }
        }
        let speaker = last.filter(|_| last_bare != Some(start)).and_then(|last| self.quotes[last.quote].speaker);
        self.quotes.push(Quote {
            spans: vec![span],
            kind: QuoteKind::Direct,
            cue: None,
            speaker,
            entity: None,
            score: 0.5,
        });
        self.last = Some(Last { quote: self.quotes.len() - 1, end });
    }
}

/// Whether a mention is sure enough of a name to overrule what the lexicon says of its words.
fn is_name(mention: &Mention) -> bool {
    matches!(mention.kind, EntityType::Person | EntityType::Organization | EntityType::Place) && mention.score > 0.5
}

/// A draft in bytes.
fn finished(view: &View<'_>, draft: &Draft) -> Quote {
    let cover = |tokens: &Range<usize>| view.document.cover(tokens.clone());
    let (mut inside, mut outside) = (0, 0);
    for token in draft.pieces.iter().flat_map(Clone::clone) {
        if view.kind(token) != TokenKind::Mark {
            *if view.marked(token).is_some() { &mut inside } else { &mut outside } += 1;
        }
    }
    let kind = match (inside, outside) {
        (0, _) => QuoteKind::Indirect,
        (_, 0) => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    };
    Quote {
        spans: draft.pieces.iter().map(cover).collect::<Vec<Span>>(),
        kind,
        cue: draft.cue.as_ref().map(cover),
        speaker: draft.speaker.as_ref().map(cover),
        entity: None,
        score: draft.score,
    }
}

#[cfg(test)]
mod tests;
