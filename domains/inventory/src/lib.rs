//! Devices and programs, who answers for them, and the agents that report them. Area 1 of the unit's page, and the facts behind advice.

pub mod agent;
pub mod demo;
pub mod device;
pub mod enrolment;
pub mod handover;
pub mod program;
pub mod report;
pub mod sighting;

use std::collections::BTreeMap;
use std::sync::Mutex;

/// Reports counted within the running hour, by enrolment. Forgetting it at a restart only gives an agent a fresh hour.
static RATES: Mutex<BTreeMap<String, (i64, i64)>> = Mutex::new(BTreeMap::new());
