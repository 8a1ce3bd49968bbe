//! Numbers, in digits and in words.

use super::{Tag, View};

/// A number that runs over some tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Figure {
    /// The token behind the last.
    pub(crate) end: usize,
    /// What it comes to; `None` where it is vague (`hundreds of millions`).
    pub(crate) value: Option<f64>,
    /// Whether a power of ten was said in words (`million`) or glued on (`3.5bn`).
    pub(crate) scaled: bool,
}

/// The longest run of words that is read as one number.
const LONGEST: usize = 10;

/// Splits a token that begins with digits into its number and what is glued behind it: `130km`, `3.5bn`, `1990s`.
///
/// Commas group digits, in threes or as in India (`1,00,000`), unless one or two digits stand behind the only one.
pub(crate) fn split(word: &str) -> Option<(f64, &str)> {
    let digits = word.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
    let digits = word[..digits].trim_end_matches(['.', ',']).len();
    let (number, suffix) = word.split_at(digits);
    if number.is_empty() || number.len() > 24 {
        return None;
    }
    let last_comma = number.rfind(',');
    let mut plain = String::with_capacity(number.len());
    for (at, c) in number.char_indices() {
        match c {
            ',' if Some(at) == last_comma && number.find(',') == last_comma && number.len() - at <= 3 => {
                plain.push('.')
            }
            ',' => {}
            '.' if number.matches('.').count() > 1 => {}
            _ => plain.push(c),
        }
    }
    plain.parse().ok().map(|value| (value, suffix))
}

/// The power of ten that a glued suffix stands for.
pub(crate) fn scale_suffix(suffix: &str) -> Option<u8> {
    Some(match suffix {
        "k" | "K" => 3,
        "m" | "M" | "mn" | "mln" | "mil" | "mio" => 6,
        "b" | "B" | "bn" | "bln" => 9,
        "t" | "tn" | "trn" => 12,
        _ => return None,
    })
}

pub(crate) fn power(exponent: u8) -> f64 {
    10_f64.powi(i32::from(exponent))
}

impl View<'_, '_> {
    /// The number that begins at a token: `12`, `3.5`, `612 000`, `two hundred`, `40 crore`, `half a million`.
    pub(crate) fn number(&self, at: usize) -> Option<Figure> {
        match self.tag(at) {
            Tag::Number => self.digits(at, false),
            Tag::Minus => {
                let figure = self.number_without_sign(at + 1)?;
                Some(Figure { value: figure.value.map(|value| -value), ..figure })
            }
            _ => self.number_without_sign(at),
        }
    }

    fn number_without_sign(&self, at: usize) -> Option<Figure> {
        match self.tag(at) {
            Tag::Number => self.digits(at, false),
            Tag::Cardinal(_) => self.words(at),
            Tag::A | Tag::Half | Tag::Vague | Tag::Multi => self.rough(at),
            Tag::Scales(_) => self.vague(at),
            Tag::Scale(_) => self.scales(at, None),
            _ => None,
        }
    }

    /// A number in digits with what belongs to it. Money may have its scale glued on.
    pub(super) fn digits(&self, at: usize, money: bool) -> Option<Figure> {
        let (mut value, suffix) = split(self.word(at))?;
        let mut end = at + 1;
        if !suffix.is_empty() {
            let exponent = scale_suffix(suffix).filter(|_| money || matches!(suffix, "bn" | "mn" | "tn"))?;
            return Some(Figure { end, value: Some(value * power(exponent)), scaled: true });
        }
        // Groups of three behind a narrow or plain space: `612 000`.
        let word = self.word(at);
        if word.len() <= 3 && !word.starts_with('0') {
            while end - at < 4 && self.is_group(end) && self.spaces_before(end) == 1 {
                value = value * 1000.0 + split(self.word(end))?.0;
                end += 1;
            }
        }
        if let Some(fraction) = self.fraction(end) {
            value += fraction;
            end += 1;
        }
        // `3 m` only where it is money: else it is metres.
        if money
            && end == at + 1
            && let "m" | "M" | "b" | "k" = self.word(end)
            && let Some(exponent) = scale_suffix(self.word(end))
        {
            return Some(Figure { end: end + 1, value: Some(value * power(exponent)), scaled: true });
        }
        self.scales(end, Some(value)).or(Some(Figure { end, value: Some(value), scaled: false }))
    }

    fn is_group(&self, at: usize) -> bool {
        self.tag(at) == Tag::Number
            && self.word(at).bytes().take_while(u8::is_ascii_digit).count() == 3
            && split(self.word(at)).is_some_and(|(_, suffix)| suffix.is_empty())
    }

    fn spaces_before(&self, at: usize) -> usize {
        let tokens = self.document.tokens();
        let gap = tokens[at - 1].span().end..tokens[at].span().start;
        self.document.text()[gap].chars().count()
    }

    fn fraction(&self, at: usize) -> Option<f64> {
        match self.word(at) {
            "½" => Some(0.5),
            "¼" => Some(0.25),
            "¾" => Some(0.75),
            _ => None,
        }
    }

    /// `twenty-one`, `two hundred`, `one hundred and fifty thousand`, `two and a half million`.
    fn words(&self, at: usize) -> Option<Figure> {
        let (mut total, mut part, mut end, mut scaled) = (0.0, 0.0, at, false);
        while end < at + LONGEST {
            let next = if end > at { self.skip_hyphen(end) } else { end };
            match self.tag(next) {
                Tag::Cardinal(n) if part % 100.0 == 0.0 || (part % 10.0 == 0.0 && part % 100.0 >= 20.0 && n < 10) => {
                    part += f64::from(n);
                    end = next + 1;
                }
                Tag::Scale(2) if part > 0.0 && part < 100.0 => {
                    part *= 100.0;
                    end = next + 1;
                }
                Tag::Scale(exponent) if part > 0.0 && exponent > 2 => {
                    total += part * power(exponent);
                    part = 0.0;
                    scaled = true;
                    end = next + 1;
                }
                Tag::And if part >= 100.0 && matches!(self.tag(next + 1), Tag::Cardinal(_)) => end = next + 1,
                Tag::And if self.tag(next + 1) == Tag::A && self.tag(next + 2) == Tag::Half => {
                    part += 0.5;
                    end = next + 3;
                }
                _ => break,
            }
        }
        let value = total + part;
        Some(Figure { end, value: Some(value), scaled })
    }

    /// `a million`, `half a million`, `several hundred`, `a few thousand`, `multi-million`.
    fn rough(&self, at: usize) -> Option<Figure> {
        let mut value = Some(1.0);
        let mut end = at;
        for _ in 0..4 {
            let next = if end > at { self.skip_hyphen(end) } else { end };
            match self.tag(next) {
                Tag::A => end = next + 1,
                Tag::Half => {
                    value = Some(0.5);
                    end = next + 1;
                }
                Tag::Vague | Tag::Multi => {
                    value = None;
                    end = next + 1;
                }
                Tag::Scale(_) => {
                    let scales = self.scales(next, Some(1.0))?;
                    return Some(Figure { value: value.and_then(|v| scales.value.map(|s| s * v)), ..scales });
                }
                _ => break,
            }
        }
        None
    }

    /// `hundreds of millions of`, `thousands of`: what is counted follows.
    fn vague(&self, at: usize) -> Option<Figure> {
        let mut end = at;
        for _ in 0..3 {
            match self.tag(end) {
                Tag::Scales(_) | Tag::Scale(_) => end += 1,
                _ => break,
            }
            if self.tag(end) == Tag::Of {
                end += 1;
            } else {
                return None;
            }
        }
        Some(Figure { end, value: None, scaled: true })
    }

    /// The powers of ten behind a number.
    fn scales(&self, at: usize, value: Option<f64>) -> Option<Figure> {
        let mut end = at;
        let mut factor = 1.0;
        while end < at + 3 {
            let next = self.skip_hyphen(end);
            let Tag::Scale(exponent) = self.tag(next) else { break };
            if matches!(self.word(next), "mil") && next == end && value.is_none() {
                break;
            }
            factor *= power(exponent);
            end = next + 1;
        }
        (end > at).then_some(Figure { end, value: value.map(|v| v * factor), scaled: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn value(text: &str) -> Option<f64> {
        let document = Document::new(text);
        View::of(&document, 0..document.tokens().len()).number(0).and_then(|figure| figure.value)
    }

    #[test]
    fn digits_are_read_with_their_groups() {
        assert_eq!(split("1,250.5"), Some((1250.5, "")));
        assert_eq!(split("1,00,000"), Some((100_000.0, "")));
        assert_eq!(split("2,87"), Some((2.87, "")));
        assert_eq!(split("130km"), Some((130.0, "km")));
        assert_eq!(split("abc"), None);
        assert_eq!(value("612 000 kg"), Some(612_000.0));
        assert_eq!(value("2 ½ tons"), Some(2.5));
    }

    #[test]
    fn words_are_read() {
        assert_eq!(value("twenty-one"), Some(21.0));
        assert_eq!(value("one hundred and fifty thousand"), Some(150_000.0));
        assert_eq!(value("two and a half million"), Some(2_500_000.0));
        assert_eq!(value("half a million"), Some(500_000.0));
        assert_eq!(value("40 crore"), Some(400_000_000.0));
        assert_eq!(value("2 lakh crore"), Some(2e12));
        assert_eq!(value("minus 9"), Some(-9.0));
        assert_eq!(value("several hundred"), None);
    }
}
