//! Units of the organisation and the sites they sit at. Both are data: the office's public description contradicts itself, and it changes.

use kernel::class::Class;
use kernel::id::Id;
use kernel::record::{Field, Head, Holds, Keeps, RecordType};
use serde::{Deserialize, Serialize};

/// A department, unit or regional office.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Unit {
    #[serde(skip)]
    pub head: Head,
    pub name: String,
    pub name_en: Option<String>,
    pub parent: Option<Id>,
    /// Who answers for it.
    pub chief: Option<Id>,
}
kernel::record!(Unit, "unit");

/// A place where the office sits. Its letter stands in every number made there.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Site {
    #[serde(skip)]
    pub head: Head,
    pub name: String,
    pub letter: String,
    pub island: String,
}
kernel::record!(Site, "site");

pub fn describe_unit() -> RecordType {
    RecordType {
        kind: "unit",
        letters: "",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required().indexed(),
            Field::new("name_en", Holds::Text),
            Field::new("parent", Holds::Link("unit")).indexed(),
            Field::new("chief", Holds::Link("person")),
        ],
        title: "name",
        list: &["name", "name_en", "parent", "chief"],
        search: &["name", "name_en"],
        filters: &["parent"],
        sort: ("name", false),
        persons: &["chief"],
        unit: Some("id"),
        class: Class::Open,
        duties: &["D4"],
        keeps: &[Keeps::History],
    }
}

pub fn describe_site() -> RecordType {
    RecordType {
        kind: "site",
        letters: "",
        version: 1,
        fields: vec![
            Field::new("name", Holds::Text).required().indexed(),
            Field::new("letter", Holds::Text).required(),
            Field::new("island", Holds::Choice(&["unguja", "pemba"])),
        ],
        title: "name",
        list: &["name", "letter", "island"],
        search: &["name"],
        filters: &["island"],
        sort: ("name", false),
        persons: &[],
        unit: None,
        class: Class::Open,
        duties: &["D4"],
        keeps: &[Keeps::History],
    }
}
