//! XML and JSON become one small tree with lower-case names, so that all later code reads one
//! shape. Repeated elements become a list. Attributes are not read: no agent puts facts there.
//! It knows nothing of sections.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Map, Value};

use crate::Refused;
use crate::body::{JSON_DEPTH_MAX, NODES_MAX, Opened, Wire, XML_DEPTH_MAX};
use crate::text::clean;

/// The members of the outermost object, or of REQUEST.
///
/// Errors: those of broken, too deep or too large XML and JSON; `NotARequest`, `NotAnAction`.
pub(crate) fn read(opened: &Opened) -> Result<Map<String, Value>, Refused> {
    match opened.wire {
        Wire::Xml => read_xml(&opened.text),
        Wire::Json => read_json(&opened.text),
    }
}

fn read_json(text: &str) -> Result<Map<String, Value>, Refused> {
    measure_json(text)?;
    let parsed = serde_json::from_str::<Value>(text).or_else(|error| {
        let broken = Refused::BrokenJson { line: error.line(), column: error.column() };
        serde_json::from_str(&quote_huge_numbers(text)).map_err(|_| broken)
    })?;
    match parsed {
        Value::Object(map) => Ok(map),
        _ => Err(Refused::NotAnAction),
    }
}

/// Depth and count before anything is built.
fn measure_json(text: &str) -> Result<(), Refused> {
    let (mut depth, mut nodes, mut in_string, mut escaped) = (0usize, 0usize, false, false);
    for byte in text.bytes() {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                depth += 1;
                nodes += 1;
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => nodes += 1,
            _ => {}
        }
        if depth > JSON_DEPTH_MAX {
            return Err(Refused::JsonTooDeep);
        }
        if nodes > NODES_MAX {
            return Err(Refused::TooMany);
        }
    }
    Ok(())
}

/// A number that no f64 holds (1e999) would refuse the whole report; as a string it is one odd
/// value of one section.
fn quote_huge_numbers(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len() + 16);
    let (mut at, mut copied) = (0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = end_of_string(bytes, at),
            b'-' | b'0'..=b'9' => {
                let start = at;
                while at < bytes.len() && matches!(bytes[at], b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') {
                    at += 1;
                }
                let number = &text[start..at];
                if number.parse::<f64>().is_ok_and(|n| !n.is_finite()) {
                    out.push_str(&text[copied..start]);
                    out.push('"');
                    out.push_str(number);
                    out.push('"');
                    copied = at;
                }
            }
            _ => at += 1,
        }
    }
    out.push_str(&text[copied..]);
    out
}

fn end_of_string(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[derive(Default)]
struct Open {
    name: String,
    text: String,
    members: Map<String, Value>,
}

fn read_xml(text: &str) -> Result<Map<String, Value>, Refused> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    // "AT&T" unescaped comes from old agents on Windows.
    config.allow_dangling_amp = true;
    let mut stack: Vec<Open> = Vec::new();
    let mut request = None;
    let mut nodes = 0usize;
    loop {
        let event =
            reader.read_event().map_err(|error| Refused::BrokenXml { at: reader.error_position(), why: error.to_string().chars().take(80).collect() })?;
        match event {
            Event::Start(start) => {
                nodes += 1;
                if nodes > NODES_MAX {
                    return Err(Refused::TooMany);
                }
                if stack.len() >= XML_DEPTH_MAX {
                    return Err(Refused::XmlTooDeep);
                }
                let name = start.local_name().into_inner().to_ascii_lowercase();
                stack.push(Open { name, ..Open::default() });
            }
            Event::End(_) => {
                let Some(done) = stack.pop() else { continue };
                match stack.last_mut() {
                    Some(parent) => {
                        let (name, value) = value_of(done);
                        append(&mut parent.members, name, value);
                    }
                    None if done.name == "request" => request = Some(done.members),
                    None => return Err(Refused::NotARequest),
                }
            }
            Event::Text(text) => push_text(&mut stack, &text),
            Event::CData(text) => push_text(&mut stack, &text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => push_text(&mut stack, c.encode_utf8(&mut [0; 4])),
                Ok(None) => push_reference(&mut stack, &reference),
                Err(_) => {}
            },
            Event::DocType(_) => return Err(Refused::Dtd),
            Event::Eof => break,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if let Some(open) = stack.last() {
        let name: String = open.name.chars().take(30).collect();
        let why = format!("it ends inside {}", name.to_uppercase());
        return Err(Refused::BrokenXml { at: text.len() as u64, why });
    }
    request.ok_or(Refused::NotARequest)
}

fn push_text(stack: &mut [Open], text: &str) {
    if let Some(open) = stack.last_mut() {
        open.text.push_str(text);
    }
}

fn push_reference(stack: &mut [Open], name: &str) {
    match quick_xml::escape::resolve_predefined_entity(name) {
        Some(text) => push_text(stack, text),
        // Without a DTD the name means nothing; it stays as it was written.
        None => push_text(stack, &format!("&{name};")),
    }
}

fn value_of(done: Open) -> (String, Value) {
    if !done.members.is_empty() {
        return (done.name, Value::Object(done.members));
    }
    match clean(&done.text) {
        text if text.is_empty() => (done.name, Value::Null),
        text => (done.name, Value::String(text.into_owned())),
    }
}

fn append(members: &mut Map<String, Value>, name: String, value: Value) {
    match members.entry(name) {
        serde_json::map::Entry::Vacant(place) => {
            place.insert(value);
        }
        serde_json::map::Entry::Occupied(mut place) => match place.get_mut() {
            Value::Array(items) => items.push(value),
            first => {
                let first_value = first.take();
                *first = Value::Array(vec![first_value, value]);
            }
        },
    }
}
