//! How likely somebody named before is meant by a pronoun or a description.

use super::super::gender::Gender;
use super::measures::FEATURES;
use super::place::Place;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// `he`, `she`, `the surgeon`.
    Person,
    /// `it`, `the agency`.
    Thing,
}

/// What speaks for or against somebody.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    pub(super) values: [f32; FEATURES],
}

/// The kinds of evidence.
#[derive(Clone, Copy, Debug)]
enum Feature {
    /// The gender is the one asked for.
    GenderFits,
    /// It is the other one.
    GenderClashes,
    /// Stands in the sentence where the quote begins.
    SameSentence,
    /// Stands in the one before.
    PreviousSentence,
    /// How many sentences back, up to six.
    SentencesBack,
    /// Stands in the same paragraph.
    SameParagraph,
    /// Stands in the one before.
    PreviousParagraph,
    /// How many paragraphs back, up to six.
    ParagraphsBack,
    /// Is the subject of its sentence.
    Subject,
    /// Is named within quotation marks.
    Quoted,
    /// `Okoro’s`.
    Possessive,
    /// Stands behind a preposition.
    Oblique,
    /// Stands in the headline or the byline.
    Aside,
    /// Spoke last.
    SpokeLast,
    /// Spoke last but one.
    SpokeBefore,
    /// Spoke last, and in the same paragraph.
    SpokeInParagraph,
    /// Spoke last, in the paragraph before.
    SpokeInPrevious,
    /// Has no name in the article.
    Unnamed,
    /// Is a subject in the same paragraph.
    SubjectOfParagraph,
    /// Is the subject of the sentence before.
    SubjectOfPrevious,
    /// How many others stand nearer, up to four.
    OthersNearer,
    /// Nobody else stands nearer.
    Nearest,
    /// Is the subject of the very sentence.
    SubjectOfSentence,
    /// Is meant by a pronoun there.
    ByPronoun,
    /// Is meant by a description there.
    ByDescription,
    /// How often the article names it: the root of up to twelve times.
    Frequency,
    /// No person is named more often.
    MostFrequent,
    /// Is an organization rather than a place.
    Organization,
    /// The article calls it by the noun.
    Described,
    /// Noun and name are both of companies, or of bodies that watch over others.
    SameSort,
    /// Nobody named is meant, by a pronoun or by a noun.
    Nobody,
    NobodyByNoun,
}

/// Where the pronoun or description stands, over its quote if it comes behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standpoint {
    pub(super) sentence: usize,
    pub(super) paragraph: usize,
}

impl Evidence {
    fn set(&mut self, feature: Feature, is: bool) -> &mut Self {
        self.values[feature as usize] = if is { 1.0 } else { 0.0 };
        self
    }

    /// How well the gender fits.
    pub(super) fn gender(&mut self, known: Option<Gender>, asked: Option<Gender>) -> &mut Self {
        if let (Some(known), Some(asked)) = (known, asked) {
            self.set(Feature::GenderFits, known == asked).set(Feature::GenderClashes, known != asked);
        }
        self
    }

    /// How far off it stands, and how.
    pub(super) fn place(&mut self, place: &Place, from: Standpoint) -> &mut Self {
        let sentences = from.sentence.saturating_sub(place.sentence);
        let paragraphs = from.paragraph.saturating_sub(place.paragraph);
        self.values[Feature::SentencesBack as usize] = sentences.min(6) as f32;
        self.values[Feature::ParagraphsBack as usize] = paragraphs.min(6) as f32;
        self.set(Feature::SameSentence, sentences == 0)
            .set(Feature::PreviousSentence, sentences == 1)
            .set(Feature::SameParagraph, paragraphs == 0)
            .set(Feature::PreviousParagraph, paragraphs == 1)
            .set(Feature::Subject, place.is_subject)
            .set(Feature::Quoted, place.is_quoted)
            .set(Feature::Possessive, place.is_possessive)
            .set(Feature::Oblique, place.is_oblique)
            .set(Feature::Aside, place.is_aside)
            .set(Feature::SubjectOfParagraph, place.is_subject && paragraphs == 0)
            .set(Feature::SubjectOfPrevious, place.is_subject && sentences == 1)
            .set(Feature::SubjectOfSentence, place.is_subject && sentences == 0)
    }

    /// How far off somebody stands whose place is not known better.
    pub(super) fn paragraphs(&mut self, paragraphs: usize) -> &mut Self {
        self.values[Feature::ParagraphsBack as usize] = paragraphs.min(6) as f32;
        self.set(Feature::SameParagraph, paragraphs == 0).set(Feature::PreviousParagraph, paragraphs == 1)
    }

    /// How many others stand nearer.
    pub(super) fn rank(&mut self, rank: usize) -> &mut Self {
        self.values[Feature::OthersNearer as usize] = rank.min(4) as f32;
        self.set(Feature::Nearest, rank == 0)
    }

    /// How many turns ago it spoke, if it did, and how many paragraphs.
    pub(super) fn spoke(&mut self, turns: Option<usize>, paragraphs: usize) -> &mut Self {
        let is_last = turns == Some(0);
        self.set(Feature::SpokeLast, is_last)
            .set(Feature::SpokeBefore, turns == Some(1))
            .set(Feature::SpokeInParagraph, is_last && paragraphs == 0)
            .set(Feature::SpokeInPrevious, is_last && paragraphs == 1)
    }

    /// Whether nobody knows the name.
    pub(super) fn unnamed(&mut self) -> &mut Self {
        self.set(Feature::Unnamed, true)
    }

    /// Whether a pronoun, or else a description, stands for it there.
    pub(super) fn by(&mut self, pronoun: bool) -> &mut Self {
        self.set(if pronoun { Feature::ByPronoun } else { Feature::ByDescription }, true)
    }

    /// How often it is named in the whole article, and whether nobody is more often.
    pub(super) fn frequency(&mut self, times: usize, is_most: bool) -> &mut Self {
        self.values[Feature::Frequency as usize] = (times as f32).min(12.0).sqrt();
        self.set(Feature::MostFrequent, is_most)
    }

    /// How a noun fits a thing.
    pub(super) fn noun(&mut self, is_organization: bool, is_described: bool, is_sort: bool) -> &mut Self {
        self.set(Feature::Organization, is_organization)
            .set(Feature::Described, is_described)
            .set(Feature::SameSort, is_sort)
    }

    /// Nobody at all; whether a noun is what is looked for.
    pub(super) fn nobody(&mut self, by_noun: bool) -> &mut Self {
        self.set(if by_noun { Feature::NobodyByNoun } else { Feature::Nobody }, true)
    }
}
