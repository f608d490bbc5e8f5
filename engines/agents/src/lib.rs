//! Wire protocols of inventory agents: FusionInventory 2.6 and OCS 2.10 (XML), GLPI-Agent (XML
//! prolog, then JSON). Bytes in, plain records out, and the bytes of an answer each agent can
//! read. It knows nothing of an office, an HTTP framework, a database, the clock or chance.
//!
//! A body goes `body::open` (unpack, decode, refuse) -> `read` (scrub, shape, sections, evidence)
//! -> `Message`. A `Report` then meets what is known: `compare` says whether it is the same
//! machine, `merge` and `diff` what changed, `apply` replays it. `answer` closes the round.

mod answer;
mod block_lists;
pub mod body;
mod change;
mod client;
mod compare;
mod dates;
mod discovery;
mod forms;
mod identity;
mod message;
mod quarantine;
mod reading;
mod refused;
mod report;
mod scrub;
pub mod sections;
mod shape;
mod text;
mod tree;
mod units;
mod volatile;

pub use answer::{Answer, REALM, Verdict, answer, answer_get, answer_pending, verdict_on};
pub use body::Wire;
pub use change::{Changed, Diff, Misapplied, SectionDiff, apply, diff, merge};
pub use client::{Client, Headers};
pub use compare::{Conflict, Match, SameBy, compare};
pub use discovery::{AgentNote, Found, SnmpError};
pub use forms::uuid_form;
pub use identity::{Evidence, Kind, Rejected, RejectedWhy};
pub use message::{Contact, Message, read};
pub use quarantine::{Quarantined, Why};
pub use refused::Refused;
pub use report::{ItemType, Report};
pub use scrub::{DROPPED_SECTIONS, KEY_TAIL_CHARS};
pub use sections::Sections;
pub use volatile::{SignedIn, Volatile};
