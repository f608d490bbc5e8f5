//! What was not understood in a report. An odd value costs itself and nothing else: its field
//! stays empty, its neighbours stay, and it is named here so that a person can look at it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Most entries of one report's quarantine; a report that is odd everywhere is told by the count.
pub const QUARANTINED_MAX: usize = 200;
/// Longest sample of an odd value, in characters.
pub const SAMPLE_CHARS_MAX: usize = 40;

/// A value, entry or section that was not understood and was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantined {
    /// Our name of the section, such as `programs`.
    pub section: String,
    /// Position in the list as it was sent, from 0; none for a section that is one record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<usize>,
    /// The agent's name of the field; none when the whole entry or section was set aside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    pub why: Why,
    /// Start of the value, secrets masked.
    pub sample: String,
}

/// What is odd about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    NotADate,
    NotANumber,
    OutOfRange,
    NotYesOrNo,
    NotText,
    NotARecord,
    /// An entry without what tells it from others, such as a program without a name.
    Nameless,
}

/// Values with which agents say that they do not know.
pub(crate) fn is_unknown(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "n/a",
        "na",
        "none",
        "unknown",
        "unknow",
        "empty",
        "not specified",
        "not available",
        "not provided",
        "not present",
        "no module installed",
        "<out of spec>",
        "[not set]",
        "(none)",
        "undefined",
        "null",
    ];
    text.len() <= 20 && WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Start of a value; it comes after `scrub`, so secrets are masked already.
pub(crate) fn sample(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    text.chars().take(SAMPLE_CHARS_MAX).collect()
}
