//! The body of `add-checkpoint`: `old N`, up to 63 hashes, a blank line, the checkpoint's note.

use crate::checkpoint::Checkpoint;
use crate::hash::Hash;
use crate::note::Note;
use crate::wire::{decimal, hash_from_base64};

/// 63 hashes, a checkpoint and 16 signatures of today's kinds need under 10 kB.
const MAX_BYTES: usize = 64 * 1024;
const MAX_PROOF: usize = 63;

#[derive(Debug, thiserror::Error)]
pub(super) enum RequestError {
    #[error("the request is longer than 64 KiB")]
    TooLong,
    #[error("the request is not UTF-8")]
    NoText,
    #[error("there is no blank line before the checkpoint")]
    NoBlankLine,
    #[error("the first line must be `old` and a size without leading zeroes")]
    OldSize,
    #[error("a proof has at most 63 lines, each the base64 of 32 bytes")]
    Proof,
    #[error(transparent)]
    Note(#[from] crate::note::NoteError),
    #[error(transparent)]
    Checkpoint(#[from] crate::checkpoint::CheckpointError),
}

pub(super) struct Request {
    pub old_size: u64,
    pub proof: Vec<Hash>,
    pub note: Note,
    pub checkpoint: Checkpoint,
}

impl Request {
    pub fn parse(body: &[u8]) -> Result<Request, RequestError> {
        if body.len() > MAX_BYTES {
            return Err(RequestError::TooLong);
        }
        let body = std::str::from_utf8(body).map_err(|_| RequestError::NoText)?;
        let (head, note) = body.split_once("\n\n").ok_or(RequestError::NoBlankLine)?;
        let mut lines = head.split('\n');
        let old_size = lines.next().and_then(|line| decimal(line.strip_prefix("old ")?));
        let old_size = old_size.ok_or(RequestError::OldSize)?;
        let proof: Option<Vec<Hash>> = lines.map(hash_from_base64).collect();
        let proof = proof.filter(|proof| proof.len() <= MAX_PROOF).ok_or(RequestError::Proof)?;
        let note = Note::parse(note)?;
        let checkpoint = Checkpoint::from_text(&note.text)?;
        Ok(Request { old_size, proof, note, checkpoint })
    }
}
