//! The ground floor: a text and its paragraphs, sentences and tokens. No opinion about names.

mod paragraph;
mod sentence;
mod token;
pub(crate) mod utf16;

use std::borrow::Cow;
use std::ops::Range;

pub use token::{Case, Token, TokenKind};

use crate::Span;
use crate::pace::{self, Pace};

/// A run of tokens that reads as one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    first: u32,
    end: u32,
}

impl Sentence {
    /// The indices of its tokens in [`Document::tokens`]; never empty.
    #[must_use]
    pub const fn tokens(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// A paragraph: a line of the text, or a block of lines where the text was wrapped by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    first: u32,
    end: u32,
}

impl Paragraph {
    /// The indices of its sentences in [`Document::sentences`]; never empty.
    #[must_use]
    pub const fn sentences(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// A text cut into paragraphs, sentences and tokens.
///
/// Every token belongs to exactly one sentence and every sentence to exactly one paragraph, all in the order of the
/// text. Positions are bytes.
#[derive(Clone, Debug, Default)]
pub struct Document<'t> {
    text: Cow<'t, str>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    paragraphs: Vec<Paragraph>,
}

/// The longest text that is read, in bytes: token positions are 32 bits wide, and a browser's memory ends here.
pub const MAX_BYTES: usize = i32::MAX as usize;

impl<'t> Document<'t> {
    /// Cuts a text, in time linear in its length.
    ///
    /// A text of more than [`MAX_BYTES`] bytes gives a document without tokens.
    #[must_use]
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        pace::finish(Self::read(text.into(), &Pace::unhurried()))
    }

    /// The same work as [`Document::new`], giving way after every paragraph.
    pub(crate) async fn read(text: Cow<'t, str>, pace: &Pace) -> Self {
        let mut document = Self { text, ..Self::default() };
        let Self { text, tokens, sentences, paragraphs } = &mut document;
        let mut position = if text.len() > MAX_BYTES { text.len() } else { 0 };
        let wrapped = position == 0 && paragraph::is_hand_wrapped(text);
        while position < text.len() {
            let end = paragraph::end(text, position, wrapped);
            let first_token = tokens.len();
            token::cut(text, position..end, tokens);
            if tokens.len() > first_token {
                let first_sentence = sentences.len();
                sentence::cut(text, tokens, first_token, sentences);
                paragraphs.push(Paragraph { first: first_sentence as u32, end: sentences.len() as u32 });
            }
            // Cutting a text costs a small part of what tagging it does.
            pace.spend((end - position) / 4).await;
            position = end;
        }
        document
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All paragraphs that hold at least one token, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The text of a token.
    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        self.slice(self.tokens[token].span())
    }

    /// The text of a span.
    ///
    /// # Panics
    /// When the span is not of this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The indices of a paragraph's tokens; never empty.
    #[must_use]
    pub fn paragraph_tokens(&self, paragraph: Paragraph) -> Range<usize> {
        let sentences = paragraph.sentences();
        self.sentences[sentences.start].tokens().start..self.sentences[sentences.end - 1].tokens().end
    }

    /// The bytes that a run of tokens covers.
    ///
    /// # Panics
    /// When the range is empty or reaches past the last token.
    #[must_use]
    pub fn cover(&self, tokens: Range<usize>) -> Span {
        Span::new(self.tokens[tokens.start].span().start, self.tokens[tokens.end - 1].span().end)
    }

    /// The index of the first token that ends after `position`; the number of tokens when none does.
    #[must_use]
    pub fn token_at(&self, position: usize) -> usize {
        self.tokens.partition_point(|token| token.span().end <= position)
    }

    /// The indices of the tokens that a span touches.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.token_at(span.start);
        let end = self.tokens.partition_point(|token| token.span().start < span.end);
        first..end.max(first)
    }

    /// Whether white space (or the start of the text) stands before a token.
    #[must_use]
    pub fn space_before(&self, token: usize) -> bool {
        token == 0 || self.tokens[token - 1].span().end < self.tokens[token].span().start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let document = Document::new(text);
        document.sentences().iter().map(|s| document.slice(document.cover(s.tokens())).to_owned()).collect()
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        assert_eq!(
            sentences("Mr. Okoro met J. D. Adler at 9 a.m. in the U.S. Senate. He left at noon."),
            ["Mr. Okoro met J. D. Adler at 9 a.m. in the U.S. Senate.", "He left at noon."]
        );
        assert_eq!(
            sentences("She works for Acme Inc. The firm is new."),
            ["She works for Acme Inc.", "The firm is new."]
        );
        assert_eq!(sentences("It left the U.S. The crew stayed."), ["It left the U.S.", "The crew stayed."]);
    }

    #[test]
    fn a_quote_keeps_its_closing_mark() {
        assert_eq!(sentences("“Go home.” She did."), ["“Go home.”", "She did."]);
        assert_eq!(sentences("“Stop!” he said. \"Why?\" she asked."), ["“Stop!” he said.", "\"Why?\" she asked."]);
        assert_eq!(sentences("He said: \"No.\" \"Yes,\" she said."), ["He said: \"No.\"", "\"Yes,\" she said."]);
    }

    #[test]
    fn lines_are_paragraphs_unless_wrapped_by_hand() {
        assert_eq!(Document::new("One\nTwo\r\n\r\nThree").paragraphs().len(), 3);
        let wrapped = "The minister said that the bridge would\nopen in spring and that the\ntolls would pay for it.\n\nNobody in the\nvillage was asked.";
        assert_eq!(Document::new(wrapped).paragraphs().len(), 2);
    }

    #[test]
    fn stepping_gives_the_same_document() {
        let text = "Ana Ruiz left.\n\n“It is late,” she said. Mr. Li stayed.\nThe end.";
        let whole = Document::new(text);
        let pace = Pace::default();
        let sliced = pace::finish(Document::read(text.into(), &pace));
        assert_eq!(whole.tokens(), sliced.tokens());
        assert_eq!(whole.sentences(), sliced.sentences());
        assert_eq!(whole.paragraphs(), sliced.paragraphs());
    }

    #[test]
    fn tokens_are_found_by_position() {
        let document = Document::new("Ana left Rome.");
        assert_eq!(document.tokens_in(Span::new(4, 13)), 1..3);
        assert_eq!(document.token_at(3), 1);
        assert_eq!(document.token_at(99), document.tokens().len());
    }
}
