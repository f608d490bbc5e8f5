//! A request for help: asked, promised for a time, worked on, resolved, confirmed by whoever asked. Knows nothing of what a device is.

use crate::clock::{Promise, Targets, Urgency, promise};
use kernel::calendar::Calendar;
use kernel::class::Class;
use kernel::id::Id;
use kernel::problem::{Problem, Result};
use kernel::record::{Field, Head, Holds, Keeps, Record, RecordType};
use kernel::work::Work;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Request {
    #[serde(skip)]
    pub head: Head,
    pub subject: String,
    pub description: Option<String>,
    pub kind: String,
    pub category: Option<String>,
    pub urgency: Urgency,
    /// When the court hearing begins that the request is urgent for.
    pub court_at: Option<i64>,
    pub channel: String,
    pub requester: Id,
    pub unit: Option<Id>,
    pub device: Option<Id>,
    pub state: State,
    pub assignee: Option<Id>,
    /// The first answer is due, and was given.
    pub answer_due_at: Option<i64>,
    pub answered_at: Option<i64>,
    pub due_at: Option<i64>,
    pub resolved_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub solution: Option<String>,
    /// Stretches in which the unit waited for others: begin and end, the last perhaps open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<(i64, Option<i64>)>,
    pub waiting_for: Option<String>,
    pub times_reopened: Option<i64>,
    /// When it was opened again last; what is promised is reckoned from there.
    pub reopened_at: Option<i64>,
}
kernel::record!(Request, "request");

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    #[default]
    New,
    Assigned,
    Waiting,
    Resolved,
    Closed,
    Withdrawn,
}

pub const STATES: &[&str] = &["new", "assigned", "waiting", "resolved", "closed", "withdrawn"];
/// States in which somebody still has to do something.
pub const OPEN_STATES: &[&str] = &["new", "assigned", "waiting"];
pub const KINDS: &[&str] = &["incident", "request", "problem", "change", "directive", "leaver"];
pub const CHANNELS: &[&str] = &["self", "phone", "walk_in", "email", "paper"];
pub const CATEGORIES: &[&str] =
    &["hardware", "program", "account", "network", "printer", "email", "court_link", "power", "security", "media", "training", "other"];

pub fn describe() -> RecordType {
    RecordType {
        kind: "request",
        letters: "OMB",
        version: 1,
        fields: vec![
            Field::new("subject", Holds::Text).required(),
            Field::new("description", Holds::Prose),
            Field::new("kind", Holds::Choice(KINDS)).required(),
            Field::new("category", Holds::Choice(CATEGORIES)),
            Field::new("urgency", Holds::Choice(Urgency::NAMES)).required(),
            Field::new("court_at", Holds::Moment),
            Field::new("channel", Holds::Choice(CHANNELS)).required(),
            Field::new("requester", Holds::Link("person")).required().indexed(),
            Field::new("unit", Holds::Link("unit")).indexed(),
            Field::new("device", Holds::Link("device")).indexed(),
            Field::new("state", Holds::Choice(STATES)).required().indexed(),
            Field::new("assignee", Holds::Link("person")).indexed(),
            Field::new("answer_due_at", Holds::Moment),
            Field::new("answered_at", Holds::Moment),
            Field::new("due_at", Holds::Moment).indexed(),
            Field::new("resolved_at", Holds::Moment).indexed(),
            Field::new("closed_at", Holds::Moment),
            Field::new("solution", Holds::Prose),
            Field::new("waits", Holds::Json),
            Field::new("waiting_for", Holds::Text),
            Field::new("times_reopened", Holds::Number),
            Field::new("reopened_at", Holds::Moment),
        ],
        title: "subject",
        list: &["number", "subject", "requester", "urgency", "state", "assignee", "due_at"],
        search: &["subject", "description", "solution"],
        filters: &["state", "assignee", "requester", "urgency", "kind", "category", "channel", "device", "unit", "class", "due_at", "court_at"],
        sort: ("changed_at", true),
        persons: &["requester", "made_by", "assignee"],
        unit: Some("unit"),
        class: Class::Internal,
        duties: &["D7"],
        keeps: &[Keeps::History, Keeps::Comments, Keeps::Files],
    }
}

/// What opening a request needs; the same whoever types it and through whichever channel it came.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub subject: String,
    pub description: String,
    pub kind: String,
    pub category: Option<String>,
    pub urgency: Urgency,
    pub court_at: Option<i64>,
    pub channel: String,
    pub requester: Option<Id>,
    pub device: Option<Id>,
    pub class: Class,
    /// The true time of a request that is entered later.
    pub happened_at: Option<i64>,
}

/// Opens a request, for oneself or, by the unit, for whoever called or came.
pub fn open(work: &mut Work, asked: Asked) -> Result<Request> {
    let me = work.actor().person.id;
    let requester = asked.requester.unwrap_or(me);
    if !work.actor().may("request.open") {
        return Err(Problem::Forbidden { act: "request.open".into() });
    }
    if requester != me {
        if !work.actor().may("request.open_for_others") {
            return Err(Problem::Forbidden { act: "request.open_for_others".into() });
        }
        work.on_behalf_of(requester);
    }
    if let Some(at) = asked.happened_at {
        work.happened(at)?;
    }
    if asked.urgency == Urgency::Court && asked.court_at.is_none() {
        return Err(Problem::on("court_at", "problem-court-when"));
    }
    let (unit, site) = where_from(work, requester)?;
    let head = Head { site, class: asked.class, ..Head::default() };
    if requester != me && !work.actor().reach_of("request.open_for_others").holds(&head, &[requester], unit) {
        return Err(Problem::on("requester", "problem-request-not-your-people"));
    }
    let asked_at = asked.happened_at.unwrap_or(work.at());
    let promised = promised(work, asked.urgency, asked.court_at, asked_at, &[]);
    work.make(Request {
        head,
        subject: asked.subject.trim().into(),
        description: Some(asked.description.trim().to_owned()).filter(|text| !text.is_empty()),
        kind: if asked.kind.is_empty() { "incident".into() } else { asked.kind },
        category: asked.category,
        urgency: asked.urgency,
        court_at: asked.court_at.filter(|_| asked.urgency == Urgency::Court),
        channel: if asked.channel.is_empty() { "self".into() } else { asked.channel },
        requester,
        unit,
        device: asked.device,
        answer_due_at: promised.as_ref().map(|promise| promise.answer_by),
        due_at: promised.as_ref().map(|promise| promise.resolve_by),
        ..Request::default()
    })
}

/// The requester's unit and site: the request belongs where the person works.
fn where_from(work: &Work, person: Id) -> Result<(Option<Id>, Option<Id>)> {
    let found = work.one("SELECT unit, site FROM rec_person WHERE id = ?1", kernel::vals![person], |row| Ok((row.id("unit")?, row.id("site")?)))?;
    found.ok_or_else(|| Problem::on("requester", "problem-no-such-person"))
}

fn promised(work: &Work, urgency: Urgency, court_at: Option<i64>, asked_at: i64, waits: &[(i64, Option<i64>)]) -> Option<Promise> {
    let settings = &work.actor().app.settings;
    promise(&Calendar::of(settings), &Targets::of(settings), urgency, court_at, asked_at, waits)
}

impl Request {
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::New | State::Assigned | State::Waiting)
    }

    pub fn is_overdue(&self, now: i64) -> bool {
        self.is_open() && self.state != State::Waiting && self.due_at.is_some_and(|due| due < now)
    }

    /// When it was asked, which is not when it was typed for one entered later.
    pub fn asked_at(&self) -> i64 {
        self.head.happened_at.unwrap_or(self.head.made_at)
    }

    /// Where the clock of what is promised begins, and the waits since then.
    pub fn clock(&self) -> (i64, Vec<(i64, Option<i64>)>) {
        let from = self.reopened_at.unwrap_or_else(|| self.asked_at());
        (from, self.waits.iter().filter(|(begun, _)| *begun >= from).copied().collect())
    }

    /// What is promised for it by the calendar and targets of now.
    pub fn promise(&self, settings: &kernel::settings::Settings) -> Option<Promise> {
        let (from, waits) = self.clock();
        // A hearing that had begun before it was opened again binds nothing any more.
        let court_at = self.court_at.filter(|at| self.reopened_at.is_none_or(|reopened| *at > reopened));
        promise(&Calendar::of(settings), &Targets::of(settings), self.urgency, court_at, from, &waits)
    }

    /// Gives the request to an officer, who answers for it from now on.
    pub fn assign(&self, work: &mut Work, officer: Id) -> Result<Self> {
        work.allow("request.assign", self)?;
        self.refuse_unless(self.is_open(), "problem-request-not-open")?;
        if !is_of_the_unit(work, officer)? {
            return Err(Problem::on("assignee", "problem-not-an-officer"));
        }
        let state = if self.state == State::New { State::Assigned } else { self.state };
        work.save(self, Self { assignee: Some(officer), state, answered_at: self.answered_at.or(Some(work.at())), ..self.clone() })
    }

    /// Waits for someone else; the clock stands still.
    pub fn wait_for(&self, work: &mut Work, whom: &str) -> Result<Self> {
        work.allow("request.work", self)?;
        self.refuse_unless(matches!(self.state, State::New | State::Assigned), "problem-request-not-open")?;
        if whom.trim().is_empty() {
            return Err(Problem::on("waiting_for", "problem-required"));
        }
        let mut waits = self.waits.clone();
        waits.push((work.at(), None));
        work.save(
            self,
            Self { state: State::Waiting, waits, waiting_for: Some(whom.trim().into()), answered_at: self.answered_at.or(Some(work.at())), ..self.clone() },
        )
    }

    /// Goes on after waiting; what was promised moves by the office time waited.
    pub fn resume(&self, work: &mut Work) -> Result<Self> {
        work.allow("request.work", self)?;
        self.refuse_unless(self.state == State::Waiting, "problem-request-not-waiting")?;
        let state = if self.assignee.is_some() { State::Assigned } else { State::New };
        work.save(self, Self { state, waiting_for: None, ..self.with_wait_ended(work) })
    }

    fn with_wait_ended(&self, work: &Work) -> Self {
        let mut waits = self.waits.clone();
        if let Some(last) = waits.last_mut().filter(|last| last.1.is_none()) {
            last.1 = Some(work.at());
        }
        let ended = Self { waits, ..self.clone() };
        let due_at = ended.promise(&work.actor().app.settings).map(|promise| promise.resolve_by);
        Self { due_at: due_at.or(self.due_at), ..ended }
    }

    /// Says how it was solved; the requester confirms.
    pub fn resolve(&self, work: &mut Work, solution: &str) -> Result<Self> {
        work.allow("request.work", self)?;
        self.refuse_unless(self.is_open(), "problem-request-not-open")?;
        if solution.trim().is_empty() {
            return Err(Problem::on("solution", "problem-required"));
        }
        let assignee = self.assignee.or(Some(work.actor().person.id));
        let ended = if self.state == State::Waiting { self.with_wait_ended(work) } else { self.clone() };
        work.save(
            self,
            Self {
                state: State::Resolved,
                solution: Some(solution.trim().into()),
                resolved_at: Some(work.at()),
                answered_at: self.answered_at.or(Some(work.at())),
                waiting_for: None,
                assignee,
                ..ended
            },
        )
    }

    /// The requester says that it works.
    pub fn confirm(&self, work: &mut Work) -> Result<Self> {
        work.allow("request.confirm", self)?;
        self.refuse_unless(self.state == State::Resolved, "problem-request-not-resolved")?;
        if self.requester != work.actor().person.id {
            work.on_behalf_of(self.requester);
        }
        work.save(self, Self { state: State::Closed, closed_at: Some(work.at()), ..self.clone() })
    }

    /// It was not solved after all.
    pub fn reopen(&self, work: &mut Work, why: &str) -> Result<Self> {
        work.allow("request.confirm", self)?;
        self.refuse_unless(matches!(self.state, State::Resolved | State::Closed), "problem-request-not-resolved")?;
        if why.trim().is_empty() {
            return Err(Problem::on("why", "problem-required"));
        }
        work.because(why);
        let state = if self.assignee.is_some() { State::Assigned } else { State::New };
        let opened = Self {
            state,
            resolved_at: None,
            closed_at: None,
            reopened_at: Some(work.at()),
            times_reopened: Some(self.times_reopened.unwrap_or(0) + 1),
            ..self.clone()
        };
        let due_at = opened.promise(&work.actor().app.settings).map(|promise| promise.resolve_by);
        work.save(self, Self { due_at: due_at.or(self.due_at), ..opened })
    }

    /// No longer needed.
    pub fn withdraw(&self, work: &mut Work, why: &str) -> Result<Self> {
        work.allow("request.confirm", self)?;
        self.refuse_unless(self.is_open(), "problem-request-not-open")?;
        work.because(why);
        work.save(self, Self { state: State::Withdrawn, closed_at: Some(work.at()), ..self.clone() })
    }

    /// Corrects what was asked: its subject, kind, urgency, device or class.
    pub fn amend(&self, work: &mut Work, asked: Asked) -> Result<Self> {
        work.allow("request.work", self)?;
        if asked.class < self.head.class {
            return Err(Problem::refused("problem-class-lowered"));
        }
        if asked.urgency == Urgency::Court && asked.court_at.is_none() {
            return Err(Problem::on("court_at", "problem-court-when"));
        }
        let amended = Self {
            head: Head { class: asked.class, ..self.head.clone() },
            subject: asked.subject.trim().into(),
            description: Some(asked.description.trim().to_owned()).filter(|text| !text.is_empty()),
            kind: asked.kind,
            category: asked.category,
            urgency: asked.urgency,
            court_at: asked.court_at.filter(|_| asked.urgency == Urgency::Court),
            device: asked.device,
            ..self.clone()
        };
        if (amended.urgency, amended.court_at) == (self.urgency, self.court_at) {
            return work.save(self, amended);
        }
        let promised = amended.promise(&work.actor().app.settings);
        work.save(
            self,
            Self {
                answer_due_at: promised.as_ref().map(|promise| promise.answer_by).or(self.answer_due_at),
                due_at: promised.map(|promise| promise.resolve_by).or(self.due_at),
                ..amended
            },
        )
    }

    /// Says something on it; the unit's first word to the requester is the answer that was promised.
    pub fn comment(&self, work: &mut Work, text: &str, internal: bool) -> Result<()> {
        work.allow(if internal { "request.work" } else { "request.comment" }, self)?;
        let stored = work.find_stored(Self::KIND, &self.head.id.to_string())?;
        kernel::attached::comment(work, &stored, text, internal)?;
        if !internal && work.actor().is_of_the_unit() && self.answered_at.is_none() {
            work.save(self, Self { answered_at: Some(work.at()), ..self.clone() })?;
        }
        Ok(())
    }

    fn refuse_unless(&self, may: bool, key: &str) -> Result<()> {
        if may { Ok(()) } else { Err(Problem::refused(key)) }
    }
}

fn is_of_the_unit(work: &Work, person: Id) -> Result<bool> {
    let roles = work.one("SELECT roles FROM rec_person WHERE id = ?1 AND state = 'active'", kernel::vals![person], |row| row.text("roles"))?;
    Ok(roles.is_some_and(|roles| roles.contains("\"officer\"") || roles.contains("\"head\"")))
}

impl State {
    pub fn name(self) -> &'static str {
        STATES[self as usize]
    }
}
