//! A small log in memory to test with: rows of leaf hashes as a database would hold them.

use std::cell::Cell;
use std::ops::Range;

use ledger::Hash;
use ledger::checkpoint::Checkpoint;
use ledger::leaf::{Entry, Item, Nonce, commit};
use ledger::note::{KeyKind, Note, SignerKey};
use ledger::tiles::LeafSource;
use ledger::tree::{SourceError, root_of};

pub const ORIGIN: &str = "logs.dpp.example/tehama/1";

/// Leaf rows; counts what is read from them.
#[derive(Default)]
pub struct Rows {
    pub leaves: Vec<Hash>,
    pub read: Cell<u64>,
}

impl Rows {
    /// `size` different leaves, the same every time.
    pub fn numbered(size: u64) -> Rows {
        let leaves = (0..size).map(|number| ledger::leaf_hash(&number.to_be_bytes()));
        Rows { leaves: leaves.collect(), read: Cell::new(0) }
    }
}

impl LeafSource for Rows {
    fn size(&self) -> Result<u64, SourceError> {
        Ok(self.leaves.len() as u64)
    }

    fn hashes(&self, range: Range<u64>) -> Result<Vec<Hash>, SourceError> {
        self.read.set(self.read.get() + range.end - range.start);
        Ok(self.leaves[range.start as usize..range.end as usize].to_vec())
    }
}

/// What Asha wrote as change number `seq`.
pub fn change(seq: u64) -> (Nonce, Vec<Item>, Entry) {
    let nonce = (seq as u128 * 0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let item = |tag: &str, value: &[u8]| Item { tag: tag.to_owned(), value: value.to_vec() };
    let items = vec![
        item("who", "Asha Juma Omar".as_bytes()),
        item("kind", b"request.open"),
        item("subject", format!("Printa ya chumba {seq} haichapi").as_bytes()),
        item("photo", &[0xff, 0xd8, 0xff, seq as u8]),
    ];
    let commitment = commit(&nonce, &items).unwrap();
    let at_us = 1_795_000_000_000_000 + seq as i64;
    (nonce, items, Entry { version: 1, source: 1, seq, at_us, commitment })
}

/// A log of such changes.
pub fn changes(size: u64) -> Rows {
    let leaves = (0..size).map(|seq| change(seq).2.leaf_hash());
    Rows { leaves: leaves.collect(), read: Cell::new(0) }
}

pub fn key(name: &str, kind: KeyKind, seed: u8) -> SignerKey {
    SignerKey::from_entropy(name, kind, &[seed; 32]).unwrap()
}

pub fn log_key() -> SignerKey {
    key(ORIGIN, KeyKind::Log, 7)
}

pub fn court() -> SignerKey {
    key("witness.court.example/w1", KeyKind::Witness, 8)
}

/// The signed checkpoint over the first `size` of these leaves.
pub fn signed(leaves: &[Hash], size: u64) -> Note {
    let root = root_of(&leaves[..size as usize]);
    Checkpoint { origin: ORIGIN.to_owned(), size, root }.sign(&log_key()).unwrap()
}

pub fn hex(hash: &str) -> Hash {
    std::array::from_fn(|at| u8::from_str_radix(&hash[2 * at..2 * at + 2], 16).unwrap())
}
