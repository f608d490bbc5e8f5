//! Reads JSON so strictly that a human and a machine see the same document: no member occurs twice
//! in an object (readers differ on which one counts), none is unknown, none is missing.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::finding::Unreadable;

pub(crate) fn parse(text: &str) -> Result<Value, Unreadable> {
    let value = serde_json::from_str(text).map_err(|error| Unreadable(error.to_string()))?;
    match repeated_member(text) {
        Some(name) => Err(Unreadable(format!("the member {name} occurs twice"))),
        None => Ok(value),
    }
}

/// An object with exactly these members.
pub(crate) fn members<'json>(value: &'json Value, names: &[&str]) -> Result<&'json Map<String, Value>, Unreadable> {
    let object = value.as_object().ok_or_else(|| Unreadable("an object is missing".into()))?;
    if let Some(name) = object.keys().find(|name| !names.contains(&name.as_str())) {
        return Err(Unreadable(format!("the member {name:?} is not known")));
    }
    match names.iter().find(|name| !object.contains_key(**name)) {
        Some(name) => Err(Unreadable(format!("the member {name:?} is missing"))),
        None => Ok(object),
    }
}

pub(crate) fn text(object: &Map<String, Value>, name: &str) -> Result<String, Unreadable> {
    let text = object[name].as_str().map(str::to_owned);
    text.ok_or_else(|| Unreadable(format!("{name:?} is no text")))
}

pub(crate) fn list<'json>(object: &'json Map<String, Value>, name: &str) -> Result<&'json [Value], Unreadable> {
    let list = object[name].as_array().map(Vec::as_slice);
    list.ok_or_else(|| Unreadable(format!("{name:?} is no list")))
}

pub(crate) fn texts(object: &Map<String, Value>, name: &str) -> Result<Vec<String>, Unreadable> {
    let texts = list(object, name)?.iter().map(|text| text.as_str().map(str::to_owned));
    let texts: Option<Vec<String>> = texts.collect();
    texts.ok_or_else(|| Unreadable(format!("{name:?} is no list of texts")))
}

/// Walks valid JSON; a string before a colon is a member's name.
fn repeated_member(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut open: Vec<HashSet<String>> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'{' => open.push(HashSet::new()),
            b'}' => drop(open.pop()),
            b'"' => {
                let end = end_of_string(bytes, at);
                let is_name = text[end..].trim_start().starts_with(':');
                // Two spellings of one name, "a" and "\u0061", are the same name.
                let name: Option<String> = serde_json::from_str(&text[at..end]).ok();
                if let (true, Some(name), Some(names)) = (is_name, name, open.last_mut())
                    && !names.insert(name.clone())
                {
                    return Some(name);
                }
                at = end - 1;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// The place after the closing quote of the string that opens at `start`.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}
