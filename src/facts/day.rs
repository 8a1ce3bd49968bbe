//! The calendar: everything that is asked of the date library, in one place.
//!
//! Only of its plain dates: its spans of time and its reading of text would make the browser's download 41 KB larger
//! (brotli), all that is used here costs 3 KB.

use jiff::SignedDuration;
use jiff::civil::{Date, ISOWeekDate};

/// The day `days` days after `date`.
pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(SignedDuration::from_hours(days.checked_mul(24)?)).ok()
}

/// The day of the same number in another month; the last one where the month is shorter.
pub(super) fn plus_months(date: Date, months: i64) -> Option<Date> {
    let months = i64::from(date.year()) * 12 + i64::from(date.month()) - 1 + months;
    let first = day(i16::try_from(months.div_euclid(12)).ok()?, months.rem_euclid(12) as u8 + 1, 1)?;
    Date::new(first.year(), first.month(), date.day().min(first.days_in_month())).ok()
}

/// Reads a day written `YYYY-MM-DD`, and nothing else.
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) fn read(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day_of_month) = rest.split_once('-')?;
    let number = |digits: &str, length| {
        (digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse::<i16>().ok())?
    };
    day(number(year, 4)?, u8::try_from(number(month, 2)?).ok()?, u8::try_from(number(day_of_month, 2)?).ok()?)
}

/// 1 (Monday) to 7.
pub(super) fn weekday(date: Date) -> u8 {
    date.weekday().to_monday_one_offset().unsigned_abs()
}

/// The Monday of the week that `date` lies in.
pub(super) fn monday(date: Date) -> Option<Date> {
    plus_days(date, 1 - i64::from(weekday(date)))
}

/// The first such weekday after `date`, or `date` itself.
pub(super) fn on_or_after(date: Date, day: u8) -> Option<Date> {
    plus_days(date, (i64::from(day) - i64::from(weekday(date))).rem_euclid(7))
}

/// The last such weekday before `date`, or `date` itself.
pub(super) fn on_or_before(date: Date, day: u8) -> Option<Date> {
    plus_days(date, -(i64::from(weekday(date)) - i64::from(day)).rem_euclid(7))
}

/// The ISO 8601 week of a day, as `2024-W29`.
pub(super) fn week(date: Date) -> String {
    let week: ISOWeekDate = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// A day, if the calendar has it.
pub(super) fn day(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// How many days `to` lies after `from`.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    let day_number = |date: Date| {
        let (year, ordinal) = (i64::from(date.year()) - 1, i64::from(date.day_of_year()));
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + ordinal
    };
    day_number(to) - day_number(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday() {
        let date = day(2024, 7, 16).expect("a day");
        assert_eq!(weekday(date), 2);
        assert_eq!(monday(date), day(2024, 7, 15));
        assert_eq!(on_or_after(date, 1), day(2024, 7, 22));
        assert_eq!(on_or_before(date, 3), day(2024, 7, 10));
        assert_eq!(on_or_before(date, 2), Some(date));
        assert_eq!(week(date), "2024-W29");
    }

    #[test]
    fn months_are_added_and_days_read() {
        assert_eq!(plus_months(day(2024, 3, 31).expect("a day"), -1), day(2024, 2, 29));
        assert_eq!(plus_months(day(2024, 1, 15).expect("a day"), -1), day(2023, 12, 15));
        assert_eq!(plus_months(day(2024, 12, 15).expect("a day"), 1), day(2025, 1, 15));
        assert_eq!(read("2024-02-29"), day(2024, 2, 29));
        for bad in ["", "2024", "2023-02-29", "24-02-01", "2024-2-1", "+024-01-01", "2024-01-01T00:00", "2024-01-0é"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_counted_over_leap_years() {
        let (from, to) = (day(2023, 12, 31).expect("a day"), day(2024, 12, 31).expect("a day"));
        assert_eq!(days_between(from, to), 366);
        assert_eq!(days_between(to, from), -366);
        assert_eq!(day(2023, 2, 29), None);
    }
}
