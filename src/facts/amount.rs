//! What sums, percentages and quantities come to.

use std::ops::Range;

use crate::Value;
use crate::entity::pattern::{Period, Tag, View, glued_unit_name, lookup, split_glued, split_number};
use crate::text::Document;

/// The amount and ISO 4217 code of a sum. Vague sums (`millions of dollars`) and ranges have none; a currency that
/// several countries have in common is left out unless the article says whose.
pub(super) fn money(document: &Document<'_>, tokens: Range<usize>) -> Option<Value> {
    let view = View::of(document, bounded(tokens)?);
    let mut currency = None;
    let mut hundredths = false;
    let mut amount = None;
    let mut negative = false;
    let mut at = view.window().start;
    while at < view.window().end {
        match view.tag(at) {
            Tag::Sign(code) | Tag::Code(code) => {
                hundredths |= view.word(at) == "¢";
                currency = currency.or(Some(code).filter(|code| !code.is_empty()));
            }
            Tag::A if view.word(at) == "A" && matches!(view.tag(at + 1), Tag::Sign(_)) => currency = Some("AUD"),
            Tag::Issuer(code) => currency = issued(code, view.word(at)),
            Tag::Currency(code, cents, _) => {
                // `56 dollars and 15 cents`: the cents are not added; the sum is rounded to its main unit.
                hundredths |= cents && currency.is_none();
                currency = currency.or(Some(code).filter(|code| !code.is_empty()));
            }
            Tag::Minus => negative = true,
            Tag::Glued => {
                let (prefix, number) = split_glued(view.word(at))?;
                currency = glued_currency(prefix);
                let figure = view.glued_figure(at, number)?;
                amount = Some(figure.0);
                at = figure.1;
                continue;
            }
            Tag::Number
            | Tag::Cardinal(_)
            | Tag::Half
            | Tag::A
            | Tag::Vague
            | Tag::Multi
            | Tag::Scale(_)
            | Tag::Scales(_) => {
                if amount.is_some() {
                    return None;
                }
                if let Some((_, suffix @ ("p" | "c"))) = split_number(view.word(at)) {
                    let value = split_number(view.word(at))?.0;
                    let currency = (suffix == "p").then(|| "GBP".to_owned());
                    return Some(Value { amount: Some(value / 100.0), currency, ..Value::default() });
                }
                let figure = view.sum(at)?;
                amount = Some(figure.value?);
                at = figure.end;
                continue;
            }
            Tag::To | Tag::Or => return None,
            _ => {}
        }
        at += 1;
    }
    let amount = amount? * if negative { -1.0 } else { 1.0 };
    let amount = if hundredths { amount / 100.0 } else { amount };
    Some(Value { amount: Some(tidy(amount)), currency: currency.map(str::to_owned), ..Value::default() })
}

/// Whose dollars or pounds, by the letters or the adjective before them.
fn issued(code: &'static str, word: &str) -> Option<&'static str> {
    match word {
        // Two unions share the CFA franc.
        "CFA" => None,
        _ => Some(code).filter(|code| !code.is_empty()),
    }
}

fn glued_currency(prefix: &str) -> Option<&'static str> {
    match (prefix, lookup(&prefix.to_ascii_lowercase())) {
        (_, Tag::Code(code)) => Some(code).filter(|code| !code.is_empty()),
        ("VNĐ", _) => Some("VND"),
        ("R", _) => Some("ZAR"),
        ("N", _) => Some("NGN"),
        ("P", _) => Some("PHP"),
        _ => None,
    }
}

/// The number of a percentage; percentage points count like per cent, basis points as hundredths of them.
pub(super) fn percent(document: &Document<'_>, tokens: Range<usize>) -> Option<Value> {
    let view = View::of(document, bounded(tokens)?);
    let first = view.window().start;
    let half = view.tag(first) == Tag::Half;
    let figure = view.number(first);
    let (value, end) = match figure {
        Some(figure) => (figure.value?, figure.end),
        None if half => (0.5, first + 1),
        None => return None,
    };
    let basis = (end..view.window().end).any(|at| view.tag(at) == Tag::Basis);
    let range = (end..view.window().end).any(|at| matches!(view.tag(at), Tag::Number | Tag::Cardinal(_)));
    let value = if basis { value / 100.0 } else { value };
    (!range).then(|| Value { amount: Some(tidy(value)), ..Value::default() })
}

/// The number and unit of a quantity.
pub(super) fn quantity(document: &Document<'_>, tokens: Range<usize>) -> Option<Value> {
    let view = View::of(document, bounded(tokens)?);
    let Range { start, end } = view.window();
    if view.tag(start) == Tag::Magnitude {
        let at = if view.tag(start + 1) == Tag::Hyphen { start + 2 } else { start + 1 };
        return measured(view.number(at)?.value?, "magnitude".to_owned());
    }
    if view.tag(start) == Tag::Number
        && let Some((value, suffix)) = split_number(view.word(start))
        && let Some(unit) = glued_unit_name(suffix)
    {
        let unit = with_rate(&view, start + 1, unit.to_owned())?;
        return measured(value, unit);
    }
    let (value, mut at) = match (view.tag(start), view.number(start)) {
        (_, Some(figure)) => (figure.value?, figure.end),
        (Tag::Half, None) => (0.5, start + 1),
        _ => return None,
    };
    let mut unit = String::new();
    while at < end {
        match view.tag(at) {
            Tag::Hyphen | Tag::A | Tag::Of if unit.is_empty() => at += 1,
            Tag::UnitPrefix(prefix) => {
                unit.push_str(prefix);
                unit.push(' ');
                at += 1;
            }
            Tag::Unit(name) => return measured(value, with_rate(&view, at + 1, unit + name)?),
            Tag::Currency("GBP", ..) => return measured(value, with_rate(&view, at + 1, unit + "pound")?),
            Tag::Magnitude => return measured(value, "magnitude".to_owned()),
            Tag::On => return measured(value, "magnitude".to_owned()),
            Tag::Period(Period::Year) if unit == "light " => return measured(value, "light-year".to_owned()),
            Tag::Degree => {
                let scale = match (view.tag(at + 1), view.word(at + 1)) {
                    (Tag::DegreeScale(scale), _) => scale,
                    (_, "C") => "degree Celsius",
                    (_, "F") => "degree Fahrenheit",
                    _ => "degree",
                };
                return measured(value, scale.to_owned());
            }
            _ => return None,
        }
    }
    None
}

/// `kilometer` and `per hour`, `an hour`, `/h` behind it; `None` where a second number follows (`6ft 2in`).
fn with_rate(view: &View<'_, '_>, at: usize, unit: String) -> Option<String> {
    let end = view.window().end;
    if (at..end).any(|at| matches!(view.tag(at), Tag::Number | Tag::Cardinal(_))) {
        return None;
    }
    let at = if view.tag(at) == Tag::Hyphen { at + 1 } else { at };
    let rate = match view.tag(at) {
        Tag::Per | Tag::A => {
            let under = if view.tag(at + 1) == Tag::Hyphen { at + 2 } else { at + 1 };
            match view.tag(under) {
                Tag::UnitPrefix(prefix) => match view.tag(under + 1) {
                    Tag::Unit(name) => format!("{prefix} {name}"),
                    _ => return Some(unit),
                },
                Tag::Unit(name) => name.to_owned(),
                _ => view.word(under).to_owned(),
            }
        }
        Tag::Slash => match view.word(at + 1) {
            "h" | "hr" => "hour".to_owned(),
            "s" => "second".to_owned(),
            _ => return None,
        },
        _ => return Some(unit),
    };
    Some(format!("{unit} per {rate}"))
}

fn measured(value: f64, unit: String) -> Option<Value> {
    Some(Value { amount: Some(tidy(value)), unit: Some(unit), ..Value::default() })
}

/// A figure of a news article is short: longer mentions are something else.
fn bounded(tokens: Range<usize>) -> Option<Range<usize>> {
    (!tokens.is_empty() && tokens.len() <= 24).then_some(tokens)
}

/// Drops what binary fractions add: 3.2 million is 3200000, not 3200000.0000000005.
fn tidy(value: f64) -> f64 {
    let rounded = (value * 1e4).round() / 1e4;
    if rounded.is_finite() { rounded } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Range<usize> {
        0..Document::new(text).tokens().len()
    }

    #[test]
    fn sums() {
        for (text, amount, currency) in [
            ("$3.5bn", 3.5e9, Some("USD")),
            ("71 million won", 71e6, Some("KRW")),
            ("€2m", 2e6, Some("EUR")),
            ("Rs 40 crore", 4e8, None),
            ("A$4.85", 4.85, Some("AUD")),
            ("NT$412", 412.0, Some("TWD")),
            ("RM3.2mil", 3.2e6, Some("MYR")),
            ("R12 500", 12_500.0, Some("ZAR")),
            ("12m pesos", 12e6, None),
            ("150,000 Egyptian pounds", 150_000.0, Some("EGP")),
            ("5 cents", 0.05, None),
            ("4.6 pence", 0.046, Some("GBP")),
            ("half a million dollars", 5e5, Some("USD")),
            ("minus $37.63", -37.63, Some("USD")),
            ("₡1.9 billion", 1.9e9, Some("CRC")),
            ("2,000 CFA francs", 2000.0, None),
            ("US$1 000", 1000.0, Some("USD")),
            ("R418-million", 418e6, Some("ZAR")),
            ("100,000-euro", 100_000.0, Some("EUR")),
        ] {
            let document = Document::new(text);
            let value = money(&document, all(text)).expect(text);
            assert_eq!((value.amount, value.currency.as_deref()), (Some(amount), currency), "{text}");
        }
    }

    #[test]
    fn vague_sums_and_ranges_have_no_value() {
        for text in ["millions of dollars", "$25-35 million", "two to three million pesos"] {
            assert_eq!(money(&Document::new(text), all(text)), None, "{text}");
        }
    }

    #[test]
    fn shares() {
        for (text, amount) in [
            ("12 percent", 12.0),
            ("0.5 %", 0.5),
            ("150 basis points", 1.5),
            ("half a percentage point", 0.5),
            ("two per cent", 2.0),
        ] {
            assert_eq!(percent(&Document::new(text), all(text)).and_then(|value| value.amount), Some(amount), "{text}");
        }
        assert_eq!(percent(&Document::new("20-25%"), all("20-25%")), None);
    }

    #[test]
    fn quantities() {
        for (text, amount, unit) in [
            ("10,000 tons", 10_000.0, "ton"),
            ("130 kilometers per hour", 130.0, "kilometer per hour"),
            ("60 km/h", 60.0, "kilometer per hour"),
            ("750km", 750.0, "kilometer"),
            ("6.5-magnitude", 6.5, "magnitude"),
            ("minus 31 degrees Celsius", -31.0, "degree Celsius"),
            ("three million cubic meters", 3e6, "cubic meter"),
            ("150 barrels a day", 150.0, "barrel per day"),
            ("half a mile", 0.5, "mile"),
            ("2.5-hectare", 2.5, "hectare"),
            ("610 micrograms per cubic meter", 610.0, "microgram per cubic meter"),
            ("44 feet", 44.0, "foot"),
            ("12 nautical miles", 12.0, "nautical mile"),
        ] {
            let value = quantity(&Document::new(text), all(text)).expect(text);
            assert_eq!((value.amount, value.unit.as_deref()), (Some(amount), Some(unit)), "{text}");
        }
        assert_eq!(quantity(&Document::new("6ft 2in"), all("6ft 2in")), None);
    }
}
