//! Typed mentions: the trained tagger and the patterns for figures.

pub(crate) mod chain;
mod echo;
pub(crate) mod evidence;
pub(crate) mod feature;
mod figures;
pub(crate) mod hash;
pub(crate) mod intern;
pub(crate) mod label;
pub(crate) mod lists;
pub(crate) mod pack;
pub(crate) mod pattern;
pub(crate) mod tagger;
pub(crate) mod weights;
pub(crate) mod word;

use tagger::{Model, Tagger};

use crate::Mention;
use crate::text::Document;

/// Finds the mentions of a document in slices.
#[derive(Debug, Default)]
pub(crate) struct Reader(Tagger);

/// About how many bytes of news text a token takes, the white space behind it included.
const BYTES_PER_TOKEN: usize = 5;

impl Reader {
    /// Reads on, with about the work that `bytes` bytes of text take; `true` when nothing is left.
    pub(crate) fn step(&mut self, document: &Document<'_>, bytes: usize) -> bool {
        match Model::built_in() {
            Some(model) => self.0.step(model, document, bytes / BYTES_PER_TOKEN),
            None => true,
        }
    }

    /// The mentions, sorted, not overlapping. [`Mention::entity`] is not set yet.
    pub(crate) fn finish(self, document: &Document<'_>) -> Vec<Mention> {
        let mut mentions = self.0.finish(document);
        // Whatever else it may be, a name has a letter or a digit.
        mentions.retain(|mention| document.slice(mention.span).contains(char::is_alphanumeric));
        figures::join(document, mentions)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_built_in_model_is_whole() {
        assert!(super::Model::built_in().is_some());
    }

    #[test]
    fn a_model_cut_short_is_none() {
        let (lists, weights) = (include_bytes!("lists.bin"), include_bytes!("weights.bin"));
        for cut in [0, 1, 7, 100, 3000] {
            assert!(super::Model::decode(&lists[..lists.len() - cut - 1], weights).is_none());
            assert!(super::Model::decode(lists, &weights[..weights.len() - cut - 1]).is_none());
            assert!(super::Model::decode(&lists[..cut], &weights[..cut]).is_none());
        }
    }
}
