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
        view.group(at, end).is_some_and(|group| {
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

/// The colon behind a transcript's label in capitals, or the mark behind `Q` and `A`.
pub(super) fn label_end(document: &Document<'_>, tokens: Range<usize>) -> Option<usize> {
    if matches!(document.word(tokens.start), "Q." | "A.") {
        return Some(tokens.start);
    }
    let end = tokens.clone().take(7).find(|at| matches!(document.word(*at), ":" | "."))?;
    let label = tokens.start..end;
    let letter = label.len() == 1 && matches!(document.word(tokens.start), "Q" | "A");
    let capitals = document.word(end) == ":"
        && label
            .clone()
            .all(|at| document.tokens()[at].case == Case::Upper || document.tokens()[at].kind == TokenKind::Mark)
        && label.clone().any(|at| document.tokens()[at].span().len() > 2)
        && !matches!(
            document.word(tokens.start),
            "PHOTO"
                | "PHOTOS"
                | "VIDEO"
                | "WATCH"
                | "LIVE"
                | "UPDATE"
                | "EXCLUSIVE"
                | "BREAKING"
                | "NOTE"
                | "READ"
                | "MORE"
                | "RELATED"
        );
    (!label.is_empty() && (letter || capitals)).then_some(end)
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
