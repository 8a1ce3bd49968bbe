//! Words, numbers, marks.
//!
//! The borders are those of Unicode's word segmentation (UAX #29), with what news text needs on top: full stops that
//! belong to an abbreviation stay with it, a possessive `'s` is a token of its own, links are one token.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits, apostrophes or full stops inside.
    Word,
    /// Begins with a digit.
    Number,
    /// The `'s` of a possessive or of a contraction.
    Clitic,
    /// Punctuation and symbols: one mark, or a run of the same one.
    Mark,
    /// A web or mail address.
    Link,
}

/// How a token's letters are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No letter with case.
    None,
    /// No capital.
    Lower,
    /// A capital first, then at least one small letter and no other capital.
    Title,
    /// Capitals only.
    Upper,
    /// Anything else: `McDonald`, `iPhone`.
    Mixed,
}

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    start: u32,
    end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// How its letters are cased.
    pub case: Case,
    /// Whether it ends with a full stop that belongs to it, as in `Mr.` or `U.S.`.
    pub abbreviation: bool,
}

impl Token {
    /// Where it stands, in bytes.
    #[must_use]
    pub const fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Whether it begins with a capital letter.
    #[must_use]
    pub fn is_capitalized(self) -> bool {
        matches!(self.case, Case::Title | Case::Upper) || (self.case == Case::Mixed && self.kind == TokenKind::Word)
    }

    fn new(text: &str, span: Range<usize>, kind: TokenKind) -> Self {
        let word = &text[span.clone()];
        let case = if matches!(kind, TokenKind::Word | TokenKind::Number) { case_of(word) } else { Case::None };
        Self {
            start: span.start as u32,
            end: span.end as u32,
            kind,
            case,
            abbreviation: kind == TokenKind::Word && word.ends_with('.'),
        }
    }
}

fn case_of(word: &str) -> Case {
    let (mut upper, mut lower, mut first_upper, mut seen) = (0_u32, 0_u32, false, false);
    for c in word.chars() {
        let (is_upper, is_lower) = if c.is_ascii() {
            (c.is_ascii_uppercase(), c.is_ascii_lowercase())
        } else {
            (c.is_uppercase(), c.is_lowercase())
        };
        if is_upper || is_lower {
            first_upper |= is_upper && !seen;
            seen = true;
        }
        upper += u32::from(is_upper);
        lower += u32::from(is_lower);
    }
    match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (_, 0) => Case::Upper,
        (1, _) if first_upper => Case::Title,
        _ => Case::Mixed,
    }
}

/// Abbreviations that keep their full stop, in lower case and sorted.
const ABBREVIATIONS: &[&str] = &[
    "adm", "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "blvd", "brig", "bros", "calif", "capt", "cmdr", "co",
    "col", "colo", "conn", "corp", "cpl", "dec", "del", "dept", "det", "dist", "dr", "etc", "feb", "fla", "fr", "ft",
    "ga", "gen", "gov", "hon", "ill", "inc", "ind", "jan", "jr", "jul", "jun", "kan", "ky", "la", "lt", "ltd", "maj",
    "mar", "mass", "md", "messrs", "mich", "minn", "miss", "mme", "mo", "mont", "mr", "mrs", "ms", "mt", "neb", "nev",
    "no", "nov", "nr", "oct", "okla", "ont", "ore", "pa", "pfc", "ph.d", "plc", "pres", "prof", "pte", "pty", "pvt",
    "rep", "reps", "rev", "sen", "sens", "sept", "sgt", "sr", "st", "ste", "supt", "tenn", "tex", "univ", "va", "vs",
    "vt", "wash", "wis", "wyo",
];

/// Of those, the ones that are also common words: they keep the full stop only when the text goes on behind it as it
/// does behind an abbreviation.
const ALSO_WORDS: &[&str] = &["det", "ill", "ind", "la", "mar", "mass", "miss", "mo", "no", "pa", "ore", "wash"];

/// Appends the tokens of a paragraph.
pub(super) fn cut(text: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let mut done = range.start;
    for (offset, piece) in text[range.clone()].split_word_bound_indices() {
        let start = range.start + offset;
        let Some(first) = piece.chars().next() else { continue };
        if start < done || first.is_whitespace() || is_invisible(first) {
            continue;
        }
        // UAX #29 keeps an underscore or a combining mark with the letters behind it, so the first may be neither.
        done = if !first.is_alphanumeric() && !piece[first.len_utf8()..].contains(char::is_alphanumeric) {
            mark(text, start..start + piece.len(), first, tokens)
        } else if let Some(end) = link(text, start, range.end) {
            tokens.push(Token::new(text, start..end, TokenKind::Link));
            end
        } else {
            word(text, start, piece, range.end, tokens)
        };
    }
}

/// Zero-width and byte-order characters, controls: no token.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// Appends a word, and its clitic; gives the end of what was taken.
fn word(text: &str, start: usize, piece: &str, limit: usize, tokens: &mut Vec<Token>) -> usize {
    let mut end = start + piece.len();
    let kind = if piece.as_bytes()[0].is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
    if let Some(stem) = possessive_stem(piece) {
        tokens.push(Token::new(text, start..start + stem, kind));
        tokens.push(Token::new(text, start + stem..end, TokenKind::Clitic));
        return end;
    }
    if kind == TokenKind::Word && end < limit && text.as_bytes()[end] == b'.' && keeps_stop(text, piece, end, limit) {
        end += 1;
    }
    tokens.push(Token::new(text, start..end, kind));
    end
}

/// Where the `'s` of a possessive begins, if the word ends with one.
fn possessive_stem(piece: &str) -> Option<usize> {
    let rest = piece.strip_suffix(['s', 'S'])?;
    let stem = rest.strip_suffix(['\'', '’'])?;
    (!stem.is_empty()).then_some(stem.len())
}

/// Whether the full stop at `stop`, right behind `word`, belongs to the word.
fn keeps_stop(text: &str, word: &str, stop: usize, limit: usize) -> bool {
    let rest = &text[stop + 1..limit];
    // A run of stops is an ellipsis.
    if rest.starts_with('.') {
        return false;
    }
    let letters = word.chars().count();
    let first_upper = word.chars().next().is_some_and(char::is_uppercase);
    if letters == 1 {
        // An initial, unless no name can follow: `vitamin C.`, `Plan B. “We`, `posted on X. The`
        let site = word == "X" && text[..stop - word.len()].ends_with("on ");
        return first_upper
            && !site
            && rest.trim_start().chars().next().is_some_and(|c| !matches!(c, '“' | '"' | '‘' | '«'));
    }
    // `U.S`, `a.m`, `Ph.D`: single letters between stops.
    if word.contains('.')
        && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
    {
        return true;
    }
    if letters > 6 || !word.is_ascii() {
        return false;
    }
    let mut lower = [0_u8; 6];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let Ok(lower) = std::str::from_utf8(lower) else { return false };
    if ABBREVIATIONS.binary_search(&lower).is_err() || !(first_upper || matches!(lower, "vs" | "etc")) {
        return false;
    }
    let next = rest.trim_start().chars().next();
    if ALSO_WORDS.contains(&lower) {
        return match lower {
            "no" => next.is_some_and(|c| c.is_ascii_digit()),
            _ => next.is_some_and(|c| matches!(c, ',' | ';' | ')') || c.is_lowercase() || c.is_ascii_digit()),
        };
    }
    true
}

/// Appends a mark, or lengthens a run of the same one; gives its end.
fn mark(text: &str, span: Range<usize>, first: char, tokens: &mut Vec<Token>) -> usize {
    let end = span.end;
    // Runs of one mark are one token: `...`, `--`, and the two single marks that stand for a double one.
    if matches!(first, '.' | '-' | '`' | '\'' | '!' | '?' | '*' | '_' | '=')
        && let Some(last) = tokens.last_mut()
        && last.kind == TokenKind::Mark
        && last.end as usize == span.start
        && text[last.start as usize..].starts_with(first)
        && !(matches!(first, '`' | '\'') && last.end - last.start >= 2)
    {
        last.end = end as u32;
        return end;
    }
    tokens.push(Token::new(text, span, TokenKind::Mark));
    end
}

/// The end of the link that begins at `start`, if one does.
///
/// Only the few schemes and the forms that news pages print count. The scan of what could be a link's head stops at
/// the first character that no head has, so that it costs a few bytes a word.
fn link(text: &str, start: usize, limit: usize) -> Option<usize> {
    let rest = &text[start..limit];
    let bytes = rest.as_bytes();
    let head = bytes
        .iter()
        .take(64)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+'))
        .count();
    let is_web = rest.starts_with("www.") || (bytes[head..].starts_with(b"://") && head > 1);
    let is_mail = bytes.get(head) == Some(&b'@')
        && bytes[head + 1..]
            .iter()
            .take(64)
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
            .any(|b| *b == b'.');
    if !is_web && !is_mail {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»'))
        .unwrap_or(rest.len());
    let trimmed = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
    (trimmed.len() > head).then_some(start + trimmed.len())
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    fn words(text: &str) -> Vec<String> {
        let document = Document::new(text);
        (0..document.tokens().len()).map(|i| document.word(i).to_owned()).collect()
    }

    #[test]
    fn abbreviations_are_sorted() {
        assert!(super::ABBREVIATIONS.is_sorted());
    }

    #[test]
    fn stops_of_abbreviations_stay() {
        assert_eq!(words("U.S. Gen. J. Adler"), ["U.S.", "Gen.", "J.", "Adler"]);
        assert_eq!(words("at 9 a.m. today"), ["at", "9", "a.m.", "today"]);
        assert_eq!(words("He said no. No. 3 won."), ["He", "said", "no", ".", "No.", "3", "won", "."]);
        assert_eq!(words("Wait... what"), ["Wait", "...", "what"]);
    }

    #[test]
    fn possessives_are_apart() {
        assert_eq!(words("Iran's O'Neill’s don't"), ["Iran", "'s", "O'Neill", "’s", "don't"]);
        assert_eq!(words("the Okoros' house"), ["the", "Okoros", "'", "house"]);
    }

    #[test]
    fn hyphens_sums_and_links() {
        assert_eq!(words("Yong-ho paid $3.5bn (12%)"), ["Yong", "-", "ho", "paid", "$", "3.5bn", "(", "12", "%", ")"]);
        assert_eq!(
            words("see https://a.example/b?c=d, or mail x@y.example."),
            ["see", "https://a.example/b?c=d", ",", "or", "mail", "x@y.example", "."]
        );
        assert_eq!(words("``No,'' he said"), ["``", "No", ",", "''", "he", "said"]);
    }
}
