//! The log's half: what to send to a witness, and what its answer means. Sending is the caller's.

use crate::checkpoint::Checkpoint;
use crate::hash::Hash;
use crate::note::{KeyKind, Note, NoteError, Signature, Signed, VerifierKey, parse_signatures};
use crate::wire::{decimal, to_base64};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum AnswerError {
    #[error("the witness refused with {status}: {body}")]
    Refused { status: u16, body: String },
    #[error("the witness said 409 and no size")]
    NoSize,
    #[error("the witness's answer is not usable")]
    Note(#[from] NoteError),
    #[error("the answer holds no cosignature of a witness that is trusted here")]
    NoCosignature,
}

/// What a witness said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WitnessAnswer {
    /// to be added to the note's signatures; checked
    Cosigned(Vec<Signature>),
    /// ask again with a proof from this size. When it is above the log's own size, the log was set
    /// back: it must not sign again under this name.
    Knows(u64),
}

/// The body to POST to `<witness>/add-checkpoint`, with the proof from `old_size` to the
/// checkpoint's size; no proof for an old size of 0.
pub fn request_body(old_size: u64, proof: &[Hash], checkpoint: &Note) -> String {
    let proof: String = proof.iter().map(|hash| to_base64(hash) + "\n").collect();
    format!("old {old_size}\n{proof}\n{checkpoint}")
}

/// Reads the answer to [`request_body`] about this checkpoint.
///
/// # Errors
/// [`AnswerError`]; a false signature of a trusted witness spoils the whole answer.
pub fn read_answer(status: u16, body: &str, checkpoint: &Note, witnesses: &[VerifierKey]) -> Result<WitnessAnswer, AnswerError> {
    match status {
        200 => cosignatures(body, checkpoint, witnesses).map(WitnessAnswer::Cosigned),
        409 => {
            let size = body.strip_suffix('\n').and_then(decimal);
            size.map(WitnessAnswer::Knows).ok_or(AnswerError::NoSize)
        }
        _ => Err(AnswerError::Refused { status, body: body.chars().take(200).collect() }),
    }
}

fn cosignatures(body: &str, checkpoint: &Note, witnesses: &[VerifierKey]) -> Result<Vec<Signature>, AnswerError> {
    Checkpoint::from_text(&checkpoint.text).map_err(|_| NoteError::Malformed("it is no checkpoint"))?;
    let signatures = parse_signatures(body)?;
    let answer = Note { text: checkpoint.text.clone(), signatures: signatures.clone() };
    let signed = match answer.verify(witnesses) {
        Err(NoteError::NoKnownSignature) => return Err(AnswerError::NoCosignature),
        other => other?,
    };
    let is_good = |line: &Signature| signed.iter().any(|Signed { by, .. }| by.kind() == KeyKind::Witness && by.made(line));
    let good: Vec<Signature> = signatures.into_iter().filter(is_good).collect();
    if good.is_empty() { Err(AnswerError::NoCosignature) } else { Ok(good) }
}
