//! The signed root of the tree after C2SP tlog-checkpoint v1: what is printed at the foot of papers,
//! mailed to officers and cosigned by witnesses. When it may be signed (only over synced leaves,
//! never again under an old name after a restore) is the caller's duty.

use crate::hash::Hash;
use crate::note::{KeyKind, Note, NoteError, Signed, SignerKey, VerifierKey};
use crate::wire::{decimal, hash_from_base64, to_base64};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CheckpointError {
    #[error("a checkpoint is three lines: name of the log, size, root; this is none: {0}")]
    Malformed(&'static str),
    #[error("a checkpoint of {origin} must be signed by the log's key of that name, not {key}")]
    OtherLog { origin: String, key: String },
    #[error(transparent)]
    Note(#[from] NoteError),
}

/// Name, size and root of a log at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// the log's name, for example `logs.dpp.go.tz/tehama/1`
    pub origin: String,
    /// leaves
    pub size: u64,
    pub root: Hash,
}

impl Checkpoint {
    /// The three lines that are signed.
    pub fn to_text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, to_base64(&self.root))
    }

    /// # Errors
    /// [`CheckpointError::Malformed`]; also for extension lines, which nobody could check.
    pub fn from_text(text: &str) -> Result<Checkpoint, CheckpointError> {
        let malformed = |what| CheckpointError::Malformed(what);
        let body = text.strip_suffix('\n').ok_or(malformed("the last line does not end"))?;
        let lines: Vec<&str> = body.split('\n').collect();
        let [origin, size, root] = lines[..] else {
            return Err(malformed("it has more or fewer lines"));
        };
        if origin.is_empty() {
            return Err(malformed("the name is empty"));
        }
        Ok(Checkpoint {
            origin: origin.to_owned(),
            size: decimal(size).ok_or(malformed("the size is no number"))?,
            root: hash_from_base64(root).ok_or(malformed("the root is no hash"))?,
        })
    }

    /// The note with the log's own signature.
    ///
    /// # Errors
    /// [`CheckpointError::OtherLog`] unless `key` is a log's key named like the origin.
    pub fn sign(&self, key: &SignerKey) -> Result<Note, CheckpointError> {
        self.refuse_other(&key.verifier())?;
        let text = self.to_text();
        Ok(Note { signatures: vec![key.sign(&text)], text })
    }

    /// Reads a checkpoint that the log's key must have signed; tells which of the `witnesses`
    /// cosigned it, and when.
    ///
    /// # Errors
    /// [`CheckpointError`]; a false signature of any of the keys refuses the whole note.
    pub fn open(note: &Note, log: &VerifierKey, witnesses: &[VerifierKey]) -> Result<(Checkpoint, Vec<Signed>), CheckpointError> {
        let checkpoint = Checkpoint::from_text(&note.text)?;
        checkpoint.refuse_other(log)?;
        note.verify(std::slice::from_ref(log))?;
        let mut cosigned = match note.verify(witnesses) {
            Err(NoteError::NoKnownSignature) => Vec::new(),
            other => other?,
        };
        cosigned.retain(|signed| signed.by.kind() == KeyKind::Witness);
        Ok((checkpoint, cosigned))
    }

    fn refuse_other(&self, key: &VerifierKey) -> Result<(), CheckpointError> {
        if key.kind() == KeyKind::Log && key.name() == self.origin {
            return Ok(());
        }
        let (origin, key) = (self.origin.clone(), key.name().to_owned());
        Err(CheckpointError::OtherLog { origin, key })
    }
}
