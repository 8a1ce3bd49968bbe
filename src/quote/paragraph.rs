//! What a paragraph is: a headline, a line of a transcript, one with a dateline; and where its sentences end.

use std::ops::Range;

use super::lexicon::class;
use super::marks::Marked;
use super::syntax::{Mood, View};
use crate::text::{Case, Document, TokenKind};

/// Whether a sentence that the text floor ends at `end` goes on, within marks or with the attribution of what they hold.
pub(super) fn goes_past(view: &View<'_>, marked: &[Marked], start: usize, end: usize) -> bool {
    if let Some(number) = view.marked(end)
        && marked[number].start < end
    {
        return true;
    }
    let Some(number) = view.marked(end - 1) else { return false };
    let inner = marked[number].inner();
    if marked[number].start != start && view.is_mark(marked[number].start - 1, &[",", ":"]) {
        return false;
    }
    if !view.is_mark(inner.end - 1, &["!", "?", "…", "...", ","]) {
        return false;
    }
    // `“Why?” Okoro asked.`
    let limit = (end + 8).min(view.base + view.words.len());
    (end..limit).any(|at| {
        let closes = at + 1 == view.base + view.words.len() || view.is_mark(at + 1, &[".", ",", "!"]);
        let plain = at > end && closes && view.is_plain_verb(at) && view.phrase_end_with_of(end, at) == at;
        plain
            || view.group(at, end).is_some_and(|group| {
                group.mood == Mood::Finite
                    && group.class & (class::SAY | class::BESIDE | class::TELL) != 0
                    && group.start > end
                    && view.phrase_end_with_of(end, group.start) == group.start
            })
    })
}

/// The first token behind a dateline (`NAIROBI, Kenya (AP) —`), or the first of the paragraph.
pub(super) fn dateline_end(view: &View<'_>, tokens: Range<usize>) -> usize {
    let first = view.document.tokens()[tokens.start];
    let agency = || {
        tokens.clone().take(12).zip(tokens.clone().skip(2)).any(|(open, close)| {
            view.is_mark(open, &["("])
                && view.is_mark(close, &[")"])
                && view.document.tokens()[open + 1].is_capitalized()
        })
    };
    if !first.is_capitalized() || (first.case != Case::Upper || first.span().len() < 3) && !agency() {
        return tokens.start;
    }
    let dash = tokens.clone().take(18).find(|at| {
        *at + 1 < tokens.end
            && view.is_mark(*at, &["—", "–", "-", "--"])
            && view.document.space_before(*at)
            && view.document.space_before(*at + 1)
    });
    match dash {
        Some(dash) if view.marked(dash).is_none() => dash + 1,
        _ => tokens.start,
    }
}

/// What stands before the first mark of a line in a transcript or an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The colon, or the mark behind `Q` and `A`.
    pub(super) end: usize,
    /// Whether it is `Q` or `A`.
    pub(super) is_letter: bool,
}

/// The label of a paragraph: `Q.`, `A:`, `OKORO:`, `Ines Varga:`. Also what other words with capitals stand before a colon.
pub(super) fn label(document: &Document<'_>, tokens: Range<usize>) -> Option<Label> {
    let start = tokens.start;
    if matches!(document.word(start), "Q." | "A.") {
        return Some(Label { end: start, is_letter: true });
    }
    let end = tokens.take(7).find(|at| matches!(document.word(*at), ":" | "."))?;
    let letter = end == start + 1 && matches!(document.word(start), "Q" | "A");
    let token = |at: usize| document.tokens()[at];
    let named = document.word(end) == ":"
        && (start..end).all(|at| token(at).is_capitalized() || token(at).kind == TokenKind::Mark)
        && (start..end).any(|at| token(at).span().len() > 2);
    (letter || named).then_some(Label { end, is_letter: letter })
}

/// Whether a word stands before a colon to say what follows, not who speaks: `UPDATE: …`, `Photos: …`.
pub(super) fn is_kicker(word: &str) -> bool {
    const KICKERS: &[&str] = &[
        "analysis",
        "breaking",
        "correction",
        "exclusive",
        "interview",
        "live",
        "more",
        "note",
        "opinion",
        "photo",
        "photos",
        "read",
        "related",
        "the",
        "update",
        "video",
        "watch",
    ];
    KICKERS.iter().any(|kicker| word.eq_ignore_ascii_case(kicker))
}

/// Whether most longer words begin with a capital.
pub(super) fn is_headline(document: &Document<'_>, tokens: Range<usize>) -> bool {
    if tokens.len() > 40 {
        return false;
    }
    let (mut all, mut capital) = (0, 0);
    for token in &document.tokens()[tokens] {
        if token.kind == TokenKind::Word && token.span().len() > 3 {
            all += 1;
            capital += usize::from(token.case != Case::Lower);
        }
    }
    all >= 3 && capital * 4 >= all * 3
}
