//! The three hashes of RFC 6962, section 2.1, which everything else here is built from.
//! Leaf and node are told apart by their first byte, so that no node can be passed off as a leaf.

use sha2::{Digest, Sha256};

/// A SHA-256 value: a leaf, a node, a root, a digest or a commitment. 32 bytes.
pub type Hash = [u8; 32];

/// The root of the tree without leaves: SHA-256 of nothing.
pub fn empty_root() -> Hash {
    sha256(&[])
}

/// SHA-256(0x00 || record): the leaf of a record of any length.
pub fn leaf_hash(record: &[u8]) -> Hash {
    sha256(&[&[0x00], record])
}

/// SHA-256(0x01 || left || right): the node above two others.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    sha256(&[&[0x01], left, right])
}

/// SHA-256 of the pieces, one after another.
pub(crate) fn sha256(pieces: &[&[u8]]) -> Hash {
    let mut state = Sha256::new();
    for piece in pieces {
        state.update(piece);
    }
    state.finalize().into()
}
