//! How far each way of reading a quote can be relied on.

use crate::QuoteKind;

/// The way in which a quote was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// `“…,” she said`
    Behind,
    /// `…, she said`
    BehindPlain,
    /// `according to her, …`
    According,
    /// `“…” — Name`
    Dash,
    /// `her claim that …`
    Noun,
    /// `Q: …`
    Turn,
    /// `Name: …`
    Colon,
    /// Marked words of a headline.
    Headline,
    /// `She went on:`, and the paragraph behind it.
    Lead,
    /// A marked stretch alone.
    Bare,
    /// `was quoted as saying …`
    QuotedAs,
    /// `Said Okoro: “…”`
    Inverted,
    /// `said “…”`
    Marked,
    /// `said that …`
    That,
    /// `said …`
    Clause,
    /// `asked whether …`
    Question,
    /// `vowed to …`
    Infinitive,
    /// `what she called …`
    Object,
    /// `called it …`
    Thing,
    /// `warned of …`
    About,
}

/// How many rules there are.
const RULES: usize = Rule::About as usize + 1;

/// The probability that a quote read by each rule is right, for each kind of quote.
#[derive(Clone, Debug)]
pub(crate) struct Reliability([[f32; 3]; RULES]);

/// In steps of 1/255; written by `newsgloss train --quotes`.
const MEASURED: &[u8; RULES * 3] = include_bytes!("reliability.bin");

impl Reliability {
    /// As it was measured in marked articles.
    pub(crate) fn measured() -> Self {
        Self(std::array::from_fn(|rule| std::array::from_fn(|kind| f32::from(MEASURED[rule * 3 + kind]) / 255.0)))
    }

    /// How many cells the table has.
    #[cfg(feature = "train")]
    pub(crate) const CELLS: usize = RULES * 3;

    /// Tells the cells of the table apart: each holds its own number.
    #[cfg(feature = "train")]
    pub(crate) fn numbered() -> Self {
        Self(std::array::from_fn(|rule| std::array::from_fn(|kind| (rule * 3 + kind) as f32)))
    }

    pub(super) fn of(&self, rule: Rule, kind: QuoteKind) -> f32 {
        self.0[rule as usize][kind as usize]
    }
}
