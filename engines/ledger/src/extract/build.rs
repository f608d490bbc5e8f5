//! Makes an extract from the caller's records, and refuses to make one that would not hold.

use super::{BytesPart, DEMO_ORIGIN, Extract, ExtractEntry, ExtractError, ExtractPart, FORMAT, TextPart, WithheldPart};
use crate::checkpoint::Checkpoint;
use crate::leaf::{Entry, Part};
use crate::note::{Note, VerifierKey};
use crate::tree::{self, Nodes};
use crate::wire::to_base64;

/// One record to be handed out, with what may be shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// the leaf's number, from 0
    pub index: u64,
    pub entry: Entry,
    /// in the order of the change's items
    pub parts: Vec<Part>,
}

impl Extract {
    /// Makes the extract and checks it. It is a demo's when the log's name begins with
    /// [`DEMO_ORIGIN`].
    ///
    /// # Errors
    /// What does not hold: a row that was edited shows as [`ExtractError::OtherParts`] or
    /// [`ExtractError::Proof`] with its index.
    pub fn build(
        question: &str,
        checkpoint: &Note,
        log: &VerifierKey,
        witnesses: &[VerifierKey],
        asked: &[Asked],
        nodes: &dyn Nodes,
    ) -> Result<Extract, ExtractError> {
        let (head, _) = Checkpoint::open(checkpoint, log, witnesses)?;
        let entries = asked.iter().map(|asked| entry(asked, head.size, nodes));
        let extract = Extract {
            format: FORMAT.to_owned(),
            demo: head.origin.starts_with(DEMO_ORIGIN),
            log: log.to_string(),
            witnesses: witnesses.iter().map(VerifierKey::to_string).collect(),
            question: question.to_owned(),
            entries: entries.collect::<Result<_, ExtractError>>()?,
            checkpoint: checkpoint.to_string(),
        };
        extract.verify(log, witnesses)?;
        Ok(extract)
    }
}

fn entry(asked: &Asked, size: u64, nodes: &dyn Nodes) -> Result<ExtractEntry, ExtractError> {
    let path = tree::inclusion(nodes, asked.index, size)?;
    Ok(ExtractEntry {
        index: asked.index,
        entry: to_base64(&asked.entry.to_bytes()),
        parts: asked.parts.iter().map(part).collect(),
        proof: path.iter().map(|hash| to_base64(hash)).collect(),
    })
}

fn part(part: &Part) -> ExtractPart {
    let (salt, tag, value) = match part {
        Part::Withheld { digest } => {
            return ExtractPart::Withheld(WithheldPart { digest: to_base64(digest) });
        }
        Part::Shown { salt, tag, value } => (to_base64(salt), tag.clone(), value),
    };
    match std::str::from_utf8(value) {
        Ok(text) => ExtractPart::Text(TextPart { tag, salt, value: text.to_owned() }),
        Err(_) => ExtractPart::Bytes(BytesPart { tag, salt, value_base64: to_base64(value) }),
    }
}
