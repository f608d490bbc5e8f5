//! When the demo's people ask, about what, and who takes it on: more in court weeks, less on
//! Fridays, nothing on holidays, whole bad days of power cuts and dead links, and a believable pile
//! still open at the end. The texts stand in `templates`, what follows a request in `timeline`.

use super::drafting::Drafting;
use super::hours::Minute;
use super::template::{DeviceSort, Priority, Template};
use super::timeline::{Stage, Step, Voice};

/// What the plan must know of the office.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Everybody who may ask.
    pub askers: Vec<Asker>,
    /// The ICT unit: its head first, then officers and technicians.
    pub officers: Vec<OfficerSeat>,
    /// Place in `askers` of the person whose account a visitor tries first, so that her page shows something.
    pub guest: Option<usize>,
    /// First day, in days since 1970-01-01.
    pub from_day: i32,
    /// The moment the demo shows; nothing happens later.
    pub now: Minute,
    /// Holidays, in days since 1970-01-01.
    pub closed: Vec<i32>,
    pub how_many: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// The caller's own index of the person, handed back in `PlannedRequest::asker`.
    pub person: usize,
    /// `U` or `P`.
    pub island: char,
    pub room: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerSeat {
    pub person: usize,
    pub island: char,
}

/// How a request reached the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Typed by the asker.
    Own,
    Telephone,
    WalkIn,
}

/// Which device a request is about: the asker's own of that sort, else one of the site's by `draw`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceWish {
    pub sort: DeviceSort,
    pub draw: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hearing {
    pub court: &'static str,
    pub at: Minute,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedRequest {
    pub template: &'static Template,
    /// May still hold the slot `{device}`; so may `description` and the texts of `steps`.
    pub subject: String,
    pub description: String,
    /// The caller's index of the person who asks.
    pub asker: usize,
    pub channel: Channel,
    /// When it was really asked.
    pub asked_at: Minute,
    /// When it was typed in; later than `asked_at` for a call or walk-in noted afterwards.
    pub entered_at: Minute,
    pub entered_by: Voice,
    pub device: Option<DeviceWish>,
    pub priority: Priority,
    pub hearing: Option<Hearing>,
    pub stage: Stage,
    pub steps: Vec<Step>,
}

/// One thing to play: the request's entry, or one of its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub at: Minute,
    /// Place in the plan.
    pub request: usize,
    /// Place in the request's steps; `None` for its entry.
    pub step: Option<usize>,
}

/// (how far, office minutes ago at least and at most, a hearing today): the pile at the end.
const BACKLOG: &[(Stage, u64, u64, bool)] = &[
    (Stage::InProgress, 60, 140, false),
    (Stage::Resolved, 300, 700, false),
    (Stage::New, 10, 60, false),
    (Stage::New, 4, 20, true),
    (Stage::InProgress, 15, 50, true),
    (Stage::Assigned, 12, 40, true),
    (Stage::New, 5, 60, false),
    (Stage::New, 20, 110, false),
    (Stage::New, 60, 170, false),
    (Stage::New, 500, 800, false),
    (Stage::Assigned, 60, 200, false),
    (Stage::Assigned, 100, 400, false),
    (Stage::Assigned, 300, 700, false),
    (Stage::InProgress, 90, 300, false),
    (Stage::InProgress, 150, 460, false),
    (Stage::InProgress, 500, 900, false),
    (Stage::InProgress, 2_400, 3_600, false),
    (Stage::InProgress, 3_400, 5_200, false),
    (Stage::InProgress, 5_000, 8_000, false),
    (Stage::Waiting, 900, 1_800, false),
    (Stage::Waiting, 1_400, 2_900, false),
    (Stage::Waiting, 2_400, 4_800, false),
    (Stage::Waiting, 3_800, 7_200, false),
    (Stage::Resolved, 160, 500, false),
    (Stage::Resolved, 500, 1_100, false),
    (Stage::Resolved, 700, 1_500, false),
];

/// The requests from `scene.from_day` to `scene.now` in the order in which they were entered.
/// Panics when nobody may ask, nobody answers, or the span has no open day.
pub fn plan(seed: u64, scene: &Scene) -> Vec<PlannedRequest> {
    let mut drafting = Drafting::new(seed, scene);
    let open = BACKLOG.len().min(scene.how_many);
    let mut planned: Vec<PlannedRequest> = (open..scene.how_many).map(|_| drafting.finished()).collect();
    for (place, (stage, low, high, hearing)) in BACKLOG.iter().take(open).enumerate() {
        let guest = if place < 3 { scene.guest } else { None };
        planned.push(drafting.open(*stage, (*low, *high), *hearing, guest));
    }
    planned.sort_by_key(|request| request.entered_at);
    planned
}

/// Everything that happens, in the order of time; an entry comes before its own steps.
pub fn in_order(planned: &[PlannedRequest]) -> Vec<Moment> {
    let of = |(request, plan): (usize, &PlannedRequest)| {
        let entry = Moment { at: plan.entered_at, request, step: None };
        let steps = plan.steps.iter().enumerate().map(move |(step, told)| Moment { at: told.at, request, step: Some(step) });
        std::iter::once(entry).chain(steps).collect::<Vec<_>>()
    };
    let mut moments: Vec<Moment> = planned.iter().enumerate().flat_map(of).collect();
    moments.sort_by_key(|moment| (moment.at, moment.request, moment.step));
    moments
}

impl PlannedRequest {
    /// `text` of this request with the device's name in its slot.
    pub fn with_device(text: &str, name: &str) -> String {
        text.replace("{device}", name)
    }
}
