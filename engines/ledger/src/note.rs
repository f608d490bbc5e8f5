//! Signed notes after C2SP signed-note v1: a text, a blank line, and signatures by named keys.
//! A note says who signed; whether that key is to be trusted, the caller decides by the keys it
//! hands in. Two kinds of Ed25519 signature are known: a log's (0x01) and a witness's
//! cosignature with its time (0x04, C2SP tlog-cosignature v1).

mod key;
mod signer;

use std::fmt;

pub use key::{KeyError, KeyKind, VerifierKey};
pub use signer::SignerKey;

use crate::wire::{from_base64, to_base64};

/// More signatures than this make a note unreadable: the least C2SP allows as a limit.
pub const MAX_SIGNATURES: usize = 16;

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NoteError {
    #[error("a note is a text, a blank line and lines with signatures; this is none: {0}")]
    Malformed(&'static str),
    #[error("a note has at most 16 signatures, this one has {0}")]
    TooManySignatures(usize),
    #[error("the signature of {0} is false: text or signature were altered")]
    FalseSignature(String),
    #[error("no key that is trusted here has signed the note")]
    NoKnownSignature,
}

/// One signature line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// name of the key
    pub name: String,
    /// key id, 4 bytes
    pub id: [u8; 4],
    /// what the key's kind puts there: 64 bytes of a log, 8 + 64 bytes of a witness
    pub bytes: Vec<u8>,
}

/// A text with signatures that nobody has checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// ends in a newline
    pub text: String,
    pub signatures: Vec<Signature>,
}

/// A signature that was checked and is true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub by: VerifierKey,
    /// seconds since 1970 UTC, only of a witness
    pub at: Option<u64>,
}

impl Note {
    /// # Errors
    /// [`NoteError::Malformed`] with what is wrong, [`NoteError::TooManySignatures`].
    pub fn parse(note: &str) -> Result<Note, NoteError> {
        let control = |sign: char| sign < ' ' && sign != '\n';
        if note.contains(control) {
            return Err(NoteError::Malformed("it has control characters"));
        }
        let blank = note.rfind("\n\n").ok_or(NoteError::Malformed("it has no blank line"))?;
        let signatures = parse_signatures(&note[blank + 2..])?;
        if signatures.is_empty() {
            return Err(NoteError::Malformed("it has no signatures"));
        }
        Ok(Note { text: note[..=blank].to_owned(), signatures })
    }

    /// Checks the signatures of all `keys`; others are ignored.
    ///
    /// # Errors
    /// [`NoteError::FalseSignature`] when a known key's signature does not hold, even beside true
    /// ones; [`NoteError::NoKnownSignature`] when none of the keys signed.
    pub fn verify(&self, keys: &[VerifierKey]) -> Result<Vec<Signed>, NoteError> {
        let mut signed: Vec<Signed> = Vec::new();
        for signature in &self.signatures {
            let Some(key) = keys.iter().find(|key| key.made(signature)) else {
                continue;
            };
            let at = key.verify(&self.text, &signature.bytes).ok_or_else(|| NoteError::FalseSignature(signature.name.clone()))?;
            // A witness's message does not name it: one key under two names counts once.
            if !signed.iter().any(|other| other.by.is_same_key(key)) {
                signed.push(Signed { by: key.clone(), at });
            }
        }
        if signed.is_empty() { Err(NoteError::NoKnownSignature) } else { Ok(signed) }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| write!(out, "{signature}"))
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.id.as_slice(), &self.bytes].concat();
        writeln!(out, "\u{2014} {} {}", self.name, to_base64(&bytes))
    }
}

/// Signature lines alone, each ending in a newline: the foot of a note, or a witness's answer.
///
/// # Errors
/// As [`Note::parse`].
pub fn parse_signatures(lines: &str) -> Result<Vec<Signature>, NoteError> {
    let Some(block) = lines.strip_suffix('\n') else {
        return if lines.is_empty() { Ok(Vec::new()) } else { Err(NoteError::Malformed("the last line does not end")) };
    };
    let count = block.split('\n').count();
    if count > MAX_SIGNATURES {
        return Err(NoteError::TooManySignatures(count));
    }
    let line = |line| parse_signature(line).ok_or(NoteError::Malformed("a signature line is broken"));
    block.split('\n').map(line).collect()
}

fn parse_signature(line: &str) -> Option<Signature> {
    let (name, base64) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    let bytes = from_base64(base64)?;
    let (id, rest) = bytes.split_first_chunk::<4>()?;
    key::is_name(name).then(|| Signature { name: name.to_owned(), id: *id, bytes: rest.to_vec() })
}
