//! The office's own settings, as records: each is a name with a value, changed only by a change like everything else. What is read at
//! every page is read once at start and again when a setting changes.

use crate::class::Class;
use crate::db::Conn;
use crate::problem::Result;
use crate::record::{Field, Head, Holds, Keeps, RecordType};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::RwLock;

/// One setting.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Setting {
    #[serde(skip)]
    pub head: Head,
    pub name: String,
    pub value: Value,
}
crate::record!(Setting, "setting");

pub fn records() -> Vec<RecordType> {
    vec![RecordType {
        kind: "setting",
        letters: "",
        version: 1,
        fields: vec![Field::new("name", Holds::Text).required().unique(), Field::new("value", Holds::Json)],
        title: "name",
        list: &["name", "changed_at"],
        search: &[],
        filters: &[],
        sort: ("name", false),
        persons: &[],
        unit: None,
        class: Class::Internal,
        duties: &["D4"],
        keeps: &[Keeps::History],
    }]
}

/// The settings in force.
#[derive(Default)]
pub struct Settings {
    values: RwLock<BTreeMap<String, Value>>,
}

impl Settings {
    pub fn read(conn: &Conn) -> Result<Self> {
        let settings = Self::default();
        settings.refresh(conn)?;
        Ok(settings)
    }

    pub fn refresh(&self, conn: &Conn) -> Result<()> {
        let rows = conn.rows("SELECT name, value FROM rec_setting", &[], |row| Ok((row.text("name")?, row.text("value")?)))?;
        let values = rows.into_iter().map(|(name, value)| (name, serde_json::from_str(&value).unwrap_or(Value::Null))).collect();
        *self.values.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = values;
        Ok(())
    }

    pub fn get(&self, name: &str) -> Option<Value> {
        self.values.read().unwrap_or_else(|poisoned| poisoned.into_inner()).get(name).cloned()
    }

    pub fn text(&self, name: &str) -> Option<String> {
        self.get(name).and_then(|value| value.as_str().map(str::to_owned)).filter(|text| !text.is_empty())
    }
}

/// Writes a setting within a change; equal values write nothing.
pub fn set(work: &mut crate::work::Work, name: &str, value: Value) -> Result<()> {
    match work.all::<Setting>("name = ?1", crate::vals![name])?.into_iter().next() {
        Some(old) => {
            let new = Setting { value, ..old.clone() };
            work.save(&old, new)?;
        }
        None => {
            work.make(Setting { head: Head::default(), name: name.into(), value })?;
        }
    }
    Ok(())
}
