//! Checks an extract (`extract.json`) offline, for a court or anybody who trusts neither the office
//! nor its server. Written from the specifications alone and sharing no code with the program that
//! made the extract, so that two independent readings must agree. It knows no network, no clock and
//! no database; what it cannot prove, it says.

mod document;
mod finding;
mod hashes;
mod json;
mod note;
mod record;
mod verify;
mod words;

pub use finding::{Fault, Finding, Statement, Trust, Unreadable};
pub use verify::verify;
pub use words::{Language, sentence};
