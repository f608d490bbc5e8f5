//! Values of described fields as people read them: words for choices, names for links, dates in both forms.

use crate::cell::{Cell, When};
use crate::tone::Tone;
use kernel::actor::{Stored, View};
use kernel::class::Class;
use kernel::export::Names;
use kernel::id::{Id, Link};
use kernel::problem::Result;
use kernel::record::{Holds, RecordType};
use kernel::time::moment;
use kernel::words::Tongue;
use serde_json::Value;

/// Reads values within one answer; a name is asked for once.
pub struct Values<'a> {
    pub view: &'a View,
    pub now: i64,
    names: Names,
    /// How loud a choice is: field and value to tone.
    tone: fn(&str, &str) -> Tone,
}

impl<'a> Values<'a> {
    pub fn new(view: &'a View, tone: fn(&str, &str) -> Tone) -> Self {
        Self { view, now: view.now(), names: Names::default(), tone }
    }

    /// A field of a record as a cell.
    pub fn cell(&mut self, record: &RecordType, stored: &Stored, column: &str) -> Result<Cell> {
        let tongue = self.view.tongue();
        let head = &stored.head;
        if column == record.title {
            let title = stored.text(column);
            return Ok(Cell::Lead { title: title.into(), number: Some(head.number.clone()).filter(|number| !number.is_empty()) });
        }
        Ok(match column {
            "number" => Cell::Code(head.number.clone()),
            "class" => Cell::State(tongue.say(&format!("class-{}", head.class.name())), super::tone_of_class(head.class)),
            "made_at" => self.when(head.made_at),
            "changed_at" => self.when(if head.changed_at == 0 { head.made_at } else { head.changed_at }),
            "happened_at" => head.happened_at.map_or(Cell::Empty, |at| self.when(at)),
            "made_by" => Cell::Person { name: self.view.person_name(head.made_by)?, href: None },
            "site" if record.field("site").is_none() => match head.site {
                Some(site) => Cell::Text(self.names.of(self.view, "site", site)?),
                None => Cell::Empty,
            },
            _ => self.value(record, column, stored.fields.get(column).unwrap_or(&Value::Null))?,
        })
    }

    pub fn when(&self, at: i64) -> Cell {
        Cell::Time(When::new(self.view.tongue(), moment(at), moment(self.now)))
    }

    /// A value of a field, wherever it was read.
    pub fn value(&mut self, record: &RecordType, column: &str, value: &Value) -> Result<Cell> {
        let holds = record.field(column).map_or(Holds::Json, |field| field.holds);
        let tongue = self.view.tongue();
        Ok(match (holds, value) {
            (_, Value::Null) => Cell::Empty,
            (Holds::Choice(_), Value::String(choice)) => {
                let (word, tone) = (choice_word(tongue, record.kind, column, choice), (self.tone)(column, choice));
                // A state carries its sign; a mere sort of thing is a word.
                if column == "state" || tone != Tone::Quiet { Cell::State(word, tone) } else { Cell::Text(word) }
            }
            (Holds::Link("person"), Value::String(id)) => match Id::parse(id) {
                Some(id) => Cell::Person { name: self.names.of(self.view, "person", id)?, href: Some(format!("/person/{id}")) },
                None => Cell::Empty,
            },
            (Holds::Link(kind), Value::String(id)) => match Id::parse(id) {
                Some(id) => match self.view.name_of(&Link::new(kind, id))? {
                    Some(name) => Cell::Link { text: name.title, href: name.path },
                    None => Cell::Empty,
                },
                None => Cell::Empty,
            },
            (Holds::Moment, value) => value.as_i64().map_or(Cell::Empty, |at| self.when(at)),
            (Holds::Number, value) => value.as_i64().map_or(Cell::Empty, Cell::Number),
            (Holds::YesNo, value) => Cell::Text(tongue.say(if value.as_bool() == Some(true) { "yes" } else { "no" })),
            (Holds::Day, Value::String(day)) => Cell::Text(day_words(tongue, day)),
            (_, Value::String(text)) => Cell::Text(text.clone()),
            (_, Value::Array(items)) if items.is_empty() => Cell::Empty,
            (_, Value::Array(items)) => Cell::Tags(items.iter().filter_map(Value::as_str).map(|item| list_word(tongue, record.kind, column, item)).collect()),
            (_, other) => Cell::Text(other.to_string()),
        })
    }
}

/// The word of a choice; `<kind>-<field>-<choice>`.
fn choice_word(tongue: &Tongue, kind: &str, field: &str, choice: &str) -> String {
    tongue.say(&format!("{kind}-{field}-{choice}"))
}

fn list_word(tongue: &Tongue, kind: &str, field: &str, item: &str) -> String {
    let key = if field == "roles" { format!("role-{item}") } else { format!("{kind}-{field}-{item}") };
    if tongue.has(&key) { tongue.say(&key) } else { item.to_owned() }
}

fn day_words(tongue: &Tongue, day: &str) -> String {
    let parsed = day.parse::<jiff::civil::Date>().ok().and_then(|date| kernel::words::EAT.to_timestamp(date.at(12, 0, 0, 0)).ok());
    parsed.map_or_else(|| day.to_owned(), |at| tongue.date(at))
}

/// The label of a field, or of a column that every record has.
pub fn field_label(tongue: &Tongue, record: &RecordType, column: &str) -> String {
    if record.field(column).is_some() { tongue.say(&format!("{}-field-{column}", record.kind)) } else { tongue.say(&format!("head-{column}")) }
}

/// A value as plain words, for a line of the story.
pub fn show(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Empty | Cell::Html(_) => None,
        Cell::Lead { title, .. } => Some(title.clone()),
        Cell::Text(text) | Cell::Amount(text) | Cell::Code(text) | Cell::Link { text, .. } | Cell::State(text, _) | Cell::Person { name: text, .. } => {
            Some(text.clone())
        }
        Cell::Number(number) => Some(number.to_string()),
        Cell::Time(when) => Some(when.exact.clone()),
        Cell::Tags(tags) => Some(tags.join(", ")),
    }
}

/// The class in words, when it is above internal and so stands on the page.
pub fn class_band(tongue: &Tongue, class: Class) -> Option<(String, Tone)> {
    (class > Class::Internal).then(|| (tongue.say(&format!("class-{}", class.name())), super::tone_of_class(class)))
}
