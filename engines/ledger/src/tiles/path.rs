//! Where a tile stands: `tile/<level>/<index>[.p/<width>]`, index in groups of three digits.

use std::fmt;
use std::str::FromStr;

use super::{TILE_HEIGHT, TILE_WIDTH};
use crate::wire::decimal;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TileKind {
    /// entry records, each after its length
    Entries,
    /// hashes: level 0 are leaf hashes, each higher level the roots of full tiles below; 0-63
    Hashes(u8),
}

/// One tile's address. Source: C2SP tlog-tiles, "Merkle Tree" and "Log entries".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TilePath {
    pub kind: TileKind,
    pub index: u64,
    /// 1-256; 256 is a full tile
    pub width: u16,
}

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{0:?} is no tile address; one looks like tile/0/x001/x234/067 or tile/1/000.p/17")]
pub struct TilePathError(pub String);

impl TilePath {
    /// The full tile of hashes at this level (0-63).
    pub fn full(level: u8, index: u64) -> TilePath {
        TilePath { kind: TileKind::Hashes(level), index, width: TILE_WIDTH as u16 }
    }

    pub fn is_full(&self) -> bool {
        u64::from(self.width) == TILE_WIDTH
    }

    /// The hashes (or entries) of its level that it holds.
    pub fn range(&self) -> std::ops::Range<u64> {
        let start = self.index * TILE_WIDTH;
        start..start + u64::from(self.width)
    }

    /// Does a tree of `size` leaves have it?
    pub fn is_in(&self, size: u64) -> bool {
        let level = match self.kind {
            TileKind::Entries => 0,
            TileKind::Hashes(level) => level,
        };
        self.range().end <= hashes_at(level, size)
    }
}

/// All tiles of hashes that a tree of `new` leaves has and one of `old` leaves had not: first the
/// full ones, then the partial ones at the right edge.
pub fn tiles_of(old: u64, new: u64) -> Vec<TilePath> {
    let mut full = Vec::new();
    let mut partial = Vec::new();
    for level in (0..8).take_while(|level| hashes_at(*level, new) > 0) {
        let (before, after) = (hashes_at(level, old), hashes_at(level, new));
        let indices = before / TILE_WIDTH..after / TILE_WIDTH;
        full.extend(indices.map(|index| TilePath::full(level, index)));
        let width = (after % TILE_WIDTH) as u16;
        if width > 0 && after > before {
            partial.push(TilePath { width, ..TilePath::full(level, after / TILE_WIDTH) });
        }
    }
    full.extend(partial);
    full
}

/// Hashes at a tile level in a tree of `size` leaves.
fn hashes_at(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * TILE_HEIGHT).unwrap_or(0)
}

impl fmt::Display for TilePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Entries => out.write_str("tile/entries")?,
            TileKind::Hashes(level) => write!(out, "tile/{level}")?,
        }
        let mut groups = vec![format!("/{:03}", self.index % 1000)];
        let mut rest = self.index / 1000;
        while rest > 0 {
            groups.push(format!("/x{:03}", rest % 1000));
            rest /= 1000;
        }
        groups.iter().rev().try_for_each(|group| out.write_str(group))?;
        if self.is_full() { Ok(()) } else { write!(out, ".p/{}", self.width) }
    }
}

impl FromStr for TilePath {
    type Err = TilePathError;

    fn from_str(text: &str) -> Result<TilePath, TilePathError> {
        parse(text).ok_or_else(|| TilePathError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<TilePath> {
    let (level, rest) = text.strip_prefix("tile/")?.split_once('/')?;
    let kind = match level {
        "entries" => TileKind::Entries,
        _ => TileKind::Hashes(u8::try_from(decimal(level)?).ok().filter(|level| *level < 64)?),
    };
    let (groups, width) = match rest.split_once(".p/") {
        Some((groups, width)) => {
            let width = u16::try_from(decimal(width)?).ok()?;
            (groups, Some(width).filter(|width| (1..256).contains(width))?)
        }
        None => (rest, TILE_WIDTH as u16),
    };
    let path = TilePath { kind, index: index_of(groups)?, width };
    // One address for each tile: a group of zeroes in front would be a second one.
    (path.to_string() == text).then_some(path)
}

fn index_of(groups: &str) -> Option<u64> {
    let mut groups = groups.split('/').rev();
    let last = group_value(groups.next()?)?;
    let mut unit = 1000u64;
    groups.try_fold(last, |index, group| {
        let more = group_value(group.strip_prefix('x')?)?.checked_mul(unit)?;
        unit = unit.saturating_mul(1000);
        // A tile's hashes must be countable in 64 bits.
        index.checked_add(more).filter(|index| *index < u64::MAX / TILE_WIDTH)
    })
}

fn group_value(group: &str) -> Option<u64> {
    let is_group = group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    is_group.then(|| group.parse().ok()).flatten()
}
