//! Time as the demo counts it: whole minutes of East Africa Time, and an office that is open from
//! 07:30 to 15:30 on weekdays that are no holidays. The desk's real clock lives elsewhere and reads
//! the office's calendar; this one only keeps invented work inside believable hours.

use std::collections::HashSet;

/// Minutes since 1970-01-01 00:00 East Africa Time (UTC+3, no summer time).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(pub i64);

impl Minute {
    pub const PER_DAY: i64 = 24 * 60;

    /// `minute_of_day` minutes after midnight of `day` (days since 1970-01-01).
    pub fn at(day: i32, minute_of_day: i64) -> Self {
        Self(i64::from(day) * Self::PER_DAY + minute_of_day)
    }

    /// Days since 1970-01-01.
    pub fn day(self) -> i32 {
        self.0.div_euclid(Self::PER_DAY) as i32
    }

    pub fn of_day(self) -> i64 {
        self.0.rem_euclid(Self::PER_DAY)
    }

    /// Seconds of Unix time.
    pub fn unix_seconds(self) -> i64 {
        (self.0 - 3 * 60) * 60
    }

    /// `09:05`
    pub fn clock(self) -> String {
        format!("{:02}:{:02}", self.of_day() / 60, self.of_day() % 60)
    }
}

/// Monday 0 to Sunday 6.
pub(super) fn weekday(day: i32) -> usize {
    (i64::from(day) + 3).rem_euclid(7) as usize
}

/// When the office is open.
#[derive(Debug, Clone)]
pub struct Hours {
    closed: HashSet<i32>,
}

impl Hours {
    pub const OPENS: i64 = 7 * 60 + 30;
    pub const CLOSES: i64 = 15 * 60 + 30;
    pub const LENGTH: i64 = Self::CLOSES - Self::OPENS;

    /// `closed` names the holidays, in days since 1970-01-01; weekends are closed anyway.
    pub fn new(closed: &[i32]) -> Self {
        Self { closed: closed.iter().copied().collect() }
    }

    pub fn is_open(&self, day: i32) -> bool {
        weekday(day) < 5 && !self.closed.contains(&day)
    }

    pub fn next_open(&self, day: i32) -> i32 {
        (day + 1..).find(|day| self.is_open(*day)).expect("days do not end")
    }

    fn last_open(&self, day: i32) -> i32 {
        (1..).map(|back| day - back).find(|day| self.is_open(*day)).expect("days do not begin")
    }

    /// `start` moved on by `minutes` of office time.
    pub fn after(&self, start: Minute, minutes: i64) -> Minute {
        let mut day = start.day();
        let mut minute = start.of_day().max(Self::OPENS);
        if !self.is_open(day) || minute >= Self::CLOSES {
            (day, minute) = (self.next_open(day), Self::OPENS);
        }
        let mut left = minutes;
        while minute + left >= Self::CLOSES {
            left -= Self::CLOSES - minute;
            (day, minute) = (self.next_open(day), Self::OPENS);
        }
        Minute::at(day, minute + left)
    }

    /// `end` moved back by `minutes` of office time.
    pub fn before(&self, end: Minute, minutes: i64) -> Minute {
        let mut day = end.day();
        let mut minute = end.of_day().min(Self::CLOSES);
        if !self.is_open(day) || minute <= Self::OPENS {
            (day, minute) = (self.last_open(day), Self::CLOSES);
        }
        let mut left = minutes;
        while minute - left < Self::OPENS {
            left -= minute - Self::OPENS;
            (day, minute) = (self.last_open(day), Self::CLOSES);
        }
        Minute::at(day, minute - left)
    }

    /// Office minutes from `start` to `end`; 0 when `end` is not later.
    pub fn span(&self, start: Minute, end: Minute) -> i64 {
        (start.day()..=end.day())
            .filter(|day| self.is_open(*day))
            .map(|day| {
                let from = start.0.max(Minute::at(day, Self::OPENS).0);
                let to = end.0.min(Minute::at(day, Self::CLOSES).0);
                (to - from).max(0)
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Friday, 20 November 2026.
    const FRIDAY: i32 = 20_777;

    #[test]
    fn work_goes_on_after_the_weekend_and_the_holiday() {
        let hours = Hours::new(&[FRIDAY + 3]);
        let late = Minute::at(FRIDAY, 15 * 60);
        assert_eq!(weekday(FRIDAY), 4);
        assert_eq!(hours.after(late, 45), Minute::at(FRIDAY + 4, 7 * 60 + 45));
        assert_eq!(hours.before(Minute::at(FRIDAY + 4, 7 * 60 + 45), 45), late);
        assert_eq!(hours.span(late, Minute::at(FRIDAY + 4, 7 * 60 + 45)), 45);
    }

    #[test]
    fn a_closed_hour_counts_from_the_next_opening() {
        let hours = Hours::new(&[]);
        let sunday = Minute::at(FRIDAY + 2, 11 * 60);
        assert_eq!(hours.after(sunday, 0), Minute::at(FRIDAY + 3, Hours::OPENS));
        assert_eq!(hours.before(sunday, 10), Minute::at(FRIDAY, Hours::CLOSES - 10));
        assert_eq!(sunday.clock(), "11:00");
    }

    #[test]
    fn unix_time_is_three_hours_behind() {
        assert_eq!(Minute::at(0, 180).unix_seconds(), 0);
    }
}
