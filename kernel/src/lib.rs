//! What every part of the unit's work stands on: records and changes, the ledger's binding, who may do what, words, lists and files.
//! It knows no domain by name; the few columns of people and sites that it reads are named where it reads them.

pub mod actor;
pub mod api;
pub mod app;
pub mod attached;
pub mod calendar;
pub mod change;
pub mod class;
pub mod db;
pub mod domain;
pub mod erasure;
pub mod export;
pub mod filled;
pub mod history;
pub mod id;
pub mod list;
pub mod log;
pub mod look;
pub mod permission;
pub mod problem;
pub mod record;
pub mod registry;
pub mod search;
pub mod seed;
pub mod settings;
pub mod sign_in;
pub mod time;
pub mod verify;
pub mod web;
pub mod words;
pub mod work;

/// The kernel's own words: problems, classes of secrecy, roles, what every record has.
pub fn words() -> words::Source {
    words::Source { name: "kernel", sw: include_str!("../words/sw.ftl"), en: include_str!("../words/en.ftl") }
}
