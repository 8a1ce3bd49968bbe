//! Sums: a number with a currency before or behind it.

use super::number::{Figure, power, scale_suffix};
use super::{PatternMention, Strength, Tag, View, split_number};
use crate::EntityType;
use crate::text::Document;

/// Single letters that some papers set before sums in their own currency: rand, naira, Philippine peso and the like.
/// They are as often part of a name (`R2`, `N95`), so one such sum vouches for another.
const LETTERS: &[u8] = b"BCDKLNPQR";

impl View<'_, '_> {
    /// The sum that begins at a token.
    pub(super) fn money(&self, at: usize) -> Option<(usize, Strength)> {
        self.prefixed(at).or_else(|| self.suffixed(at))
    }

    /// `$3.5bn`, `US$ 4m`, `Rs 40 crore`, `R418-million`, `minus $3`.
    fn prefixed(&self, at: usize) -> Option<(usize, Strength)> {
        let amount = match self.tag(at) {
            Tag::Minus if matches!(self.tag(at + 1), Tag::Sign(_)) => at + 2,
            Tag::Sign(_) => at + 1,
            Tag::A if self.word(at) == "A" && self.glued(at + 1) && matches!(self.tag(at + 1), Tag::Sign(_)) => at + 2,
            Tag::Issuer(_) if matches!(self.tag(at + 1), Tag::Sign(_)) => {
                let country = matches!(self.word(at), "US" | "U.S.");
                if !country && !self.glued(at + 1) {
                    return None;
                }
                at + 2
            }
            Tag::Issuer(_) if matches!(self.tag(at + 1), Tag::Currency(_, false, true)) => at + 2,
            Tag::Code(_) => at + 1,
            Tag::Glued => return self.glued_sum(at),
            _ => return None,
        };
        // `US$` may be followed by the same in words; `R-418` is written with a hyphen at times.
        let amount = self.skip_hyphen(amount);
        let figure = match self.tag(amount) {
            Tag::Number => self.digits(amount, true)?,
            Tag::Scale(_) | Tag::Cardinal(_) if matches!(self.tag(at), Tag::Sign(_)) => self.number(amount)?,
            _ => return None,
        };
        // `COP 27`, `PEN 15`: a name as often as a code.
        let code = matches!(self.tag(at), Tag::Code(_)) && self.word(at).len() == 3;
        let strength =
            if code && !figure.scaled && figure.value < Some(100.0) { Strength::Weak } else { Strength::Sure };
        Some((self.second_amount(figure), strength))
    }

    /// `$25-35 million`: the end of the range whose scale belongs to both, or of the figure itself.
    fn second_amount(&self, figure: Figure) -> usize {
        if figure.scaled {
            return figure.end;
        }
        let joint = self.tag(figure.end);
        if (self.is_hyphen(figure.end) || (joint == Tag::To && self.word(figure.end) == "to"))
            && self.tag(figure.end + 1) == Tag::Number
            && let Some(second) = self.digits(figure.end + 1, true)
            && (second.scaled || joint == Tag::Hyphen)
            && !matches!(self.tag(second.end), Tag::Percent | Tag::Period(_))
        {
            return second.end;
        }
        figure.end
    }

    /// `RM45`, `Dh500`, `R12 500`, `P64 million`.
    fn glued_sum(&self, at: usize) -> Option<(usize, Strength)> {
        let (prefix, number) = split_glued(self.word(at))?;
        let (value, suffix) = split_number(number)?;
        let mut scaled = scale_suffix(suffix).is_some();
        if !suffix.is_empty() && !scaled {
            return None;
        }
        let mut end = at + 1;
        let mut grouped = number.contains(',');
        if !scaled {
            while end - at < 4
                && self.tag(end) == Tag::Number
                && self.word(end).len() == 3
                && self.word(end).bytes().all(|b| b.is_ascii_digit())
            {
                grouped = true;
                end += 1;
            }
            let next = self.skip_hyphen(end);
            if matches!(self.tag(next), Tag::Scale(_)) {
                scaled = true;
                end = next + 1;
            } else if end == at + 1 && scale_suffix(self.word(end)).is_some() && prefix.len() > 1 {
                scaled = true;
                end += 1;
            }
        }
        let strength = if prefix.len() > 1 {
            let known = matches!(super::lookup(&prefix.to_ascii_lowercase()), Tag::Code(_)) || prefix == "VNĐ";
            let code = prefix.len() == 3 && prefix.bytes().all(|b| b.is_ascii_uppercase());
            if !known || (code && !scaled && value < 100.0) {
                return None;
            }
            Strength::Sure
        } else if !prefix.bytes().all(|b| LETTERS.contains(&b)) {
            return None;
        } else if scaled || grouped {
            Strength::Fair
        } else {
            Strength::Weak
        };
        Some((end, strength))
    }

    /// The number of a sum, whose scale may be glued on.
    pub(crate) fn sum(&self, at: usize) -> Option<Figure> {
        if self.tag(at) == Tag::Number { self.digits(at, true) } else { self.number(at) }
    }

    /// The amount of a sum whose currency is glued on, and the token behind it.
    pub(crate) fn glued_figure(&self, at: usize, number: &str) -> Option<(f64, usize)> {
        let (end, _) = self.glued_sum(at)?;
        let (mut value, suffix) = split_number(number)?;
        if let Some(exponent) = scale_suffix(suffix) {
            return Some((value * power(exponent), end));
        }
        for next in at + 1..end {
            match self.tag(next) {
                Tag::Number => value = value * 1000.0 + split_number(self.word(next))?.0,
                Tag::Scale(exponent) => value *= power(exponent),
                Tag::Hyphen => {}
                _ => value *= power(scale_suffix(self.word(next))?),
            }
        }
        Some((value, end))
    }

    /// `71 million won`, `100,000-euro`, `16.125 Canadian dollars`, `hundreds of millions of dollars`, `50p`.
    fn suffixed(&self, at: usize) -> Option<(usize, Strength)> {
        let figure = match self.tag(at) {
            Tag::Number => match self.digits(at, true) {
                Some(figure) => figure,
                None => return self.small_coins(at),
            },
            Tag::Cardinal(_)
            | Tag::Minus
            | Tag::A
            | Tag::Half
            | Tag::Vague
            | Tag::Multi
            | Tag::Scales(_)
            | Tag::Scale(_) => self.number(at)?,
            _ => return None,
        };
        let figure = self.upper_bound(figure);
        let name = self.skip_hyphen(figure.end);
        let hyphen = name > figure.end;
        match self.tag(name) {
            Tag::Currency(code, cents, _) => {
                let strength = self.named(name, figure, hyphen, code)?;
                let end = name + 1;
                if !cents && let Some(end) = self.and_cents(end) {
                    return Some((end, strength));
                }
                Some((end, strength))
            }
            Tag::Issuer(_) if matches!(self.tag(name + 1), Tag::Currency(..)) => {
                Some((name + 2, Strength::Sure)).filter(|_| !hyphen)
            }
            // `HK dollars`, `CFA francs` have their own entry; other adjectives are few and end like these.
            Tag::Plain if !hyphen && self.is_capitalized(name) && self.is_demonym(name) => {
                matches!(self.tag(name + 1), Tag::Currency(..)).then_some((name + 2, Strength::Sure))
            }
            Tag::Code(_) if !hyphen && self.word(name).len() == 3 => Some((name + 1, Strength::Sure)),
            Tag::Sign(_) if self.glued(name) && !(self.glued(name + 1) && self.tag(name + 1) == Tag::Number) => {
                Some((name + 1, Strength::Sure))
            }
            _ => None,
        }
    }

    /// `2 to 3 million dollars`, `9–85 million dollars`.
    fn upper_bound(&self, figure: Figure) -> Figure {
        let joint = figure.end;
        if (self.is_hyphen(joint) || matches!(self.tag(joint), Tag::To | Tag::Or) && self.word(joint) != "through")
            && matches!(self.tag(joint + 1), Tag::Number | Tag::Cardinal(_))
            && let Some(second) = self.number(joint + 1)
            && matches!(self.tag(self.skip_hyphen(second.end)), Tag::Currency(..) | Tag::Issuer(_))
        {
            return second;
        }
        figure
    }

    /// How sure a currency's name behind a number is; some are ordinary words or weights as well.
    fn named(&self, name: usize, figure: Figure, hyphen: bool, code: &str) -> Option<Strength> {
        let large = figure.scaled || figure.value.is_none_or(|value| value >= 1000.0);
        match self.word(name) {
            "pound" | "pounds" | "Pounds" | "POUNDS" => {
                (!hyphen && large && self.word(name + 1) != "of").then_some(Strength::Fair)
            }
            "won" | "WON" | "Won" => large.then_some(Strength::Sure),
            "marks" | "crowns" | "lei" | "som" | "lira" | "bucks" => {
                Some(if large || figure.value >= Some(100.0) { Strength::Fair } else { Strength::Weak })
            }
            "cent" | "penny" if !hyphen => (figure.value == Some(1.0)).then_some(Strength::Fair),
            // `Million Dollar Baby`
            _ if self.is_capitalized(name) && figure.end == name && !self.is_counted(name) => Some(Strength::Weak),
            _ if figure.value.is_none() && code.is_empty() => Some(Strength::Fair),
            _ => Some(Strength::Sure),
        }
    }

    /// Whether a count, rather than a bare `Million`, stands before a currency's name.
    fn is_counted(&self, name: usize) -> bool {
        matches!(self.before(name), Tag::Number | Tag::Cardinal(_))
            || matches!(self.tag(name.wrapping_sub(2)), Tag::Number | Tag::Cardinal(_) | Tag::A | Tag::Vague)
    }

    fn and_cents(&self, at: usize) -> Option<usize> {
        if self.tag(at) != Tag::And {
            return None;
        }
        let cents = self.number(at + 1)?.end;
        matches!(self.tag(cents), Tag::Currency(_, true, _)).then_some(cents + 1)
    }

    fn small_coins(&self, at: usize) -> Option<(usize, Strength)> {
        let (_, suffix) = split_number(self.word(at))?;
        matches!(suffix, "p" | "c").then_some((at + 1, Strength::Fair))
    }

    fn is_demonym(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 4 && ["an", "ese", "ish", "ian", "ic", "ch"].iter().any(|ending| word.ends_with(ending))
    }
}

/// Splits `RM45` into `RM` and `45`.
pub(crate) fn split_glued(word: &str) -> Option<(&str, &str)> {
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    (digits > 0).then(|| word.split_at(digits))
}

/// A sum with a single letter before it is believed where the article has another that is surer.
pub(super) fn confirm_glued(document: &Document<'_>, found: &mut [PatternMention]) {
    let letter = |mention: &PatternMention| {
        let word = document.word(mention.first).as_bytes();
        let single = mention.kind == EntityType::Money && word.len() > 1 && word[1].is_ascii_digit();
        (single && word[0].is_ascii_uppercase()).then(|| 1_u32 << (word[0] - b'A'))
    };
    let sure = found
        .iter()
        .filter(|mention| mention.strength > Strength::Weak)
        .filter_map(letter)
        .fold(0, |letters, one| letters | one);
    if sure == 0 {
        return;
    }
    for mention in found.iter_mut().filter(|mention| mention.strength == Strength::Weak) {
        if letter(mention).is_some_and(|one| sure & one != 0) {
            mention.strength = Strength::Fair;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn the_currency_stands_before() {
        for sum in [
            "$3.5bn",
            "US$ 4m",
            "€2m",
            "Rs 40 crore",
            "₡1.9 billion",
            "A$4.85",
            "GBP 3m",
            "NT$412",
            "RM3.2mil",
            "U.S.$2",
            "$25-35 million",
            "R418-million",
            "minus $37.63",
            "US$1 000",
            "Dh500",
            "DKK 3.9 billion",
            "£640m",
            "$1.2-million",
            "GH₵500",
        ] {
            assert_eq!(found(&format!("It cost {sum}, she said.")), [format!("money:{sum}")]);
        }
    }

    #[test]
    fn the_currency_stands_behind() {
        for sum in [
            "71 million won",
            "5 cents",
            "half a million dollars",
            "100,000-euro",
            "16.125 Canadian dollars",
            "hundreds of millions of dollars",
            "12m pesos",
            "2,000 CFA francs",
            "five lakh taka",
            "50p",
            "two to three million pesos",
            "56 dollars and 15 cents",
            "9,000 Swiss francs",
            "40 million USD",
            "200€",
        ] {
            assert_eq!(found(&format!("It cost {sum} to build.")), [format!("money:{sum}")]);
        }
    }

    #[test]
    fn words_that_only_look_like_sums() {
        assert_eq!(found("The team of 12 won 30 medals and the boy weighed 90 pounds."), ["quantity:90 pounds"]);
        assert_eq!(found("He wore an N95 mask on K2."), [""; 0]);
        assert_eq!(found("He paid N1.7bn, then N800."), ["money:N1.7bn", "money:N800"]);
    }
}
