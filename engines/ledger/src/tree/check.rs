//! The checks that anybody can make with a proof in hand: no storage, no log, no key.
//! They follow RFC 9162, 2.1.3.2 and 2.1.4.2 step by step, and share no code with the making.

use crate::hash::{Hash, empty_root, node_hash};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ProofError {
    #[error("leaf {index} lies outside a tree of {size}")]
    NoSuchLeaf { index: u64, size: u64 },
    #[error("the tree went from {old} leaves back to {new}")]
    Shrinks { old: u64, new: u64 },
    #[error("the proof has {got} hashes, which does not fit the sizes")]
    WrongLength { got: usize },
    #[error("the proof leads to another root: the record, its place or the log was altered")]
    OtherRoot,
    #[error("the proof leads to another old root: the log was rewritten since")]
    OtherOldRoot,
}

/// Is `leaf` the leaf number `index` (from 0) of the tree with `size` leaves and this `root`?
pub fn check_inclusion(leaf: &Hash, index: u64, size: u64, proof: &[Hash], root: &Hash) -> Result<(), ProofError> {
    if index >= size {
        return Err(ProofError::NoSuchLeaf { index, size });
    }
    let wrong_length = ProofError::WrongLength { got: proof.len() };
    let mut place = Place { first: index, last: size - 1 };
    let mut hash = *leaf;
    for sibling in proof {
        if place.last == 0 {
            return Err(wrong_length);
        }
        hash = match place.sibling() {
            Side::Left => node_hash(sibling, &hash),
            Side::Right => node_hash(&hash, sibling),
        };
        place.climb();
    }
    if place.last != 0 {
        return Err(wrong_length);
    }
    if hash == *root { Ok(()) } else { Err(ProofError::OtherRoot) }
}

/// Is the tree `(old_size, old_root)` the beginning of the tree `(new_size, new_root)`?
pub fn check_consistency(old_size: u64, old_root: &Hash, new_size: u64, new_root: &Hash, proof: &[Hash]) -> Result<(), ProofError> {
    if old_size > new_size {
        return Err(ProofError::Shrinks { old: old_size, new: new_size });
    }
    if old_size == 0 || old_size == new_size {
        return check_without_proof(old_size, old_root, new_size, new_root, proof);
    }
    let wrong_length = ProofError::WrongLength { got: proof.len() };
    let mut place = Place { first: old_size - 1, last: new_size - 1 };
    while place.first & 1 == 1 {
        place.up();
    }
    let (seed, steps) = if old_size.is_power_of_two() { (old_root, proof) } else { proof.split_first().ok_or(ProofError::WrongLength { got: 0 })? };
    let (mut old_hash, mut new_hash) = (*seed, *seed);
    for step in steps {
        if place.last == 0 {
            return Err(wrong_length);
        }
        match place.sibling() {
            Side::Left => {
                old_hash = node_hash(step, &old_hash);
                new_hash = node_hash(step, &new_hash);
            }
            Side::Right => new_hash = node_hash(&new_hash, step),
        }
        place.climb();
    }
    if place.last != 0 {
        return Err(wrong_length);
    }
    if old_hash != *old_root {
        return Err(ProofError::OtherOldRoot);
    }
    if new_hash == *new_root { Ok(()) } else { Err(ProofError::OtherRoot) }
}

/// Nothing has a proof when nothing can differ: from the empty tree, or to the same tree.
fn check_without_proof(old_size: u64, old_root: &Hash, new_size: u64, new_root: &Hash, proof: &[Hash]) -> Result<(), ProofError> {
    if !proof.is_empty() {
        return Err(ProofError::WrongLength { got: proof.len() });
    }
    if old_size == 0 && *old_root != empty_root() {
        return Err(ProofError::OtherOldRoot);
    }
    if old_size == new_size && old_root != new_root {
        return Err(ProofError::OtherRoot);
    }
    Ok(())
}

enum Side {
    Left,
    Right,
}

/// Where the walk stands in the current level: the node's number, and the number of the last node.
struct Place {
    first: u64,
    last: u64,
}

impl Place {
    fn sibling(&self) -> Side {
        if self.first & 1 == 1 || self.first == self.last { Side::Left } else { Side::Right }
    }

    /// One step up; a last node without a sibling of its own rises until it is a right child.
    fn climb(&mut self) {
        if self.first == self.last {
            while self.first & 1 == 0 && self.first != 0 {
                self.up();
            }
        }
        self.up();
    }

    fn up(&mut self) {
        self.first >>= 1;
        self.last >>= 1;
    }
}
