//! The sample office, played through the same doors as real work: people are entered, devices registered and reported by agents, requests asked
//! and answered, all in the order of time and each at its own moment in the past.

mod park;
mod people;
mod requests;

use crate::domains::{domains, words};
use anyhow::Result;
use kernel::actor::Actor;
use kernel::app::{App, Chance, Clock, Opening};
use kernel::change::Via;
use kernel::id::Id;
use kernel::log::Keys;
use kernel::seed::Seed;
use kernel::sign_in::{session, token};
use kernel::words::EAT;
use office::demo::Account;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

/// One phrase for all five: a demo keeps nothing from anybody.
pub const PASSWORD: &str = "karafuu na bahari";

/// Two years of an office's life.
const DAYS_BACK: i32 = 730;
const REQUESTS: usize = 1_500;
pub const MINUTE_US: i64 = 60_000_000;

/// What is printed at each start, kept in the folder's mark.
#[derive(Serialize, Deserialize)]
pub struct Made {
    pub accounts: Vec<MadeAccount>,
    pub agent_token: String,
    pub api_token: String,
}

#[derive(Serialize, Deserialize)]
pub struct MadeAccount {
    pub role: String,
    pub login: String,
}

/// The office while it is made.
struct Making {
    app: Arc<App>,
    office: office::demo::Office,
    people: Vec<Id>,
    units: Vec<Id>,
    sites: Vec<Id>,
    seed: Seed,
    /// Days since 1970-01-01.
    from_day: i32,
    /// Minutes since 1970-01-01 in East Africa Time.
    now: desk::demo::Minute,
}

/// Something that happens, and when: minutes of East Africa Time.
struct Event {
    at: i64,
    what: What,
}

enum What {
    Device(park::Happening),
    Request(desk::demo::Moment),
}

/// Makes the sample office in an empty folder.
pub fn make(data: &Path, keys: &Path, seed: u64, today: Option<jiff::civil::Date>) -> Result<Made> {
    let now = now_of(today);
    let from_day = now.day() - DAYS_BACK;
    let clock = Clock::Set(AtomicI64::new(moment_us(desk::demo::Minute::at(from_day, 0))));
    let app = App::open(Opening {
        data,
        keys: Keys { folder: keys.to_owned(), entropy: Chance::System.bytes(), is_demo: true, begins_anew: false },
        clock,
        chance: Chance::Seeded(Mutex::new(Seed::new(seed))),
        domains: domains(),
        secure: false,
        in_a_hurry: true,
        words: &words(),
    })?;
    let mut making =
        Making { app, office: office::demo::office(seed), people: Vec::new(), units: Vec::new(), sites: Vec::new(), seed: Seed::new(seed), from_day, now };
    making.people_and_places()?;
    let agent_token = making.enrolment()?;
    let (park, mut events) = making.park(seed)?;
    let plan = making.requests(seed);
    events.extend(desk::demo::in_order(&plan).into_iter().map(|moment| Event { at: moment.at.0, what: What::Request(moment) }));
    events.sort_by_key(|event| event.at);
    let mut devices = park::Devices::new(park);
    let mut requests = requests::Requests::new(plan);
    for event in &events {
        making.set_clock(event.at * MINUTE_US - EAT_US);
        match &event.what {
            What::Device(happening) => making.happens(&mut devices, happening, &agent_token)?,
            What::Request(moment) => making.plays(&mut requests, &devices, *moment)?,
        }
    }
    making.set_clock(moment_us(now));
    let api_token = making.api_token()?;
    making.app.checkpoint()?;
    making.app.end();
    let accounts = Account::ALL.iter().map(|account| MadeAccount { role: account.user_name().into(), login: account.user_name().into() });
    Ok(Made { accounts: accounts.collect(), agent_token, api_token })
}

const EAT_US: i64 = 3 * 60 * MINUTE_US;

pub fn moment_us(minute: desk::demo::Minute) -> i64 {
    minute.unix_seconds() * 1_000_000
}

/// This very minute, or ten in the morning of another day.
fn now_of(today: Option<jiff::civil::Date>) -> desk::demo::Minute {
    let now = Clock::System.now() / MINUTE_US + 3 * 60;
    let days = |date: jiff::civil::Date| EAT.to_timestamp(date.at(0, 0, 0, 0)).map_or(0, |at| (at.as_second() + 3 * 3_600) / 86_400);
    match today.map(days).and_then(|day| i32::try_from(day).ok()) {
        Some(day) if i64::from(day) != now / desk::demo::Minute::PER_DAY => desk::demo::Minute::at(day, 10 * 60),
        _ => desk::demo::Minute(now),
    }
}

impl Making {
    fn set_clock(&self, at_us: i64) {
        if let Clock::Set(now) = &self.app.clock {
            now.store(at_us, Ordering::Relaxed);
        }
    }

    /// A person of the office, acting at the keyboard of a machine at their site.
    fn actor(&self, person: usize) -> Result<Actor> {
        let found = session::person_of(&*self.app.readers.snapshot()?, self.people[person])?;
        let (known, lang) = found.ok_or_else(|| anyhow::anyhow!("person {person} of the demo is not in the office"))?;
        let network = self.office.sites[self.office.people[person].site].network;
        Ok(Actor::of(&self.app, known, lang, Via::Page, &format!("{network}.{}", 20 + person % 200)))
    }

    /// A member of the ICT unit, the head first.
    fn officer(&self, seat: usize) -> Result<Actor> {
        let ict = self.office.ict();
        self.actor(ict[seat % ict.len()])
    }

    fn api_token(&self) -> Result<String> {
        const YEAR_US: i64 = 366 * 24 * 60 * MINUTE_US;
        let head = self.people[self.office.owner(Account::Head)];
        Ok(token::issue(&self.app, token::API, &head.to_string(), Clock::System.now().max(self.app.now()) + 5 * YEAR_US)?)
    }
}
