//! Names made whole: no separators at their edges, and a nickname in marks between a given name and a surname.

use std::ops::Range;

use super::grammar::{Part, part};
use crate::pace::{MENTION, Pace};
use crate::text::{Document, TokenKind};
use crate::{EntityType, Mention};

/// How long a nickname is, and how many words of a surname may follow it, in tokens.
const NICKNAME: usize = 4;
const SURNAME: usize = 3;

/// Cuts separators off names, and makes one of the parts of a name that a nickname in marks stands in.
///
/// The mentions stay sorted and apart. Costs a bounded number of tokens for each.
pub(crate) async fn mend(document: &Document<'_>, mentions: &mut Vec<Mention>, pace: &Pace) {
    let mut kept = 0_usize;
    for at in 0..mentions.len() {
        pace.spend(MENTION).await;
        let mut mention = mentions[at].clone();
        if mention.kind.is_named() {
            let own = document.tokens_in(mention.span);
            let mut tokens = without_separators(document, own.clone());
            if mention.kind == EntityType::Person {
                tokens = with_nickname(document, tokens);
                // The given name may have been found as a name of its own.
                let given = kept.checked_sub(1).map(|before| document.tokens_in(mentions[before].span));
                if given
                    .is_some_and(|given| given.end == tokens.start + 1 && mentions[kept - 1].kind == EntityType::Person)
                {
                    tokens.start = document.tokens_in(mentions[kept - 1].span).start;
                }
            }
            if tokens != own && !tokens.is_empty() {
                mention.span = document.cover(tokens);
            }
        }
        while kept > 0 && mentions[kept - 1].span.start >= mention.span.start {
            kept -= 1;
        }
        if kept == 0 || mentions[kept - 1].span.end <= mention.span.start {
            mentions[kept] = mention;
            kept += 1;
        }
    }
    mentions.truncate(kept);
}

/// `Nikopol ·` is the name `Nikopol`.
fn without_separators(document: &Document<'_>, mut tokens: Range<usize>) -> Range<usize> {
    let parts = |at: usize| {
        document.tokens()[at].kind == TokenKind::Mark
            && document
                .word(at)
                .chars()
                .all(|c| matches!(c, '·' | '•' | '|' | '–' | '—' | '-' | '/' | ':' | ';' | ',' | '*' | '~' | '_'))
    };
    while !tokens.is_empty() && parts(tokens.end - 1) {
        tokens.end -= 1;
    }
    while !tokens.is_empty() && parts(tokens.start) {
        tokens.start += 1;
    }
    tokens
}

/// The whole of a name of which only what stands before the end of a nickname, or behind it, was found.
fn with_nickname(document: &Document<'_>, tokens: Range<usize>) -> Range<usize> {
    let all = document.tokens().len();
    let opens = |at: usize| matches!(document.word(at), "“" | "\"" | "‘" | "''" | "``");
    let closes = |at: usize| at < all && matches!(document.word(at), "”" | "\"" | "’" | "''");
    let is_name = |at: usize| {
        let token = document.tokens()[at];
        token.kind == TokenKind::Word && token.is_capitalized() && part(document.word(at)) == Part::Content
    };
    // `Pedro “El Martillo` Quispe
    let low = tokens.end.saturating_sub(NICKNAME + 1).max(tokens.start + 1);
    if closes(tokens.end) && (low..tokens.end).any(opens) {
        let first = tokens.end + 1;
        let surname = (first..all.min(first + SURNAME)).take_while(|at| is_name(*at)).count();
        if surname > 0 {
            return tokens.start..first + surname;
        }
    }
    // Pedro “El Martillo” `Quispe`
    if let Some(close) = tokens.start.checked_sub(1).filter(|close| closes(*close)) {
        let open = (close.saturating_sub(NICKNAME + 1)..close).rev().find(|at| opens(*at));
        if let Some(given) =
            open.filter(|open| open + 1 < close).and_then(|open| open.checked_sub(1)).filter(|at| is_name(*at))
        {
            return given..tokens.end;
        }
    }
    tokens
}
