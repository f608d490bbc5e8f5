//! The answer to a question as one JSON document, `extract.json`, with everything a stranger needs
//! to check it: the records' parts (shown, withheld or erased), their places in the tree and the
//! signed checkpoint. It says nothing of whether the answer is complete or the records are true;
//! it proves that these records were written at their places and not altered since.
//!
//! ```json
//! { "format": "tehama-extract@1", "demo": false,
//!   "log": "vkey of the log", "witnesses": ["vkey", "..."],
//!   "question": "what was asked",
//!   "entries": [ { "index": 7, "entry": "base64 of 56 bytes",
//!       "parts": [ { "tag": "state", "salt": "base64 of 16 bytes", "value": "open" },
//!                  { "tag": "photo", "salt": "...", "value_base64": "..." },
//!                  { "digest": "base64 of 32 bytes" } ],
//!       "proof": ["base64 of 32 bytes", "..."] } ],
//!   "checkpoint": "the note's text" }
//! ```

mod build;
mod check;

pub use build::Asked;
pub use check::Checked;

use serde::{Deserialize, Serialize};

use crate::checkpoint::CheckpointError;
use crate::leaf::LeafError;
use crate::note::NoteError;
use crate::tree::{ProofError, TreeError};

/// The only format there is so far.
pub const FORMAT: &str = "tehama-extract@1";
/// Names of demo logs begin so and no other's may: thus the checkpoint's signature says whether an
/// extract is a demo's, and nobody can take the mark off. `.invalid` names nobody (RFC 2606).
pub const DEMO_ORIGIN: &str = "demo.invalid/";

#[derive(Debug, thiserror::Error)]
pub enum ExtractError {
    #[error("this is no extract")]
    Json(#[from] serde_json::Error),
    #[error("extracts of format {0:?} are not known here")]
    Format(String),
    #[error("the mark of a demo and the log's name {0:?} contradict each other")]
    DemoMark(String),
    #[error("the key of the log or of a witness is unreadable: {0}")]
    Key(#[from] crate::note::KeyError),
    #[error(transparent)]
    Note(#[from] NoteError),
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    #[error("entry {index}: field {field:?} is no base64 of the right length")]
    Field { index: u64, field: &'static str },
    #[error("entry {index}: {source}")]
    Leaf { index: u64, source: LeafError },
    #[error("entry {index}: the parts are not those that were committed to")]
    OtherParts { index: u64 },
    #[error("entry {index}: {source}")]
    Proof { index: u64, source: ProofError },
    #[error("entry {index} occurs twice")]
    Repeated { index: u64 },
    #[error(transparent)]
    Tree(#[from] TreeError),
}

/// The document as it stands in `extract.json`. Nothing in it is checked by reading it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extract {
    pub format: String,
    pub demo: bool,
    /// the log's verifier key; a court takes it from elsewhere
    pub log: String,
    pub witnesses: Vec<String>,
    /// for the reader; nothing proves it
    pub question: String,
    pub entries: Vec<ExtractEntry>,
    pub checkpoint: String,
}

/// One record of the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtractEntry {
    /// the leaf's number, from 0
    pub index: u64,
    /// base64 of the 56-byte record
    pub entry: String,
    pub parts: Vec<ExtractPart>,
    /// base64 of 32 bytes each, from the leaf's sibling upwards
    pub proof: Vec<String>,
}

/// One part; members as in the module's example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ExtractPart {
    Text(TextPart),
    Bytes(BytesPart),
    Withheld(WithheldPart),
}

/// A value that is UTF-8.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextPart {
    pub tag: String,
    pub salt: String,
    pub value: String,
}

/// A value that is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BytesPart {
    pub tag: String,
    pub salt: String,
    pub value_base64: String,
}

/// Withheld, or erased by order; the digest does not tell which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithheldPart {
    pub digest: String,
}

impl Extract {
    /// # Errors
    /// [`ExtractError::Json`], [`ExtractError::Format`].
    pub fn from_json(text: &str) -> Result<Extract, ExtractError> {
        let extract: Extract = serde_json::from_str(text)?;
        if extract.format == FORMAT { Ok(extract) } else { Err(ExtractError::Format(extract.format)) }
    }

    /// The text of `extract.json`, indented for readers.
    pub fn to_json(&self) -> String {
        let json = serde_json::to_string_pretty(self);
        json.expect("strings, numbers and lists always have a JSON form") + "\n"
    }
}
