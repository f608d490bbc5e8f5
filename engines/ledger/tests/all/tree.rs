//! The tree against the certificate-transparency vectors and against another implementation.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ledger::tiles::{TileCache, View};
use ledger::tree::{Frontier, Nodes, ProofError, TreeError, check_consistency, check_inclusion, consistency, inclusion, root, root_of};
use ledger::{Hash, leaf_hash};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

use crate::log::{Rows, hex};

/// The leaves and roots of certificate-transparency's merkle_tree_test.
const LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const A: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

/// Complete subtrees straight from a list of leaf hashes.
struct List<'leaves>(&'leaves [Hash]);

impl Nodes for List<'_> {
    fn node(&self, level: u32, index: u64) -> Result<Hash, TreeError> {
        let width = 1usize << level;
        Ok(root_of(&self.0[index as usize * width..(index as usize + 1) * width]))
    }
}

fn classical() -> Vec<Hash> {
    LEAVES.iter().map(|leaf| leaf_hash(leaf)).collect()
}

fn hashes(list: &[&str]) -> Vec<Hash> {
    list.iter().map(|hash| hex(hash)).collect()
}

#[test]
fn the_classical_roots_come_out_three_ways() {
    let leaves = classical();
    let mut edge = Frontier::new();
    for size in 0..=8 {
        assert_eq!(root_of(&leaves[..size]), hex(ROOTS[size]), "by definition, {size}");
        assert_eq!(root(&List(&leaves), size as u64).unwrap(), hex(ROOTS[size]), "nodes, {size}");
        assert_eq!(edge.root(), hex(ROOTS[size]), "edge, {size}");
        if size < 8 {
            edge.push(leaves[size]);
        }
    }
}

#[test]
fn the_classical_inclusion_proofs_come_out() {
    let leaves = classical();
    let known: [(u64, u64, &[&str]); 5] = [(0, 1, &[]), (0, 8, &[A, B, C]), (5, 8, &[D, E, ROOTS[4]]), (2, 3, &[ROOTS[2]]), (1, 5, &[ROOTS[1], B, D])];
    for (index, size, path) in known {
        let path = hashes(path);
        assert_eq!(inclusion(&List(&leaves), index, size).unwrap(), path, "{index} of {size}");
        let root = hex(ROOTS[size as usize]);
        assert_eq!(check_inclusion(&leaves[index as usize], index, size, &path, &root), Ok(()));
    }
}

#[test]
fn the_classical_consistency_proofs_come_out() {
    let leaves = classical();
    let known: [(u64, u64, &[&str]); 4] = [(1, 1, &[]), (1, 8, &[A, B, C]), (6, 8, &[F, E, ROOTS[4]]), (2, 5, &[B, D])];
    for (old, new, path) in known {
        let path = hashes(path);
        assert_eq!(consistency(&List(&leaves), old, new).unwrap(), path, "{old} to {new}");
        let (old_root, new_root) = (hex(ROOTS[old as usize]), hex(ROOTS[new as usize]));
        assert_eq!(check_consistency(old, &old_root, new, &new_root, &path), Ok(()));
    }
}

#[test]
fn another_implementation_agrees_at_every_size_to_600() {
    let rows = Rows::numbered(600);
    let cache = TileCache::in_memory();
    let view = View::new(&rows, &cache).unwrap();
    let mut other = MemoryBackedTree::<Sha256, [u8; 8]>::new();
    for size in 1..=600u64 {
        other.push((size - 1).to_be_bytes());
        assert_eq!(view.root_at(size).unwrap()[..], other.root().as_bytes()[..]);
        for index in [0, size / 3, size / 2, size - 1] {
            let path = view.inclusion(index, size).unwrap();
            let others = other.prove_inclusion(index as usize);
            assert_eq!(path.as_flattened(), others.as_bytes(), "{index} of {size}");
        }
        for old in [1, size / 3, size / 2, size - 1].into_iter().filter(|old| (1..size).contains(old)) {
            let path = view.consistency(old, size).unwrap();
            let others = other.prove_consistency((size - old) as usize);
            assert_eq!(path.as_flattened(), others.as_bytes(), "{old} to {size}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn proofs_hold_and_altered_ones_do_not(size in 1u64..600, at in 0.0f64..1.0, flip: u8, byte in 0usize..32) {
        let leaves: Vec<Hash> = (0..size).map(|number| Sha256::digest(number.to_be_bytes()).into()).collect();
        let rows = Rows { leaves: leaves.clone(), ..Rows::default() };
        let cache = TileCache::in_memory();
        let view = View::new(&rows, &cache).unwrap();
        let new_root = root_of(&leaves);
        let index = (at * size as f64) as u64;
        let path = view.inclusion(index, size).unwrap();
        let leaf = leaves[index as usize];
        prop_assert_eq!(check_inclusion(&leaf, index, size, &path, &new_root), Ok(()));

        let old = index + 1;
        let old_root = root_of(&leaves[..old as usize]);
        let growth = view.consistency(old, size).unwrap();
        prop_assert_eq!(check_consistency(old, &old_root, size, &new_root, &growth), Ok(()));

        let flip = flip | 1;
        for at in 0..path.len() {
            let mut broken = path.clone();
            broken[at][byte] ^= flip;
            prop_assert_eq!(check_inclusion(&leaf, index, size, &broken, &new_root), Err(ProofError::OtherRoot));
        }
        for at in 0..growth.len() {
            let mut broken = growth.clone();
            broken[at][byte] ^= flip;
            prop_assert!(check_consistency(old, &old_root, size, &new_root, &broken).is_err());
        }
        let mut longer = path.clone();
        longer.push(leaf);
        prop_assert!(check_inclusion(&leaf, index, size, &longer, &new_root).is_err());
        if let Some((_, shorter)) = path.split_last() {
            prop_assert!(check_inclusion(&leaf, index, size, shorter, &new_root).is_err());
        }
        let mut other_leaf = leaf;
        other_leaf[byte] ^= flip;
        prop_assert_eq!(check_inclusion(&other_leaf, index, size, &path, &new_root), Err(ProofError::OtherRoot));
    }

    #[test]
    fn the_edge_survives_being_stored(size in 0u64..600) {
        let leaves: Vec<Hash> = (0..=size).map(|number| leaf_hash(&number.to_be_bytes())).collect();
        let mut edge = Frontier::at(&List(&leaves), size).unwrap();
        prop_assert_eq!(Frontier::from_bytes(&edge.to_bytes()).unwrap(), edge.clone());
        prop_assert!(Frontier::from_bytes(&edge.to_bytes()[1..]).is_err());
        edge.push(leaves[size as usize]);
        prop_assert_eq!(edge.root(), root_of(&leaves));
        prop_assert_eq!(edge.size(), size + 1);
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let leaves = classical();
    let list = List(&leaves);
    assert!(matches!(inclusion(&list, 8, 8), Err(TreeError::NoSuchLeaf { .. })));
    assert!(matches!(consistency(&list, 8, 7), Err(TreeError::Shrinks { .. })));
    let root = |size: usize| hex(ROOTS[size]);
    assert!(check_inclusion(&leaves[0], 8, 8, &[], &root(8)).is_err());
    let shrinks = check_consistency(8, &root(8), 7, &root(7), &[]);
    assert_eq!(shrinks, Err(ProofError::Shrinks { old: 8, new: 7 }));
    let rewritten = check_consistency(7, &root(7), 7, &root(6), &[]);
    assert_eq!(rewritten, Err(ProofError::OtherRoot));
    assert!(check_consistency(0, &root(0), 7, &root(7), &[root(1)]).is_err());
    assert!(check_consistency(0, &root(1), 7, &root(7), &[]).is_err());
    assert!(check_consistency(4, &root(4), 8, &root(8), &[]).is_err());
}

/// Two swapped leaves, a flipped one, a cut tail: the signed root is another.
#[test]
fn an_altered_log_has_another_root() {
    let sound = classical();
    for alter in [
        (|leaves: &mut Vec<Hash>| leaves.swap(2, 6)) as fn(&mut Vec<Hash>),
        |leaves| leaves[4][31] ^= 1,
        |leaves| leaves.truncate(7),
        |leaves| leaves.insert(3, [0; 32]),
    ] {
        let mut leaves = sound.clone();
        alter(&mut leaves);
        assert_ne!(root_of(&leaves), hex(ROOTS[8]));
    }
}
