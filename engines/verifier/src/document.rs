//! The members of an extract, as written; nothing of it is checked here.

use serde_json::Value;

use crate::finding::Unreadable;
use crate::json;

const FORMAT: &str = "tehama-extract@1";

pub(crate) struct Document {
    pub demo: bool,
    pub log: String,
    pub witnesses: Vec<String>,
    pub question: String,
    pub entries: Vec<Record>,
    pub checkpoint: String,
}

pub(crate) struct Record {
    pub index: u64,
    /// base64 of 56 bytes
    pub entry: String,
    pub parts: Vec<Part>,
    /// base64 of 32 bytes each
    pub proof: Vec<String>,
}

pub(crate) enum Part {
    Text { tag: String, salt: String, value: String },
    Bytes { tag: String, salt: String, base64: String },
    Withheld { digest: String },
}

impl Document {
    pub fn read(text: &str) -> Result<Document, Unreadable> {
        let value = json::parse(text)?;
        // The format first: another format has other members.
        if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
            return Err(Unreadable(format!("its format is not {FORMAT}")));
        }
        let names = ["format", "demo", "log", "witnesses", "question", "entries", "checkpoint"];
        let object = json::members(&value, &names)?;
        let demo = object["demo"].as_bool();
        let entries = json::list(object, "entries")?.iter().map(record);
        Ok(Document {
            demo: demo.ok_or_else(|| Unreadable("\"demo\" is neither true nor false".into()))?,
            log: json::text(object, "log")?,
            witnesses: json::texts(object, "witnesses")?,
            question: json::text(object, "question")?,
            entries: entries.collect::<Result<_, _>>()?,
            checkpoint: json::text(object, "checkpoint")?,
        })
    }
}

fn record(value: &Value) -> Result<Record, Unreadable> {
    let object = json::members(value, &["index", "entry", "parts", "proof"])?;
    let index = object["index"].as_u64();
    let parts = json::list(object, "parts")?.iter().map(part);
    Ok(Record {
        index: index.ok_or_else(|| Unreadable("\"index\" is no number".into()))?,
        entry: json::text(object, "entry")?,
        parts: parts.collect::<Result<_, _>>()?,
        proof: json::texts(object, "proof")?,
    })
}

fn part(value: &Value) -> Result<Part, Unreadable> {
    if value.get("digest").is_some() {
        let object = json::members(value, &["digest"])?;
        return Ok(Part::Withheld { digest: json::text(object, "digest")? });
    }
    let kind = if value.get("value").is_some() { "value" } else { "value_base64" };
    let object = json::members(value, &["tag", "salt", kind])?;
    let (tag, salt) = (json::text(object, "tag")?, json::text(object, "salt")?);
    let value = json::text(object, kind)?;
    Ok(match kind {
        "value" => Part::Text { tag, salt, value },
        _ => Part::Bytes { tag, salt, base64: value },
    })
}
