//! The office as a running whole: its database, ledger, words, settings, clock and chance. Made once at start and handed to everything;
//! nothing here is ambient.

use crate::actor::Actor;
use crate::db::{Conn, Readers, Writer, build};
use crate::domain::Domain;
use crate::id::Id;
use crate::log::{Keys, Log};
use crate::problem::{Problem, Result};
use crate::registry::Registry;
use crate::seed::Seed;
use crate::settings::Settings;
use crate::words::{Lang, Tongue, Words};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

/// Where the time comes from.
pub enum Clock {
    System,
    /// A moment set by hand: tests and the demo's past.
    Set(AtomicI64),
}

impl Clock {
    /// Microseconds since 1970, UTC.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(&self) -> i64 {
        match self {
            Clock::System => jiff::Timestamp::now().as_microsecond(),
            Clock::Set(at) => at.load(Ordering::Relaxed),
        }
    }
}

/// Where chance comes from.
pub enum Chance {
    System,
    /// Repeatable, for the demo and tests; its office can prove nothing outside.
    Seeded(Mutex<Seed>),
}

impl Chance {
    #[expect(clippy::disallowed_methods, reason = "the one place that draws chance")]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        match self {
            Chance::System => rand::random(),
            Chance::Seeded(seed) => {
                let mut seed = seed.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                std::array::from_fn(|_| seed.next().to_le_bytes()[0])
            }
        }
    }
}

/// How to open an office.
pub struct Opening<'a> {
    pub data: &'a Path,
    pub keys: Keys,
    pub clock: Clock,
    pub chance: Chance,
    pub domains: Vec<Domain>,
    /// Words that belong to no domain: pages, kernel, program.
    pub words: &'a [crate::words::Source],
    /// Served over HTTPS.
    pub secure: bool,
    /// Syncs wait for the end: only while a demo is made, when nothing is acknowledged to anybody.
    pub in_a_hurry: bool,
}

pub struct App {
    pub data: PathBuf,
    /// Held while the office is open: two programs writing one office would give one place twice.
    _lock: std::fs::File,
    pub readers: Arc<Readers>,
    pub writer: Writer,
    pub log: Arc<Log>,
    pub registry: Arc<Registry>,
    pub words: Arc<Words>,
    pub settings: Settings,
    pub domains: Vec<Domain>,
    pub clock: Clock,
    pub chance: Arc<Chance>,
    /// A demo says so on every page and paper.
    pub demo: bool,
    /// Served over HTTPS; cookies are then kept to it.
    pub secure: bool,
}

/// The database file within the data folder.
pub const DATABASE: &str = "office.db";
/// Its presence marks a demo's folder.
pub const DEMO_MARK: &str = "DEMO";

/// All kinds, rules and projections of these domains and the kernel's own.
pub fn registry(domains: &[Domain]) -> Registry {
    let mut registry = Registry::default();
    registry.add_records(crate::attached::records());
    registry.add_records(crate::settings::records());
    registry.add_records(crate::erasure::records());
    for domain in domains {
        registry.add_records((domain.records)());
        registry.add_rules(domain.rules);
        registry.add_tables(domain.tables);
        for (kind, project) in domain.projections {
            registry.add_projection(kind, *project);
        }
    }
    registry
}

impl App {
    /// Opens the office in a data folder, making what is missing.
    pub fn open(opening: Opening) -> Result<Arc<Self>> {
        private_folder(opening.data).and_then(|()| std::fs::create_dir_all(opening.data.join("files"))).map_err(|error| Problem::Store(error.to_string()))?;
        let lock = lock(opening.data)?;
        let path = opening.data.join(DATABASE);
        let registry = Arc::new(registry(&opening.domains));
        let sources: Vec<_> = opening.words.iter().chain(opening.domains.iter().map(|domain| &domain.words)).cloned().collect();
        let words = Words::new(&sources).map_err(|problem| Problem::Store(problem.to_string()))?;
        let conn = Conn::open_writer(&path)?;
        if opening.in_a_hurry {
            conn.batch("PRAGMA synchronous=OFF")?;
        }
        build(&conn, &registry)?;
        let chance = Arc::new(opening.chance);
        let demo = opening.data.join(DEMO_MARK).exists();
        let log = Arc::new(Log::open(&conn, opening.keys)?);
        let settings = Settings::read(&conn)?;
        let writer = Writer::start(conn, Arc::clone(&registry), Arc::clone(&log), Arc::clone(&chance))?;
        let app = Arc::new(Self {
            data: opening.data.to_owned(),
            _lock: lock,
            readers: Arc::new(Readers::open(&path)?),
            writer,
            log,
            registry,
            words: Arc::new(words),
            settings,
            domains: opening.domains,
            clock: opening.clock,
            chance,
            demo,
            secure: opening.secure,
        });
        app.name_the_older_log()?;
        Ok(app)
    }

    /// The first change of a log that had to be opened anew names the checkpoint of the one before.
    fn name_the_older_log(self: &Arc<Self>) -> Result<()> {
        let Some(older) = self.log.reopened() else { return Ok(()) };
        let mut work = self.itself(crate::change::Via::Command, "").work("ledger.reopen")?;
        work.because(&older.checkpoint.to_text());
        work.commit()?;
        // Signed at once: the next start must find what this log stands on, and open no third one.
        self.checkpoint().map(|_| ())
    }

    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    pub fn new_id(&self, at_us: i64) -> Id {
        Id::at(at_us, self.chance.bytes())
    }

    pub fn tongue(&self, lang: Lang) -> Tongue {
        Tongue::new(Arc::clone(&self.words), lang)
    }

    /// The program itself as an actor: jobs, agents, commands.
    pub fn itself(self: &Arc<Self>, via: crate::change::Via, from: &str) -> Actor {
        Actor::program(Arc::clone(self), via, from)
    }

    /// Signs what is synced, if it has grown since the last time, and keeps the note.
    pub fn checkpoint(&self) -> Result<String> {
        let (note, is_new) = self.log.checkpoint()?;
        if is_new {
            let (size, origin, at, kept) = (self.log.size(), self.log.origin().to_owned(), self.now(), note.clone());
            self.writer.note(move |conn| {
                conn.run("INSERT OR IGNORE INTO ledger_checkpoint (size, origin, at, note) VALUES (?1, ?2, ?3, ?4)", crate::vals![size, origin, at, kept])?;
                Ok(())
            })?;
        }
        Ok(note)
    }

    /// Ends the writer after what it was asked is done.
    pub fn end(&self) {
        self.writer.end();
    }
}

fn lock(data: &Path) -> Result<std::fs::File> {
    let failed = |error: std::io::Error| Problem::Store(format!("{}: {error}", data.display()));
    let file = std::fs::File::create(data.join("lock")).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(Problem::Store(format!("another program has the office in {} open; end it first", data.display()))),
        Err(std::fs::TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// Makes a folder that only its owner may enter; one that is there is left as it is.
pub fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
