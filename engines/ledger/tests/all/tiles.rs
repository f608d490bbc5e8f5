//! Tiles are files that can be made again: any of them, any proof and any old root, from leaf rows.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fs;
use std::io;

use ledger::tiles::{FolderTiles, StoredTiles, TileCache, TileKind, TilePath, TileStore, View, entry_bundle, tiles_of};
use ledger::tree::{self, Frontier, TreeError, check_consistency, check_inclusion, root_of};

use crate::log::Rows;

#[test]
fn addresses_are_spelled_one_way() {
    let known = [
        ("tile/0/x001/x234/067", TilePath::full(0, 1_234_067)),
        ("tile/2/000", TilePath::full(2, 0)),
        ("tile/63/999", TilePath::full(63, 999)),
        ("tile/1/x001/000.p/17", TilePath { width: 17, ..TilePath::full(1, 1000) }),
        ("tile/entries/x039/062", TilePath { kind: TileKind::Entries, ..TilePath::full(0, 39_062) }),
    ];
    for (text, path) in known {
        assert_eq!(text.parse(), Ok(path));
        assert_eq!(path.to_string(), text);
    }
    for wrong in [
        "tile/64/000",
        "tile/00/000",
        "tile/0/0",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/x001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/",
        "tile/0/000/",
        "0/000",
        "tile/0/../000",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/-1/000",
        "tile/0/+12",
    ] {
        assert!(wrong.parse::<TilePath>().is_err(), "{wrong}");
    }
}

/// The example of C2SP tlog-tiles, "Partial Tiles".
#[test]
fn a_tree_of_70_000_has_the_tiles_of_the_specification() {
    let tiles = tiles_of(0, 70_000);
    let full = |level| {
        let of_level = |tile: &&TilePath| tile.kind == TileKind::Hashes(level) && tile.is_full();
        tiles.iter().filter(of_level).count()
    };
    assert_eq!([full(0), full(1), full(2)], [273, 1, 0]);
    let partial: Vec<String> = tiles.iter().filter(|tile| !tile.is_full()).map(TilePath::to_string).collect();
    assert_eq!(partial, ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"]);
    let later: Vec<String> = tiles_of(255, 256).iter().map(TilePath::to_string).collect();
    assert_eq!(later, ["tile/0/000", "tile/1/000.p/1"]);
}

#[test]
fn entry_bundles_prefix_each_record_with_its_length() {
    let bundle = entry_bundle([b"ab".as_slice(), b"cde"].into_iter());
    assert_eq!(bundle, b"\x00\x02ab\x00\x03cde");
}

#[test]
fn every_root_and_proof_comes_from_leaf_rows() {
    let rows = Rows::numbered(66_000);
    let cache = TileCache::in_memory();
    let view = View::new(&rows, &cache).unwrap();
    let root = root_of(&rows.leaves);
    assert_eq!(view.root().unwrap(), root);
    for size in [0, 1, 255, 256, 257, 511, 4096, 65_535, 65_536, 65_537, 66_000] {
        let old_root = root_of(&rows.leaves[..size as usize]);
        assert_eq!(view.root_at(size).unwrap(), old_root, "{size}");
        assert_eq!(Frontier::at(&view, size).unwrap().root(), old_root, "{size}");
        let growth = view.consistency(size, 66_000).unwrap();
        assert_eq!(check_consistency(size, &old_root, 66_000, &root, &growth), Ok(()), "{size}");
        let index = size.saturating_sub(1);
        let path = view.inclusion(index, 66_000).unwrap();
        let leaf = rows.leaves[index as usize];
        assert_eq!(check_inclusion(&leaf, index, 66_000, &path, &root), Ok(()), "{index}");
    }
    assert!(matches!(view.root_at(66_001), Err(TreeError::NotYet { .. })));
    assert!(matches!(view.inclusion(3, 66_001), Err(TreeError::NotYet { .. })));
}

#[test]
fn a_warm_proof_reads_three_leaf_tiles_at_most() {
    let mut rows = Rows::numbered(70_000);
    let cache = TileCache::in_memory();
    View::new(&rows, &cache).unwrap();
    for index in [0, 255, 256, 65_536, 69_999] {
        rows.read.set(0);
        let view = View::new(&rows, &cache).unwrap();
        view.inclusion(index, 70_000).unwrap();
        view.consistency(index + 1, 70_000).unwrap();
        assert!(rows.read.get() <= 3 * 256, "{} leaf rows for {index}", rows.read.get());
    }
    // Growing reads the new rows and no old ones but the open tile.
    rows.read.set(0);
    rows.leaves.extend(Rows::numbered(1000).leaves);
    View::new(&rows, &cache).unwrap();
    assert!(rows.read.get() <= 1256, "{}", rows.read.get());
}

#[test]
fn a_published_copy_proves_all_with_few_reads() {
    let folder = tempfile::tempdir().unwrap();
    let store = FolderTiles::new(folder.path());
    let (old, new) = (66_000, 70_000);
    let cache = TileCache::in_memory();
    let earlier = Rows::numbered(old);
    View::new(&earlier, &cache).unwrap().publish(0, &store).unwrap();
    let rows = Rows::numbered(new);
    View::new(&rows, &cache).unwrap().publish(old, &store).unwrap();

    let counted = Counted { store: &store, reads: Cell::new(0) };
    let copy = StoredTiles { tiles: &counted, size: new };
    let root = root_of(&rows.leaves);
    assert_eq!(tree::root(&copy, new).unwrap(), root);
    let growth = tree::consistency(&copy, old, new).unwrap();
    assert_eq!(check_consistency(old, &root_of(&earlier.leaves), new, &root, &growth), Ok(()));
    counted.reads.set(0);
    let path = tree::inclusion(&copy, 12_345, new).unwrap();
    assert_eq!(check_inclusion(&rows.leaves[12_345], 12_345, new, &path, &root), Ok(()));
    assert!(counted.reads.get() <= 40, "{}", counted.reads.get());

    // One flipped byte in the copy is one other root; a short file is named.
    let path = folder.path().join("tile/0/100");
    let mut bytes = fs::read(&path).unwrap();
    bytes[77] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let path_in_tile = tree::inclusion(&copy, 25_600, new).unwrap();
    assert!(check_inclusion(&rows.leaves[25_600], 25_600, new, &path_in_tile, &root).is_err());
    fs::write(&path, &bytes[1..]).unwrap();
    assert!(matches!(tree::inclusion(&copy, 25_600, new), Err(TreeError::BrokenTile(name)) if name == "tile/0/100"));
    fs::remove_file(&path).unwrap();
    assert!(matches!(tree::inclusion(&copy, 25_600, new), Err(TreeError::NoSuchTile(_))));
}

#[test]
fn served_tiles_are_the_published_ones_and_no_others() {
    let rows = Rows::numbered(700);
    let cache = TileCache::in_memory();
    let view = View::new(&rows, &cache).unwrap();
    let leaves = &rows.leaves;
    let tile = |text: &str| view.tile(&text.parse().unwrap());
    assert_eq!(tile("tile/0/001").unwrap(), leaves[256..512].as_flattened());
    assert_eq!(tile("tile/0/002.p/188").unwrap(), leaves[512..].as_flattened());
    assert_eq!(tile("tile/0/002.p/3").unwrap(), leaves[512..515].as_flattened());
    let upper = [root_of(&leaves[..256]), root_of(&leaves[256..512])];
    assert_eq!(tile("tile/1/000.p/2").unwrap(), upper.as_flattened());
    for missing in ["tile/0/002", "tile/0/002.p/189", "tile/0/003.p/1", "tile/1/000", "tile/2/000.p/1", "tile/9/000", "tile/entries/000"] {
        assert!(matches!(tile(missing), Err(TreeError::NoSuchTile(_))), "{missing}");
    }
}

#[test]
fn stored_upper_tiles_spare_the_leaf_rows_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let rows = Rows::numbered(70_000);
    let cached = || TileCache::over(Box::new(FolderTiles::new(folder.path())));
    let first = cached();
    let root = View::new(&rows, &first).unwrap().root().unwrap();
    assert!(folder.path().join("tile/1/000").exists());
    let left_over: BTreeSet<_> = fs::read_dir(folder.path().join("tile/1")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left_over.len(), 1, "no temporary file stays: {left_over:?}");

    rows.read.set(0);
    let second = cached();
    assert_eq!(View::new(&rows, &second).unwrap().root().unwrap(), root);
    assert!(rows.read.get() < 70_000 - 65_536 + 512, "{}", rows.read.get());
}

/// A store that counts its reads.
struct Counted<'store> {
    store: &'store FolderTiles,
    reads: Cell<u32>,
}

impl TileStore for Counted<'_> {
    fn read(&self, tile: &TilePath) -> io::Result<Option<Vec<u8>>> {
        self.reads.set(self.reads.get() + 1);
        self.store.read(tile)
    }

    fn write(&self, tile: &TilePath, bytes: &[u8]) -> io::Result<()> {
        self.store.write(tile, bytes)
    }
}
