//! From articles to chains of feature numbers and allowed labels.

use super::data::Article;
use crate::entity::evidence::Evidences;
use crate::entity::feature::{self, Context, REACH, WINDOW};
use crate::entity::label::Position::{Begin, Inside, Last, Unit};
use crate::entity::label::{OUTSIDE, TYPES, label, labels_of};
use crate::entity::lists::Lists;
use crate::entity::word::Words;
use crate::text::Document;

/// Chains of tokens, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Chains {
    /// Feature hashes of all tokens.
    pub(crate) features: Vec<u64>,
    /// For each token the end of its features.
    pub(crate) ends: Vec<usize>,
    /// For each token the labels that the marks allow, a bit each.
    pub(crate) allowed: Vec<u64>,
    /// For each chain its tokens and its weight.
    pub(crate) chains: Vec<(std::ops::Range<usize>, f32)>,
    /// Mentions that hold a token which is no candidate, and can thus never be found.
    pub(crate) lost: usize,
}

impl Chains {
    /// Appends the chains of one article.
    pub(crate) fn add(&mut self, article: &Article, lists: &Lists) {
        let document = Document::new(article.text.as_str());
        let mut words = Words::default();
        words.extend(&document, document.tokens().len(), lists);
        let mut evidences = Evidences::default();
        evidences.extend(&document, &words, 0..document.sentences().len());
        let gold = allowed_labels(article, &document);
        let first = document.paragraphs().first().map_or(0, |paragraph| paragraph.sentences().end);
        for (index, sentence) in document.sentences().iter().enumerate() {
            let tokens = sentence.tokens();
            let context = Context::new(&document, &words, &evidences, lists, tokens.clone(), index < first);
            let mut start = self.ends.len();
            for at in 0..tokens.len() {
                if !context.candidates[at] {
                    if gold[tokens.start + at] & (1 << OUTSIDE) == 0 {
                        self.lost += 1;
                    }
                    self.close(start, article.weight);
                    start = self.ends.len();
                    continue;
                }
                for distance in 0..WINDOW {
                    let Some(other) = (at + distance).checked_sub(REACH).filter(|&i| i < tokens.len()) else {
                        continue;
                    };
                    feature::of_word(words.at(tokens.start + other), distance, &mut |f| self.features.push(f));
                }
                context.in_context(at, &mut |f| self.features.push(f));
                self.ends.push(self.features.len());
                self.allowed.push(gold[tokens.start + at]);
            }
            self.close(start, article.weight);
        }
    }

    /// Ends the chain that began at token `start`. A mention cut by the end of a chain allows no sequence at all:
    /// such a chain is left out.
    fn close(&mut self, start: usize, weight: f32) {
        let tokens = start..self.ends.len();
        if !tokens.is_empty() && feasible(&self.allowed[tokens.clone()]) {
            self.chains.push((tokens, weight));
        }
    }

    /// The feature hashes of a token.
    pub(crate) fn features_of(&self, token: usize) -> std::ops::Range<usize> {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        start..self.ends[token]
    }
}

/// Whether some legal sequence of labels is allowed.
fn feasible(allowed: &[u64]) -> bool {
    let (mut closed, mut open) = (true, 0_u32);
    for &bits in allowed {
        let has = |label: usize| bits >> label & 1 == 1;
        let (mut next_closed, mut next_open) = (closed && has(OUTSIDE), 0);
        for kind in 0..TYPES {
            let was_open = open >> kind & 1 == 1;
            next_closed |= closed && has(label(kind, Unit)) || was_open && has(label(kind, Last));
            if closed && has(label(kind, Begin)) || was_open && has(label(kind, Inside)) {
                next_open |= 1 << kind;
            }
        }
        (closed, open) = (next_closed, next_open);
    }
    closed
}

/// The allowed labels of each token: the marked one; outside of marks, none, or what may possibly be there.
///
/// To allow every type that a source does not mark everywhere would let the model drift: it would call things products
/// only because nothing tells it otherwise.
fn allowed_labels(article: &Article, document: &Document<'_>) -> Vec<u64> {
    let mut allowed = vec![1_u64 << OUTSIDE; document.tokens().len()];
    for &(span, kind) in &article.possible {
        for allowed in &mut allowed[document.tokens_in(span)] {
            *allowed |= 0b1111 << label(kind, Begin);
        }
    }
    for (tokens, kind) in article.token_mentions(document) {
        for (allowed, label) in allowed[tokens.clone()].iter_mut().zip(labels_of(kind, tokens.len())) {
            *allowed = 1 << label;
        }
    }
    allowed
}
