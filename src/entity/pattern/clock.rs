//! Times of day, with the day that may stand beside them.

use super::{Strength, Tag, View, split_number};

impl View<'_, '_> {
    /// `10 a.m.`, `9:40 p.m. on Friday`, `1.30pm`, `14:30`, `1500 GMT`, `noon Saturday`, `four o'clock`.
    pub(super) fn time(&self, at: usize) -> Option<(usize, Strength)> {
        let (end, strength) = match self.tag(at) {
            Tag::Noon | Tag::Midnight => (at + 1, Strength::Fair),
            Tag::Cardinal(1..=12) => match self.tag(at + 1) {
                Tag::Clock => (at + 2, Strength::Sure),
                Tag::Meridiem(_) if self.word(at + 1).contains('.') => (at + 2, Strength::Sure),
                _ => return None,
            },
            Tag::Number => self.time_in_digits(at)?,
            _ => return None,
        };
        let end = self.time_zone(end);
        Some(self.day_beside(end).map_or((end, strength), |end| (end, Strength::Sure)))
    }

    fn time_in_digits(&self, at: usize) -> Option<(usize, Strength)> {
        let word = self.word(at);
        let (hour, suffix) = split_number(word)?;
        let meridiem = |at: usize| match self.tag(at) {
            Tag::Meridiem(_) if !(self.word(at) == "am" && self.word(at + 1) == "I") => Some(at + 1),
            _ => None,
        };
        if hour <= 12.99 && is_meridiem(suffix) {
            return Some((at + 1, Strength::Sure));
        }
        // `12h30`, `9h`
        if hour > 24.0 && word.len() != 4 || !suffix.is_empty() {
            return None;
        }
        if hour <= 12.99
            && let Some(end) = meridiem(at + 1)
        {
            return Some((end, Strength::Sure));
        }
        if self.tag(at + 1) == Tag::Clock {
            return Some((at + 2, Strength::Sure));
        }
        if self.tag(at + 1) == Tag::Colon && self.glued(at + 1) && self.glued(at + 2) && word.len() <= 2 {
            if self.glued(at) && self.before(at) == Tag::Colon {
                return None;
            }
            return self.minutes(at + 2, hour, meridiem);
        }
        let bytes = word.as_bytes();
        if word.len() == 4 && bytes.iter().all(u8::is_ascii_digit) && hour <= 2400.0 {
            return (self.tag(at + 1) == Tag::Zone || self.word(at + 1) == "hours").then_some((at + 2, Strength::Sure));
        }
        // `09.05` or `14.30` at the head of a live blog's entry.
        let dotted = matches!(bytes, [_, _, b'.', m, n] if m.is_ascii_digit() && *m < b'6' && n.is_ascii_digit());
        (dotted && at == self.window().start && hour < 24.0).then_some((at + 1, Strength::Fair))
    }

    /// The minutes of `9:40`, glued to the colon before them.
    fn minutes(&self, at: usize, hour: f64, meridiem: impl Fn(usize) -> Option<usize>) -> Option<(usize, Strength)> {
        let (minutes, suffix) = split_number(self.word(at))?;
        let two = self.word(at).bytes().take_while(u8::is_ascii_digit).count() == 2;
        if !two || minutes >= 60.0 || hour.fract() != 0.0 {
            return None;
        }
        if is_meridiem(suffix) {
            return Some((at + 1, Strength::Sure));
        }
        if !suffix.is_empty() || (self.tag(at + 1) == Tag::Colon && self.glued(at + 1) && self.glued(at + 2)) {
            return None;
        }
        if let Some(end) = meridiem(at + 1) {
            return Some((end, Strength::Sure));
        }
        if self.tag(at + 1) == Tag::In && self.tag(at + 2) == Tag::The && matches!(self.tag(at + 3), Tag::Daypart(_)) {
            return Some((at + 4, Strength::Sure));
        }
        Some((at + 1, Strength::Fair))
    }

    fn time_zone(&self, at: usize) -> usize {
        if self.tag(at) == Tag::Zone { at + 1 } else { at }
    }

    /// The end of the day beside a time: `Monday`, `on 14 March`, `tomorrow`.
    fn day_beside(&self, at: usize) -> Option<usize> {
        let day = if self.tag(at) == Tag::On { at + 1 } else { at };
        match self.tag(day) {
            Tag::Weekday(_) => self.date(day).map(|(end, _)| end),
            Tag::Day(_) if day == at && !self.is_capitalized(day) && self.word(day) != "overnight" => {
                self.date(day).map(|(end, _)| end)
            }
            Tag::Month(..) => self.date(day).map(|(end, _)| end).filter(|end| *end > day + 1),
            Tag::Number => self.day_month(day),
            _ => None,
        }
    }
}

fn is_meridiem(suffix: &str) -> bool {
    matches!(suffix, "am" | "pm" | "AM" | "PM" | "a.m" | "p.m" | "a.m." | "p.m.")
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn times_of_day() {
        for time in [
            "10 a.m. Monday",
            "9:40 p.m. on Friday",
            "1.30pm",
            "14:30",
            "1500 GMT",
            "noon Saturday",
            "four o'clock",
            "2am on 14 March",
            "5:30 p.m. Oct. 7",
            "9 a.m. tomorrow",
            "10:30 on Tuesday morning",
            "midnight",
            "5:00 in the morning",
            "12:50pm",
            "six o’clock",
        ] {
            assert_eq!(found(&format!("They met at {time}, he said.")), [format!("date:{time}")]);
        }
    }

    #[test]
    fn results_and_ratios_are_no_times() {
        assert_eq!(found("It ended 2:1 after 1:02:33, odds of 45:70."), [""; 0]);
    }
}
