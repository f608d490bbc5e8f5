//! From the parts of a record to the root of the tree, by the definitions (RFC 6962, section 2.1):
//! the tree is rebuilt from the top down along the path, which is another way than the usual loop.

use sha2::{Digest, Sha256};

pub(crate) type Hash = [u8; 32];

pub(crate) fn sha256(pieces: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update(piece);
    }
    hasher.finalize().into()
}

/// SHA-256(salt || u32 length of tag || tag || value)
pub(crate) fn digest_of_part(salt: &[u8; 16], tag: &str, value: &[u8]) -> Hash {
    let length = u32::try_from(tag.len()).unwrap_or(u32::MAX);
    sha256(&[salt, &length.to_be_bytes(), tag.as_bytes(), value])
}

/// SHA-256("ledger/commitment/v1\n" || u32 count || digests)
pub(crate) fn commitment(digests: &[Hash]) -> Hash {
    let count = u32::try_from(digests.len()).unwrap_or(u32::MAX);
    let mut framed = b"ledger/commitment/v1\n".to_vec();
    framed.extend(count.to_be_bytes());
    digests.iter().for_each(|digest| framed.extend(digest));
    sha256(&[&framed])
}

/// The 56 bytes of a record, taken apart.
pub(crate) struct Entry {
    pub version: u32,
    pub source: u32,
    pub seq: u64,
    /// microseconds since 1970 UTC
    pub at_us: i64,
    pub commitment: Hash,
    pub leaf: Hash,
}

impl Entry {
    pub fn read(record: &[u8]) -> Option<Entry> {
        let (version, rest) = record.split_first_chunk()?;
        let (source, rest) = rest.split_first_chunk()?;
        let (seq, rest) = rest.split_first_chunk()?;
        let (at_us, rest) = rest.split_first_chunk()?;
        Some(Entry {
            version: u32::from_be_bytes(*version),
            source: u32::from_be_bytes(*source),
            seq: u64::from_be_bytes(*seq),
            at_us: i64::from_be_bytes(*at_us),
            commitment: rest.try_into().ok()?,
            leaf: sha256(&[&[0], record]),
        })
    }
}

/// The root that a leaf's path leads to, `None` when the path is too short or too long.
pub(crate) fn root_from(leaf: Hash, index: u64, size: u64, path: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    if size == 1 {
        return path.is_empty().then_some(leaf);
    }
    let (sibling, below) = path.split_last()?;
    let left = size.next_power_of_two() / 2;
    Some(if index < left {
        sha256(&[&[1], &root_from(leaf, index, left, below)?, sibling])
    } else {
        sha256(&[&[1], sibling, &root_from(leaf, index - left, size - left, below)?])
    })
}
