//! Slows guessing down: after some tries each further one waits twice as long. A try is counted before it is looked at, so many at once are no
//! way round; a right one is taken off again. Kept in the database, so a restart forgives nothing.

use super::token::hash_of;
use crate::app::App;
use crate::db::Conn;
use crate::id::Id;
use crate::problem::{Problem, Result};
use crate::vals;
use std::sync::mpsc::channel;

/// Wrong tries that cost nothing, for one account.
const PER_ACCOUNT: i64 = 5;
/// The same for one address: a shared computer has many hands.
const PER_ADDRESS: i64 = 20;

const FIRST_WAIT_S: i64 = 5;
const LONGEST_WAIT_S: i64 = 15 * 60;
const SECOND_US: i64 = 1_000_000;
/// Counts begun longer ago than this are forgotten.
const MEMORY_US: i64 = 24 * 3_600 * SECOND_US;

/// Tries that are counted together.
#[derive(Clone, Debug)]
pub struct Count {
    name: String,
    free: i64,
    /// Others count here too: a right try takes back itself and nothing else.
    is_shared: bool,
}

impl Count {
    /// Passwords tried for a sign-in name. Kept as a hash: people type passwords where the name belongs.
    pub fn account(login: &str) -> Self {
        Self::own(format!("account:{}", hash_of(login)))
    }

    /// Sign-ins tried from an address.
    pub fn address(address: &str) -> Self {
        Self { name: format!("address:{address}"), free: PER_ADDRESS, is_shared: true }
    }

    /// The present password, asked again of someone who is signed in.
    pub fn password(person: Id) -> Self {
        Self::own(format!("password:{person}"))
    }

    /// Codes of the second factor.
    pub fn code(person: Id) -> Self {
        Self::own(format!("code:{person}"))
    }

    fn own(name: String) -> Self {
        Self { name, free: PER_ACCOUNT, is_shared: false }
    }

    fn wait_us(&self, conn: &Conn, now: i64) -> Result<i64> {
        Ok(conn.number("SELECT until FROM work_throttle WHERE name = ?1", vals![&self.name])? - now)
    }

    /// Counts one try, and gives until when the next has to wait.
    fn count(&self, conn: &Conn, now: i64) -> Result<i64> {
        let tries = 1 + conn.number("SELECT failures FROM work_throttle WHERE name = ?1", vals![&self.name])?;
        let doublings = u32::try_from((tries - self.free).clamp(0, 20)).unwrap_or(0);
        let wait_s = if tries < self.free { 0 } else { (FIRST_WAIT_S << doublings).min(LONGEST_WAIT_S) };
        let until = now + wait_s * SECOND_US;
        conn.run(
            "INSERT INTO work_throttle (name, failures, until, first_at) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (name) DO UPDATE SET failures = excluded.failures, until = excluded.until",
            vals![&self.name, tries, until, now],
        )?;
        Ok(until)
    }

    /// Takes a right try off; the wait it had set goes with it, another's stays.
    fn give_back(&self, conn: &Conn, until: i64) -> Result<()> {
        if !self.is_shared {
            return self.forget(conn);
        }
        let less = "UPDATE work_throttle SET failures = max(failures - 1, 0), until = CASE until WHEN ?2 THEN 0 ELSE until END WHERE name = ?1";
        conn.run(less, vals![&self.name, until]).map(|_| ())
    }

    fn forget(&self, conn: &Conn) -> Result<()> {
        conn.run("DELETE FROM work_throttle WHERE name = ?1", vals![&self.name]).map(|_| ())
    }
}

/// Leave for one try, counted as wrong until it proves right.
#[must_use]
#[derive(Debug)]
pub struct Ticket(Vec<(Count, i64)>);

/// Counts a try everywhere at once; `Slower`, and nothing counted, while a wait runs anywhere.
pub fn ticket(app: &App, counts: Vec<Count>) -> Result<Ticket> {
    let (tell, told) = channel();
    let now = app.now();
    app.writer.note(move |conn| {
        conn.run("DELETE FROM work_throttle WHERE first_at < ?1", vals![now - MEMORY_US])?;
        for count in &counts {
            let wait = count.wait_us(conn, now)?;
            if wait > 0 {
                return Err(Problem::Slower { seconds: u64::try_from(wait / SECOND_US + 1).unwrap_or(1) });
            }
        }
        let counted = counts.into_iter().map(|count| count.count(conn, now).map(|until| (count, until))).collect::<Result<Vec<_>>>()?;
        // Whoever asks is waiting for it.
        let _ = tell.send(counted);
        Ok(())
    })?;
    told.recv().map(Ticket).map_err(|error| Problem::Store(error.to_string()))
}

impl Ticket {
    /// The try was right: an account's count begins anew, an address's is one less.
    pub fn was_right(self, app: &App) -> Result<()> {
        app.writer.note(move |conn| self.0.iter().try_for_each(|(count, until)| count.give_back(conn, *until)))
    }
}

/// Forgets the tries for a sign-in name whose password was just set.
pub fn forget_account(app: &App, login: &str) -> Result<()> {
    let count = Count::account(login);
    app.writer.note(move |conn| count.forget(conn))
}
