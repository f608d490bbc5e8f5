//! What an office decides about itself in plain values: its names, and the promises of the desk. Each is a change like any other, and only
//! whoever may edit settings makes it.

use kernel::problem::{Problem, Result};
use kernel::work::Work;
use serde_json::Value;

pub const NAME: &str = "office.name";
pub const UNIT: &str = "office.unit";
pub const SHORT: &str = "office.short";
/// Owned by the desk; here it is only numbers under names.
pub const TARGETS: &str = "desk.targets";
pub const URGENCIES: [&str; 4] = ["court", "high", "normal", "low"];
/// The mark beside the office's name has room for so many letters.
const SHORT_LETTERS: usize = 5;

/// Writes a setting.
pub fn keep(work: &mut Work, name: &str, value: Value) -> Result<()> {
    if !work.actor().may("setting.edit") {
        return Err(Problem::Forbidden { act: "setting.edit".into() });
    }
    kernel::settings::set(work, name, value)
}

/// What the office calls itself.
pub struct Names {
    pub name: String,
    pub unit: String,
    /// The letters of its mark.
    pub short: String,
}

impl Names {
    pub fn keep(&self, work: &mut Work) -> Result<()> {
        if self.short.chars().count() > SHORT_LETTERS {
            return Err(Problem::on("short", "problem-too-long"));
        }
        for (setting, field, value) in [(NAME, "name", &self.name), (UNIT, "unit", &self.unit), (SHORT, "short", &self.short)] {
            if value.is_empty() {
                return Err(Problem::on(field, "problem-required"));
            }
            keep(work, setting, value.clone().into())?;
        }
        Ok(())
    }
}

/// Minutes of office time to the first answer and to the solution, in the order of `URGENCIES`.
pub type Targets = [(i64, i64); URGENCIES.len()];

/// Settles what the desk promises.
pub fn promise(work: &mut Work, targets: Targets) -> Result<()> {
    let mut value = serde_json::Map::new();
    for (urgency, (answer, resolve)) in URGENCIES.into_iter().zip(targets) {
        if answer < 1 || resolve < answer {
            return Err(Problem::on(&format!("{urgency}_resolve"), "problem-target"));
        }
        value.insert(urgency.into(), serde_json::json!({ "answer_minutes": answer, "resolve_minutes": resolve }));
    }
    keep(work, TARGETS, Value::Object(value))
}
