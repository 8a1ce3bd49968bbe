//! Quotes in headlines, whose speaker the article tells further down.

use super::super::profile::hash;
use crate::Quote;
use crate::text::Document;

/// How many of the later quotes, and how many words of each, are compared with a headline.
const COMPARED: usize = 64;
const WORDS: usize = 256;

/// Gives a headline's quote without a speaker to whoever says the same words further down, or else first speaks.
pub(super) fn attribute(document: &Document<'_>, quotes: &mut [Quote]) {
    let first = document.paragraphs().first();
    let end = first.map_or(0, |first| document.cover(document.paragraph_tokens(*first)).end);
    let words = |quote: &Quote| -> Vec<u64> {
        let tokens = quote.spans.iter().flat_map(|span| document.tokens_in(*span));
        tokens.map(|token| document.word(token)).filter(|word| word.len() > 2).take(WORDS).map(hash).collect()
    };
    for at in 0..quotes.len().min(4) {
        if quotes[at].speaker.is_some() || quotes[at].spans.first().is_none_or(|span| span.start >= end) {
            continue;
        }
        let own = words(&quotes[at]);
        let mut source =
            quotes[at + 1..].iter().find(|quote| quote.spans.first().is_some_and(|span| span.start >= end));
        let mut most = own.len() / 2;
        for quote in quotes[at + 1..].iter().take(COMPARED) {
            let theirs = words(quote);
            let shared = own.iter().filter(|word| theirs.contains(word)).count();
            if shared > most {
                (most, source) = (shared, Some(quote));
            }
        }
        quotes[at].entity = source.and_then(|quote| quote.entity);
    }
}
