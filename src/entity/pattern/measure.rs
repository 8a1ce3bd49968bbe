//! Percentages, and numbers with a unit of measure.

use super::number::Figure;
use super::{Period, Strength, Tag, View, lookup, split_number};

impl View<'_, '_> {
    /// The percentage that begins at a token.
    pub(super) fn percent(&self, at: usize) -> Option<(usize, Strength)> {
        if self.tag(at) == Tag::Half {
            let next = if matches!(self.tag(at + 1), Tag::A | Tag::Of) { at + 2 } else { at + 1 };
            return Some((self.percent_sign(next)?, Strength::Sure));
        }
        let figure = self.counted(at)?;
        if let Some(end) = self.percent_sign(figure.end) {
            return Some((end, Strength::Sure));
        }
        let second = self.second(at, figure)?;
        Some((self.percent_sign(second.end)?, Strength::Sure))
    }

    /// The end of `percent`, `%`, `per cent`, `percentage points`, `basis points`.
    fn percent_sign(&self, at: usize) -> Option<usize> {
        let at = self.skip_hyphen(at);
        match self.tag(at) {
            Tag::Percent => Some(at + 1),
            Tag::Per if matches!(self.word(at + 1), "cent" | "Cent" | "CENT") => Some(at + 2),
            Tag::PercentagePoint | Tag::Basis => {
                let points = self.skip_hyphen(at + 1);
                (self.tag(points) == Tag::Points).then_some(points + 1)
            }
            _ => None,
        }
    }

    fn counted(&self, at: usize) -> Option<Figure> {
        match self.tag(at) {
            Tag::Number
            | Tag::Cardinal(_)
            | Tag::Minus
            | Tag::A
            | Tag::Vague
            | Tag::Half
            | Tag::Scales(_)
            | Tag::Multi => self.number(at),
            _ => None,
        }
    }

    /// The second number of `20-25`, `two to five`, `three or four`; with `and` where `between` stands before.
    fn second(&self, at: usize, first: Figure) -> Option<Figure> {
        let joint = first.end;
        let joins = match self.tag(joint) {
            Tag::Hyphen => self.is_hyphen(joint),
            Tag::To => self.word(joint) == "to",
            Tag::Or => true,
            Tag::And => matches!(self.before(at), Tag::Between),
            _ => false,
        };
        if !joins || !matches!(self.tag(joint + 1), Tag::Number | Tag::Cardinal(_) | Tag::Minus) {
            return None;
        }
        self.number(joint + 1)
    }

    /// The quantity that begins at a token.
    pub(super) fn quantity(&self, at: usize) -> Option<(usize, Strength)> {
        match self.tag(at) {
            Tag::Magnitude => {
                let number = self.skip_hyphen(at + 1);
                return (self.tag(number) == Tag::Number)
                    .then(|| self.number(number))?
                    .map(|figure| (figure.end, Strength::Sure));
            }
            Tag::Half if self.tag(at + 1) == Tag::A || self.is_hyphen(at + 1) => {
                return Some((self.unit(at + 2)?, Strength::Sure));
            }
            Tag::Number => {
                if let Some(found) = self.glued_unit(at) {
                    return Some(found);
                }
            }
            _ => {}
        }
        let figure = self.counted(at)?;
        let strength = if matches!(self.tag(at), Tag::Number | Tag::Minus) { Strength::Sure } else { Strength::Fair };
        if let Some(end) = self.measured(figure) {
            return Some((end, Strength::Sure));
        }
        let second = self.second(at, figure)?;
        if let (Tag::Number, Some((end, _))) = (self.tag(second.end.wrapping_sub(1)), self.glued_unit(second.end - 1)) {
            return Some((end, strength));
        }
        Some((self.measured(second)?, strength))
    }

    /// The end of the unit behind a number, with what may follow it.
    fn measured(&self, figure: Figure) -> Option<usize> {
        let unit = self.skip_hyphen(figure.end);
        if self.tag(unit) == Tag::Magnitude {
            return Some(unit + 1);
        }
        // `6.7 on the Richter scale`
        if self.tag(unit) == Tag::On && self.tag(unit + 1) == Tag::The && self.tag(unit + 2) == Tag::Scale10 {
            return Some(if self.word(unit + 3) == "scale" { unit + 4 } else { unit + 3 });
        }
        let end = self.unit(unit)?;
        Some(self.smaller_unit(unit, end).unwrap_or(end))
    }

    /// The end of a unit with its rate: `square miles`, `kilometers per hour`, `degrees Celsius`, `barrels a day`.
    fn unit(&self, at: usize) -> Option<usize> {
        let mut end = at;
        while matches!(self.tag(end), Tag::UnitPrefix(_)) && end < at + 2 {
            end = self.skip_hyphen(end + 1);
        }
        match self.tag(end) {
            Tag::Unit("stone") if !matches!(self.word(end), "stone") => None,
            Tag::Unit(name) => Some(self.rate(end + 1, name)),
            Tag::Degree => Some(self.degrees(end + 1)),
            // What is no sum (see `money`) is a weight.
            Tag::Currency("GBP", false, _) if !matches!(self.word(end), "sterling") => {
                Some(self.rate(end + 1, "pound"))
            }
            Tag::Period(Period::Year)
                if matches!(self.tag(end.wrapping_sub(1)), Tag::UnitPrefix("light") | Tag::Hyphen) && end > at =>
            {
                Some(end + 1)
            }
            Tag::Plain if end > at => None,
            _ => None,
        }
    }

    fn degrees(&self, at: usize) -> usize {
        match self.tag(at) {
            Tag::DegreeScale(_) => at + 1,
            _ if matches!(self.word(at), "C" | "F") => at + 1,
            _ => at,
        }
    }

    fn rate(&self, at: usize, unit: &str) -> usize {
        let per = self.skip_hyphen(at);
        match self.tag(per) {
            Tag::Per => {
                let under = self.skip_hyphen(per + 1);
                match self.tag(under) {
                    Tag::Period(_) | Tag::Unit(_) => return under + 1,
                    Tag::UnitPrefix(_) if matches!(self.tag(under + 1), Tag::Unit(_)) => return under + 2,
                    _ if matches!(self.word(under), "second" | "capita") => return under + 1,
                    _ => {}
                }
            }
            Tag::A => {
                let under = self.skip_hyphen(per + 1);
                let speed = unit.ends_with("meter") || unit.ends_with("metre") || matches!(unit, "mile" | "foot");
                let per_time = matches!(self.tag(under), Tag::Period(Period::Hour)) || self.word(under) == "second";
                let oil = unit == "barrel" && self.tag(under) == Tag::Period(Period::Day);
                if (speed && per_time) || oil {
                    return under + 1;
                }
            }
            Tag::Slash
                if self.glued(per) && matches!(self.word(per + 1), "h" | "hr" | "s" | "L" | "l" | "m3" | "day") =>
            {
                return per + 2;
            }
            _ => {}
        }
        // `cubic meters`: `m³`, `km²`.
        if matches!(self.word(at), "²" | "³") && self.glued(at) { at + 1 } else { at }
    }

    /// `6ft 2in`, `6-foot-5`, `two meters, eight centimeters`, `nine stone four pounds`.
    fn smaller_unit(&self, unit: usize, end: usize) -> Option<usize> {
        let Tag::Unit(large) = self.tag(unit) else { return None };
        if large == "foot" && self.is_hyphen(end) && matches!(self.tag(end + 1), Tag::Number | Tag::Cardinal(_)) {
            let inches = self.number(end + 1)?.end;
            let unit = self.skip_hyphen(inches);
            return Some(if matches!(self.tag(unit), Tag::Unit("inch")) { unit + 1 } else { inches });
        }
        let at = if self.tag(end) == Tag::Comma { end + 1 } else { end };
        let small = match large {
            "foot" => ["inch", "inch"],
            "meter" | "metre" => ["centimeter", "centimetre"],
            "stone" => ["pound", "pound"],
            _ => return None,
        };
        let figure = self.number(at).filter(|_| matches!(self.tag(at), Tag::Number | Tag::Cardinal(_)))?;
        match self.tag(figure.end) {
            Tag::Unit(name) if small.contains(&name) => Some(figure.end + 1),
            Tag::Currency("GBP", false, _) if small[0] == "pound" => Some(figure.end + 1),
            _ => None,
        }
    }

    /// `130km`, `40mph`, `2.4m`, `6ft 2in`, `40°C`.
    fn glued_unit(&self, at: usize) -> Option<(usize, Strength)> {
        let (_, suffix) = split_number(self.word(at))?;
        if suffix.is_empty() {
            // `40°`, `40°C`
            let degree = self.tag(at + 1) == Tag::Degree && matches!(self.word(at + 1), "°" | "º");
            return degree.then(|| (self.degrees(at + 2), Strength::Sure));
        }
        let unit = glued_unit_name(suffix)?;
        if unit == "meter" && suffix == "m" {
            return self.reads_as_meters(at).then_some((self.rate(at + 1, unit), Strength::Fair));
        }
        let end = self.rate(at + 1, unit);
        if unit == "foot"
            && let Some((_, "in" | "ins")) = split_number(self.word(end))
        {
            return Some((end + 1, Strength::Sure));
        }
        if unit == "foot"
            && let Some(figure) = self.number(end).filter(|_| self.tag(end) == Tag::Number)
            && matches!(self.word(figure.end), "in" | "ins" | "inches")
        {
            return Some((figure.end + 1, Strength::Sure));
        }
        Some((end, Strength::Sure))
    }

    /// `2.4m` is metres where nothing follows that could be counted in millions.
    fn reads_as_meters(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        !self.is_word(at + 1)
            || matches!(
                next,
                "tall"
                    | "long"
                    | "high"
                    | "deep"
                    | "wide"
                    | "thick"
                    | "from"
                    | "above"
                    | "below"
                    | "away"
                    | "apart"
                    | "of"
                    | "in"
                    | "at"
                    | "and"
                    | "to"
                    | "off"
                    | "up"
                    | "down"
                    | "by"
                    | "on"
                    | "or"
                    | "before"
                    | "freestyle"
                    | "hurdles"
                    | "sprint"
                    | "race"
                    | "final"
                    | "butterfly"
                    | "backstroke"
                    | "relay"
            )
    }
}

/// The unit that is glued behind a number, in the singular.
pub(crate) fn glued_unit_name(suffix: &str) -> Option<&'static str> {
    Some(match suffix {
        "m" => "meter",
        "g" => "gram",
        "C" => "degree Celsius",
        "F" => "degree Fahrenheit",
        // `G` and `K` mean other things.
        _ if suffix.len() < 2 => return None,
        _ => match lookup(&suffix.to_ascii_lowercase()) {
            Tag::Unit(name) => name,
            _ => return None,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn percentages() {
        for share in [
            "12 percent",
            "0.5 %",
            "12 per cent",
            "20 percentage points",
            "20-25%",
            "two to five percentage points",
            "half a percentage point",
            "150 basis points",
            "minus 0.3 percent",
            "one or two percent",
        ] {
            assert_eq!(found(&format!("It rose by {share} again.")), [format!("percent:{share}")]);
        }
        assert_eq!(found("a 3% rise and a 12-percent fall"), ["percent:3%", "percent:12-percent"]);
    }

    #[test]
    fn quantities() {
        for quantity in [
            "6.5-magnitude",
            "40 degrees",
            "60 km/h",
            "130 kilometers per hour",
            "10,000 tons",
            "6ft 2in",
            "2.5-hectare",
            "minus 31 degrees Celsius",
            "150 barrels a day",
            "212-km",
            "half a mile",
            "612 000 kg",
            "three million cubic meters",
            "6-foot-5",
            "750km",
            "magnitude 6.4",
            "40°C",
            "55 miles an hour",
            "9 to 12 kilometres",
            "32-million-barrel-a-day",
            "hundreds of meters",
            "12 nautical miles",
            "2.4m",
        ] {
            assert_eq!(found(&format!("They spoke of {quantity}.")), [format!("quantity:{quantity}")]);
        }
    }

    #[test]
    fn counts_and_spans_of_time_are_no_quantities() {
        assert_eq!(found("After three years 12 soldiers had fired 2.4m rounds in 40 minutes."), [""; 0]);
    }
}
