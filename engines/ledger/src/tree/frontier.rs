//! The right edge of a growing tree: enough to append and to know the root, in at most 64 hashes,
//! so that the writer holds no tree in memory.

use crate::hash::{Hash, empty_root, node_hash};

use super::prove::{Nodes, TreeError};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("these {bytes} bytes are no tree edge: 8 for the size, then 32 for each complete subtree")]
pub struct FrontierError {
    pub bytes: usize,
}

/// The complete subtrees that a tree of `size` leaves falls into, largest first; one for each 1 in
/// the binary form of `size`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The edge of the empty tree.
    pub fn new() -> Frontier {
        Frontier::default()
    }

    /// The edge of a stored tree at `size` leaves; O(log size) reads.
    ///
    /// # Errors
    /// What reading the nodes gives.
    pub fn at(nodes: &dyn Nodes, size: u64) -> Result<Frontier, TreeError> {
        let mut peaks = Vec::new();
        let mut start = 0;
        for level in (0..u64::BITS).rev().filter(|level| (size >> level) & 1 == 1) {
            peaks.push(nodes.node(level, start >> level)?);
            start += 1 << level;
        }
        Ok(Frontier { size, peaks })
    }

    /// Appends one leaf hash.
    pub fn push(&mut self, leaf: Hash) {
        let merges = self.size.trailing_ones() as usize;
        let lower = self.peaks.split_off(self.peaks.len() - merges);
        let peak = lower.iter().rev().fold(leaf, |right, left| node_hash(left, &right));
        self.peaks.push(peak);
        self.size += 1;
    }

    /// The root of the tree so far.
    pub fn root(&self) -> Hash {
        let root = self.peaks.iter().rev().copied().reduce(|right, left| node_hash(&left, &right));
        root.unwrap_or_else(empty_root)
    }

    /// Leaves so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Size as 8 big-endian bytes, then the subtrees' hashes, largest first.
    pub fn to_bytes(&self) -> Vec<u8> {
        [self.size.to_be_bytes().as_slice(), self.peaks.as_flattened()].concat()
    }

    /// # Errors
    /// [`FrontierError`] when the length does not fit the size.
    pub fn from_bytes(bytes: &[u8]) -> Result<Frontier, FrontierError> {
        let error = || FrontierError { bytes: bytes.len() };
        let (size, rest) = bytes.split_first_chunk::<8>().ok_or_else(error)?;
        let (peaks, odd) = rest.as_chunks::<32>();
        let size = u64::from_be_bytes(*size);
        if !odd.is_empty() || peaks.len() != size.count_ones() as usize {
            return Err(error());
        }
        Ok(Frontier { size, peaks: peaks.to_vec() })
    }
}
