//! Checks an extract here, in the program that made it. A court uses the separate verifier.

use std::collections::HashSet;

use super::{Asked, DEMO_ORIGIN, Extract, ExtractEntry, ExtractError, ExtractPart};
use crate::checkpoint::Checkpoint;
use crate::leaf::{Entry, Part, commitment_of_parts};
use crate::note::{Note, Signed, VerifierKey};
use crate::tree::check_inclusion;
use crate::wire::{from_base64, hash_from_base64};

/// An extract that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub checkpoint: Checkpoint,
    /// the witnesses that cosigned, and when
    pub cosigned: Vec<Signed>,
    pub records: Vec<Asked>,
}

impl Extract {
    /// Checks everything that can be checked without the log.
    ///
    /// # Errors
    /// The first thing that does not hold.
    pub fn verify(&self, log: &VerifierKey, witnesses: &[VerifierKey]) -> Result<Checked, ExtractError> {
        let note = Note::parse(&self.checkpoint)?;
        let (checkpoint, cosigned) = Checkpoint::open(&note, log, witnesses)?;
        if self.demo != checkpoint.origin.starts_with(DEMO_ORIGIN) {
            return Err(ExtractError::DemoMark(checkpoint.origin));
        }
        let mut seen = HashSet::new();
        if let Some(twice) = self.entries.iter().find(|entry| !seen.insert(entry.index)) {
            return Err(ExtractError::Repeated { index: twice.index });
        }
        let records = self.entries.iter().map(|entry| record(entry, &checkpoint));
        let records = records.collect::<Result<_, ExtractError>>()?;
        Ok(Checked { checkpoint, cosigned, records })
    }

    /// The keys that the document itself names: enough to see that it was not damaged, but not
    /// whose it is.
    ///
    /// # Errors
    /// [`ExtractError::Key`]
    pub fn own_keys(&self) -> Result<(VerifierKey, Vec<VerifierKey>), ExtractError> {
        let witnesses = self.witnesses.iter().map(|key| key.parse());
        Ok((self.log.parse()?, witnesses.collect::<Result<_, _>>()?))
    }
}

fn record(given: &ExtractEntry, checkpoint: &Checkpoint) -> Result<Asked, ExtractError> {
    let index = given.index;
    let broken = |field| ExtractError::Field { index, field };
    let bytes = from_base64(&given.entry).ok_or(broken("entry"))?;
    let entry = Entry::from_bytes(&bytes).map_err(|source| ExtractError::Leaf { index, source })?;
    let parts: Option<Vec<Part>> = given.parts.iter().map(part).collect();
    let parts = parts.ok_or(broken("parts"))?;
    if commitment_of_parts(&parts) != entry.commitment {
        return Err(ExtractError::OtherParts { index });
    }
    let path: Option<Vec<_>> = given.proof.iter().map(|hash| hash_from_base64(hash)).collect();
    let path = path.ok_or(broken("proof"))?;
    check_inclusion(&entry.leaf_hash(), index, checkpoint.size, &path, &checkpoint.root).map_err(|source| ExtractError::Proof { index, source })?;
    Ok(Asked { index, entry, parts })
}

fn part(part: &ExtractPart) -> Option<Part> {
    let (salt, tag, value) = match part {
        ExtractPart::Withheld(part) => {
            return Some(Part::Withheld { digest: hash_from_base64(&part.digest)? });
        }
        ExtractPart::Text(part) => (&part.salt, &part.tag, part.value.clone().into_bytes()),
        ExtractPart::Bytes(part) => (&part.salt, &part.tag, from_base64(&part.value_base64)?),
    };
    let salt = from_base64(salt)?.try_into().ok()?;
    Some(Part::Shown { salt, tag: tag.clone(), value })
}
