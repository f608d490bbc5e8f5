//! A record described once, as data: its fields, list, search, states and who stands near it. Lists, forms, export, the JSON API, search and
//! permissions are ordinary functions over this description. It describes and has no behaviour to override.

use crate::class::Class;
use crate::id::{Id, Link};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

/// What a field holds, and so how it is stored, shown and read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Holds {
    /// One line of text.
    Text,
    /// Several lines of text.
    Prose,
    Number,
    YesNo,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A moment, microseconds since 1970 in UTC.
    Moment,
    /// One of these wire names; words are `<kind>-<field>-<name>`.
    Choice(&'static [&'static str]),
    /// The id of a record of this kind.
    Link(&'static str),
    /// Anything else, kept as JSON: never sorted or filtered.
    Json,
}

/// One field. Its wire name never changes and is never used again for something else.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: &'static str,
    pub holds: Holds,
    pub required: bool,
    /// Looked up by equality often enough to carry an index.
    pub indexed: bool,
    /// No two records may share a value (nulls aside).
    pub unique: bool,
    /// The act that one must be permitted on a record to read this field of it; the person it is of always may.
    pub only_for: Option<&'static str>,
}

impl Field {
    pub const fn new(name: &'static str, holds: Holds) -> Self {
        Self { name, holds, required: false, indexed: false, unique: false, only_for: None }
    }
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
    pub const fn indexed(mut self) -> Self {
        self.indexed = true;
        self
    }
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }
    pub const fn only_for(mut self, act: &'static str) -> Self {
        self.only_for = Some(act);
        self
    }
}

/// What is kept beside a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeps {
    History,
    Comments,
    Files,
    Import,
}

/// One kind of record, as plain data.
#[derive(Clone, Debug)]
pub struct RecordType {
    /// Wire name, also the path (`/request`), the table (`rec_request`) and the stem of its words.
    pub kind: &'static str,
    /// Letters before a number: `OMB` gives `OMB-U-2026-0042`. Empty: the record has no number.
    pub letters: &'static str,
    /// Version of the fields as written into changes.
    pub version: u32,
    pub fields: Vec<Field>,
    /// The field that names the record to people.
    pub title: &'static str,
    /// Columns of the list, in order; `number` and `changed_at` may stand among them.
    pub list: &'static [&'static str],
    /// Fields whose words are found by search.
    pub search: &'static [&'static str],
    /// Fields offered as filters.
    pub filters: &'static [&'static str],
    /// How the list is sorted until someone asks otherwise: a field, and whether the greatest stands first.
    pub sort: (&'static str, bool),
    /// Fields that name the persons whose own record this is.
    pub persons: &'static [&'static str],
    /// The field that names the organisation unit it belongs to.
    pub unit: Option<&'static str>,
    /// The class of secrecy until someone sets another.
    pub class: Class,
    /// Duties of the unit's page that it serves.
    pub duties: &'static [&'static str],
    pub keeps: &'static [Keeps],
}

/// Columns every record has beside its own fields.
pub const HEAD_COLUMNS: &[&str] =
    &["id", "number", "site", "class", "duties", "made_at", "made_by", "changed_at", "changed_by", "revision", "happened_at", "on_behalf_of", "erased"];

impl RecordType {
    pub fn table(&self) -> String {
        format!("rec_{}", self.kind)
    }

    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// True for a field of its own or a column that every record has; the guard before a name enters SQL.
    pub fn has_column(&self, name: &str) -> bool {
        self.field(name).is_some() || HEAD_COLUMNS.contains(&name)
    }

    pub fn keeps(&self, what: Keeps) -> bool {
        self.keeps.contains(&what)
    }
}

/// What every record carries beside its own fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    pub id: Id,
    /// Empty until the writer has given it.
    pub number: String,
    pub site: Option<Id>,
    pub class: Class,
    pub duties: String,
    pub made_at: i64,
    pub made_by: Id,
    pub changed_at: i64,
    pub changed_by: Id,
    /// 0 for a record not yet written; else the ETag.
    pub revision: i64,
    /// The true time of something entered later.
    pub happened_at: Option<i64>,
    pub on_behalf_of: Option<Id>,
    /// Names of fields erased by order, comma between.
    pub erased: String,
}

/// A typed record: its own fields (serde) and the head.
pub trait Record: Serialize + DeserializeOwned + Clone + Send {
    const KIND: &'static str;
    fn head(&self) -> &Head;
    fn head_mut(&mut self) -> &mut Head;

    fn id(&self) -> Id {
        self.head().id
    }
    fn link(&self) -> Link {
        Link::new(Self::KIND, self.id())
    }
}

/// Gives a struct with a `head` field its place among the records.
#[macro_export]
macro_rules! record {
    ($type:ty, $kind:literal) => {
        impl $crate::record::Record for $type {
            const KIND: &'static str = $kind;
            fn head(&self) -> &$crate::record::Head {
                &self.head
            }
            fn head_mut(&mut self) -> &mut $crate::record::Head {
                &mut self.head
            }
        }
    };
}

/// The fields of a record as JSON, nulls left out.
pub fn fields_of<R: Record>(record: &R) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(map)) => map.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        Ok(_) | Err(_) => Map::new(),
    }
}
