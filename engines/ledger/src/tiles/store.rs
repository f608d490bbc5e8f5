//! Tiles kept as files: what the program serves, and what a mirror or an auditor has copied.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::{TILE_HEIGHT, TILE_WIDTH, TilePath, below_node, fold};
use crate::durable;
use crate::hash::Hash;
use crate::tree::{Nodes, TreeError};

/// A place where tiles stand.
pub trait TileStore {
    /// The tile's bytes, 32 for each hash; `None` when it is not kept.
    fn read(&self, tile: &TilePath) -> io::Result<Option<Vec<u8>>>;
    /// Keeps a tile; it is on the disk, whole, when this returns.
    fn write(&self, tile: &TilePath, bytes: &[u8]) -> io::Result<()>;
}

/// Tiles in a folder, under the very paths they are served at.
#[derive(Clone, Debug)]
pub struct FolderTiles {
    folder: PathBuf,
}

impl FolderTiles {
    /// The folder above `tile/`; made on the first write.
    pub fn new(folder: impl Into<PathBuf>) -> FolderTiles {
        FolderTiles { folder: folder.into() }
    }
}

impl TileStore for FolderTiles {
    fn read(&self, tile: &TilePath) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.folder.join(tile.to_string())) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&self, tile: &TilePath, bytes: &[u8]) -> io::Result<()> {
        durable::write(&self.folder.join(tile.to_string()), bytes)
    }
}

/// A tree of `size` leaves of which nothing but tiles is known: an auditor's copy.
pub struct StoredTiles<'store> {
    pub tiles: &'store dyn TileStore,
    pub size: u64,
}

impl Nodes for StoredTiles<'_> {
    fn node(&self, level: u32, index: u64) -> Result<Hash, TreeError> {
        let (tile_level, range) = below_node(level, index);
        let tile = range.start / TILE_WIDTH;
        let available = self.size >> (tile_level * TILE_HEIGHT);
        if range.end > available {
            return Err(TreeError::NotYet { have: self.size, asked: (index + 1) << level });
        }
        let width = (available - tile * TILE_WIDTH).min(TILE_WIDTH);
        let full = TilePath::full(tile_level as u8, tile);
        let hashes = self.hashes(&TilePath { width: width as u16, ..full })?;
        let first = (range.start % TILE_WIDTH) as usize;
        Ok(fold(&hashes[first..first + (range.end - range.start) as usize]))
    }
}

impl StoredTiles<'_> {
    /// The tile as it was at this size, or the full one if the log has grown since.
    fn hashes(&self, tile: &TilePath) -> Result<Vec<Hash>, TreeError> {
        let full = TilePath { width: TILE_WIDTH as u16, ..*tile };
        for kept in [*tile, full] {
            if let Some(bytes) = self.tiles.read(&kept)? {
                return hashes_in(&kept, &bytes);
            }
        }
        Err(TreeError::NoSuchTile(tile.to_string()))
    }
}

/// The hashes in a tile's bytes.
pub(super) fn hashes_in(tile: &TilePath, bytes: &[u8]) -> Result<Vec<Hash>, TreeError> {
    match bytes.as_chunks::<32>() {
        (hashes, []) if hashes.len() == usize::from(tile.width) => Ok(hashes.to_vec()),
        _ => Err(TreeError::BrokenTile(tile.to_string())),
    }
}
