//! The hashes of all tile levels above the leaves, kept in memory: 32 bytes for 256 leaves, so
//! 1.25 MB for ten million. With them a proof reads at most three level-0 tiles of leaf rows.
//! Full tiles may also be kept in a store, which spares reading all leaf rows at the next start.

use std::ops::Range;
use std::sync::{PoisonError, RwLock};

use super::store::hashes_in;
use super::{LeafSource, TILE_WIDTH, TilePath, TileStore, fold};
use crate::hash::Hash;
use crate::tree::TreeError;

/// Leaf rows read at once while warming up: 65,536, or 2 MiB of hashes.
const BATCH_TILES: u64 = 256;

/// The upper tile levels of one log. Shared by all who answer from that log; a new log (after a
/// restore, say) gets a new cache.
#[derive(Default)]
pub struct TileCache {
    /// `upper[0]` is tile level 1
    upper: RwLock<Vec<Vec<Hash>>>,
    store: Option<Box<dyn TileStore + Send + Sync>>,
}

impl TileCache {
    /// In memory only: the first answer reads every leaf row once.
    pub fn in_memory() -> TileCache {
        TileCache::default()
    }

    /// Also keeps full tiles of level 1 and above in a store and starts from those found there.
    /// Whoever verifies the log must not use such a cache: it would believe the files.
    pub fn over(store: Box<dyn TileStore + Send + Sync>) -> TileCache {
        TileCache { upper: RwLock::default(), store: Some(store) }
    }

    /// The `range` of hashes at tile level `level >= 1`.
    pub(super) fn hashes(&self, level: u32, range: Range<u64>) -> Option<Vec<Hash>> {
        let upper = self.upper.read().unwrap_or_else(PoisonError::into_inner);
        let row = upper.get(level as usize - 1)?;
        row.get(range.start as usize..range.end as usize).map(<[Hash]>::to_vec)
    }

    /// Takes in the full level-0 tiles of the first `size` leaves that it has not seen yet.
    pub(super) fn grow(&self, leaves: &dyn LeafSource, size: u64) -> Result<(), TreeError> {
        let wanted = size / TILE_WIDTH;
        if self.level_one() >= wanted {
            return Ok(());
        }
        let mut upper = self.upper.write().unwrap_or_else(PoisonError::into_inner);
        if upper.is_empty() {
            upper.push(Vec::new());
        }
        self.take_from_store(&mut upper[0], wanted)?;
        let known = upper[0].len() as u64;
        for start in (known..wanted).step_by(BATCH_TILES as usize) {
            let end = wanted.min(start + BATCH_TILES);
            let hashes = read(leaves, start * TILE_WIDTH..end * TILE_WIDTH)?;
            upper[0].extend(hashes.chunks_exact(TILE_WIDTH as usize).map(fold));
        }
        self.raise(&mut upper, known)
    }

    fn level_one(&self) -> u64 {
        let upper = self.upper.read().unwrap_or_else(PoisonError::into_inner);
        upper.first().map_or(0, |row| row.len() as u64)
    }

    fn take_from_store(&self, row: &mut Vec<Hash>, wanted: u64) -> Result<(), TreeError> {
        let Some(store) = &self.store else {
            return Ok(());
        };
        while (row.len() as u64).is_multiple_of(TILE_WIDTH) && row.len() as u64 + TILE_WIDTH <= wanted {
            let tile = TilePath::full(1, row.len() as u64 / TILE_WIDTH);
            match store.read(&tile)? {
                Some(bytes) => row.extend(hashes_in(&tile, &bytes)?),
                None => break,
            }
        }
        Ok(())
    }

    /// Computes the levels above level 1 and keeps the tiles that became full: at level 1 those
    /// past the first `stored` hashes.
    fn raise(&self, upper: &mut Vec<Vec<Hash>>, mut stored: u64) -> Result<(), TreeError> {
        for level in 1.. {
            let row = &upper[level - 1];
            self.keep_full(level as u8, row, stored / TILE_WIDTH)?;
            let full_tiles = row.len() / TILE_WIDTH as usize;
            if full_tiles == 0 {
                break;
            }
            let known = upper.get(level).map_or(0, Vec::len);
            let fresh: Vec<Hash> = row.chunks_exact(TILE_WIDTH as usize).skip(known).map(fold).collect();
            if upper.len() == level {
                upper.push(Vec::new());
            }
            upper[level].extend(fresh);
            stored = known as u64;
        }
        Ok(())
    }

    fn keep_full(&self, level: u8, row: &[Hash], from: u64) -> Result<(), TreeError> {
        let Some(store) = &self.store else {
            return Ok(());
        };
        let full = row.chunks_exact(TILE_WIDTH as usize).enumerate().skip(from as usize);
        for (index, hashes) in full {
            store.write(&TilePath::full(level, index as u64), hashes.as_flattened())?;
        }
        Ok(())
    }
}

/// The leaf hashes in `range`, all of them.
pub(super) fn read(leaves: &dyn LeafSource, range: Range<u64>) -> Result<Vec<Hash>, TreeError> {
    let hashes = leaves.hashes(range.clone()).map_err(TreeError::Source)?;
    if hashes.len() as u64 == range.end - range.start {
        Ok(hashes)
    } else {
        Err(TreeError::LeavesMissing { from: range.start, to: range.end, got: hashes.len() })
    }
}
