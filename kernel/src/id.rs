//! Names of things: the id of a record, and a link (kind and id) by which records of different parts of the house point at each other.
//! Knows nothing of what stands behind an id.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// The id of a record or change: a UUIDv7, so ids sort by the time they were made. Text form is hyphenated lower case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Debug)]
pub struct Id(Uuid);

impl Id {
    /// Makes an id from a time (microseconds since 1970, UTC) and ten bytes of chance.
    pub fn at(at_us: i64, chance: [u8; 10]) -> Self {
        let millis = u64::try_from(at_us / 1_000).unwrap_or(0);
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &chance).into_uuid())
    }

    /// Reads the hyphenated form; nothing else is accepted.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 36 {
            return None;
        }
        Uuid::parse_str(text).ok().map(Self)
    }

    /// The id of a record that the program itself stands for (jobs, agents, migrations): all zero.
    pub const fn nobody() -> Self {
        Self(Uuid::nil())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl Default for Id {
    fn default() -> Self {
        Self::nobody()
    }
}

/// A record seen from outside its domain: its kind's wire name and its id.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Debug)]
pub struct Link {
    pub kind: String,
    pub id: Id,
}

impl Link {
    pub fn new(kind: &str, id: Id) -> Self {
        Self { kind: kind.to_owned(), id }
    }
}
