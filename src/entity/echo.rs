//! One name, one answer: what an article surely names in one place it names in the others too.
//!
//! The tagger sees a sentence at a time, with the evidence of the whole article beside it. Where the sentence tells too
//! little and a name was passed over, the same name elsewhere speaks for it.

use super::evidence::Evidences;
use super::hash;
use super::intern::Interner;
use super::word::Words;
use crate::pace::Pace;
use crate::text::{Case, Document, TokenKind};
use crate::{EntityType, Mention};

/// What a mention must score to speak for others.
const SURE: f32 = 0.7;
/// How much of its score an echo keeps.
const KEPT: f32 = 0.75;
/// The most words of a name that is looked for.
const LONGEST: usize = 5;

/// Names that were surely found, by the hash of their words.
#[derive(Default)]
struct Names {
    interner: Interner,
    names: Vec<(EntityType, f32)>,
    /// For each word, how long the longest name is that begins with it.
    starts: Vec<u8>,
}

impl Names {
    fn add(&mut self, words: &Words, tokens: std::ops::Range<usize>, kind: EntityType, score: f32) {
        let start = &mut self.starts[words.of_token[tokens.start] as usize];
        *start = (*start).max(tokens.len() as u8);
        let (number, new) = self.interner.intern(key(words, tokens));
        if new {
            self.names.push((kind, score));
        } else if self.names[number as usize].1 < score {
            self.names[number as usize] = (kind, score);
        }
    }
}

fn key(words: &Words, tokens: std::ops::Range<usize>) -> u64 {
    tokens.fold(0, |key, token| hash::mix(key, words.at(token).exact))
}

/// Adds the mentions that other mentions speak for. `mentions` are sorted and do not overlap, and so are the answer's.
pub(crate) async fn add(
    document: &Document<'_>,
    words: &Words,
    evidences: &Evidences,
    mentions: Vec<Mention>,
    pace: &Pace,
) -> Vec<Mention> {
    // A word that the article also writes in small letters is a name only where the tagger says so.
    let telling = |token: usize| {
        let word = words.at(token);
        word.kind == TokenKind::Word
            && !matches!(word.case, Case::Lower | Case::None)
            && !word.grammatical
            && evidences.of(word).small == 0
    };
    let mut names = Names { starts: vec![0; words.words.len()], ..Names::default() };
    for mention in mentions.iter().filter(|mention| mention.kind.is_named() && mention.score >= SURE) {
        let tokens = document.tokens_in(mention.span);
        let last = tokens.end - 1;
        if tokens.len() <= LONGEST && telling(tokens.start) {
            names.add(words, tokens.clone(), mention.kind, mention.score);
        }
        if tokens.len() > 1 && mention.kind == EntityType::Person && telling(last) {
            names.add(words, last..tokens.end, mention.kind, mention.score * KEPT);
        }
    }
    if names.names.is_empty() {
        return mentions;
    }
    let mut all = Vec::with_capacity(mentions.len() + mentions.len() / 8);
    let mut found = mentions.into_iter().peekable();
    for sentence in document.sentences() {
        let mut token = sentence.tokens().start;
        while token < sentence.tokens().end {
            let start = document.tokens()[token].span().start;
            while let Some(mention) = found.next_if(|mention| mention.span.end <= start) {
                all.push(mention);
            }
            // Up to where the next mention begins.
            let limit = found.peek().map_or(sentence.tokens().end, |next| {
                if next.span.start <= start {
                    token
                } else {
                    document.token_at(next.span.start).min(sentence.tokens().end)
                }
            });
            let longest = usize::from(names.starts[words.of_token[token] as usize]).min(limit - token);
            let echo = (1..=longest).rev().find_map(|length| {
                let number = names.interner.find(key(words, token..token + length))?;
                Some((length, names.names[number as usize]))
            });
            match echo {
                Some((length, (kind, score))) if telling(token) => {
                    let span = document.cover(token..token + length);
                    all.push(Mention { span, kind, entity: 0, score: score * KEPT });
                    token += length;
                }
                _ => token += 1,
            }
        }
        pace.spend(sentence.tokens().len()).await;
    }
    all.extend(found);
    all
}
