//! Takes out of a report what an office must never keep: environment variables and command lines
//! go, passwords and keys are masked, before any other code sees them. It decides by the names of
//! fields and by a few plain shapes of secrets inside values, and knows no section otherwise.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::text::clean;

/// Sections that are never read: agents send every variable and command line, secrets included.
pub const DROPPED_SECTIONS: [&str; 3] = ["envs", "environment", "processes"];
/// Most characters of a product key that stay readable: enough to tell two keys apart.
pub const KEY_TAIL_CHARS: usize = 5;
const MASK: &str = "*****";

/// What was dropped, and the little of it that is kept: counts and sums.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Dropped {
    pub entries: BTreeMap<String, usize>,
    pub cpu_percent: Option<f64>,
    pub memory_percent: Option<f64>,
}

/// Lower-case names, clean text, no dropped section, secrets masked.
pub(crate) fn scrub(members: Map<String, Value>, dropped: &mut Dropped) -> Map<String, Value> {
    let mut out = Map::with_capacity(members.len());
    for (name, value) in members {
        let name = clean(&name).to_ascii_lowercase();
        if DROPPED_SECTIONS.contains(&name.as_str()) {
            dropped.count(&name, &value);
            continue;
        }
        let value = match secrecy(&name) {
            Secrecy::Plain => scrub_value(value, dropped),
            Secrecy::Key => mask_all(value, mask_key),
            Secrecy::Secret => mask_all(value, |_| MASK.to_owned()),
        };
        out.insert(name, value);
    }
    out
}

fn scrub_value(value: Value, dropped: &mut Dropped) -> Value {
    match value {
        Value::Object(members) => Value::Object(scrub(members, dropped)),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| scrub_value(item, dropped)).collect()),
        Value::String(text) => Value::String(scrub_text(text)),
        other => other,
    }
}

fn scrub_text(text: String) -> String {
    let text = match clean(&text) {
        std::borrow::Cow::Owned(cleaned) => cleaned,
        std::borrow::Cow::Borrowed(same) if same.len() == text.len() => text,
        std::borrow::Cow::Borrowed(shorter) => shorter.to_owned(),
    };
    if text.contains("://") || text.contains('=') { mask_inside(text) } else { text }
}

enum Secrecy {
    Plain,
    Key,
    Secret,
}

fn secrecy(name: &str) -> Secrecy {
    const SECRETS: [&str; 9] = ["passwd", "password", "passphrase", "passcode", "secret", "token", "community", "wpa_psk", "pin_code"];
    // A public key identifies a host and is no secret.
    if name == "ssh_key" {
        return Secrecy::Plain;
    }
    if SECRETS.iter().any(|word| name.contains(word)) {
        return Secrecy::Secret;
    }
    if name == "key"
        || name.ends_with("_key")
        || name.ends_with("prodkey")
        || name.ends_with("productkey")
        || name.ends_with("licensekey")
        || name.ends_with("licencekey")
        || name.ends_with("privatekey")
    {
        return Secrecy::Key;
    }
    Secrecy::Plain
}

/// `*****` and at most the last five characters, and never more than a third of the value.
pub(crate) fn mask_key(key: &str) -> String {
    let count = key.chars().count();
    let tail = KEY_TAIL_CHARS.min(count / 3);
    MASK.chars().chain(key.chars().skip(count - tail)).collect()
}

fn mask_all(value: Value, mask: fn(&str) -> String) -> Value {
    match value {
        Value::String(text) if clean(&text).is_empty() => Value::Null,
        Value::String(text) => Value::String(mask(&clean(&text))),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| mask_all(item, mask)).collect()),
        Value::Object(members) => Value::Object(members.into_iter().map(|(name, value)| (clean(&name).to_ascii_lowercase(), mask_all(value, mask))).collect()),
        Value::Null | Value::Bool(_) => value,
        Value::Number(number) => Value::String(mask(&number.to_string())),
    }
}

/// `scheme://name:secret@host` and `password=secret` inside a longer text.
fn mask_inside(text: String) -> String {
    mask_assignments(&mask_addresses(&text))
}

fn mask_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split("://").enumerate() {
        if at == 0 {
            out.push_str(part);
            continue;
        }
        out.push_str("://");
        let end = part.find(|c: char| c == '/' || c.is_whitespace()).unwrap_or(part.len());
        match part[..end].rfind('@') {
            Some(host) => {
                out.push_str(MASK);
                out.push_str(&part[host..]);
            }
            None => out.push_str(part),
        }
    }
    out
}

/// One pass over the equal signs: a stranger may send a million of them.
fn mask_assignments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (at, _) in text.match_indices('=') {
        let value = at + 1;
        if value <= copied || !names_secret(&text[..at]) {
            continue;
        }
        let end = text[value..].find(|c: char| c.is_whitespace() || matches!(c, '&' | ';' | ',')).map_or(text.len(), |found| value + found);
        out.push_str(&text[copied..value]);
        if end > value {
            out.push_str(MASK);
        }
        copied = end;
    }
    out.push_str(&text[copied..]);
    out
}

fn names_secret(before: &str) -> bool {
    const WORDS: [&str; 7] = ["password", "passwd", "pwd", "secret", "token", "community", "apikey"];
    WORDS.iter().any(|word| {
        let start = before.len().checked_sub(word.len());
        let tail = start.and_then(|start| before.get(start..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    })
}

impl Dropped {
    fn count(&mut self, name: &str, value: &Value) {
        let items = match value {
            Value::Array(items) => items.as_slice(),
            Value::Null => &[],
            one => std::slice::from_ref(one),
        };
        *self.entries.entry(name.to_owned()).or_default() += items.len();
        if name == "processes" {
            self.cpu_percent = sum(items, "cpuusage");
            self.memory_percent = sum(items, "mem");
        }
    }
}

/// Tenths, so that the sum of many small numbers reads as people write it.
fn sum(processes: &[Value], field: &str) -> Option<f64> {
    let shares: Vec<f64> = processes.iter().filter_map(|one| share(one.get(field)?)).collect();
    (!shares.is_empty()).then(|| (shares.iter().sum::<f64>() * 10.0).round() / 10.0)
}

fn share(value: &Value) -> Option<f64> {
    let number = match value {
        Value::String(text) => text.trim().parse().ok()?,
        other => other.as_f64()?,
    };
    (0.0..=100_000.0).contains(&number).then_some(number)
}
