//! What a date comes to: `Tuesday`, `late May`, `10 a.m. Monday` against the day of publication, in ISO 8601.

use std::ops::Range;

use jiff::civil::Date;

use super::day;
use super::tense::{self, Tense};
use crate::entity::pattern::{Edge, Period, Tag, Turn, View, split_number};
use crate::text::Document;

/// What the words of a date say, one by one.
#[derive(Clone, Debug, Default)]
struct Parts {
    years: Vec<i16>,
    months: Vec<u8>,
    days: Vec<u8>,
    weekday: Option<u8>,
    /// Days from today: `yesterday`.
    from_today: Option<i8>,
    daypart: bool,
    night: bool,
    turn: Option<Turn>,
    /// What is turned, counted or has an end.
    period: Option<Period>,
    season: bool,
    edge: Option<Edge>,
    /// `first` half, quarter or week.
    ordinal: Option<u8>,
    half: bool,
    part: bool,
    /// How many of the period, and in which direction.
    count: Option<(f64, i8)>,
    ago: bool,
    /// Begin of a decade; its length is ten years, that of a century a hundred.
    span: Option<(i16, i16)>,
    /// A time of day stands there. It adds nothing to the day, which is what a value gives.
    time: bool,
    /// Something that is not understood: no value is better than a wrong one.
    unclear: bool,
}

/// The days that an article names one after another, for what counts from the last one.
#[derive(Clone, Debug)]
pub(super) struct Calendar<'d, 't> {
    document: &'d Document<'t>,
    published: Option<Date>,
    /// The last day that was named, and the token behind it.
    last: Option<(Date, usize)>,
    /// The same for a month, by its first day.
    last_month: Option<(Date, usize)>,
}

impl<'d, 't> Calendar<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, published: Option<Date>) -> Self {
        Self { document, published, last: None, last_month: None }
    }

    /// The value of the next date of the article, in ISO 8601; `None` where it is not sure.
    pub(super) fn value(&mut self, tokens: Range<usize>) -> Option<String> {
        if tokens.is_empty() || tokens.len() > 24 {
            return None;
        }
        let parts = Parts::read(&View::of(self.document, tokens.clone()));
        if parts.unclear {
            return None;
        }
        if let Some(value) = parts.absolute() {
            if let Some(date) = parts.whole_day() {
                self.last = Some((date, tokens.end));
            }
            return Some(value);
        }
        if !parts.years.is_empty() || parts.span.is_some() {
            return None;
        }
        let published = self.published?;
        if let Some(date) = self.day(&parts, published, &tokens) {
            self.last = Some((date, tokens.end));
            return Some(iso(date));
        }
        if let Some(month) = self.same_month(&parts, &tokens) {
            return Some(iso_month(month));
        }
        let value = parts.relative(published, || tense::around(self.document, tokens.clone()))?;
        if let ([_], Some((year, month))) = (&parts.months[..], value.split_once('-'))
            && let (Ok(year), Ok(month)) = (year.parse(), month.parse())
        {
            self.last_month = day::day(year, month, 1).map(|month| (month, tokens.end));
        }
        Some(value)
    }

    /// The one day that the words mean.
    fn day(&self, parts: &Parts, published: Date, tokens: &Range<usize>) -> Option<Date> {
        let tense = || tense::around(self.document, tokens.clone());
        if parts.days.len() > 1 || parts.months.len() > 1 {
            return None;
        }
        if let (Some(day), Some(month)) = (parts.days.first(), parts.months.first()) {
            if let Some(turn) = parts.turn.filter(|_| parts.period == Some(Period::Year)) {
                return day::day(published.year() + turned(turn)?, *month, *day);
            }
            return nearest(published, tense(), |year| day::day(year, *month, *day));
        }
        if let Some(weekday) = parts.weekday {
            return self.weekday(parts, weekday, published, tense);
        }
        if let Some(days) = parts.from_today {
            // `last night` told after midnight is still yesterday's.
            return day::plus_days(published, i64::from(days));
        }
        match (parts.turn, parts.period) {
            (Some(Turn::Last), None) if parts.night => return day::plus_days(published, -1),
            (Some(Turn::This), None) if parts.daypart => return Some(published),
            (Some(Turn::Next | Turn::Following), None) if parts.daypart => {
                return day::plus_days(self.before(tokens)?, 1);
            }
            (Some(Turn::Next | Turn::Following), Some(Period::Day)) => return day::plus_days(self.before(tokens)?, 1),
            _ => {}
        }
        if let Some((count, direction)) = parts.count
            && count.fract() == 0.0
            && count <= 60.0
        {
            let count = count as i64 * i64::from(direction);
            let from = if parts.ago { published } else { self.before(tokens)? };
            return match parts.period? {
                Period::Day => day::plus_days(from, count),
                Period::Week if parts.ago => day::plus_days(from, 7 * count),
                _ => None,
            };
        }
        if let [day] = parts.days[..]
            && parts.months.is_empty()
            && parts.turn.is_none()
        {
            // `the 11th`: the one nearest to the day of publication.
            let this = day::day(published.year(), published.month().unsigned_abs(), day)?;
            let gap = day::days_between(published, this);
            return match tense() {
                Tense::Future if gap < 0 => day::plus_months(this, 1),
                Tense::Past if gap > 0 => day::plus_months(this, -1),
                _ => Some(this),
            };
        }
        if parts.time && parts.is_time_alone() {
            return Some(self.beside(tokens).unwrap_or(published));
        }
        None
    }

    /// `in June than a year ago`, `in February from a year earlier`: the month named just before, in the year before.
    fn same_month(&self, parts: &Parts, tokens: &Range<usize>) -> Option<Date> {
        let (month, end) = self.last_month?;
        let near = tokens.start - end <= 4 && matches!(self.document.word(tokens.start - 1), "than" | "from");
        let year = parts.period == Some(Period::Year) && parts.count == Some((1.0, -1));
        (near && year).then(|| day::plus_months(month, -12))?
    }

    /// The day that was named last, if not long before.
    fn before(&self, tokens: &Range<usize>) -> Option<Date> {
        self.last.filter(|(_, end)| tokens.start - end <= 60).map(|(date, _)| date)
    }

    /// The day that was named last in the same paragraph.
    fn beside(&self, tokens: &Range<usize>) -> Option<Date> {
        let (date, end) = self.last?;
        let document = self.document;
        let at = document
            .paragraphs()
            .partition_point(|paragraph| document.paragraph_tokens(*paragraph).end <= tokens.start);
        let paragraph = document.paragraph_tokens(*document.paragraphs().get(at)?);
        (end > paragraph.start).then_some(date)
    }

    fn weekday(&self, parts: &Parts, weekday: u8, published: Date, tense: impl Fn() -> Tense) -> Option<Date> {
        let back = || day::on_or_before(published, weekday);
        match (parts.turn, parts.period) {
            // `Tuesday next week`, `Wednesday of last week`, `Sunday week`
            (Some(turn), Some(Period::Week)) => {
                let monday = day::plus_days(day::monday(published)?, 7 * i64::from(turned(turn)?))?;
                day::on_or_after(monday, weekday)
            }
            (None, Some(Period::Week)) => day::plus_days(day::on_or_after(published, weekday)?, 7),
            (Some(Turn::Last), _) => day::on_or_before(day::plus_days(published, -1)?, weekday),
            (Some(Turn::Next | Turn::Coming | Turn::Following), _) => {
                day::on_or_after(day::plus_days(published, 1)?, weekday)
            }
            (Some(Turn::This), _) => match tense() {
                Tense::Past => back(),
                _ => day::on_or_after(published, weekday),
            },
            (Some(_), _) => None,
            (None, None) => match tense() {
                Tense::Future => day::on_or_after(published, weekday),
                Tense::Past | Tense::Unknown => back(),
            },
            (None, Some(_)) => None,
        }
    }
}

impl Parts {
    fn read(view: &View<'_, '_>) -> Self {
        let mut parts = Self::default();
        let window = view.window();
        let mut at = window.start;
        while at < window.end {
            at = parts.token(view, at);
        }
        parts
    }

    /// Takes in what stands at a token; gives the token behind it.
    fn token(&mut self, view: &View<'_, '_>, at: usize) -> usize {
        match view.tag(at) {
            Tag::Number => return self.number(view, at),
            Tag::Month(month, _) => self.months.push(month),
            Tag::Weekday(weekday) => {
                self.unclear |= self.weekday.is_some();
                self.weekday = Some(weekday);
            }
            Tag::Daypart(part) => {
                self.daypart = true;
                self.night |= part == crate::entity::pattern::Daypart::Night;
            }
            Tag::Period(period) => self.period = Some(period),
            Tag::Season(_) => self.season = true,
            Tag::Day(days) => self.from_today = Some(days),
            Tag::Turn(Turn::Same | Turn::That | Turn::Previous) => self.unclear = true,
            // `this past week`
            Tag::Turn(Turn::Past) if self.turn.is_some() => self.turn = Some(Turn::Last),
            Tag::Turn(turn) => self.turn = Some(turn),
            Tag::Edge(edge) => self.edge = Some(edge),
            // `earlier this month` adds nothing; `two days earlier` counts.
            Tag::Ago(direction) => {
                self.count = self.count.map(|(count, _)| (count, direction));
                self.ago = view.word(at) == "ago";
            }
            Tag::Cardinal(_) if matches!(view.tag(at + 1), Tag::Clock | Tag::Meridiem(_)) => self.time = true,
            Tag::Half if self.half => {}
            Tag::Cardinal(_) | Tag::A | Tag::Half | Tag::Vague | Tag::Scales(_) => return self.counted(view, at),
            Tag::Ordinal(nth) => self.nth(nth, view, at),
            Tag::Noon | Tag::Clock | Tag::Meridiem(_) => self.time = true,
            Tag::Midnight => self.unclear = true,
            Tag::Part => self.part = true,
            Tag::Era => self.unclear = !view.word(at).starts_with(['A', 'a']),
            Tag::Fiscal => self.unclear = true,
            Tag::Plain if view.word(at).eq_ignore_ascii_case("hours") => {}
            Tag::Plain if view.word(at).chars().any(char::is_alphabetic) && !matches!(view.word(at), "'s" | "’s") => {
                self.unclear = true;
            }
            _ => {}
        }
        at + 1
    }

    fn nth(&mut self, nth: u8, view: &View<'_, '_>, at: usize) {
        let next = if view.tag(at + 1) == Tag::Hyphen { at + 2 } else { at + 1 };
        match view.tag(next) {
            Tag::Period(Period::Century) => {
                let first = (i16::from(nth) - 1) * 100 + 1;
                self.span = Some((first, first + 99));
            }
            Tag::Period(_) => self.ordinal = Some(nth),
            Tag::Half => {
                self.ordinal = Some(nth);
                self.half = true;
            }
            _ if nth <= 31 => self.days.push(nth),
            _ => self.unclear = true,
        }
    }

    fn number(&mut self, view: &View<'_, '_>, at: usize) -> usize {
        let word = view.word(at);
        // `July 3,1988`
        if let Some((day, year)) = word.split_once(',')
            && let (Ok(day), Ok(year)) = (day.parse(), year.parse())
            && !self.months.is_empty()
        {
            self.days.push(day);
            self.years.push(year);
            return at + 1;
        }
        if let Some(end) = self.numeric(view, at) {
            return end;
        }
        let Some((value, suffix)) = split_number(word) else {
            self.unclear = true;
            return at + 1;
        };
        if matches!(view.tag(at + 1), Tag::Meridiem(_) | Tag::Clock) || is_meridiem(suffix) {
            self.time = true;
            return at + 1;
        }
        if view.tag(at + 1) == Tag::Colon && view.tag(at + 2) == Tag::Number {
            self.time = true;
            return at + 3;
        }
        let digits = word.len();
        match suffix {
            "" if digits == 4 && view.tag(at + 1) == Tag::Zone => self.time = true,
            "" if digits == 5 && word.as_bytes()[2] == b'.' => self.time = true,
            "" if digits == 4
                && value >= 1000.0
                && matches!(view.word(at + 1), "'s" | "’s")
                && value % 10.0 == 0.0
                && view.window().end == at + 2 =>
            {
                self.decade(value as i16);
            }
            "" if digits == 4 && (1000.0..2200.0).contains(&value) => self.years.push(value as i16),
            "" if matches!(view.tag(at + 1), Tag::Period(_) | Tag::Vague)
                || (digits > 2 && view.tag(at + 1) != Tag::Era) =>
            {
                return self.counted(view, at);
            }
            "" if !self.years.is_empty()
                && self.months.is_empty()
                && at > view.window().start
                && matches!(view.tag(at - 1), Tag::Hyphen | Tag::Slash) =>
            {
                self.last_of_span(value as i16, digits);
            }
            "" if (1.0..=31.0).contains(&value) && value.fract() == 0.0 => self.days.push(value as u8),
            "st" | "nd" | "rd" | "th" if (1.0..=31.0).contains(&value) => self.nth(value as u8, view, at),
            "s" if value % 10.0 == 0.0 && value >= 1000.0 => self.decade(value as i16),
            "s" if value % 10.0 == 0.0 && value >= 20.0 => self.decade(1900 + value as i16),
            _ => self.unclear = true,
        }
        at + 1
    }

    fn decade(&mut self, first: i16) {
        self.unclear |= self.span.is_some() || self.edge.is_some();
        self.span = Some((first, first + if first % 100 == 0 && first < 2000 { 99 } else { 9 }));
    }

    /// The second year of `1941-44`.
    fn last_of_span(&mut self, tail: i16, digits: usize) {
        let Some(first) = self.years.last().copied() else { return };
        let unit = if digits == 1 { 10 } else { 100 };
        self.years.push(first - first % unit + tail);
    }

    /// `2024-07-16`, `16/07/2024`, `16.07.2024`; day and month that could be either way round are not sure.
    fn numeric(&mut self, view: &View<'_, '_>, at: usize) -> Option<usize> {
        let word = view.word(at);
        let (parts, end): ([&str; 3], usize) = if word.matches('.').count() == 2 {
            let mut parts = word.split('.');
            ([parts.next()?, parts.next()?, parts.next()?], at + 1)
        } else {
            let mark = view.tag(at + 1);
            let joined = matches!(mark, Tag::Hyphen | Tag::Slash) && view.tag(at + 3) == mark;
            if !joined || !(1..5).all(|n| view.glued(at + n)) {
                return None;
            }
            ([word, view.word(at + 2), view.word(at + 4)], at + 5)
        };
        let [first, second, third] = parts.map(|part| part.parse::<i16>().unwrap_or(-1));
        let (year, month, day) = if parts[0].len() == 4 { (first, second, third) } else { (third, second, first) };
        if parts[0].len() != 4 && view.tag(at + 1) == Tag::Slash && month <= 12 && day <= 12 && month != day {
            self.unclear = true;
        }
        let (month, day) = if month > 12 { (day, month) } else { (month, day) };
        if day::day(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).is_none() {
            self.unclear = true;
            return Some(end);
        }
        self.years.push(year);
        self.months.push(month as u8);
        self.days.push(day as u8);
        Some(end)
    }

    fn counted(&mut self, view: &View<'_, '_>, at: usize) -> usize {
        if let Tag::A = view.tag(at)
            && matches!(view.tag(at + 1), Tag::Period(_))
        {
            self.count = Some((1.0, 0));
            return at + 1;
        }
        match view.number(at) {
            Some(figure) if figure.value.is_some() && view.tag(figure.end) != Tag::Vague => {
                self.count = figure.value.map(|value| (value, 0));
                figure.end
            }
            _ => {
                // `a few years ago`
                self.unclear = true;
                at + 1
            }
        }
    }

    fn is_time_alone(&self) -> bool {
        self.years.is_empty()
            && self.months.is_empty()
            && self.days.is_empty()
            && self.turn.is_none()
            && self.period.is_none()
    }

    fn whole_day(&self) -> Option<Date> {
        match (&self.years[..], &self.months[..], &self.days[..]) {
            ([year], [month], [day]) => day::day(*year, *month, *day),
            _ => None,
        }
    }

    /// The value of a date that names its year.
    fn absolute(&self) -> Option<String> {
        if let Some((first, last)) = self.span {
            let bare = self.years.is_empty() && self.months.is_empty() && self.edge.is_none() && self.turn.is_none();
            return bare.then(|| format!("{first:04}/{last:04}"));
        }
        match (&self.years[..], &self.months[..], &self.days[..]) {
            ([year], [month], [day]) => day::day(*year, *month, *day).map(iso),
            // `Sunday in September 1967`: which of them the article does not say.
            ([year], [month], []) if self.weekday.is_none() => Some(format!("{year:04}-{month:02}")),
            ([year], [], []) => match (self.ordinal, self.half, self.period) {
                (Some(nth @ 1..=2), true, _) => Some(months(*year, 6 * (nth - 1) + 1, 6)),
                (Some(nth @ 1..=4), _, Some(Period::Quarter)) => Some(months(*year, 3 * (nth - 1) + 1, 3)),
                (None, _, _) if self.edge == Some(Edge::Mid) => Some(format!("{year:04}-06")),
                (None, _, _) => Some(format!("{year:04}")),
                _ => None,
            },
            ([first, last], [], []) if first < last => Some(format!("{first:04}/{last:04}")),
            ([year], [first, last], []) if first < last => Some(format!("{year:04}-{first:02}/{year:04}-{last:02}")),
            ([year], [month], [first, last]) => days(*year, *month, *first, *last),
            _ => None,
        }
    }

    /// The value of a month, week, year or span of days that counts from the day of publication.
    fn relative(&self, published: Date, tense: impl Fn() -> Tense) -> Option<String> {
        if self.time {
            return None;
        }
        if let ([month], [first, last]) = (&self.months[..], &self.days[..]) {
            let date = nearest(published, tense(), |year| day::day(year, *month, *first))?;
            return days(date.year(), *month, *first, *last);
        }
        if let [month] = self.months[..] {
            return self.month(month, published, &tense);
        }
        if self.months.len() > 1 || !self.days.is_empty() {
            return None;
        }
        if let Some((count, _)) = self.count {
            return self.counted_back(count, published);
        }
        self.turned(published, tense)
    }

    fn counted_back(&self, count: f64, published: Date) -> Option<String> {
        let whole = count.fract() == 0.0 && count <= 60.0 && self.ago;
        match self.period? {
            Period::Year if whole => Some(format!("{:04}", published.year() - count as i16)),
            Period::Month if whole => {
                let date = day::plus_months(published, -(count as i64))?;
                Some(iso_month(date))
            }
            _ => None,
        }
    }

    fn month(&self, month: u8, published: Date, tense: impl Fn() -> Tense) -> Option<String> {
        let this = published.month().unsigned_abs();
        let year = match (self.turn, self.period) {
            (Some(turn), Some(Period::Year)) => published.year() + turned(turn)?,
            (Some(Turn::Last), None) => published.year() - i16::from(month >= this),
            (Some(Turn::Next), None) => published.year() + i16::from(month <= this),
            (Some(Turn::This), None) => published.year(),
            (None, _) => nearest(published, tense(), |year| day::day(year, month, 15))?.year(),
            _ => return None,
        };
        self.weekday.is_none().then(|| format!("{year:04}-{month:02}"))
    }

    fn turned(&self, published: Date, tense: impl Fn() -> Tense) -> Option<String> {
        let (year, month) = (published.year(), published.month().unsigned_abs());
        if self.season {
            // A winter lies in two years.
            let year = match self.turn {
                None => year,
                Some(turn) => year + turned(turn)?,
            };
            return Some(format!("{year:04}"));
        }
        let step = match self.turn {
            Some(turn) => turned(turn)?,
            // `the end of the year`
            None if self.part => 0,
            None => return None,
        };
        match self.period? {
            // `early next year` is a span without clear ends; `the end of the year` is given by its year.
            Period::Year if self.edge.is_none() && self.ordinal.is_none() => Some(format!("{:04}", year + step)),
            Period::Year => match (self.ordinal, self.half) {
                (Some(nth @ 1..=2), true) => Some(months(year + step, 6 * (nth - 1) + 1, 6)),
                _ => None,
            },
            Period::Month => {
                let months = i16::from(month) - 1 + step;
                Some(format!("{:04}-{:02}", year + months.div_euclid(12), months.rem_euclid(12) + 1))
            }
            Period::Week => Some(day::week(day::plus_days(published, 7 * i64::from(step))?)),
            Period::Weekend => {
                let saturday = match (step, tense()) {
                    (0, Tense::Past) | (-1, _) => day::on_or_before(day::plus_days(published, -1)?, 6)?,
                    _ => day::on_or_after(published, 6)?,
                };
                Some(format!("{}/{}", iso(saturday), iso(day::plus_days(saturday, 1)?)))
            }
            _ => None,
        }
    }
}

fn is_meridiem(suffix: &str) -> bool {
    matches!(suffix, "am" | "pm" | "AM" | "PM" | "a.m" | "p.m" | "a.m." | "p.m.")
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn iso_month(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

fn days(year: i16, month: u8, first: u8, last: u8) -> Option<String> {
    let (first, last) = (day::day(year, month, first)?, day::day(year, month, last)?);
    (first < last).then(|| format!("{}/{}", iso(first), iso(last)))
}

fn months(year: i16, first: u8, count: u8) -> String {
    format!("{year:04}-{first:02}/{year:04}-{:02}", first + count - 1)
}

/// How many periods from the present one.
fn turned(turn: Turn) -> Option<i16> {
    match turn {
        Turn::Last => Some(-1),
        Turn::This => Some(0),
        Turn::Next | Turn::Coming => Some(1),
        _ => None,
    }
}

/// Of last year's, this year's and next year's, the day nearest to the day of publication, on the side that the tense
/// tells; a day of the past month is rather not next year's, and the other way round.
fn nearest(published: Date, tense: Tense, in_year: impl Fn(i16) -> Option<Date>) -> Option<Date> {
    let cost = |date: &Date| {
        let gap = day::days_between(published, *date);
        let against = match tense {
            Tense::Past => gap > 0,
            Tense::Future => gap < -31,
            Tense::Unknown => false,
        };
        // What lies ahead is told less often than what lies behind.
        gap.abs() + if against { 300 } else { 0 } + if gap > 0 && tense == Tense::Unknown { 60 } else { 0 }
    };
    (-1..=1).filter_map(|years| in_year(published.year() + years)).min_by_key(cost)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value of a date of an article that appeared on Friday, 19 July 2024.
    fn value(text: &str, date: &str) -> Option<String> {
        let document = Document::new(text);
        let start = text.find(date).expect("stands in the text");
        let tokens = document.tokens_in(crate::Span::new(start, start + date.len()));
        Calendar::new(&document, day::day(2024, 7, 19)).value(tokens)
    }

    fn alone(date: &str) -> String {
        value(&format!("It was {date}."), date).unwrap_or_default()
    }

    #[test]
    fn dates_that_name_their_year() {
        for (date, iso) in [
            ("May 3, 2003", "2003-05-03"),
            ("3-5 May 2019", "2019-05-03/2019-05-05"),
            ("October of 2003", "2003-10"),
            ("1998", "1998"),
            ("the 1990s", "1990/1999"),
            ("19th century", "1801/1900"),
            ("1941-44", "1941/1944"),
            ("2022/23", "2022/2023"),
            ("mid-2021", "2021-06"),
            ("fourth quarter of 2027", "2027-10/2027-12"),
            ("first half of 2021", "2021-01/2021-06"),
            ("2024-07-16", "2024-07-16"),
            ("16/07/2024", "2024-07-16"),
            ("7:52 p.m. on March 3, 2016", "2016-03-03"),
            ("Sunday, Nov. 30, 2014", "2014-11-30"),
            ("July 3,1988", "1988-07-03"),
            ("26th February 2020", "2020-02-26"),
        ] {
            assert_eq!(alone(date), iso, "{date}");
        }
    }

    #[test]
    fn dates_that_count_from_the_day_of_publication() {
        for (date, iso) in [
            ("Tuesday", "2024-07-16"),
            ("Friday", "2024-07-19"),
            ("last Friday", "2024-07-12"),
            ("next Monday", "2024-07-22"),
            ("Tuesday next week", "2024-07-23"),
            ("Wednesday of last week", "2024-07-10"),
            ("yesterday", "2024-07-18"),
            ("last night", "2024-07-18"),
            ("10 a.m. Monday", "2024-07-15"),
            ("noon Saturday", "2024-07-13"),
            ("late May", "2024-05"),
            ("last December", "2023-12"),
            ("next May", "2025-05"),
            ("June of last year", "2023-06"),
            ("May 3-5", "2024-05-03/2024-05-05"),
            ("last week", "2024-W28"),
            ("last month", "2024-06"),
            ("earlier this year", "2024"),
            ("two years ago", "2022"),
            ("10 days ago", "2024-07-09"),
            ("a week ago", "2024-07-12"),
            ("last weekend", "2024-07-13/2024-07-14"),
            ("the end of June", "2024-06"),
            ("end of the year", "2024"),
            ("1500 GMT", "2024-07-19"),
            ("2.15pm", "2024-07-19"),
        ] {
            assert_eq!(alone(date), iso, "{date}");
        }
    }

    #[test]
    fn the_tense_tells_the_side() {
        assert_eq!(value("The bridge will open on Friday week.", "Friday week").as_deref(), Some("2024-07-26"));
        assert_eq!(value("The bridge will open on Tuesday.", "Tuesday").as_deref(), Some("2024-07-23"));
        assert_eq!(value("It opened in September.", "September").as_deref(), Some("2023-09"));
        assert_eq!(value("It is to open in February.", "February").as_deref(), Some("2025-02"));
        assert_eq!(value("He spoke on Aug. 30 and left.", "Aug. 30").as_deref(), Some("2023-08-30"));
        assert_eq!(value("He will speak on Aug. 30.", "Aug. 30").as_deref(), Some("2024-08-30"));
    }

    #[test]
    fn what_is_not_sure_has_no_value() {
        for date in [
            "a few years ago",
            "early next year",
            "late 1990s",
            "04/05/2024",
            "480 B.C.",
            "that year",
            "31 February 2020",
            "midnight",
        ] {
            assert_eq!(alone(date), "", "{date}");
        }
        let document = Document::new("It opened on Tuesday.");
        assert_eq!(Calendar::new(&document, None).value(3..4), None);
    }

    #[test]
    fn the_next_day_counts_from_the_last_one_named() {
        let text = "They met on Monday. The next day she left.";
        let document = Document::new(text);
        let mut calendar = Calendar::new(&document, day::day(2024, 7, 19));
        assert_eq!(calendar.value(3..4).as_deref(), Some("2024-07-15"));
        assert_eq!(calendar.value(6..8).as_deref(), Some("2024-07-16"));
    }
}
