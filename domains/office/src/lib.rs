//! People, units and sites of the office, its settings, and the pages by which people come in.
//! Knows nothing of what the unit does for them; other parts of the house point here by links.

pub mod account;
pub mod demo;
pub mod hours;
mod pages;
pub mod person;
pub mod rules;
pub mod setting;
pub mod unit;

pub use account::first_link;

use kernel::domain::{Domain, Group, RailLink, Verb};
use kernel::words::Source;

/// The office's table of contents.
pub fn domain() -> Domain {
    Domain {
        name: "office",
        records: || vec![person::describe(), unit::describe_unit(), unit::describe_site()],
        rules: rules::RULES,
        tables: &[],
        projections: &[],
        routes: pages::routes,
        jobs: &[],
        words: Source { name: "office", sw: include_str!("../words/sw.ftl"), en: include_str!("../words/en.ftl") },
        rail: RAIL,
        today: |_| Ok(Vec::new()),
        palette: PALETTE,
    }
}

const RAIL: &[RailLink] = &[
    place("person-many", "/person", "users", "person.see"),
    place("rail-units", "/unit", "building-2", "unit.see"),
    place("rail-ledger", "/ledger", "scroll-text", "ledger.see"),
    place("setting-many", "/settings", "settings", "setting.edit"),
];

const PALETTE: &[Verb] = &[
    verb("person-new", "/person/new", "person.edit"),
    verb("unit-new", "/unit/new", "unit.edit"),
    verb("site-new", "/site/new", "site.edit"),
    verb("me-password", "/me/password", "person.see"),
    verb("me-factor", "/me/second-factor", "person.see"),
    verb("ledger-looks", "/ledger?looks=yes", "ledger.see"),
];

const fn place(key: &'static str, href: &'static str, icon: &'static str, act: &'static str) -> RailLink {
    RailLink { group: Group::Leadership, key, href, icon, act, count: None }
}

const fn verb(key: &'static str, href: &'static str, act: &'static str) -> Verb {
    Verb { key, href, act, on_today: false }
}
