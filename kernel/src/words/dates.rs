//! Dates and hours as the office writes them. The clock inside is UTC; people read East Africa Time, which has been +03:00
//! without summer time since 1960, so no zone tables are needed. Forms follow CLDR's Swahili; the letters' clock counts
//! from dawn, as State House notices do, and always carries the 24-hour form, for six hours' doubt would spoil a custody record.

use jiff::civil::DateTime;
use jiff::{Timestamp, tz::Offset};

use super::{Lang, Tongue};

/// East Africa Time.
pub const EAT: Offset = Offset::constant(3);

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
/// Within half a day people count hours, even over midnight; beyond it they say "yesterday".
const HOURS_UNTIL: i64 = 12 * HOUR;

impl Tongue {
    /// `24/11/2026`, in East Africa Time.
    pub fn date(&self, at: Timestamp) -> String {
        let at = EAT.to_datetime(at);
        format!("{:02}/{:02}/{}", at.day(), at.month(), at.year())
    }

    /// `24/11/2026 14:05`, 24-hour East Africa Time.
    pub fn time(&self, at: Timestamp) -> String {
        format!("{} {}", self.date(at), clock(EAT.to_datetime(at)))
    }

    /// `Jumanne, 24 Novemba 2026`.
    pub fn long_date(&self, at: Timestamp) -> String {
        let at = EAT.to_datetime(at);
        let weekday = weekdays(self.lang)[usize::from(at.weekday().to_monday_zero_offset().unsigned_abs())];
        let month = months(self.lang)[usize::from(at.month().unsigned_abs()) - 1];
        format!("{weekday}, {} {month} {}", at.day(), at.year())
    }

    /// How far a moment is from now: `siku 3 zilizopita`, `baada ya saa 2`, `jana`, `sasa hivi`.
    pub fn relative(&self, then: Timestamp, now: Timestamp) -> String {
        let ahead_seconds = then.as_second() - now.as_second();
        let days = EAT.to_datetime(then).date().duration_since(EAT.to_datetime(now).date()).as_hours() / 24;
        let seconds = ahead_seconds.abs();
        let (count, unit) = match days.abs() {
            _ if seconds < MINUTE => return self.one("sasa hivi", "just now"),
            _ if seconds < HOUR => (seconds / MINUTE, Unit::Minute),
            0 => (seconds / HOUR, Unit::Hour),
            _ if seconds < HOURS_UNTIL => (seconds / HOUR, Unit::Hour),
            1 if days < 0 => return self.one("jana", "yesterday"),
            1 => return self.one("kesho", "tomorrow"),
            days @ 2..14 => (days, Unit::Day),
            days @ 14..61 => (days / 7, Unit::Week),
            days @ 61..730 => (days / 30, Unit::Month),
            days => (days / 365, Unit::Year),
        };
        match self.lang {
            Lang::Sw => unit.swahili(count, ahead_seconds > 0),
            Lang::En => unit.english(count, ahead_seconds > 0),
        }
    }

    /// The hour as a letter gives it: `saa 8:00 mchana (14:00)`; in English `14:00`.
    pub fn clock_letter(&self, at: Timestamp) -> String {
        let at = EAT.to_datetime(at);
        match self.lang {
            Lang::En => clock(at),
            Lang::Sw => {
                let hour = (at.hour() + 5).rem_euclid(12) + 1;
                format!("saa {hour}:{:02} {} ({})", at.minute(), day_part(at.hour()), clock(at))
            }
        }
    }

    fn one(&self, sw: &str, en: &str) -> String {
        match self.lang {
            Lang::Sw => sw.to_owned(),
            Lang::En => en.to_owned(),
        }
    }
}

#[derive(Copy, Clone)]
enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// The past form agrees with the noun: `saa 1 iliyopita`, `saa 3 zilizopita`, `mwezi 1 uliopita`, `miezi 3 iliyopita`.
    fn swahili(self, count: i64, is_ahead: bool) -> String {
        let (noun, passed) = match (self, count) {
            (Self::Minute, 1) => ("dakika", "iliyopita"),
            (Self::Minute, _) => ("dakika", "zilizopita"),
            (Self::Hour, 1) => ("saa", "iliyopita"),
            (Self::Hour, _) => ("saa", "zilizopita"),
            (Self::Day, 1) => ("siku", "iliyopita"),
            (Self::Day, _) => ("siku", "zilizopita"),
            (Self::Week, 1) => ("wiki", "iliyopita"),
            (Self::Week, _) => ("wiki", "zilizopita"),
            (Self::Month, 1) => ("mwezi", "uliopita"),
            (Self::Month, _) => ("miezi", "iliyopita"),
            (Self::Year, 1) => ("mwaka", "uliopita"),
            (Self::Year, _) => ("miaka", "iliyopita"),
        };
        if is_ahead { format!("baada ya {noun} {count}") } else { format!("{noun} {count} {passed}") }
    }

    fn english(self, count: i64, is_ahead: bool) -> String {
        let noun = match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        };
        let plural = if count == 1 { "" } else { "s" };
        if is_ahead { format!("in {count} {noun}{plural}") } else { format!("{count} {noun}{plural} ago") }
    }
}

fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// CLDR's parts of the day for Swahili.
const fn day_part(hour: i8) -> &'static str {
    match hour {
        4..7 => "alfajiri",
        7..12 => "asubuhi",
        12..16 => "mchana",
        16..19 => "jioni",
        _ => "usiku",
    }
}

const fn weekdays(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::Sw => ["Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa", "Jumamosi", "Jumapili"],
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    }
}

const fn months(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::Sw => ["Januari", "Februari", "Machi", "Aprili", "Mei", "Juni", "Julai", "Agosti", "Septemba", "Oktoba", "Novemba", "Desemba"],
        Lang::En => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Lang, Tongue, Words};
    use jiff::Timestamp;

    fn tongue(lang: Lang) -> Tongue {
        Tongue::new(Arc::new(Words::new(&[]).unwrap()), lang)
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_read_in_east_africa() {
        let sw = tongue(Lang::Sw);
        let late = at("2026-11-23T22:05:00Z");
        assert_eq!(sw.date(late), "24/11/2026");
        assert_eq!(sw.time(late), "24/11/2026 01:05");
        assert_eq!(sw.long_date(late), "Jumanne, 24 Novemba 2026");
        assert_eq!(tongue(Lang::En).long_date(late), "Tuesday, 24 November 2026");
    }

    #[test]
    fn the_letters_clock_counts_from_dawn_and_dusk() {
        let sw = tongue(Lang::Sw);
        let said = |utc: &str| sw.clock_letter(at(&format!("2026-11-24T{utc}:00Z")));
        assert_eq!(said("04:30"), "saa 1:30 asubuhi (07:30)");
        assert_eq!(said("11:00"), "saa 8:00 mchana (14:00)");
        assert_eq!(said("12:30"), "saa 9:30 mchana (15:30)");
        assert_eq!(said("16:00"), "saa 1:00 usiku (19:00)");
        assert_eq!(said("21:00"), "saa 6:00 usiku (00:00)");
        assert_eq!(said("02:15"), "saa 11:15 alfajiri (05:15)");
        assert_eq!(tongue(Lang::En).clock_letter(at("2026-11-24T11:00:00Z")), "14:00");
    }

    #[test]
    fn distance_from_now_agrees_with_the_noun() {
        let (sw, en) = (tongue(Lang::Sw), tongue(Lang::En));
        let now = at("2026-11-24T06:00:00Z");
        let told = |then: &str| (sw.relative(at(then), now), en.relative(at(then), now));
        for (then, swahili, english) in [
            ("2026-11-24T05:59:30Z", "sasa hivi", "just now"),
            ("2026-11-24T05:58:30Z", "dakika 1 iliyopita", "1 minute ago"),
            ("2026-11-24T05:15:00Z", "dakika 45 zilizopita", "45 minutes ago"),
            ("2026-11-24T04:30:00Z", "saa 1 iliyopita", "1 hour ago"),
            ("2026-11-23T19:00:00Z", "saa 11 zilizopita", "11 hours ago"),
            ("2026-11-23T07:00:00Z", "jana", "yesterday"),
            ("2026-11-21T06:00:00Z", "siku 3 zilizopita", "3 days ago"),
            ("2026-11-03T06:00:00Z", "wiki 3 zilizopita", "3 weeks ago"),
            ("2026-08-24T06:00:00Z", "miezi 3 iliyopita", "3 months ago"),
            ("2024-11-20T06:00:00Z", "miaka 2 iliyopita", "2 years ago"),
            ("2026-11-24T08:30:00Z", "baada ya saa 2", "in 2 hours"),
            ("2026-11-25T06:00:00Z", "kesho", "tomorrow"),
            ("2026-12-24T06:00:00Z", "baada ya wiki 4", "in 4 weeks"),
        ] {
            assert_eq!(told(then), (swahili.to_owned(), english.to_owned()), "{then}");
        }
    }
}
