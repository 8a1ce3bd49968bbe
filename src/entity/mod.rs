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
use crate::pace::Pace;
use crate::text::Document;

/// About how many bytes of news text a token takes, the white space behind it included.
const BYTES_PER_TOKEN: usize = 5;
/// How many tokens are tagged before the caller may have its turn.
const TOGETHER: usize = 64;

/// The mentions of a document, sorted, not overlapping. [`Mention::entity`] is not set yet.
pub(crate) async fn read(document: &Document<'_>, pace: &Pace) -> Vec<Mention> {
    let mut tagger = Tagger::default();
    if let Some(model) = Model::built_in() {
        while !tagger.step(model, document, TOGETHER) {
            pace.spend(TOGETHER * BYTES_PER_TOKEN).await;
        }
    }
    let mut mentions = tagger.finish(document, pace).await;
    // Whatever else it may be, a name has a letter or a digit.
    mentions.retain(|mention| document.slice(mention.span).contains(char::is_alphanumeric));
    figures::join(document, mentions, pace).await
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
