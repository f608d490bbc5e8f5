//! Every root, proof and tile of a log, computed from the caller's leaf rows and the cache.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::cache::read;
use super::{TILE_WIDTH, TileCache, TileKind, TilePath, TileStore, below_node, fold, tiles_of};
use crate::hash::Hash;
use crate::tree::{self, Nodes, SourceError, TreeError};

/// Where the leaf hashes stand, numbered from 0 without gaps; rows that are there never change.
pub trait LeafSource {
    /// Leaves that are committed.
    fn size(&self) -> Result<u64, SourceError>;
    /// The leaf hashes in `range`, in order.
    fn hashes(&self, range: Range<u64>) -> Result<Vec<Hash>, SourceError>;
}

/// The log as it stood when the view was taken. Made for one answer and dropped after it: it
/// remembers the leaf tiles it read.
pub struct View<'log> {
    leaves: &'log dyn LeafSource,
    cache: &'log TileCache,
    size: u64,
    leaf_tiles: RefCell<BTreeMap<u64, Vec<Hash>>>,
}

impl<'log> View<'log> {
    /// Takes the log at its present size and brings the cache up to it.
    ///
    /// # Errors
    /// What reading leaves or stored tiles gives.
    pub fn new(leaves: &'log dyn LeafSource, cache: &'log TileCache) -> Result<View<'log>, TreeError> {
        let size = leaves.size().map_err(TreeError::Source)?;
        cache.grow(leaves, size)?;
        Ok(View { leaves, cache, size, leaf_tiles: RefCell::default() })
    }

    /// Leaves in this view.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root over all leaves.
    pub fn root(&self) -> Result<Hash, TreeError> {
        tree::root(self, self.size)
    }

    /// The root as it was at an earlier size.
    pub fn root_at(&self, size: u64) -> Result<Hash, TreeError> {
        self.refuse_beyond(size)?;
        tree::root(self, size)
    }

    /// See [`tree::inclusion`].
    pub fn inclusion(&self, index: u64, size: u64) -> Result<Vec<Hash>, TreeError> {
        self.refuse_beyond(size)?;
        tree::inclusion(self, index, size)
    }

    /// See [`tree::consistency`].
    pub fn consistency(&self, old: u64, new: u64) -> Result<Vec<Hash>, TreeError> {
        self.refuse_beyond(new)?;
        tree::consistency(self, old, new)
    }

    /// The bytes of a tile of hashes, 32 each.
    ///
    /// # Errors
    /// [`TreeError::NoSuchTile`] when this log has no such tile, or for entries, which only the
    /// caller has.
    pub fn tile(&self, tile: &TilePath) -> Result<Vec<u8>, TreeError> {
        match tile.kind {
            TileKind::Hashes(level) if tile.is_in(self.size) => Ok(self.hashes(u32::from(level), tile.range())?.into_flattened()),
            _ => Err(TreeError::NoSuchTile(tile.to_string())),
        }
    }

    /// Writes the tiles that came with the growth from `old` leaves: a copy to be mirrored.
    pub fn publish(&self, old: u64, store: &dyn TileStore) -> Result<(), TreeError> {
        for tile in tiles_of(old, self.size) {
            store.write(&tile, &self.tile(&tile)?)?;
        }
        Ok(())
    }

    fn refuse_beyond(&self, asked: u64) -> Result<(), TreeError> {
        if asked <= self.size { Ok(()) } else { Err(TreeError::NotYet { have: self.size, asked }) }
    }

    /// Hashes of one tile level, all within one tile.
    fn hashes(&self, level: u32, range: Range<u64>) -> Result<Vec<Hash>, TreeError> {
        if level > 0 {
            let hashes = self.cache.hashes(level, range.clone());
            let missing = TreeError::NotYet { have: self.size, asked: range.end };
            return hashes.ok_or(missing);
        }
        let tile = range.start / TILE_WIDTH;
        let start = tile * TILE_WIDTH;
        let mut read_tiles = self.leaf_tiles.borrow_mut();
        let hashes = match read_tiles.entry(tile) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unread) => unread.insert(read(self.leaves, start..self.size.min(start + TILE_WIDTH))?),
        };
        Ok(hashes[(range.start - start) as usize..(range.end - start) as usize].to_vec())
    }
}

impl Nodes for View<'_> {
    fn node(&self, level: u32, index: u64) -> Result<Hash, TreeError> {
        self.refuse_beyond((index + 1) << level)?;
        let (tile_level, range) = below_node(level, index);
        Ok(fold(&self.hashes(tile_level, range)?))
    }
}
