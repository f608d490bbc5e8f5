//! The one writer. It takes waiting changes together, gives each its numbers and its place in the ledger, writes each in a savepoint of its
//! own, syncs once for all, and only then answers. Small notes that are no facts (sessions, stamps) ride in the same commits.

use super::{Applied, Conn, Val, apply};
use crate::app::Chance;
use crate::change::{Change, items};
use crate::id::Id;
use crate::log::Log;
use crate::problem::{Problem, Result};
use crate::registry::Registry;
use crate::time::year_of;
use crate::vals;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;

/// Most changes that share one sync; more only makes the first wait.
const GROUP: usize = 256;

/// Waiting changes before a caller is made to wait too.
const QUEUE: usize = 1_024;

/// A statement on `work_` or `secret_` tables that must stand or fall with the change.
pub type Also = (&'static str, Vec<Val>);

/// A change on its way to the writer, numbers and place still missing.
pub struct Draft {
    pub change: Change,
    pub also: Vec<Also>,
}

/// What the writer gave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Committed {
    pub seq: i64,
    /// Numbers of the records made, in the order of the entries.
    pub numbers: Vec<(Id, String)>,
}

impl Committed {
    /// The number of the first record made; empty when none was.
    pub fn number(&self) -> &str {
        self.numbers.first().map_or("", |(_, number)| number)
    }
}

/// Work on tables that are no facts, run by the writer inside a commit.
pub type Note = Box<dyn FnOnce(&Conn) -> Result<()> + Send>;

enum Asked {
    Change(Box<Draft>, Sender<Result<Committed>>),
    Note(Note, Sender<Result<()>>),
    End,
}

pub struct Writer {
    ask: SyncSender<Asked>,
    thread: std::sync::Mutex<Option<JoinHandle<()>>>,
}

impl Writer {
    /// Starts the thread that owns `conn`.
    pub fn start(conn: Conn, registry: Arc<Registry>, log: Arc<Log>, chance: Arc<Chance>) -> Result<Self> {
        let (ask, asked) = sync_channel(QUEUE);
        let desk = Desk { conn, registry, log, chance };
        let thread = std::thread::Builder::new().name("writer".into()).spawn(move || desk.work(&asked)).map_err(|error| Problem::Store(error.to_string()))?;
        Ok(Self { ask, thread: std::sync::Mutex::new(Some(thread)) })
    }

    /// Hands a change in and waits until it is on the disk.
    pub fn commit(&self, draft: Draft) -> Result<Committed> {
        let (answer, answered) = channel();
        self.ask.send(Asked::Change(Box::new(draft), answer)).map_err(|_| ended())?;
        answered.recv().map_err(|_| ended())?
    }

    /// Writes what is no fact and waits until it is on the disk.
    pub fn note(&self, note: impl FnOnce(&Conn) -> Result<()> + Send + 'static) -> Result<()> {
        let (answer, answered) = channel();
        self.ask.send(Asked::Note(Box::new(note), answer)).map_err(|_| ended())?;
        answered.recv().map_err(|_| ended())?
    }

    /// Finishes what was asked and ends the thread.
    pub fn end(&self) {
        let _ = self.ask.send(Asked::End);
        if let Some(thread) = self.thread.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).take() {
            let _ = thread.join();
        }
    }
}

fn ended() -> Problem {
    Problem::Store("the writer has ended".into())
}

struct Desk {
    conn: Conn,
    registry: Arc<Registry>,
    log: Arc<Log>,
    chance: Arc<Chance>,
}

/// Tells a waiting caller, once it is known whether the sync held.
type Answer = Box<dyn FnOnce(&Result<()>)>;

/// One change written but not yet synced.
struct Written {
    committed: Committed,
    leaf: ledger::Hash,
}

impl Desk {
    fn work(self, asked: &Receiver<Asked>) {
        while let Ok(first) = asked.recv() {
            let mut group = vec![first];
            while group.len() < GROUP {
                match asked.try_recv() {
                    Ok(next) => group.push(next),
                    Err(_) => break,
                }
            }
            let end = group.iter().any(|asked| matches!(asked, Asked::End));
            self.write_group(group);
            if end {
                // Folding the write-ahead log in leaves one file behind; failing to is harmless.
                let _ = self.conn.batch("PRAGMA wal_checkpoint(TRUNCATE)");
                return;
            }
        }
    }

    fn write_group(&self, group: Vec<Asked>) {
        let began = self.conn.batch("BEGIN IMMEDIATE");
        let mut next = self.log.size();
        let mut leaves = Vec::new();
        let mut answers: Vec<Answer> = Vec::new();
        let mut erasures = Vec::new();
        // A full disk makes SQLite roll everything back by itself; nothing of the group may be written after that.
        let mut gone = false;
        for asked in group {
            match asked {
                Asked::Change(mut draft, answer) => {
                    let written = again(&began).and_then(|()| self.one(&mut gone, || self.write(&mut draft, next)));
                    if let Ok(written) = &written {
                        leaves.push(written.leaf);
                        erasures.extend(crate::erasure::orders(&draft.change));
                        next += 1;
                    }
                    answers.push(Box::new(move |synced| {
                        let _ = answer.send(written.and_then(|w| again(synced).map(|()| w.committed)));
                    }));
                }
                Asked::Note(note, answer) => {
                    let written = again(&began).and_then(|()| self.one(&mut gone, || note(&self.conn)));
                    answers.push(Box::new(move |synced| {
                        let _ = answer.send(written.and_then(|()| again(synced)));
                    }));
                }
                Asked::End => {}
            }
        }
        let synced = began.and_then(|()| self.finish(gone, &erasures));
        match &synced {
            Ok(()) => self.log.extend(&leaves),
            Err(problem) => {
                tracing::error!(%problem, "a group of changes was not written");
                let _ = self.conn.batch("ROLLBACK");
            }
        }
        for answer in answers {
            answer(&synced);
        }
    }

    /// Syncs the group. Orders of erasure are noted beside the key first: repeating one is harmless, forgetting one is not.
    fn finish(&self, gone: bool, erasures: &[crate::erasure::Order]) -> Result<()> {
        if gone {
            return Err(Problem::Store("the database gave the group up: is the disk full?".into()));
        }
        self.log.remember_erasures(erasures).map_err(|error| Problem::Store(format!("an erasure cannot be noted beside the key: {error}")))?;
        self.conn.batch("COMMIT")
    }

    /// Writes one of the group, unless the transaction is already gone; notices when it goes.
    fn one<T>(&self, gone: &mut bool, write: impl FnOnce() -> Result<T>) -> Result<T> {
        if *gone {
            return Err(Problem::Store("the group before was given up".into()));
        }
        let written = self.savepoint(write);
        *gone = !self.conn.is_in_transaction();
        written
    }

    fn savepoint<T>(&self, write: impl FnOnce() -> Result<T>) -> Result<T> {
        self.conn.run("SAVEPOINT one", &[])?;
        let written = write();
        if !self.conn.is_in_transaction() {
            return written;
        }
        if written.is_err() {
            self.conn.run("ROLLBACK TO one", &[])?;
        }
        self.conn.run("RELEASE one", &[])?;
        written
    }

    fn write(&self, draft: &mut Draft, seq: i64) -> Result<Written> {
        let change = &mut draft.change;
        let mut numbers = Vec::new();
        for n in 0..change.entries.len() {
            let number = self.number_for(change, n)?;
            let entry = &mut change.entries[n];
            if entry.before == 0 {
                entry.number.clone_from(&number);
                numbers.push((entry.id, number));
            }
        }
        apply(&self.conn, &Applied { registry: &self.registry, seq }, change)?;
        crate::erasure::rewrite_bodies(&self.conn, change, seq)?;
        let body = change.to_body();
        let nonce = self.chance.bytes::<16>();
        let value = serde_json::from_str(&body).map_err(|error| Problem::Store(error.to_string()))?;
        let commitment = ledger::leaf::commit(&nonce, &items(&value)).map_err(|error| Problem::Store(error.to_string()))?;
        let entry = ledger::leaf::Entry { version: 1, source: change.via.number(), seq: seq.unsigned_abs(), at_us: change.at, commitment }.to_bytes();
        let leaf = ledger::leaf_hash(&entry);
        self.conn.run(
            "INSERT INTO ledger_change (seq, id, at, actor, verb, class, body, nonce, entry, leaf) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            vals![seq, change.id, change.at, change.actor, &change.verb, change.class().number(), body, &nonce[..], &entry[..], &leaf[..]],
        )?;
        for (sql, values) in &draft.also {
            self.conn.run(sql, values)?;
        }
        Ok(Written { committed: Committed { seq, numbers }, leaf })
    }

    fn number_for(&self, change: &Change, n: usize) -> Result<String> {
        let entry = &change.entries[n];
        let letters = self.registry.record(&entry.kind).map_or("", |record| record.letters);
        if entry.before != 0 || letters.is_empty() {
            return Ok(entry.number.clone());
        }
        let site = self.site_letter(entry.site)?;
        let year = year_of(change.at);
        let last = self.conn.number("SELECT last FROM fact_counter WHERE letters = ?1 AND site = ?2 AND year = ?3", vals![letters, &site, year])?;
        // The counter moves when the change is applied; until then the earlier entries of the same change count too.
        let series = format!("{letters}-{site}-{year}-");
        let given = change.entries[..n].iter().filter(|entry| entry.before == 0 && entry.number.starts_with(&series)).count();
        Ok(format!("{series}{:04}", last + 1 + i64::try_from(given).unwrap_or(i64::MAX)))
    }

    fn site_letter(&self, site: Option<Id>) -> Result<String> {
        let letter = match site {
            Some(site) => self.conn.one("SELECT letter FROM rec_site WHERE id = ?1", vals![site], |row| row.text("letter"))?,
            None => None,
        };
        Ok(letter.filter(|letter| !letter.is_empty()).unwrap_or_else(|| HEADQUARTERS_LETTER.into()))
    }
}

/// Unguja, where a record without a site belongs.
const HEADQUARTERS_LETTER: &str = "U";

fn again(result: &Result<()>) -> Result<()> {
    result.as_ref().map_err(|problem| Problem::Store(problem.to_string())).copied()
}
