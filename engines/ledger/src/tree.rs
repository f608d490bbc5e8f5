//! The Merkle tree of RFC 6962 (and 9162), section 2.1: roots, inclusion and consistency proofs.
//! Proofs are made from whatever can name a complete subtree's hash ([`Nodes`]) and checked from
//! nothing but the proof. Where leaves are kept, and what they mean, it does not know.

mod check;
mod frontier;
mod prove;

pub use check::{ProofError, check_consistency, check_inclusion};
pub use frontier::{Frontier, FrontierError};
pub use prove::{Nodes, SourceError, TreeError, consistency, inclusion, root};

use crate::hash::{Hash, empty_root, node_hash};

/// The root over these leaf hashes, in memory and without any cache: what every other way of
/// computing a root must agree with.
pub fn root_of(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(left_width(leaves.len() as u64) as usize);
            node_hash(&root_of(left), &root_of(right))
        }
    }
}

/// Leaves of the left subtree of `width > 1` leaves: the largest power of two below `width`.
fn left_width(width: u64) -> u64 {
    1 << (width - 1).ilog2()
}
