//! What the ledger holds of a change: 56 bytes with a salted commitment, never the change itself.
//! Each item of the change has its own salt, so that some can be shown to a court and others
//! withheld or erased while leaf, root and every proof stay valid. It does not know what an item
//! means; the caller gives the items in an order that never changes again.
//!
//! The framing, exactly (integers are big-endian; `||` joins bytes):
//!
//! ```text
//! salt       = SHA-256(nonce (16 bytes) || tag)[..16]
//! digest     = SHA-256(salt (16 bytes) || u32 length of tag || tag || value)
//! commitment = SHA-256("ledger/commitment/v1\n" || u32 count || digest 0 || digest 1 || ...)
//! entry      = u32 version || u32 source || u64 seq || i64 at_us || commitment     (56 bytes)
//! leaf       = SHA-256(0x00 || entry)
//! ```
//!
//! Salt and count have a fixed width, the tag is prefixed by its length and the value runs to the
//! end, so no two different changes frame to the same bytes.

use std::collections::HashSet;

use crate::hash::{self, Hash};

/// The version that [`Entry`] records of this module carry.
pub const ENTRY_VERSION: u32 = 1;
/// Bytes of an entry record.
pub const ENTRY_BYTES: usize = 56;

const COMMITMENT_PREFIX: &[u8] = b"ledger/commitment/v1\n";

/// 16 bytes of chance, one per change, kept beside the body and dropped with it on erasure.
pub type Nonce = [u8; 16];
/// What makes one item's digest unguessable; safe to show, as it does not tell the nonce.
pub type Salt = [u8; 16];

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum LeafError {
    #[error("the tag {0:?} occurs twice in one change; its salt would then give away the other value")]
    RepeatedTag(String),
    #[error("an entry record has 56 bytes, this one has {0}")]
    WrongLength(usize),
    #[error("entry records of version {0} are not known here; use a newer program")]
    UnknownVersion(u32),
}

/// One named value of a change. Tags are unique within the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub tag: String,
    pub value: Vec<u8>,
}

/// An item as it can be handed out: with all that is needed to recompute its digest, or as the
/// digest alone, which tells neither tag nor value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Shown { salt: Salt, tag: String, value: Vec<u8> },
    Withheld { digest: Hash },
}

impl Part {
    /// The digest that the commitment is made of; the same whether shown or withheld.
    pub fn digest(&self) -> Hash {
        match self {
            Part::Shown { salt, tag, value } => digest(salt, tag, value),
            Part::Withheld { digest } => *digest,
        }
    }

    /// The same part with tag and value gone.
    pub fn withheld(&self) -> Part {
        Part::Withheld { digest: self.digest() }
    }
}

/// All parts of a change, shown, in the order of the items.
///
/// # Errors
/// [`LeafError::RepeatedTag`] when two items share a tag.
pub fn parts(nonce: &Nonce, items: &[Item]) -> Result<Vec<Part>, LeafError> {
    refuse_repeated_tags(items)?;
    let shown = |item: &Item| Part::Shown { salt: salt(nonce, &item.tag), tag: item.tag.clone(), value: item.value.clone() };
    Ok(items.iter().map(shown).collect())
}

/// The commitment to a change.
///
/// # Errors
/// [`LeafError::RepeatedTag`] when two items share a tag.
pub fn commit(nonce: &Nonce, items: &[Item]) -> Result<Hash, LeafError> {
    refuse_repeated_tags(items)?;
    let of_item = |item: &Item| digest(&salt(nonce, &item.tag), &item.tag, &item.value);
    Ok(commitment(&items.iter().map(of_item).collect::<Vec<_>>()))
}

/// The commitment to a change of which some parts may be withheld or erased.
pub fn commitment_of_parts(parts: &[Part]) -> Hash {
    commitment(&parts.iter().map(Part::digest).collect::<Vec<_>>())
}

/// SHA-256 over prefix, count and digests; see the module's framing.
pub fn commitment(digests: &[Hash]) -> Hash {
    let count = (digests.len() as u32).to_be_bytes();
    hash::sha256(&[COMMITMENT_PREFIX, &count, digests.as_flattened()])
}

/// The salt of the item with this tag.
pub fn salt(nonce: &Nonce, tag: &str) -> Salt {
    let mut salt = [0; 16];
    salt.copy_from_slice(&hash::sha256(&[nonce, tag.as_bytes()])[..16]);
    salt
}

/// The digest of one item; see the module's framing.
pub fn digest(salt: &Salt, tag: &str, value: &[u8]) -> Hash {
    let length = (tag.len() as u32).to_be_bytes();
    hash::sha256(&[salt, &length, tag.as_bytes(), value])
}

fn refuse_repeated_tags(items: &[Item]) -> Result<(), LeafError> {
    let mut seen = HashSet::with_capacity(items.len());
    match items.iter().find(|item| !seen.insert(item.tag.as_str())) {
        Some(item) => Err(LeafError::RepeatedTag(item.tag.clone())),
        None => Ok(()),
    }
}

/// The record whose hash is the leaf: when and in which order something was committed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// [`ENTRY_VERSION`]
    pub version: u32,
    /// who wrote it: a number the caller gives each of its sources
    pub source: u32,
    /// the caller's own running number
    pub seq: u64,
    /// microseconds since 1970-01-01 UTC
    pub at_us: i64,
    /// see [`commit`]
    pub commitment: Hash,
}

impl Entry {
    /// The 56-byte record; see the module's framing.
    pub fn to_bytes(&self) -> [u8; ENTRY_BYTES] {
        let mut record = [0; ENTRY_BYTES];
        record[..4].copy_from_slice(&self.version.to_be_bytes());
        record[4..8].copy_from_slice(&self.source.to_be_bytes());
        record[8..16].copy_from_slice(&self.seq.to_be_bytes());
        record[16..24].copy_from_slice(&self.at_us.to_be_bytes());
        record[24..].copy_from_slice(&self.commitment);
        record
    }

    /// # Errors
    /// [`LeafError::WrongLength`] unless it has 56 bytes, [`LeafError::UnknownVersion`] for a
    /// version other than [`ENTRY_VERSION`].
    pub fn from_bytes(record: &[u8]) -> Result<Entry, LeafError> {
        let record: &[u8; ENTRY_BYTES] = record.try_into().map_err(|_| LeafError::WrongLength(record.len()))?;
        let version = u32::from_be_bytes(piece(record, 0));
        if version != ENTRY_VERSION {
            return Err(LeafError::UnknownVersion(version));
        }
        Ok(Entry {
            version,
            source: u32::from_be_bytes(piece(record, 4)),
            seq: u64::from_be_bytes(piece(record, 8)),
            at_us: i64::from_be_bytes(piece(record, 16)),
            commitment: piece(record, 24),
        })
    }

    /// The leaf of this entry: SHA-256(0x00 || record).
    pub fn leaf_hash(&self) -> Hash {
        hash::leaf_hash(&self.to_bytes())
    }
}

fn piece<const WIDTH: usize>(record: &[u8; ENTRY_BYTES], from: usize) -> [u8; WIDTH] {
    std::array::from_fn(|at| record[from + at])
}
