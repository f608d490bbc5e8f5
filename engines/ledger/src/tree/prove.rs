//! Roots and proofs made from complete subtrees, O(log size) of them for each answer.

use std::error::Error;

use crate::hash::{Hash, empty_root, node_hash};

use super::left_width;

/// Why the caller's storage did not answer.
pub type SourceError = Box<dyn Error + Send + Sync>;

#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    #[error("leaf {index} does not exist in a tree of {size}")]
    NoSuchLeaf { index: u64, size: u64 },
    #[error("a tree of {new} leaves has no earlier form of {old} leaves")]
    Shrinks { old: u64, new: u64 },
    #[error("the log holds {have} leaves, {asked} were asked for")]
    NotYet { have: u64, asked: u64 },
    #[error("the tile {0} is not kept here")]
    NoSuchTile(String),
    #[error("the tile {0} has the wrong length; remove the file, it will be made again")]
    BrokenTile(String),
    #[error("leaves {from} to {to} were asked for and {got} came")]
    LeavesMissing { from: u64, to: u64, got: usize },
    #[error("the leaves could not be read")]
    Source(#[source] SourceError),
    #[error("a tile could not be read or written")]
    Tiles(#[from] std::io::Error),
}

/// Whatever can tell the hash of a complete subtree.
pub trait Nodes {
    /// The hash over the `1 << level` leaves from leaf `index << level` on; level 0 are the leaves.
    fn node(&self, level: u32, index: u64) -> Result<Hash, TreeError>;
}

/// The root of the tree's first `size` leaves. Source: RFC 6962, 2.1 (MTH).
pub fn root(nodes: &dyn Nodes, size: u64) -> Result<Hash, TreeError> {
    if size == 0 { Ok(empty_root()) } else { over(nodes, 0, size) }
}

/// The path from leaf `index` to the root at `size` leaves, the leaf's sibling first.
/// Source: RFC 6962, 2.1.1 (PATH).
pub fn inclusion(nodes: &dyn Nodes, index: u64, size: u64) -> Result<Vec<Hash>, TreeError> {
    if index >= size {
        return Err(TreeError::NoSuchLeaf { index, size });
    }
    let mut path = Vec::new();
    let (mut start, mut end) = (0, size);
    while end - start > 1 {
        let middle = start + left_width(end - start);
        if index < middle {
            path.push(over(nodes, middle, end)?);
            end = middle;
        } else {
            path.push(over(nodes, start, middle)?);
            start = middle;
        }
    }
    path.reverse();
    Ok(path)
}

/// What shows that the tree of `old` leaves is the beginning of the tree of `new` leaves; empty
/// when `old` is 0 or `new`. Source: RFC 6962, 2.1.2 (PROOF, SUBPROOF).
pub fn consistency(nodes: &dyn Nodes, old: u64, new: u64) -> Result<Vec<Hash>, TreeError> {
    if old > new {
        return Err(TreeError::Shrinks { old, new });
    }
    if old == 0 || old == new {
        return Ok(Vec::new());
    }
    let mut path = Vec::new();
    let (mut start, mut end) = (0, new);
    while end != old {
        let middle = start + left_width(end - start);
        if old <= middle {
            path.push(over(nodes, middle, end)?);
            end = middle;
        } else {
            path.push(over(nodes, start, middle)?);
            start = middle;
        }
    }
    // The whole old tree is not repeated: the checker has its root.
    if start > 0 {
        path.push(over(nodes, start, end)?);
    }
    path.reverse();
    Ok(path)
}

/// The hash over leaves `start..end`, a range that the tree's own splitting leads to.
fn over(nodes: &dyn Nodes, start: u64, end: u64) -> Result<Hash, TreeError> {
    let width = end - start;
    if width.is_power_of_two() {
        let level = width.trailing_zeros();
        return nodes.node(level, start >> level);
    }
    let middle = start + left_width(width);
    Ok(node_hash(&over(nodes, start, middle)?, &over(nodes, middle, end)?))
}
