//! Reads single values out of one record, in the forms and units that agents send, and sets aside
//! the odd ones (`quarantine`). It knows forms, not sections.

use serde_json::{Map, Value};

use crate::dates::{self, Order};
use crate::quarantine::{QUARANTINED_MAX, Quarantined, Why, is_unknown, sample};
use crate::text::clean;
use crate::units::{megabits_in, megabytes_in, scaled};

/// One record of a section while it is read.
pub(crate) struct Reading<'a> {
    pub members: &'a Map<String, Value>,
    pub section: &'static str,
    pub entry: Option<usize>,
    pub odd: &'a mut Vec<Quarantined>,
}

/// Something that is read from one record.
pub(crate) trait Entry: Default + PartialEq {
    fn read(from: &mut Reading<'_>) -> Self;
    /// False when the record lacks what tells it from others.
    fn is_named(&self) -> bool {
        true
    }
}

impl<'a> Reading<'a> {
    fn first(&self, names: &[&'static str]) -> Option<(&'static str, &'a Value)> {
        let members = self.members;
        names.iter().find_map(|name| match members.get(*name) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) if text.is_empty() => None,
            Some(value) => Some((*name, value)),
        })
    }

    pub(crate) fn set_aside(&mut self, field: Option<&str>, why: Why, value: &Value) {
        if self.odd.len() < QUARANTINED_MAX {
            self.odd.push(Quarantined { section: self.section.to_owned(), entry: self.entry, field: field.map(str::to_owned), why, sample: sample(value) });
        }
    }

    fn parsed<T>(&mut self, names: &[&'static str], parse: impl Fn(&str) -> Result<Option<T>, Why>) -> Option<T> {
        let (name, value) = self.first(names)?;
        let result = match value {
            Value::String(text) => parse(clean(text).as_ref()),
            Value::Number(number) => parse(&number.to_string()),
            Value::Bool(true) => parse("1"),
            Value::Bool(false) => parse("0"),
            // A repeated XML element where one was expected: the first counts.
            Value::Array(items) => match items.iter().find(|item| !item.is_null()) {
                None => Ok(None),
                Some(Value::String(text)) => parse(clean(text).as_ref()),
                Some(Value::Number(number)) => parse(&number.to_string()),
                Some(_) => Err(Why::NotText),
            },
            Value::Null | Value::Object(_) => Err(Why::NotText),
        };
        result.unwrap_or_else(|why| {
            self.set_aside(Some(name), why, value);
            None
        })
    }

    /// Text as sent, outer spaces and control characters gone.
    pub fn text(&mut self, names: &[&'static str]) -> Option<String> {
        self.parsed(names, |text| Ok((!text.is_empty()).then(|| text.to_owned())))
    }

    /// Text, unless it is one of the words for "unknown".
    pub fn known(&mut self, names: &[&'static str]) -> Option<String> {
        self.parsed(names, |text| Ok((!text.is_empty() && !is_unknown(text)).then(|| text.to_owned())))
    }

    /// Lower-case text: states such as `Up`.
    pub fn word(&mut self, names: &[&'static str]) -> Option<String> {
        self.known(names).map(|text| text.to_lowercase())
    }

    /// A network card's address as `aa:bb:cc:dd:ee:ff`; any other text stays as it is.
    pub fn mac(&mut self, names: &[&'static str]) -> Option<String> {
        self.known(names).map(|text| crate::forms::mac_form(&text).unwrap_or(text))
    }

    pub fn flag(&mut self, names: &[&'static str]) -> Option<bool> {
        self.parsed(names, |text| match text.to_ascii_lowercase().as_str() {
            "1" | "yes" | "true" | "on" | "enabled" => Ok(Some(true)),
            "0" | "no" | "false" | "off" | "disabled" => Ok(Some(false)),
            "" => Ok(None),
            other if is_unknown(other) => Ok(None),
            _ => Err(Why::NotYesOrNo),
        })
    }

    /// A count. A fraction is rounded; a unit behind it is not looked at; -1 is unknown.
    pub fn whole(&mut self, names: &[&'static str]) -> Option<u64> {
        self.parsed(names, |text| scaled(text, |_| Some(1.0)))
    }

    /// MB; kB, GB and TB are converted (1 GB = 1024 MB for memory, as agents count it).
    pub fn megabytes(&mut self, names: &[&'static str]) -> Option<u64> {
        self.parsed(names, |text| scaled(text, megabytes_in))
    }

    /// MHz (memory sends MT/s, which is kept as the same number).
    pub fn megahertz(&mut self, names: &[&'static str]) -> Option<u64> {
        self.parsed(names, |text| scaled(text, |unit| if unit.eq_ignore_ascii_case("ghz") { Some(1000.0) } else { Some(1.0) }))
    }

    /// Mb/s. More than 10 Tb/s is a driver's overflow, not a card.
    pub fn megabits(&mut self, names: &[&'static str]) -> Option<u64> {
        const FASTEST: u64 = 10_000_000;
        self.parsed(names, |text| match scaled(text, megabits_in)? {
            Some(speed) if speed > FASTEST => Err(Why::OutOfRange),
            speed => Ok(speed),
        })
    }

    /// Thousandths: mWh, mV, mW. `43.7456 Wh` is 43746.
    pub fn thousandths(&mut self, names: &[&'static str]) -> Option<u64> {
        self.parsed(names, |text| {
            scaled(text, |unit| match unit {
                "Wh" | "V" | "W" | "Ah" => Some(1000.0),
                _ => Some(1.0),
            })
        })
    }

    /// A date of a program, DD/MM/YYYY first.
    pub fn day(&mut self, names: &[&'static str]) -> Option<String> {
        self.parsed(names, |text| dates::day(text, Order::DayFirst).map_err(|()| Why::NotADate))
    }

    /// A date of firmware or hardware, MM/DD/YYYY first.
    pub fn firmware_day(&mut self, names: &[&'static str]) -> Option<String> {
        self.parsed(names, |text| dates::day(text, Order::MonthFirst).map_err(|()| Why::NotADate))
    }

    /// A date and time.
    pub fn moment(&mut self, names: &[&'static str]) -> Option<String> {
        self.parsed(names, |text| dates::moment(text, Order::DayFirst).map_err(|()| Why::NotADate))
    }

    /// Several texts, in order of the alphabet, each once.
    pub fn texts(&mut self, names: &[&'static str]) -> Option<Vec<String>> {
        let (name, value) = self.first(names)?;
        let mut texts = Vec::new();
        collect_texts(value, &mut texts);
        if texts.is_empty() && !matches!(value, Value::Array(items) if items.is_empty()) {
            self.set_aside(Some(name), Why::NotText, value);
            return None;
        }
        texts.sort();
        texts.dedup();
        Some(texts)
    }

    /// Records inside this record.
    pub fn entries<T: Entry>(&mut self, names: &[&'static str]) -> Option<Vec<T>> {
        let (_, value) = self.first(names)?;
        let mut found = Vec::new();
        for item in items_of(value) {
            match item {
                Value::Object(members) => {
                    let mut inner = Reading { members, section: self.section, entry: self.entry, odd: &mut *self.odd };
                    let record = T::read(&mut inner);
                    if record != T::default() {
                        found.push(record);
                    }
                }
                Value::Null => {}
                odd => self.set_aside(Some(names[0]), Why::NotARecord, odd),
            }
        }
        Some(found)
    }
}

/// A list, or the one value as a list of one, or nothing.
pub(crate) fn items_of(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
}

fn collect_texts(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) if !text.is_empty() => into.push(text.clone()),
        Value::Number(number) => into.push(number.to_string()),
        Value::Array(items) => items.iter().for_each(|item| collect_texts(item, into)),
        Value::Object(members) => members.values().for_each(|item| collect_texts(item, into)),
        _ => {}
    }
}
