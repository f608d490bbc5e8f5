//! What the unit promises and how the moment is reckoned: a pure function of the calendar, the targets and what happened, so that each promise
//! can print its own derivation and be recomputed.

use kernel::calendar::{Calendar, Step};
use kernel::settings::Settings;
use kernel::time::moment;
use serde::{Deserialize, Serialize};

/// How soon it is needed. A court hearing is an urgency of its own: its hour does not move.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    Court,
    High,
    #[default]
    Normal,
    Low,
}

impl Urgency {
    pub const NAMES: &'static [&'static str] = &["court", "high", "normal", "low"];
    pub const ALL: [Urgency; 4] = [Urgency::Court, Urgency::High, Urgency::Normal, Urgency::Low];

    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|urgency| urgency.name() == name)
    }
}

/// Office minutes to the first answer and to the solution.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Target {
    pub answer_minutes: i64,
    pub resolve_minutes: i64,
}

/// A target for each urgency; proposed here, settled by the head in the settings.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Targets {
    pub court: Target,
    pub high: Target,
    pub normal: Target,
    pub low: Target,
}

/// The setting that holds them.
pub const SETTING: &str = "desk.targets";
/// A hearing's equipment has to stand this long before it begins.
const BEFORE_HEARING_US: i64 = 15 * 60 * 1_000_000;
const DAY: i64 = 8 * 60;

impl Default for Targets {
    fn default() -> Self {
        let target = |answer_minutes, resolve_minutes| Target { answer_minutes, resolve_minutes };
        Self { court: target(15, 120), high: target(60, DAY), normal: target(DAY, 3 * DAY), low: target(DAY, 10 * DAY) }
    }
}

impl Targets {
    pub fn of(settings: &Settings) -> Self {
        settings.get(SETTING).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }

    pub fn of_urgency(&self, urgency: Urgency) -> Target {
        match urgency {
            Urgency::Court => self.court,
            Urgency::High => self.high,
            Urgency::Normal => self.normal,
            Urgency::Low => self.low,
        }
    }
}

/// What is promised, and how it was reckoned.
#[derive(Clone, PartialEq, Debug)]
pub struct Promise {
    pub answer_by: i64,
    pub resolve_by: i64,
    pub target: Target,
    /// Office minutes that the unit waited for others, added to the target.
    pub waited_minutes: i64,
    /// The stretches of office time up to `resolve_by`.
    pub steps: Vec<Step>,
    /// Days without office hours on the way, with a holiday's name.
    pub skipped: Vec<(jiff::civil::Date, Option<String>)>,
    /// The hearing, when it and not the target decides.
    pub bound_by_hearing: Option<i64>,
}

/// Reckons a promise. `waits` are stretches in which the clock stood still; one still open counts for nothing yet. None when the calendar
/// has no office time left.
pub fn promise(
    calendar: &Calendar,
    targets: &Targets,
    urgency: Urgency,
    court_at: Option<i64>,
    asked_at: i64,
    waits: &[(i64, Option<i64>)],
) -> Option<Promise> {
    let target = targets.of_urgency(urgency);
    let waited_minutes = waits.iter().filter_map(|(from, to)| Some(calendar.minutes_between(*from, (*to)?))).sum();
    let answer = calendar.after(moment(asked_at), target.answer_minutes)?;
    let resolve = calendar.after(moment(asked_at), target.resolve_minutes + waited_minutes)?;
    let by_hours = resolve.at.as_microsecond();
    // A hearing soon binds whatever the office hours say; one far off leaves the target as it is.
    let ready_by = court_at.map(|at| (at - BEFORE_HEARING_US).max(asked_at));
    let bound_by_hearing = court_at.filter(|_| ready_by.is_some_and(|ready| ready < by_hours));
    let resolve_by = bound_by_hearing.and(ready_by).unwrap_or(by_hours);
    Some(Promise {
        answer_by: answer.at.as_microsecond().min(resolve_by),
        resolve_by,
        target,
        waited_minutes,
        steps: resolve.steps,
        skipped: resolve.skipped,
        bound_by_hearing,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::calendar::{Holiday, Season, Span};
    use kernel::time::{evidence, from_form};

    fn at(text: &str) -> i64 {
        from_form(text).expect("a time")
    }

    fn by(calendar: &Calendar, urgency: Urgency, asked: &str, waits: &[(i64, Option<i64>)]) -> String {
        let promise = promise(calendar, &Targets::default(), urgency, None, at(asked), waits).expect("reckoned");
        evidence(promise.resolve_by)[..16].to_owned()
    }

    #[test]
    fn office_hours_only_count() {
        let calendar = Calendar::default();
        // Tuesday 14:30: one hour is left of the day, seven remain for Wednesday.
        assert_eq!(by(&calendar, Urgency::High, "2026-11-24T14:30", &[]), "2026-11-25T14:30");
        // In the night before: the day begins at 07:30.
        assert_eq!(by(&calendar, Urgency::High, "2026-11-24T02:00", &[]), "2026-11-24T15:30");
        // Friday: the midday prayer takes two hours, the rest is done on Monday.
        assert_eq!(by(&calendar, Urgency::High, "2026-11-27T07:30", &[]), "2026-11-30T09:30");
    }

    #[test]
    fn holidays_and_ramadhan_move_it() {
        let holiday = Holiday { day: "2026-11-25".parse().expect("a day"), name: "Siku ya mfano".into() };
        let mut calendar = Calendar { holidays: vec![holiday], ..Calendar::default() };
        assert_eq!(by(&calendar, Urgency::High, "2026-11-24T14:30", &[]), "2026-11-26T14:30");
        let hours = Span { from: jiff::civil::time(8, 0, 0, 0), to: jiff::civil::time(14, 0, 0, 0) };
        calendar.seasons.push(Season {
            name: "Ramadhani".into(),
            first: "2026-11-01".parse().expect("a day"),
            last: "2026-11-30".parse().expect("a day"),
            hours,
        });
        assert_eq!(by(&calendar, Urgency::High, "2026-11-24T13:00", &[]), "2026-11-27T09:00");
    }

    #[test]
    fn waiting_stops_the_clock() {
        let waited = [(at("2026-11-24T09:00"), Some(at("2026-11-24T11:00"))), (at("2026-11-24T12:00"), None)];
        assert_eq!(by(&Calendar::default(), Urgency::High, "2026-11-24T07:30", &waited), "2026-11-25T09:30");
    }

    #[test]
    fn a_hearing_does_not_move() {
        let reckon =
            |court: &str| promise(&Calendar::default(), &Targets::default(), Urgency::Court, Some(at(court)), at("2026-11-24T08:00"), &[]).expect("reckoned");
        let soon = reckon("2026-11-24T09:00");
        assert_eq!((evidence(soon.resolve_by)[..16].to_owned(), soon.bound_by_hearing), ("2026-11-24T08:45".into(), Some(at("2026-11-24T09:00"))));
        let later = reckon("2026-11-26T09:00");
        assert_eq!((evidence(later.resolve_by)[..16].to_owned(), later.bound_by_hearing), ("2026-11-24T10:00".into(), None));
    }

    #[test]
    fn a_calendar_without_days_promises_nothing() {
        let closed = Calendar { weekdays: Vec::new(), ..Calendar::default() };
        assert_eq!(promise(&closed, &Targets::default(), Urgency::Low, None, at("2026-11-24T08:00"), &[]), None);
    }
}
