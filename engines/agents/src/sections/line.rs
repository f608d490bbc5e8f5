//! A record as one line of canonical JSON with its key: what hashes, orders and differences are
//! made of.

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// What tells a record from the others of its section.
pub trait Keyed {
    /// Key fields joined by U+001F; numbers are padded so that they sort as numbers.
    fn key(&self) -> String;
}

/// Builds a key.
#[derive(Default)]
pub(crate) struct Key {
    pub text: String,
    begun: bool,
}

/// A field that may stand in a key.
pub(crate) trait KeyPart {
    fn write(&self, into: &mut String);
}

impl KeyPart for String {
    fn write(&self, into: &mut String) {
        into.push_str(self);
    }
}

impl KeyPart for u64 {
    fn write(&self, into: &mut String) {
        into.push_str(&format!("{self:012}"));
    }
}

impl Key {
    pub fn push<P: KeyPart>(&mut self, part: Option<&P>) {
        if self.begun {
            self.text.push('\u{1f}');
        }
        self.begun = true;
        if let Some(part) = part {
            part.write(&mut self.text);
        }
    }
}

/// One record as canonical JSON, with its key.
pub(crate) struct Line {
    pub key: String,
    pub json: String,
}

impl Line {
    pub fn of<T: Keyed + Serialize>(record: &T) -> Self {
        Self { key: record.key(), json: serde_json::to_string(record).unwrap_or_default() }
    }

    /// A record without a form has no key: a changed one is one gone and one come.
    pub fn plain(value: &Value) -> Self {
        let json = value.to_string();
        Self { key: json.clone(), json }
    }
}

pub(crate) fn hash_of(mut lines: Vec<Line>) -> [u8; 32] {
    lines.sort_by(|a, b| a.json.cmp(&b.json));
    let mut hash = Sha256::new();
    for line in lines {
        hash.update(line.json.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().into()
}
