//! Devices and programs, who answers for them, and the agents that report them. Area 1 of the unit's page, and the facts behind advice.

pub mod agent;
mod api;
pub mod demo;
pub mod device;
pub mod enrolment;
pub mod handover;
pub mod import;
mod pages;
pub mod program;
pub mod report;
mod rules;
pub mod sighting;
mod slip;
mod tables;
mod today;

use kernel::domain::{Domain, Group, RailLink, Verb};
use kernel::words::Source;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// Reports counted within the running hour, by enrolment. Forgetting it at a restart only gives an agent a fresh hour.
static RATES: Mutex<BTreeMap<String, (i64, i64)>> = Mutex::new(BTreeMap::new());

pub fn domain() -> Domain {
    Domain {
        name: "inventory",
        records: || vec![device::describe(), sighting::describe(), handover::describe(), enrolment::describe()],
        rules: rules::RULES,
        tables: tables::TABLES,
        projections: &[("device", program::project), ("handover", handover::project)],
        routes: || pages::routes().merge(api::routes()),
        jobs: &[],
        words: Source { name: "inventory", sw: include_str!("../words/sw.ftl"), en: include_str!("../words/en.ftl") },
        rail: RAIL,
        today: today::sections,
        palette: PALETTE,
    }
}

const RAIL: &[RailLink] = &[
    RailLink { group: Group::Systems, key: "device-many", href: "/device", icon: "laptop", act: "device.see", count: None },
    RailLink { group: Group::Systems, key: "program-many", href: "/program", icon: "package", act: "program.see", count: None },
    RailLink { group: Group::Systems, key: "handover-many", href: "/handover", icon: "handshake", act: "handover.see", count: None },
    RailLink {
        group: Group::Systems,
        key: "sighting-many",
        href: "/sighting?state=open",
        icon: "copy",
        act: "sighting.settle",
        count: Some(today::open_sightings),
    },
    RailLink { group: Group::Systems, key: "enrolment-many", href: "/enrolment", icon: "key-round", act: "enrolment.see", count: None },
];

const PALETTE: &[Verb] = &[
    Verb { key: "device-register", href: "/device/new", act: "device.edit", on_today: false },
    Verb { key: "handover-out", href: "/handover/new?direction=out", act: "device.hand_over", on_today: true },
    Verb { key: "handover-back", href: "/handover/new?direction=back", act: "device.hand_over", on_today: false },
    Verb { key: "device-import", href: "/device/import", act: "device.edit", on_today: false },
    Verb { key: "enrolment-new", href: "/enrolment/new", act: "enrolment.edit", on_today: false },
];
