//! The office that is measured: a real office's people and structure with ten times the requests and fifty times the devices it will ever
//! have, entered through the same verbs and the same writer as real work. Made once and reused; who makes it knows nothing of what is measured.

mod crew;
mod devices;
mod people;
pub mod programs;
mod requests;
pub mod words;

use crate::outcome::grouped;
use anyhow::{Context, Result, ensure};
use kernel::app::{App, Chance, Clock, Opening};
use kernel::change::Via;
use kernel::domain::Domain;
use kernel::id::Id;
use kernel::log::Keys;
use kernel::time::day_of;
use kernel::vals;
use people::People;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use std::time::Instant;

pub const HOUR_US: i64 = 3_600_000_000;
pub const DAY_US: i64 = 24 * HOUR_US;
/// Requests and devices are spread over so many days before the making.
const DAYS_BACK: i64 = 3 * 365;
/// One phrase for all who can sign in: the office is nobody's.
pub const PASSWORD: &str = "karafuu na bahari";

/// How much of everything.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Size {
    pub requests: usize,
    pub devices: usize,
}

impl Size {
    const FULL: Self = Self { requests: 100_000, devices: 20_000 };
    const SMALL: Self = Self { requests: 5_000, devices: 1_000 };
}

/// What a complete office is remembered by; it stands beside the data folder.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Mark {
    pub size: Size,
    pub installs: i64,
    pub token: String,
    pub accounts: Accounts,
}

/// Sign-in names by role.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Accounts {
    /// Prosecutors and clerks who see what names them.
    pub staff: Vec<String>,
    /// Heads of a department or region, who see their units'.
    pub heads: Vec<String>,
    /// Of the ICT unit: they see nine requests in ten.
    pub officers: Vec<String>,
}

/// The benches' folder: `office`, `office.keys`, and the mark.
pub struct Bench {
    pub folder: PathBuf,
    pub mark: Mark,
    pub is_small: bool,
    tehama: Option<PathBuf>,
}

impl Bench {
    /// Opens the folder; makes the office when it is not there or was left half-made.
    pub fn at(folder: &Path, is_small: bool, tehama: Option<PathBuf>) -> Result<Self> {
        let size = if is_small { Size::SMALL } else { Size::FULL };
        let path = folder.join("bench.json");
        let mark = match std::fs::read_to_string(&path) {
            Ok(text) => serde_json::from_str::<Mark>(&text).with_context(|| format!("{} cannot be read", path.display()))?,
            Err(_) => make(folder, size).and_then(|mark| {
                std::fs::write(&path, serde_json::to_string_pretty(&mark)?)?;
                Ok(mark)
            })?,
        };
        ensure!(mark.size == size, "{} holds an office of another size; give another --data", folder.display());
        let bench = Self { folder: folder.to_owned(), mark, is_small, tehama };
        let (requests, devices, installs) = (grouped(size.requests as u64), grouped(size.devices as u64), grouped(bench.mark.installs.unsigned_abs()));
        println!("office    {requests} requests, {devices} devices, {installs} installed programs, {} MB of database", grouped(bench.database_bytes() >> 20));
        Ok(bench)
    }

    pub fn home(&self) -> PathBuf {
        self.folder.join("office")
    }

    pub fn keys(&self) -> PathBuf {
        Keys::beside(&self.home())
    }

    fn database_bytes(&self) -> u64 {
        std::fs::metadata(self.home().join(kernel::app::DATABASE)).map_or(0, |meta| meta.len())
    }

    /// The built program.
    pub fn program(&self) -> Result<PathBuf> {
        let beside = || std::env::current_exe().ok().map(|exe| exe.with_file_name(format!("tehama{}", std::env::consts::EXE_SUFFIX)));
        let path = self.tehama.clone().or_else(beside).unwrap_or_default();
        ensure!(path.is_file(), "there is no program at {}; build it first: cargo build --release -p tehama", path.display());
        Ok(path)
    }
}

/// How an office of the benches is opened.
pub struct Manner {
    pub clock: Clock,
    /// Without syncs: only while an office is made that is acknowledged to nobody.
    pub in_a_hurry: bool,
}

/// Opens the office in a folder, making it when it is new.
pub fn open(data: &Path, manner: Manner) -> Result<Arc<App>> {
    let domains: Vec<Domain> = vec![office::domain(), desk::domain(), inventory::domain()];
    Ok(App::open(Opening {
        data,
        keys: Keys { folder: Keys::beside(data), entropy: Chance::System.bytes(), is_demo: false, begins_anew: false },
        clock: manner.clock,
        chance: Chance::System,
        domains,
        secure: false,
        in_a_hurry: manner.in_a_hurry,
        words: &[kernel::words(), pages::words()],
    })?)
}

/// Enters the people of a new office; who opens it may give the verbs to others.
pub fn found(app: &Arc<App>, at: i64) -> Result<People> {
    people::found(app, at)
}

fn make(folder: &Path, size: Size) -> Result<Mark> {
    let data = folder.join("office");
    for old in [data.clone(), Keys::beside(&data)] {
        std::fs::remove_dir_all(old).or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })?;
    }
    let began = Instant::now();
    let now = Clock::System.now();
    let from = now - DAYS_BACK * DAY_US;
    let app = open(&data, Manner { clock: Clock::Set(AtomicI64::new(now)), in_a_hurry: true })?;
    let people = people::found(&app, from)?;
    let token = enrolment(&people, now)?;
    println!("making    people and places: {:.1} s", began.elapsed().as_secs_f64());
    let began_devices = Instant::now();
    devices::register(&app, &people, size.devices, from, now)?;
    println!("making    {} devices: {:.1} s", grouped(size.devices as u64), began_devices.elapsed().as_secs_f64());
    let began_requests = Instant::now();
    requests::play(&people, size.requests, from, now)?;
    println!("making    {} requests: {:.1} s", grouped(size.requests as u64), began_requests.elapsed().as_secs_f64());
    let installs = app.readers.snapshot()?.number("SELECT sum(installs) FROM fact_program", vals![])?;
    let changes = app.log.size();
    app.checkpoint()?;
    app.end();
    println!("making    {} changes, up to {}, in {:.1} s", grouped(changes.unsigned_abs()), day_of(now), began.elapsed().as_secs_f64());
    Ok(Mark { size, installs, token, accounts: people.accounts })
}

/// The token that the agents report with.
fn enrolment(people: &People, now: i64) -> Result<String> {
    use inventory::enrolment::{Enrolment, enrol};
    const NO_LIMIT: i64 = 1_000_000_000;
    let mut work = people.head().work("enrolment.open")?;
    let site = people.sites.first().copied();
    let enrolment = Enrolment { name: "Mawakala wa kipimo".into(), site, reports_per_hour: NO_LIMIT, ends_at: now + 5 * 366 * DAY_US, ..Enrolment::default() };
    let (_, secret) = enrol(&mut work, enrolment)?;
    work.commit()?;
    Ok(secret)
}

/// A person of the office as an actor at the keyboard.
pub fn actor(app: &Arc<App>, person: Id) -> Result<kernel::actor::Actor> {
    let found = kernel::sign_in::session::person_of(&*app.readers.snapshot()?, person)?;
    let (known, lang) = found.context("a person of the benches is not in the office")?;
    Ok(kernel::actor::Actor::of(app, known, lang, Via::Page, "10.20.1.20"))
}
