//! One record: part digests, commitment, entry, leaf, root, each computed from the one before.

use std::collections::HashSet;

use crate::document::{Part, Record};
use crate::finding::Fault;
use crate::hashes::{Entry, Hash, commitment, digest_of_part, root_from};
use crate::note::{Checkpoint, base64, fixed};

/// Tags and values that the extract shows.
pub(crate) type Shown = Vec<(String, Vec<u8>)>;

/// The record taken apart, or the first step that does not hold.
pub(crate) fn check(record: &Record, checkpoint: &Checkpoint) -> Result<(Entry, Shown), Fault> {
    let bytes = base64(&record.entry).ok_or(Fault::BrokenEntry)?;
    let entry = Entry::read(&bytes).ok_or(Fault::BrokenEntry)?;
    if entry.version != 1 {
        return Err(Fault::UnknownVersion);
    }
    let mut shown = Shown::new();
    let digests: Option<Vec<Hash>> = record.parts.iter().map(|part| digest(part, &mut shown)).collect();
    let digests = digests.ok_or(Fault::BrokenPart)?;
    let tags: HashSet<&str> = shown.iter().map(|(tag, _)| tag.as_str()).collect();
    if tags.len() < shown.len() {
        return Err(Fault::RepeatedTag);
    }
    if commitment(&digests) != entry.commitment {
        return Err(Fault::OtherParts);
    }
    let path: Option<Vec<Hash>> = record.proof.iter().map(|hash| fixed(hash)).collect();
    let path = path.ok_or(Fault::BrokenProof)?;
    match root_from(entry.leaf, record.index, checkpoint.size, &path) {
        Some(root) if root == checkpoint.root => Ok((entry, shown)),
        Some(_) => Err(Fault::OtherRoot),
        None => Err(Fault::BrokenProof),
    }
}

fn digest(part: &Part, shown: &mut Shown) -> Option<Hash> {
    let (tag, salt, value) = match part {
        Part::Withheld { digest } => return fixed(digest),
        Part::Text { tag, salt, value } => (tag, salt, value.clone().into_bytes()),
        Part::Bytes { tag, salt, base64: value } => (tag, salt, base64(value)?),
    };
    let digest = digest_of_part(&fixed(salt)?, tag, &value);
    shown.push((tag.clone(), value));
    Some(digest)
}
