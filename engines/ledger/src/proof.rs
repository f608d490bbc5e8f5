//! One entry's proof as a text file after C2SP tlog-proof v1: place, path and signed checkpoint.
//! The record itself is not in it; who holds the record computes the leaf and asks.

use std::fmt;
use std::str::FromStr;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::hash::Hash;
use crate::note::{Note, NoteError, Signed, VerifierKey};
use crate::tree::{ProofError, check_inclusion};
use crate::wire::{decimal, from_base64, hash_from_base64, to_base64};

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LogProofError {
    #[error("this is no proof file (c2sp.org/tlog-proof@v1): {0}")]
    Malformed(&'static str),
    #[error(transparent)]
    Note(#[from] NoteError),
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    #[error(transparent)]
    Proof(#[from] ProofError),
}

/// The contents of a `.tlog-proof` file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogProof {
    /// bytes for the reader's convenience; nothing proves them
    pub extra: Option<Vec<u8>>,
    /// the leaf's number, from 0
    pub index: u64,
    /// from the leaf's sibling upwards
    pub path: Vec<Hash>,
    pub checkpoint: Note,
}

impl LogProof {
    /// Is this leaf in the log that `log` signs? Tells the checkpoint and which witnesses
    /// cosigned it.
    ///
    /// # Errors
    /// [`LogProofError`] with what does not hold.
    pub fn check(&self, leaf: &Hash, log: &VerifierKey, witnesses: &[VerifierKey]) -> Result<(Checkpoint, Vec<Signed>), LogProofError> {
        let (checkpoint, cosigned) = Checkpoint::open(&self.checkpoint, log, witnesses)?;
        check_inclusion(leaf, self.index, checkpoint.size, &self.path, &checkpoint.root)?;
        Ok((checkpoint, cosigned))
    }
}

impl fmt::Display for LogProof {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{FIRST_LINE}")?;
        if let Some(extra) = &self.extra {
            writeln!(out, "extra {}", to_base64(extra))?;
        }
        writeln!(out, "index {}", self.index)?;
        self.path.iter().try_for_each(|hash| writeln!(out, "{}", to_base64(hash)))?;
        write!(out, "\n{}", self.checkpoint)
    }
}

impl FromStr for LogProof {
    type Err = LogProofError;

    fn from_str(text: &str) -> Result<LogProof, LogProofError> {
        let malformed = |what| LogProofError::Malformed(what);
        let (head, note) = text.split_once("\n\n").ok_or(malformed("there is no blank line"))?;
        let mut lines = head.split('\n').peekable();
        if lines.next() != Some(FIRST_LINE) {
            return Err(malformed("the first line is another"));
        }
        let extra = lines.next_if(|line| line.starts_with("extra "));
        let extra = extra.map(|line| from_base64(&line["extra ".len()..]));
        if extra == Some(None) {
            return Err(malformed("the extra line is no base64"));
        }
        let index = lines.next().and_then(|line| decimal(line.strip_prefix("index ")?));
        let path: Option<Vec<Hash>> = lines.map(hash_from_base64).collect();
        Ok(LogProof {
            extra: extra.flatten(),
            index: index.ok_or(malformed("the index line is missing"))?,
            path: path.ok_or(malformed("a line of the path is no hash"))?,
            checkpoint: Note::parse(note)?,
        })
    }
}
