//! One kind for one name: where the tagger calls the same words now a place and now a person, the surer reading wins.

use super::fold::fold;
use crate::pace::{MENTION, Pace};
use crate::text::Document;
use crate::{EntityType, Mention};

/// A mention that is surer than this keeps its kind whatever the others say.
const SURE: f32 = 0.9;

/// How much more than the next kind the best one must weigh.
const MARGIN: f32 = 1.3;

/// Gives the mentions of the same words the kind that their scores speak for most.
///
/// Each mention weighs the square of its score, and a person's full name weighs for its last word, too. Costs a sort of
/// the mentions.
pub(super) async fn harmonise(document: &Document<'_>, mentions: &mut [Mention], pace: &Pace) {
    let kinds = mentions.iter().map(|mention| mention.kind);
    if kinds.clone().all(|kind| !kind.is_named()) {
        return;
    }
    let mut votes: Vec<(String, EntityType, Option<usize>, f32)> = Vec::with_capacity(mentions.len() * 2);
    for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind.is_named()) {
        let text = document.slice(mention.span);
        let words: Vec<String> = text.split_whitespace().map(fold).collect();
        if let ([_, .., last], EntityType::Person) = (words.as_slice(), mention.kind) {
            votes.push((last.clone(), mention.kind, None, mention.score));
        }
        votes.push((words.join(" "), mention.kind, Some(at), mention.score * mention.score));
        pace.spend(MENTION).await;
    }
    votes.sort_by(|a, b| (&a.0, a.1, a.2).cmp(&(&b.0, b.1, b.2)));
    pace.spend(votes.len() * MENTION).await;
    for same in votes.chunk_by(|a, b| a.0 == b.0) {
        pace.spend(same.len()).await;
        if same.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            continue;
        }
        let mut weights = [0.0_f32; EntityType::ALL.len()];
        let mut surname = 0.0_f32;
        for (_, kind, at, weight) in same {
            match at {
                Some(_) => weights[*kind as usize] += weight,
                // However often the full name stands there, it is one piece of evidence.
                None => surname = surname.max(*weight),
            }
        }
        weights[EntityType::Person as usize] += surname;
        let best = EntityType::ALL.into_iter().max_by(|a, b| weights[*a as usize].total_cmp(&weights[*b as usize]));
        let Some(best) = best else { continue };
        let others = EntityType::ALL.into_iter().filter(|kind| *kind != best);
        let next = others.map(|kind| weights[kind as usize]).fold(0.0, f32::max);
        if weights[best as usize] < MARGIN * next {
            continue;
        }
        for at in same.iter().filter_map(|vote| vote.2) {
            if mentions[at].score < SURE {
                mentions[at].kind = best;
            }
        }
    }
}
