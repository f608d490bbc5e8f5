//! The commands. Each says what it did in words, and ends with 0 when all is well, 1 when something was found wrong, 2 when it could not work.

pub mod backup;
pub mod check;
pub mod demo;
pub mod erase;
pub mod extract;
pub mod rebuild;
pub mod restore;
pub mod serve;
pub mod verify;
pub mod witness;

use crate::domains::{domains, words};
use anyhow::{Result, bail};
use kernel::app::{App, Chance, Clock, DATABASE, DEMO_MARK, Opening};
use kernel::log::Keys;
use std::path::Path;
use std::sync::Arc;

/// How an office is opened.
pub struct Manner {
    pub clock: Clock,
    pub chance: Chance,
    pub secure: bool,
    /// The keys are lost; see `Keys`.
    pub begins_anew: bool,
}

impl Manner {
    /// As every day: the machine's clock and chance.
    pub fn everyday(secure: bool) -> Self {
        Self { clock: Clock::System, chance: Chance::System, secure, begins_anew: false }
    }
}

/// Opens the office in a folder, making it when it is new.
pub fn open(data: &Path, keys: &Path, manner: Manner) -> Result<Arc<App>> {
    let entropy = Chance::System.bytes();
    let is_demo = data.join(DEMO_MARK).exists();
    Ok(App::open(Opening {
        data,
        keys: Keys { folder: keys.to_owned(), entropy, is_demo, begins_anew: manner.begins_anew },
        clock: manner.clock,
        chance: manner.chance,
        domains: domains(),
        secure: manner.secure,
        in_a_hurry: false,
        words: &words(),
    })?)
}

/// Refuses a folder without an office, so that a mistyped path makes no empty one.
pub fn must_exist(data: &Path) -> Result<()> {
    if !data.join(DATABASE).exists() {
        bail!("hakuna afisi katika {0} / there is no office in {0}", data.display());
    }
    Ok(())
}
