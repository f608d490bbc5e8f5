//! The office's hours as data and the pure arithmetic over them. Knows nothing of requests: whoever promises a time asks here
//! when it falls, and is told each step so that a person can check it.

use crate::time::moment;
use crate::words::EAT;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// Part of a day in which the office works.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Span {
    pub from: Time,
    pub to: Time,
}

/// Days on which other hours hold: Ramadhan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Season {
    pub name: String,
    pub first: Date,
    pub last: Date,
    pub hours: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Holiday {
    pub day: Date,
    pub name: String,
}

/// The hours of an office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calendar {
    pub hours: Span,
    /// Monday is 1.
    pub weekdays: Vec<i8>,
    /// The midday prayer on Fridays.
    pub friday_prayer: Option<Span>,
    #[serde(default)]
    pub seasons: Vec<Season>,
    #[serde(default)]
    pub holidays: Vec<Holiday>,
}

/// The setting that holds it.
pub const SETTING: &str = "calendar";

const FRIDAY: i8 = 5;
/// No promise runs longer; a calendar without working days ends the search here.
const FAR_DAYS: usize = 800;

impl Default for Calendar {
    /// 07:30 to 15:30 on five days (Public Service Regulations 2014), Friday prayer 12:00 to 14:00.
    fn default() -> Self {
        let span = |from: (i8, i8), to: (i8, i8)| Span { from: Time::constant(from.0, from.1, 0, 0), to: Time::constant(to.0, to.1, 0, 0) };
        Self {
            hours: span((7, 30), (15, 30)),
            weekdays: vec![1, 2, 3, 4, 5],
            friday_prayer: Some(span((12, 0), (14, 0))),
            seasons: Vec::new(),
            holidays: Vec::new(),
        }
    }
}

/// One stretch of office time that a promise used, for whoever asks how it was reckoned.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub from: Timestamp,
    pub to: Timestamp,
    pub minutes: i64,
}

/// A moment reckoned, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Reckoned {
    pub at: Timestamp,
    pub steps: Vec<Step>,
    /// Days passed over, with the reason: a holiday's name, or none for a weekend.
    pub skipped: Vec<(Date, Option<String>)>,
}

impl Calendar {
    /// The calendar of the settings, or the default.
    pub fn of(settings: &crate::settings::Settings) -> Self {
        settings.get(SETTING).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }

    /// The stretches of one day in which the office works, in order.
    pub fn spans(&self, day: Date) -> Vec<Span> {
        if !self.weekdays.contains(&day.weekday().to_monday_one_offset()) || self.holidays.iter().any(|holiday| holiday.day == day) {
            return Vec::new();
        }
        let hours = self.seasons.iter().find(|season| season.first <= day && day <= season.last).map_or(self.hours, |season| season.hours);
        match self.friday_prayer.filter(|_| day.weekday().to_monday_one_offset() == FRIDAY) {
            Some(prayer) => [Span { from: hours.from, to: prayer.from.min(hours.to) }, Span { from: prayer.to.max(hours.from), to: hours.to }]
                .into_iter()
                .filter(|span| span.from < span.to)
                .collect(),
            None => vec![hours],
        }
    }

    pub fn is_open(&self, at: Timestamp) -> bool {
        let local = EAT.to_datetime(at);
        self.spans(local.date()).iter().any(|span| span.from <= local.time() && local.time() < span.to)
    }

    /// The moment at which `minutes` of office time have passed since `start`. None when the calendar has no working time left.
    pub fn after(&self, start: Timestamp, minutes: i64) -> Option<Reckoned> {
        let mut left = minutes;
        let local = EAT.to_datetime(start);
        let (mut steps, mut skipped) = (Vec::new(), Vec::new());
        let mut day = local.date();
        for _ in 0..FAR_DAYS {
            let spans = self.spans(day);
            if spans.is_empty() {
                skipped.push((day, self.holidays.iter().find(|holiday| holiday.day == day).map(|holiday| holiday.name.clone())));
            }
            for span in spans {
                let from = if day == local.date() { span.from.max(local.time()) } else { span.from };
                if from >= span.to {
                    continue;
                }
                let used = minutes_of(from, span.to).min(left);
                let begun = EAT.to_timestamp(day.to_datetime(from)).ok()?;
                let ended = begun.checked_add(used.minutes()).ok()?;
                steps.push(Step { from: begun, to: ended, minutes: used });
                left -= used;
                if left == 0 {
                    return Some(Reckoned { at: ended, steps, skipped });
                }
            }
            day = day.tomorrow().ok()?;
        }
        None
    }

    /// Minutes of office time between two moments; 0 when they are the wrong way round.
    pub fn minutes_between(&self, from_us: i64, to_us: i64) -> i64 {
        let (from, to) = (EAT.to_datetime(moment(from_us)), EAT.to_datetime(moment(to_us)));
        let mut sum = 0;
        let mut day = from.date();
        while day <= to.date() {
            for span in self.spans(day) {
                let begin = if day == from.date() { span.from.max(from.time()) } else { span.from };
                let end = if day == to.date() { span.to.min(to.time()) } else { span.to };
                if begin < end {
                    sum += minutes_of(begin, end);
                }
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        sum
    }
}

/// Whole minutes between two times of one day.
fn minutes_of(from: Time, to: Time) -> i64 {
    to.duration_since(from).as_mins()
}
