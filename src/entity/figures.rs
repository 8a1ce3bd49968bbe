//! The tagger's word against that of the patterns.
//!
//! Measured on marked news, the patterns find dates, sums, percentages and quantities better than the tagger, the
//! tagger knows better which of them are part of a name (`the September 11 attacks`, `2012 London Olympics`).

use super::pattern::{self, PatternMention, Strength};
use crate::pace::Pace;
use crate::text::Document;
use crate::{EntityType, Mention, Span};

/// What the tagger's figures must score where no pattern sees one: `a ton`, `by six`.
const UNSEEN: f32 = 0.9;

/// Joins the tagger's mentions, sorted and not overlapping, with those of the patterns, in linear time.
pub(crate) async fn join(document: &Document<'_>, tagged: Vec<Mention>, pace: &Pace) -> Vec<Mention> {
    let found = pattern::find(document, pace).await;
    let mut joined = Vec::with_capacity(tagged.len() + found.len() / 2);
    let mut kept = vec![true; tagged.len()];
    let mut first = 0;
    for figure in found {
        let span = document.cover(figure.first..figure.end);
        while first < tagged.len() && tagged[first].span.end <= span.start {
            first += 1;
        }
        let rivals = first..tagged[first..].iter().take_while(|rival| rival.span.start < span.end).count() + first;
        let agreed = tagged[rivals.clone()].iter().find(|rival| rival.span == span && rival.kind == figure.kind);
        if !holds(&figure, span, &tagged[rivals.clone()], agreed.is_some()) {
            continue;
        }
        let score = agreed.map_or(0.0, |rival| rival.score).max(figure.strength.precision());
        kept[rivals].fill(false);
        joined.push(Mention { span, kind: figure.kind, entity: 0, score });
    }
    let stands = |mention: &Mention| mention.kind.is_named() || mention.score >= UNSEEN;
    joined.extend(
        tagged.into_iter().zip(kept).filter(|(mention, kept)| *kept && stands(mention)).map(|(mention, _)| mention),
    );
    joined.sort_unstable_by_key(|mention| mention.span.start);
    joined
}

/// Whether a figure stands against what the tagger sees in its place.
fn holds(figure: &PatternMention, span: Span, rivals: &[Mention], agreed: bool) -> bool {
    let doubtful = figure.strength < Strength::Sure;
    let part_of_a_name = (doubtful || figure.kind == EntityType::Date)
        && rivals
            .iter()
            .any(|rival| rival.kind.is_named() && rival.span.contains(span) && (rival.span != span || doubtful));
    !part_of_a_name && (agreed || figure.strength > Strength::Weak)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pace;

    fn joined(text: &str, tagged: &[(&str, EntityType, f32)]) -> Vec<String> {
        let document = Document::new(text);
        let mut at = 0;
        let tagged = tagged
            .iter()
            .map(|(words, kind, score)| {
                let start = at + text[at..].find(words).expect("stands in the text");
                at = start + words.len();
                Mention { span: Span::new(start, at), kind: *kind, entity: 0, score: *score }
            })
            .collect();
        let words = |mention: Mention| format!("{}:{}", mention.kind.name(), document.slice(mention.span));
        pace::finish(join(&document, tagged, &Pace::unhurried())).into_iter().map(words).collect()
    }

    #[test]
    fn patterns_win_over_the_tagger() {
        let text = "It cost US$ 4m on Friday night, said Ana Ruiz.";
        let tagged =
            [("US", EntityType::Place, 0.9), ("Friday", EntityType::Date, 0.9), ("Ana Ruiz", EntityType::Person, 0.9)];
        assert_eq!(joined(text, &tagged), ["money:US$ 4m", "date:Friday night", "person:Ana Ruiz"]);
    }

    #[test]
    fn a_date_in_a_name_is_no_date() {
        let text = "She swam at the London 2012 Games in July.";
        assert_eq!(
            joined(text, &[("London 2012 Games", EntityType::Event, 0.6)]),
            ["event:London 2012 Games", "date:July"]
        );
    }

    #[test]
    fn the_tagger_decides_what_is_doubtful() {
        assert_eq!(joined("A prawn on K12 rice.", &[]), [""; 0]);
        assert_eq!(joined("That night was long.", &[("That night", EntityType::Date, 0.4)]), ["date:That night"]);
        assert_eq!(joined("By six it was gone.", &[("six", EntityType::Date, 0.95)]), ["date:six"]);
        assert_eq!(joined("By six it was gone.", &[("six", EntityType::Date, 0.5)]), [""; 0]);
    }
}
