//! The office that hands out extracts: made by the ledger, which the verifier does not know.

use std::ops::Range;

use ledger::Hash;
use ledger::checkpoint::Checkpoint;
use ledger::extract::{Asked, Extract};
use ledger::leaf::{Entry, Item, commit, parts};
use ledger::note::{KeyKind, Note, SignerKey};
use ledger::tiles::{LeafSource, TileCache, View};
use ledger::tree::{SourceError, root_of};

pub const ORIGIN: &str = "logs.dpp.example/tehama/1";

struct Rows(Vec<Hash>);

impl LeafSource for Rows {
    fn size(&self) -> Result<u64, SourceError> {
        Ok(self.0.len() as u64)
    }

    fn hashes(&self, range: Range<u64>) -> Result<Vec<Hash>, SourceError> {
        Ok(self.0[range.start as usize..range.end as usize].to_vec())
    }
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

pub fn auditor() -> SignerKey {
    key("witness.auditor.example/w1", KeyKind::Witness, 9)
}

/// Change number `seq`, with the name of who made it withheld.
fn asked(seq: u64) -> Asked {
    let nonce = (seq as u128 * 0x9e37_79b9_7f4a_7c15).to_be_bytes();
    let item = |tag: &str, value: &[u8]| Item { tag: tag.to_owned(), value: value.to_vec() };
    let items = vec![
        item("who", "Asha Juma Omar".as_bytes()),
        item("kind", b"request.open"),
        item("subject", format!("Printa ya chumba {seq} \u{1b}[2J haichapi").as_bytes()),
        item("photo", &[0xff, 0xd8, 0xff, seq as u8]),
    ];
    let mut parts = parts(&nonce, &items).unwrap();
    parts[0] = parts[0].withheld();
    let at_us = 1_795_000_000_000_000 + seq as i64;
    let commitment = commit(&nonce, &items).unwrap();
    Asked { index: seq, entry: Entry { version: 1, source: 1, seq, at_us, commitment }, parts }
}

/// What the log `key` signs over 300 changes, cosigned by the court.
pub fn extract_of(key: &SignerKey, indices: &[u64]) -> Extract {
    let leaves: Vec<Hash> = (0..300).map(|seq| asked(seq).entry.leaf_hash()).collect();
    let checkpoint = Checkpoint { origin: key.name().into(), size: 300, root: root_of(&leaves) };
    let mut note: Note = checkpoint.sign(key).unwrap();
    note.signatures.push(court().cosign(&note.text, 1_795_000_600).unwrap());
    let asked: Vec<Asked> = indices.iter().map(|index| asked(*index)).collect();
    let cache = TileCache::in_memory();
    let rows = Rows(leaves);
    let view = View::new(&rows, &cache).unwrap();
    let witnesses = [court().verifier()];
    let question = "Nani alifungua ombi 42?";
    Extract::build(question, &note, &key.verifier(), &witnesses, &asked, &view).unwrap()
}

pub fn extract() -> Extract {
    extract_of(&log_key(), &[0, 42, 299])
}
