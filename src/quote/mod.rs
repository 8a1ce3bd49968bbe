//! Who said what: pieces, kind, cue, and the words that name the speaker.

mod frame;
mod lexicon;
mod marks;
mod paragraph;
mod reliability;
mod syntax;
mod term;

use std::ops::Range;

use crate::pace::Pace;
use crate::text::{Case, Document, TokenKind};
use crate::{EntityType, Mention, Quote, QuoteKind, Span};

pub(crate) use reliability::Reliability;

use frame::Draft;
use lexicon::{Lexicon, Word};
use marks::{Marked, Pairing};
use paragraph::{dateline_end, goes_past, is_headline, is_kicker, label};
use reliability::Rule;
use syntax::{OUTSIDE, TERM, View};

/// The quotes of a document, sorted. [`Quote::entity`] is not set yet.
///
/// The mentions, sorted, are only a help: a word of a name is no month and no verb. Costs time linear in the length of the
/// text, and gives way after every paragraph.
pub(crate) async fn read(
    document: &Document<'_>,
    mentions: &[Mention],
    reliability: &Reliability,
    pace: &Pace,
) -> Vec<Quote> {
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
    for (quote, rule) in reader.quotes.iter_mut().zip(&reader.rules) {
        quote.score = reliability.of(*rule, quote.kind);
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
    /// How each of them was read.
    rules: Vec<Rule>,
    last: Option<Last>,
    words: Vec<Word>,
    within: Vec<u32>,
    marked: Vec<Marked>,
    /// Of each marked stretch, whether it is no speech.
    terms: Vec<bool>,
    drafts: Vec<Draft>,
    lead: Option<Lead>,
    /// Where the last sentence that was a marked stretch and nothing else ends.
    last_bare: Option<usize>,
}

/// How many words without a capital what follows a speaker's label has at least.
const SPOKEN: usize = 2;

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
            rules: Vec::new(),
            last: None,
            words: Vec::new(),
            within: Vec::new(),
            marked: Vec::new(),
            terms: Vec::new(),
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
        let headline = is_headline(document, tokens.clone());
        if self.labelled(document, index, &marked, mentions) {
            self.marked = marked;
            return;
        }
        let (mut words, mut within) = (std::mem::take(&mut self.words), std::mem::take(&mut self.within));
        within.clear();
        within.resize(tokens.len(), OUTSIDE);
        let view = View { document, base: tokens.start, words: &words, within: &within, headline, title: index == 0 };
        self.terms.clear();
        self.terms.extend(marked.iter().map(|mark| term::is_term(&view, mark)));
        for (number, (mark, is_term)) in marked.iter().zip(&self.terms).enumerate() {
            let mut inside = mark.start - tokens.start..mark.end - tokens.start;
            // `Marlon (“Gato”) Fúnez`
            if *is_term && inside.start > 0 && inside.end < within.len() && is_bracketed(document, mark) {
                inside = inside.start - 1..inside.end + 1;
            }
            within[inside.clone()].fill(number as u32 | if *is_term { TERM } else { 0 });
            if *is_term {
                words[inside].fill(Word::default());
            }
        }
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
    fn labelled(&mut self, document: &Document<'_>, index: usize, marked: &[Marked], mentions: &[Mention]) -> bool {
        let tokens = |index: usize| document.paragraph_tokens(document.paragraphs()[index]);
        let (own, Some(found)) = (tokens(index), label(document, tokens(index))) else { return false };
        let words = document.cover(own.start..found.end.max(own.start + 1));
        let content = found.end + 1..own.end;
        let lower = content.clone().filter(|at| document.tokens()[*at].case == Case::Lower);
        if lower.take(SPOKEN).count() < SPOKEN || marked.iter().any(|mark| mark.start < found.end + 2) {
            return false;
        }
        // `KUALA LUMPUR: …` is a dateline, and `UPDATE: …` stands alone; those who speak take turns.
        let mut names = mentions.iter().filter(|mention| mention.span.overlaps(words));
        let turns = || {
            let beside = [index.checked_sub(1), Some(index + 1).filter(|next| *next < document.paragraphs().len())];
            beside.into_iter().flatten().any(|other| label(document, tokens(other)).is_some())
        };
        let capitals = own.clone().take(found.end - own.start).all(|at| document.tokens()[at].case != Case::Title);
        let is_speaker = found.is_letter
            || index > 0
                && match names.next().map(|mention| mention.kind) {
                    Some(EntityType::Person) => capitals || turns(),
                    Some(EntityType::Place) => false,
                    _ => capitals && turns() && !is_kicker(document.word(own.start)),
                };
        if is_speaker {
            let cue = Some(document.tokens()[found.end].span());
            self.push(Rule::Turn, direct(document.cover(content), cue, Some(words)));
        }
        is_speaker
    }

    fn push(&mut self, rule: Rule, quote: Quote) {
        self.quotes.push(quote);
        self.rules.push(rule);
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
                && !is_another(view, self.quotes[last.quote].speaker, draft.speaker.clone())
            {
                let open = &mut self.quotes[last.quote];
                open.spans.extend(quote.spans);
                if open.cue.is_none() {
                    (open.cue, open.speaker) = (quote.cue, quote.speaker);
                    self.rules[last.quote] = draft.rule;
                }
                self.last = Some(Last { quote: last.quote, end });
                continue;
            }
            let spoken = quote.kind != QuoteKind::Indirect;
            self.push(draft.rule, quote);
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
                    self.push(Rule::Lead, direct(span, Some(lead.cue), lead.speaker));
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
        self.push(Rule::Bare, direct(span, None, speaker));
        self.last = Some(Last { quote: self.quotes.len() - 1, end });
    }
}

/// Whether a name stands for somebody else than who spoke before: a mark that was forgotten looks like a quote that goes on.
fn is_another(view: &View<'_>, before: Option<Span>, now: Option<Range<usize>>) -> bool {
    let (Some(before), Some(now)) = (before, now.filter(|now| !now.is_empty())) else { return false };
    view.is_name(now.end - 1) && !view.document.slice(before).contains(view.word(now.end - 1))
}

/// Whether brackets stand right around a marked stretch.
fn is_bracketed(document: &Document<'_>, mark: &Marked) -> bool {
    document.word(mark.start - 1) == "(" && document.word(mark.end) == ")"
}

/// Whether a mention is sure enough of a name to overrule what the lexicon says of its words.
fn is_name(mention: &Mention) -> bool {
    matches!(mention.kind, EntityType::Person | EntityType::Organization | EntityType::Place) && mention.score > 0.5
}

/// A quote that is all the speaker's own words; its score is given at the end.
fn direct(span: Span, cue: Option<Span>, speaker: Option<Span>) -> Quote {
    Quote { spans: vec![span], kind: QuoteKind::Direct, cue, speaker, entity: None, score: 0.0 }
}

/// A draft in bytes.
fn finished(view: &View<'_>, draft: &Draft) -> Quote {
    let cover = |tokens: &Range<usize>| view.document.cover(tokens.clone());
    let (mut inside, mut outside) = (0, 0);
    for token in draft.pieces.iter().flat_map(Clone::clone) {
        if view.kind(token) != TokenKind::Mark {
            *if view.is_within(token) { &mut inside } else { &mut outside } += 1;
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
        score: 0.0,
    }
}

#[cfg(test)]
mod tests;
