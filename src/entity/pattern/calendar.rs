//! Dates: days, months, years, and the words that count from today.

use super::{Daypart, Edge, Period, Strength, Tag, Turn, View, split_number};
use Strength::{Fair, Sure, Weak};

/// Where a date ends, and how sure it is one.
type Found = Option<(usize, Strength)>;

/// Words before a number of four digits that make it a year.
const BEFORE_A_YEAR: &[&str] = &[
    "after", "before", "between", "by", "during", "early", "from", "in", "late", "mid", "of", "since", "through", "to",
    "until", "till", "around", "circa", "and", "than", "year", "about", "for", "or", "on",
];

/// Words before a year that dates the noun behind it: `his 2001 capture`.
const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "'s", "’s"];

impl View<'_, '_> {
    /// The date that begins at a token.
    pub(super) fn date(&self, at: usize) -> Found {
        match self.tag(at) {
            Tag::Edge(edge) => self.edge(at, edge),
            Tag::Ago(_) => self.earlier(at),
            Tag::Weekday(_) => self.weekday(at),
            Tag::Month(..) => self.month(at),
            Tag::Turn(turn) => self.turn(at, turn),
            Tag::Day(_) => {
                let daypart = matches!(self.tag(at + 1), Tag::Daypart(part) if part != Daypart::Hours)
                    || (self.word(at).eq_ignore_ascii_case("overnight") && matches!(self.tag(at + 1), Tag::Weekday(_)));
                // `USA Today`, `the Today programme`
                let name = self.document.tokens()[at].case == crate::text::Case::Title
                    && at > self.window().start
                    && self.is_word(at - 1)
                    && (self.is_capitalized(at - 1) || self.word_before(at) == "the");
                Some((if daypart { at + 2 } else { at + 1 }, if name { Weak } else { Sure }))
            }
            Tag::Number => self.in_digits(at),
            Tag::Ordinal(_) => self.ordinal(at, at + 1),
            Tag::Cardinal(_) => self.time(at).or_else(|| self.counted_back(at)),
            Tag::A | Tag::Vague | Tag::Scales(_) | Tag::Half => self.counted_back(at),
            Tag::Noon | Tag::Midnight => self.time(at),
            Tag::Season(_) => self.season(at),
            Tag::Part => self.part(at),
            Tag::The => self.with_article(at),
            Tag::Apostrophe => self.short_decade(at),
            Tag::Era => {
                let year = self.tag(at + 1) == Tag::Number && self.word(at).contains('.');
                (year && self.is_digits(at + 1, 1..=4)).then_some((at + 2, Sure))
            }
            Tag::Fiscal => {
                let year = if self.tag(at + 1) == Tag::Period(Period::Year) { at + 2 } else { at + 1 };
                self.is_year(year).then_some((year + 1, Sure))
            }
            Tag::Period(Period::Weekend) => Some((at + 1, if self.word_before(at) == "the" { Fair } else { Weak })),
            Tag::Daypart(Daypart::Dawn) => Some((at + 1, Weak)),
            Tag::Daypart(_) if self.word(at).starts_with("mid") || self.word(at) == "nightfall" => Some((at + 1, Fair)),
            _ => None,
        }
    }

    /// `early Friday`, `late last year`, `mid-March`, `late 19th century`, `early on Wednesday`, `early evening`.
    fn edge(&self, at: usize, edge: Edge) -> Found {
        let next = self.skip_hyphen(at + 1);
        let inner = match self.tag(next) {
            Tag::On if edge != Edge::Mid => match self.tag(next + 1) {
                Tag::Weekday(_) => self.weekday(next + 1),
                _ => None,
            },
            Tag::In if edge != Edge::Mid => self.within_the(next),
            Tag::Weekday(_) | Tag::Month(..) | Tag::Day(_) | Tag::Ordinal(_) => self.date(next),
            Tag::Turn(_) => self.date(next),
            Tag::Number if self.is_year(next) && self.word(next + 1) != "'s" => Some((next + 1, Sure)),
            // `in his early 30s` is an age; `the early 80s` is read with its article.
            Tag::Number if self.word(next).len() < 4 && self.decade(next).is_some() => None,
            Tag::Number => self.in_digits(next).filter(|_| self.is_calendar_number(next)),
            Tag::Season(_) => Some((self.year_behind(next + 1), Sure)),
            Tag::Daypart(Daypart::Hours) if self.tag(next + 1) == Tag::Of => self.date(next + 2),
            Tag::Daypart(part) if part != Daypart::Hours && self.tag(next + 1) != Tag::Daypart(Daypart::Hours) => {
                let end = if matches!(self.tag(next + 1), Tag::Weekday(_)) { next + 2 } else { next + 1 };
                Some((end, if end > next + 1 { Sure } else { Fair }))
            }
            _ => None,
        };
        inner.map(|(end, strength)| (end, strength.max(Fair)))
    }

    /// Whether the number can be a year, a decade or a century, rather than the count in `mid 40 degrees`.
    fn is_calendar_number(&self, at: usize) -> bool {
        self.is_year(at) || self.decade(at).is_some() || self.ordinal_number(at)
    }

    /// `in the day`, `in the week`, `in the New Year`, behind `earlier`, `later`, `early`.
    fn within_the(&self, at: usize) -> Found {
        if self.tag(at + 1) != Tag::The {
            return None;
        }
        match self.tag(at + 2) {
            Tag::Period(Period::Day | Period::Week | Period::Month | Period::Year) => Some((at + 3, Sure)),
            Tag::Plain
                if self.word(at + 2).eq_ignore_ascii_case("new") && self.word(at + 3).eq_ignore_ascii_case("year") =>
            {
                Some((at + 4, Fair))
            }
            _ => None,
        }
    }

    /// `earlier this month`, `later Tuesday`, `earlier in the day`, `later that year`.
    fn earlier(&self, at: usize) -> Found {
        if self.word(at) == "ago" {
            return None;
        }
        let next = at + 1;
        match self.tag(next) {
            Tag::Weekday(_) | Tag::Day(_) => self.date(next),
            Tag::On if matches!(self.tag(next + 1), Tag::Weekday(_)) => self.date(next + 1),
            Tag::In => self.within_the(next),
            Tag::Turn(Turn::This | Turn::That | Turn::Last | Turn::Next) => self.date(next).map(|(end, _)| (end, Sure)),
            _ => None,
        }
    }

    /// `Sunday evening`, `Sunday, Nov. 30, 2014`, `Friday 22 July`, `Wednesday of last week`, `Tuesday next week`.
    fn weekday(&self, at: usize) -> Found {
        let mut end = at + 1;
        if self.is_name_of_a_day(at) {
            return Some((end, Weak));
        }
        if matches!(self.tag(end), Tag::Daypart(part) if part != Daypart::Hours) {
            end += 1;
        }
        if let Some(end) = self.turned_week(end) {
            return Some((end, Sure));
        }
        if self.word(end) == "week" && end == at + 1 && !self.is_word(end + 1) {
            return Some((end + 1, Fair));
        }
        let date = if self.tag(end) == Tag::Comma { end + 1 } else { end };
        let date = if self.tag(date) == Tag::The { date + 1 } else { date };
        let full = match self.tag(date) {
            Tag::Month(..) => self.month(date).map(|(end, _)| end).filter(|end| *end > date + 1),
            Tag::Number => self.day_month(date),
            _ => None,
        };
        // `Sunday in September 1967`
        let in_month = || {
            (self.tag(end) == Tag::In && matches!(self.tag(end + 1), Tag::Month(..)) && self.is_year(end + 2))
                .then_some(end + 3)
        };
        Some((full.or_else(in_month).unwrap_or(end), Sure))
    }

    /// Feasts (`Good Friday`), papers (`The Sunday Times`), and days of every week (`every Monday`, `Sundays`).
    fn is_name_of_a_day(&self, at: usize) -> bool {
        let before = self.word_before(at);
        let feast = matches!(
            before,
            "Ash" | "Good" | "Easter" | "Palm" | "Black" | "Super" | "Bloody" | "Holy" | "Maundy" | "Shrove" | "Cyber"
        );
        let each = matches!(before, "every" | "Every" | "each" | "Each") || self.word(at).ends_with("days");
        let title = matches!(before, "The" | "the")
            && self.is_capitalized(at + 1)
            && matches!(self.tag(at + 1), Tag::Plain)
            && self.document.tokens()[at].case == crate::text::Case::Title;
        feast || each || title
    }

    /// `of last week`, `next week` behind a weekday.
    fn turned_week(&self, at: usize) -> Option<usize> {
        let turn = if self.tag(at) == Tag::Of { at + 1 } else { at };
        (matches!(self.tag(turn), Tag::Turn(Turn::Last | Turn::Next | Turn::This | Turn::That))
            && self.tag(turn + 1) == Tag::Period(Period::Week)
            && self.word(turn + 1) == "week")
            .then_some(turn + 2)
    }

    /// `May 2003`, `May 3-5, 2019`, `July, 2006`, `June of last year`, `January first`, or the month alone.
    fn month(&self, at: usize) -> Found {
        let Tag::Month(month, doubtful) = self.tag(at) else { return None };
        let end = at + 1;
        // A feast, or a frequency.
        let of = if self.word_before(at) == "of" { self.word(at.saturating_sub(2)) } else { "" };
        if of == "Fourth" || matches!(self.word_before(at), "every" | "Every" | "each") {
            return Some((end, Weak));
        }
        // `July, 26, 1999`
        if self.tag(end) == Tag::Comma
            && self.is_day(end + 1)
            && self.tag(end + 2) == Tag::Comma
            && self.is_year(end + 3)
        {
            return Some((end + 4, Sure));
        }
        if let Some(end) = self.day_of_month(end) {
            return Some((self.year_behind(end), Sure));
        }
        // `July 3,1988`, cut as one number.
        if let Some((day, year)) = self.word(end).split_once(',')
            && self.tag(end) == Tag::Number
            && year.len() == 4
            && day.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
        {
            return Some((end + 1, Sure));
        }
        if self.is_hyphen(end) && matches!(self.tag(end + 1), Tag::Month(..)) {
            return Some((self.year_behind(end + 2), Sure));
        }
        let with_year = self.year_behind(end);
        if with_year > end {
            return Some((with_year, Sure));
        }
        Some((end, self.month_alone(at, month, doubtful)))
    }

    /// The end of the day, or days, behind a month's name.
    fn day_of_month(&self, at: usize) -> Option<usize> {
        if let Tag::Ordinal(_) = self.tag(at) {
            return (!matches!(self.tag(at + 1), Tag::Period(_))).then_some(at + 1);
        }
        let at = if self.tag(at) == Tag::The { at + 1 } else { at };
        if !self.is_day(at)
            || matches!(self.tag(at + 1), Tag::Percent | Tag::Unit(_) | Tag::Scale(_) | Tag::Meridiem(_))
        {
            return None;
        }
        Some(self.last_day(at + 1))
    }

    /// The end of `-5`, `to 5`, `through 5`, `and 5` behind a day.
    fn last_day(&self, at: usize) -> usize {
        let joins = match self.tag(at) {
            Tag::Hyphen => true,
            Tag::To => self.word(at) != "until",
            Tag::And => true,
            _ => false,
        };
        let second = at + 1;
        if joins
            && self.is_day(second)
            && !matches!(
                self.tag(second + 1),
                Tag::Percent | Tag::Unit(_) | Tag::Scale(_) | Tag::Period(_) | Tag::Currency(..) | Tag::Colon
            )
            && (self.tag(at) != Tag::And || !self.is_word(second + 1) || self.glued(second + 1))
        {
            second + 1
        } else {
            at
        }
    }

    /// The end of the year behind a month or day: `2003`, `, 2003`, `of 2003`, `last year`, `of that year`.
    fn year_behind(&self, at: usize) -> usize {
        if self.is_year(at) {
            return at + 1;
        }
        match self.tag(at) {
            Tag::Comma | Tag::Of if self.is_year(at + 1) => at + 2,
            Tag::Of if self.is_turned_year(at + 1) => at + 3,
            Tag::Turn(_) if self.is_turned_year(at) => at + 2,
            _ => at,
        }
    }

    fn is_turned_year(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Turn(Turn::Last | Turn::This | Turn::Next | Turn::That))
            && self.word(at + 1) == "year"
    }

    /// A month's name is as often a verb or somebody's name: what stands around it decides.
    fn month_alone(&self, at: usize, month: u8, doubtful: bool) -> Strength {
        let before = self.word_before(at);
        let within = matches!(
            before,
            "in" | "In"
                | "since"
                | "Since"
                | "by"
                | "By"
                | "until"
                | "Until"
                | "till"
                | "from"
                | "of"
                | "during"
                | "before"
                | "after"
                | "through"
                | "to"
                | "and"
                | "between"
                | "last"
                | "next"
                | "this"
                | "for"
                | "than"
                | "on"
                | "or"
                | "late"
                | "early"
                | "mid"
        );
        let full = self.word(at).len() > 4 || month == 5 || month == 6 || month == 7;
        if self.document.tokens()[at].case == crate::text::Case::Upper && !within {
            return Weak;
        }
        if !doubtful {
            return Sure;
        }
        match (within && full, self.is_capitalized(at + 1), self.word(at).len()) {
            (true, false, _) => Sure,
            (true, true, _) if matches!(before, "in" | "In" | "since" | "Since" | "by" | "By" | "last" | "next") => {
                Fair
            }
            (true, true, _) => Weak,
            (false, _, ..=4) => Weak,
            (false, _, _)
                if self.is_capitalized(at + 1) || (at > self.window().start && self.is_capitalized(at - 1)) =>
            {
                Weak
            }
            _ => Fair,
        }
    }

    /// `last week`, `this past week`, `next Friday`, `last July`, `this morning`, `last night`, `the same day`.
    fn turn(&self, at: usize, turn: Turn) -> Found {
        let next = self.skip_hyphen(at + 1);
        match self.tag(next) {
            Tag::Turn(Turn::Past | Turn::Coming | Turn::Same) if turn != Turn::Past => {
                self.date(next).map(|(end, _)| (end, Fair))
            }
            Tag::Period(period) => self.turned_period(next, turn, period),
            Tag::Daypart(part) if part != Daypart::Hours => match turn {
                Turn::This if part != Daypart::Night => Some((next + 1, Sure)),
                Turn::Last if part == Daypart::Night => Some((next + 1, Sure)),
                Turn::Next | Turn::Following => Some((next + 1, Fair)),
                Turn::That | Turn::Same => Some((next + 1, Weak)),
                _ => None,
            },
            Tag::Season(_) if turn != Turn::Same => Some((next + 1, Sure)),
            // `that Sunday` is rather `that` and a Sunday; in `this May 10` the date is enough.
            Tag::Weekday(_) if matches!(turn, Turn::Last | Turn::This | Turn::Next | Turn::Coming) => self.date(next),
            Tag::Month(..) if matches!(turn, Turn::Last | Turn::This | Turn::Next) => {
                self.month(next).filter(|(end, _)| *end == next + 1).map(|(end, strength)| (end, strength.max(Fair)))
            }
            Tag::Fiscal if self.word(next + 1) == "year" => Some((next + 2, Fair)),
            _ => None,
        }
    }

    fn turned_period(&self, at: usize, turn: Turn, period: Period) -> Found {
        if self.word(at).ends_with('s') {
            return None;
        }
        let near = matches!(turn, Turn::Last | Turn::This | Turn::Next);
        let strength = match (period, turn) {
            (Period::Week | Period::Weekend | Period::Month | Period::Year, _) if near => Sure,
            (Period::Term, _) if near => Fair,
            (Period::Quarter | Period::Decade | Period::Century, _) if near => Weak,
            (Period::Day, Turn::Next | Turn::Following) => Fair,
            (Period::Day, Turn::That | Turn::Same | Turn::Previous) => Weak,
            (Period::Week | Period::Month | Period::Year, Turn::Following) | (Period::Year, Turn::Past) => Fair,
            (Period::Week | Period::Month | Period::Year | Period::Weekend, _) => Weak,
            _ => return None,
        };
        Some((at + 1, strength))
    }

    fn in_digits(&self, at: usize) -> Found {
        if let Some(end) = self.numeric(at) {
            return Some((end, Sure));
        }
        if let Some(time) = self.time(at) {
            return Some(time);
        }
        if let Some(found) = self.decade(at) {
            return Some((found, if self.word(at).len() > 4 { Sure } else { Weak }));
        }
        if let Some(end) = self.day_month(at) {
            // `06-Mar` is rather a score that a spreadsheet took for a date.
            let garbled = self.is_hyphen(at + 1) && end == at + 3 && self.word(at + 2).len() < 5;
            return Some((end, if garbled { Weak } else { Sure }));
        }
        if self.ordinal_number(at) {
            return self.ordinal(at, at + 1);
        }
        self.counted_back(at).or_else(|| self.year(at))
    }

    /// `2024-07-16`, `16/07/2024`, `16.07.2024`.
    fn numeric(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if word.len() >= 8 {
            let parts: Vec<&str> = word.split('.').collect();
            let fits = matches!(parts[..], [d, m, y] if is_day_or_month(d) && is_day_or_month(m) && (y.len() == 4));
            return (fits && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()))).then_some(at + 1);
        }
        let mark = self.tag(at + 1);
        if !matches!(mark, Tag::Hyphen | Tag::Slash) || self.tag(at + 3) != mark || (1..5).any(|n| !self.glued(at + n))
        {
            return None;
        }
        let (first, second, third) = (word, self.word(at + 2), self.word(at + 4));
        let iso = first.len() == 4 && self.is_year(at) && is_day_or_month(third);
        let other = is_day_or_month(first) && third.len() == 4 && self.is_year(at + 4);
        let month = is_day_or_month(second);
        (month && (iso || other)).then_some(at + 5)
    }

    /// `3 May`, `3-5 May 2019`, `3 to 5 May`, `26th of February`.
    pub(super) fn day_month(&self, at: usize) -> Option<usize> {
        if !self.is_day(at) {
            return None;
        }
        let last = self.last_day_before_month(at + 1);
        let month = if self.tag(last) == Tag::Of { last + 1 } else { last };
        let month = if month == last { self.skip_hyphen(month) } else { month };
        let Tag::Month(..) = self.tag(month) else { return None };
        // `12 May Street` is rare; `2 March` is a date, but `2 may` is not (see the lexicon: months are capitalized).
        Some(self.year_behind(month + 1))
    }

    fn last_day_before_month(&self, at: usize) -> usize {
        let joins = matches!(self.tag(at), Tag::Hyphen | Tag::And) || self.word(at) == "to";
        if joins && self.is_day(at + 1) { at + 2 } else { at }
    }

    /// Whether a number can be a day of the month, an ordinal's ending allowed.
    fn is_day(&self, at: usize) -> bool {
        if self.tag(at) != Tag::Number {
            return false;
        }
        let word = self.word(at);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let fits = (1..=2).contains(&digits) && word[..digits].parse().is_ok_and(|day: u8| (1..=31).contains(&day));
        fits && (digits == word.len() || matches!(&word[digits..], "st" | "nd" | "rd" | "th"))
    }

    fn is_digits(&self, at: usize, count: std::ops::RangeInclusive<usize>) -> bool {
        self.tag(at) == Tag::Number
            && count.contains(&self.word(at).len())
            && self.word(at).bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether a number can be a year: four digits from 1000 to 2199.
    fn is_year(&self, at: usize) -> bool {
        self.is_digits(at, 4..=4) && matches!(self.word(at).as_bytes(), [b'1', ..] | [b'2', b'0' | b'1', ..])
    }

    fn ordinal_number(&self, at: usize) -> bool {
        self.tag(at) == Tag::Number
            && split_number(self.word(at))
                .is_some_and(|(value, suffix)| matches!(suffix, "st" | "nd" | "rd" | "th") && value <= 31.0)
    }

    /// `1990s`, `1990's`, `mid-1800s`; the end, if one begins here.
    fn decade(&self, at: usize) -> Option<usize> {
        let (value, suffix) = split_number(self.word(at))?;
        let fits = value % 10.0 == 0.0 && ((1000.0..2200.0).contains(&value) || (20.0..100.0).contains(&value));
        let clitic =
            value >= 1000.0 && suffix.is_empty() && matches!(self.word(at + 1), "'s" | "’s") && self.glued(at + 1);
        if !fits || self.word(at).contains([',', '.']) {
            None
        } else if suffix == "s" {
            Some(at + 1)
        } else {
            clitic.then_some(at + 2)
        }
    }

    /// `’60s`
    fn short_decade(&self, at: usize) -> Found {
        (self.word(at + 1).len() == 3 && self.decade(at + 1).is_some()).then_some((at + 2, Sure))
    }

    /// A year, a season's or span of years: `1998`, `1941 - 44`, `2022/23`, `480 B.C.`
    fn year(&self, at: usize) -> Found {
        if self.is_digits(at, 1..=4)
            && self.tag(at + 1) == Tag::Era
            && self.word(at + 1).len() > 1
            && self.is_capitalized(at + 1)
        {
            return Some((at + 2, Sure));
        }
        if !self.is_year(at) || (self.glued(at) && matches!(self.before(at), Tag::Hyphen | Tag::Slash | Tag::Colon)) {
            return None;
        }
        let joint = self.tag(at + 1);
        if matches!(joint, Tag::Hyphen | Tag::Slash) && self.ends_span(at) {
            return Some((at + 3, Sure));
        }
        if joint == Tag::Hyphen && self.glued(at + 1) && self.glued(at + 2) {
            return Some((at + 1, Weak));
        }
        let before = self.word_before(at);
        let lower = before.to_ascii_lowercase();
        let recent = matches!(self.word(at).as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
        let word_follows = self.is_word(at + 1) && self.tag(at + 1) == Tag::Plain;
        let name_follows = word_follows && self.is_capitalized(at + 1);
        let counts = word_follows && !name_follows && self.word(at).ends_with("00") && self.word(at + 1).ends_with('s');
        let strength = if BEFORE_A_YEAR.contains(&&*lower) {
            match (counts, recent, &*lower) {
                (true, true, _) => Fair,
                (true, false, _) => Weak,
                (false, true, _) | (false, false, "in" | "since" | "by" | "of") => Sure,
                (false, false, "from" | "until" | "till" | "to" | "around" | "circa" | "before" | "after") => Fair,
                _ => Weak,
            }
        } else if !recent {
            Weak
        } else if before.is_empty() || !self.is_word(at - 1) {
            if counts { Weak } else { Fair }
        } else if name_follows || (self.is_capitalized(at - 1) && !DETERMINERS.contains(&&*lower)) {
            // Rather part of a name: `Expo 2020`, `the 2012 London Olympics`.
            Weak
        } else if !word_follows || (DETERMINERS.contains(&&*lower) && !counts) {
            Fair
        } else {
            Weak
        };
        Some((at + 1, strength))
    }

    /// Whether a later year stands behind the mark behind a year, in full or by its last digits.
    fn ends_span(&self, at: usize) -> bool {
        let last = at + 2;
        let glued = self.glued(at + 1) == self.glued(last);
        let (first, second) = (self.word(at), self.word(last));
        if !glued || (self.glued(last + 1) && matches!(self.tag(last + 1), Tag::Hyphen | Tag::Slash)) {
            return false;
        }
        if self.is_year(last) {
            return first < second;
        }
        if !self.is_digits(last, 1..=2) {
            return false;
        }
        let head = &first[4 - second.len()..];
        head < second
    }

    /// `19th century`, `16th and 17th centuries`, `third quarter of 2008`, `second week of May`, `26th February`.
    fn ordinal(&self, at: usize, end: usize) -> Found {
        let mut end = end;
        if matches!(self.tag(end), Tag::And | Tag::Or | Tag::To | Tag::Hyphen)
            && (matches!(self.tag(end + 1), Tag::Ordinal(_)) || self.ordinal_number(end + 1))
        {
            end += 2;
        }
        let unit = self.skip_hyphen(end);
        match self.tag(unit) {
            Tag::Period(Period::Century) => {
                let era = self.tag(unit + 1) == Tag::Era && self.is_capitalized(unit + 1);
                Some((if era { unit + 2 } else { unit + 1 }, Sure))
            }
            Tag::Period(Period::Quarter) => {
                let with_year = self.year_behind(unit + 1);
                Some((with_year, if with_year > unit + 1 { Sure } else { Fair }))
            }
            Tag::Half if self.tag(unit + 1) == Tag::Of => self.span_of_time(unit + 2).map(|end| (end, Fair)),
            Tag::Period(Period::Week) if self.tag(unit + 1) == Tag::Of => {
                self.span_of_time(unit + 2).map(|end| (end, Fair))
            }
            // `the 11th`
            _ if end == at + 1 && self.tag(at) == Tag::Number && self.word_before(at) == "the" => Some((end, Weak)),
            _ => None,
        }
    }

    /// `the year`, `this year`, `last month`, `2021`, `June`, `June 2019`, `the century`: what can have a half or an end.
    fn span_of_time(&self, at: usize) -> Option<usize> {
        let inner = if self.tag(at) == Tag::The { at + 1 } else { at };
        match self.tag(inner) {
            Tag::Period(
                Period::Year | Period::Month | Period::Week | Period::Century | Period::Decade | Period::Weekend,
            ) if inner > at && !self.word(inner).ends_with('s') => Some(inner + 1),
            Tag::Turn(Turn::Last | Turn::This | Turn::Next) => self.date(inner).map(|(end, _)| end),
            Tag::Month(..) => self.month(inner).map(|(end, _)| end),
            Tag::Number if self.is_year(inner) => Some(inner + 1),
            Tag::Number => self.decade(inner),
            _ => None,
        }
    }

    /// `end of the year`, `middle of next month`.
    fn part(&self, at: usize) -> Found {
        if self.tag(at + 1) != Tag::Of {
            return None;
        }
        self.span_of_time(at + 2).map(|end| (end, Fair))
    }

    /// What takes its article along: `the 1990s`, `the late 1980s`, `the weekend`.
    fn with_article(&self, at: usize) -> Found {
        let next = at + 1;
        match self.tag(next) {
            Tag::Number => self.decade(next).map(|end| (end, Sure)),
            Tag::Apostrophe => self.short_decade(next),
            Tag::Edge(_) => {
                let decade = self.skip_hyphen(next + 1);
                self.decade(decade).map(|end| (end, Sure)).filter(|_| self.tag(decade) == Tag::Number)
            }
            Tag::Period(Period::Weekend) => Some((next + 1, Fair)),
            _ => None,
        }
    }

    /// `two years ago`, `a week ago`, `a day later`, `a couple of months earlier`, `a few years ago`.
    fn counted_back(&self, at: usize) -> Found {
        let mut period = match self.tag(at) {
            Tag::A if matches!(self.tag(at + 1), Tag::Period(_) | Tag::Vague) => at + 1,
            Tag::Number | Tag::Cardinal(_) | Tag::A | Tag::Half | Tag::Scales(_) => self.number(at)?.end,
            Tag::Vague => at,
            _ => return None,
        };
        while matches!(self.tag(period), Tag::Vague | Tag::Of) && period < at + 4 {
            period += 1;
        }
        let Tag::Period(unit) = self.tag(period) else { return None };
        let Tag::Ago(_) = self.tag(period + 1) else { return None };
        let word = self.word(period + 1);
        let strength = match (word, unit) {
            (_, Period::Minute | Period::Hour) => Weak,
            ("ago", _) => Sure,
            // `nine days later` counts from something that the article tells.
            ("later", _) if self.tag(at) != Tag::A || period > at + 1 => Weak,
            _ if self.tag(period + 2) == Tag::Plain && self.word(period + 2) == "than" => Weak,
            _ => Fair,
        };
        Some((period + 2, strength))
    }

    /// `summer 2019`, `spring of 2020`, or the season alone behind a preposition.
    fn season(&self, at: usize) -> Found {
        let end = self.year_behind(at + 1);
        if end > at + 1 {
            return Some((end, Sure));
        }
        let bare = matches!(self.word_before(at), "in" | "by" | "until" | "since");
        let noun_follows = self.is_word(at + 1) && self.tag(at + 1) == Tag::Plain && !self.is_capitalized(at + 1);
        Some((end, if bare && !noun_follows && !self.is_capitalized(at) { Fair } else { Weak }))
    }
}

fn is_day_or_month(digits: &str) -> bool {
    (1..=2).contains(&digits.len()) && digits.parse().is_ok_and(|n: u8| (1..=31).contains(&n))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn days_months_and_years() {
        for date in [
            "May 3-5",
            "3 to 5 May",
            "May 2003",
            "2024-07-16",
            "16/07/2024",
            "16.07.2024",
            "Sunday, Nov. 30, 2014",
            "Friday 22 July 2022",
            "July, 2006",
            "October of 2003",
            "26th February",
            "July 3,1988",
            "June of last year",
            "March 3 1922",
            "late May",
            "mid-March",
            "mid-2021",
            "January first",
            "September 11, 2001",
            "July 10 and 11",
            "Monday the 25 July 2022",
            "July-August 2006",
            "November 3 through 5",
        ] {
            assert_eq!(found(&format!("It was set for {date}.")), [format!("date:{date}")]);
        }
    }

    #[test]
    fn words_that_count_from_today() {
        for date in [
            "last week",
            "Tuesday next week",
            "Wednesday of last week",
            "earlier this month",
            "late last year",
            "two years ago",
            "a few weeks ago",
            "Sunday evening",
            "next Friday",
            "last July",
            "this morning",
            "last night",
            "tomorrow morning",
            "later that day",
            "early on Wednesday",
            "overnight Saturday",
            "a day later",
            "end of this month",
            "the weekend",
            "earlier Tuesday",
            "this past week",
            "the early hours of Monday morning",
        ] {
            let bare = date.strip_prefix("the early").map_or(date.to_owned(), |rest| format!("early{rest}"));
            assert_eq!(found(&format!("It came {date}.")), [format!("date:{bare}")]);
        }
    }

    #[test]
    fn decades_centuries_and_spans() {
        for date in [
            "the 1990s",
            "the late 1980s",
            "late 19th century",
            "16th and 17th centuries",
            "ninth-century",
            "1941-44",
            "1983-2017",
            "2022/23",
            "the fourth quarter of 2027",
            "480 B.C.",
            "mid-17th century",
            "first half of 2021",
            "the ’60s",
            "A.D. 800",
        ] {
            let bare = date.strip_prefix("the fourth").map_or(date.to_owned(), |rest| format!("fourth{rest}"));
            assert_eq!(found(&format!("It is from {date}, they say.")), [format!("date:{bare}")]);
        }
    }

    #[test]
    fn months_that_are_words_or_names() {
        assert_eq!(found("They may march, said April Okoro and May Lindqvist."), [""; 0]);
        assert_eq!(found("It opened in May and closed in March."), ["date:May", "date:March"]);
    }

    #[test]
    fn durations_counts_and_numbers_are_no_dates() {
        assert_eq!(found("For three years 2000 people, aged 19, lived on daily bread in recent years."), [""; 0]);
        assert_eq!(found("In 2000 it rained; since 1998 it has not."), ["date:2000", "date:1998"]);
    }
}
