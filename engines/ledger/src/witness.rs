//! A witness after C2SP tlog-witness v1: another institution that remembers the longest tree it saw
//! of a log and cosigns only what grew from it, so that the office cannot show two histories.
//! Here is its whole judgement as one function over a body and a memory; the web server around it
//! (`POST /add-checkpoint`) and the clock are the caller's.

mod client;
mod folder;
mod request;

use std::fmt;

pub use client::{AnswerError, WitnessAnswer, read_answer, request_body};
pub use folder::FolderMemory;

use crate::checkpoint::Checkpoint;
use crate::hash::{Hash, empty_root};
use crate::note::{KeyError, Note, Signature, Signed, SignerKey, VerifierKey};
use crate::tree::check_consistency;
use request::Request;

const TEXT: &str = "text/plain; charset=utf-8";
const TREE_SIZE: &str = "text/x.tlog.size";

#[derive(Debug, thiserror::Error)]
pub enum WitnessError {
    #[error("the witness's memory could not be read or kept; nothing was cosigned")]
    Memory(#[from] std::io::Error),
    #[error("the witness's memory of {origin} is unreadable; restore it, never start it anew")]
    BrokenMemory { origin: String },
    #[error("another witness runs on this folder")]
    InUse,
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// A log that this witness watches, and the keys that may sign for it.
#[derive(Clone, Debug)]
pub struct WatchedLog {
    pub origin: String,
    pub keys: Vec<VerifierKey>,
}

/// The latest checkpoint of one log that was cosigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub size: u64,
    pub root: Hash,
    /// the whole note with the log's and the witness's signatures
    pub note: String,
}

/// What a witness remembers. The exclusive borrow makes looking and keeping one step.
pub trait WitnessMemory {
    fn get(&self, origin: &str) -> Result<Option<Seen>, WitnessError>;
    /// On the disk when this returns.
    fn put(&mut self, origin: &str, seen: &Seen) -> Result<(), WitnessError>;
}

/// An HTTP answer to be sent as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub content_type: &'static str,
    pub body: String,
}

impl Answer {
    fn refusal(status: u16, why: impl fmt::Display) -> Answer {
        Answer { status, content_type: TEXT, body: format!("{why}\n") }
    }
}

/// Judges one `add-checkpoint` request at `now` (seconds since 1970 UTC). 200 with the cosignature;
/// 400 unreadable; 403 not signed by the log; 404 unknown log; 409 with the size that is
/// remembered; 422 not grown from what is remembered. Source: C2SP tlog-witness v1.
///
/// # Errors
/// [`WitnessError`]: the caller logs it and answers 500; nothing was cosigned.
pub fn add_checkpoint(watched: &[WatchedLog], memory: &mut dyn WitnessMemory, body: &[u8], now: u64, key: &SignerKey) -> Result<Answer, WitnessError> {
    let request = match Request::parse(body) {
        Ok(request) => request,
        Err(error) => return Ok(Answer::refusal(400, error)),
    };
    let origin = &request.checkpoint.origin;
    let Some(log) = watched.iter().find(|log| log.origin == *origin) else {
        return Ok(Answer::refusal(404, format_args!("the log {origin} is not watched here")));
    };
    let signed = match request.note.verify(&log.keys) {
        Ok(signed) => signed,
        Err(error) => return Ok(Answer::refusal(403, error)),
    };
    let seen = memory.get(origin)?;
    if let Some(refusal) = refusal(&request, seen.as_ref()) {
        return Ok(refusal);
    }
    let cosignature = key.cosign(&request.note.text, now)?;
    let Checkpoint { size, root, .. } = request.checkpoint;
    let note = kept(&request.note, &signed, &cosignature).to_string();
    memory.put(origin, &Seen { size, root, note })?;
    Ok(Answer { status: 200, content_type: TEXT, body: cosignature.to_string() })
}

/// The note to remember and to show on: what was checked, one line for each key, so that repeated
/// or foreign lines cannot fill it.
fn kept(note: &Note, signed: &[Signed], cosignature: &Signature) -> Note {
    let line = |signed: &Signed| note.signatures.iter().find(|line| signed.by.made(line)).cloned();
    let mut signatures: Vec<Signature> = signed.iter().filter_map(line).collect();
    signatures.push(cosignature.clone());
    Note { text: note.text.clone(), signatures }
}

/// Why a signed checkpoint of a watched log is not cosigned, if so.
fn refusal(request: &Request, seen: Option<&Seen>) -> Option<Answer> {
    let Request { old_size, proof, checkpoint, .. } = request;
    if *old_size > checkpoint.size {
        return Some(Answer::refusal(400, "the old size is above the checkpoint's"));
    }
    let (known_size, known_root) = seen.map_or((0, empty_root()), |seen| (seen.size, seen.root));
    if *old_size != known_size {
        let body = format!("{known_size}\n");
        return Some(Answer { status: 409, content_type: TREE_SIZE, body });
    }
    if checkpoint.size == 0 && checkpoint.root != empty_root() {
        return Some(Answer::refusal(422, "the empty tree has another root"));
    }
    let grown = check_consistency(known_size, &known_root, checkpoint.size, &checkpoint.root, proof);
    grown.err().map(|error| Answer::refusal(422, error))
}
