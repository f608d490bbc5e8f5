//! The tree as files of 256 hashes after C2SP tlog-tiles, so that a mirror, a monitor or an auditor
//! copies the log with any web client. Tiles are derived: leaf rows stay in the caller's database
//! and every tile can be made from them again.

mod cache;
mod path;
mod store;
mod view;

pub use cache::TileCache;
pub use path::{TileKind, TilePath, TilePathError, tiles_of};
pub use store::{FolderTiles, StoredTiles, TileStore};
pub use view::{LeafSource, View};

use crate::hash::{Hash, node_hash};

/// Hashes in a full tile.
pub const TILE_WIDTH: u64 = 256;
/// Tree levels between a tile's hashes and those of the tile above it.
pub const TILE_HEIGHT: u32 = 8;

/// An entry bundle: each record after its length as two big-endian bytes.
/// Records are at most 65,535 bytes; ours have 56.
pub fn entry_bundle<'record>(records: impl Iterator<Item = &'record [u8]>) -> Vec<u8> {
    let mut bundle = Vec::new();
    for record in records {
        let length = u16::try_from(record.len()).expect("entry records are short");
        bundle.extend_from_slice(&length.to_be_bytes());
        bundle.extend_from_slice(record);
    }
    bundle
}

/// The hash over a power of two of neighbouring hashes.
fn fold(hashes: &[Hash]) -> Hash {
    let mut row = hashes.to_vec();
    while row.len() > 1 {
        row = row.chunks_exact(2).map(|pair| node_hash(&pair[0], &pair[1])).collect();
    }
    row[0]
}

/// Which tile level holds a tree node, and which of that level's hashes lie below the node.
fn below_node(level: u32, index: u64) -> (u32, std::ops::Range<u64>) {
    let height = level % TILE_HEIGHT;
    (level / TILE_HEIGHT, index << height..(index + 1) << height)
}
