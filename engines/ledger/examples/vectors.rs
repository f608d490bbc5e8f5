//! Prints what the ledger computes, as JSON, for `tests/oracle.py` to compare with another
//! implementation: `cargo run -p ledger --example vectors > vectors.json`.

use std::ops::Range;

use ledger::checkpoint::Checkpoint;
use ledger::extract::{Asked, Extract};
use ledger::leaf::{ENTRY_VERSION, Entry, Item, commit, parts};
use ledger::note::{KeyKind, SignerKey};
use ledger::tiles::{LeafSource, TileCache, View, tiles_of};
use ledger::tree::SourceError;
use ledger::{Hash, leaf_hash};
use serde_json::{Value, json};

const ORIGIN: &str = "logs.office.example/vectors";
const PROOFS_TO: u64 = 300;
const TILES_TO: u64 = 66_000;

struct Rows(Vec<Hash>);

impl LeafSource for Rows {
    fn size(&self) -> Result<u64, SourceError> {
        Ok(self.0.len() as u64)
    }

    fn hashes(&self, range: Range<u64>) -> Result<Vec<Hash>, SourceError> {
        Ok(self.0[range.start as usize..range.end as usize].to_vec())
    }
}

fn main() -> Result<(), SourceError> {
    // Record number n is n as eight big-endian bytes.
    let rows = Rows((0..TILES_TO).map(|number| leaf_hash(&number.to_be_bytes())).collect());
    let cache = TileCache::in_memory();
    let view = View::new(&rows, &cache)?;
    let vectors = json!({
        "roots": roots(&view)?,
        "inclusion": inclusions(&view)?,
        "consistency": consistencies(&view)?,
        "tiles_size": TILES_TO,
        "tiles": tiles(&view)?,
        "changes": changes()?,
        "extract": extract()?,
    });
    println!("{vectors}");
    Ok(())
}

fn roots(view: &View) -> Result<Vec<Value>, SourceError> {
    let sizes = (0..=PROOFS_TO).chain([4096, 65_535, 65_536, 65_537, TILES_TO]);
    sizes.map(|size| Ok(json!({ "size": size, "root": hex(&view.root_at(size)?) }))).collect()
}

fn inclusions(view: &View) -> Result<Vec<Value>, SourceError> {
    let mut found = Vec::new();
    for size in 1..=PROOFS_TO {
        for index in [0, size / 3, size / 2, size - 1] {
            let path = hexes(&view.inclusion(index, size)?);
            found.push(json!({ "index": index, "size": size, "path": path }));
        }
    }
    Ok(found)
}

fn consistencies(view: &View) -> Result<Vec<Value>, SourceError> {
    let mut found = Vec::new();
    for new in 1..=PROOFS_TO {
        for old in [0, new / 3, new / 2, new - 1, new] {
            let path = hexes(&view.consistency(old, new)?);
            found.push(json!({ "old": old, "new": new, "path": path }));
        }
    }
    Ok(found)
}

fn tiles(view: &View) -> Result<Vec<Value>, SourceError> {
    let tile = |path| -> Result<Value, SourceError> {
        let bytes = view.tile(&path)?;
        Ok(json!({ "path": path.to_string(), "hex": hex(&bytes) }))
    };
    tiles_of(0, TILES_TO).into_iter().map(tile).collect()
}

fn change(seq: u64) -> ([u8; 16], Vec<Item>) {
    let nonce = (u128::from(seq) * 0x0123_4567_89ab_cdef_0123).to_be_bytes();
    let item = |tag: &str, value: &[u8]| Item { tag: tag.to_owned(), value: value.to_vec() };
    let subject = format!("Ombi namba {seq}: printa haichapi");
    let photo = [0xff, 0xd8, seq as u8];
    (nonce, vec![item("kind", b"request.open"), item("subject", subject.as_bytes()), item("photo", &photo), item("note", b"")])
}

fn asked(seq: u64) -> Result<Asked, SourceError> {
    let (nonce, items) = change(seq);
    let (at_us, commitment) = (1_795_000_000_000_000 + seq as i64, commit(&nonce, &items)?);
    let entry = Entry { version: ENTRY_VERSION, source: 1, seq, at_us, commitment };
    Ok(Asked { index: seq, entry, parts: parts(&nonce, &items)? })
}

fn changes() -> Result<Vec<Value>, SourceError> {
    let of = |seq| -> Result<Value, SourceError> {
        let (nonce, items) = change(seq);
        let items = items.iter().map(|item| json!([item.tag, hex(&item.value)]));
        let entry = asked(seq)?.entry;
        Ok(json!({
            "nonce": hex(&nonce),
            "items": items.collect::<Vec<_>>(),
            "entry": hex(&entry.to_bytes()),
            "leaf": hex(&entry.leaf_hash()),
        }))
    };
    (0..20).map(of).collect()
}

/// An extract of two changes, one with a part withheld, signed and cosigned.
fn extract() -> Result<Value, SourceError> {
    let leaves = (0..300).map(|seq| Ok(asked(seq)?.entry.leaf_hash()));
    let rows = Rows(leaves.collect::<Result<_, SourceError>>()?);
    let cache = TileCache::in_memory();
    let view = View::new(&rows, &cache)?;
    let log = SignerKey::from_entropy(ORIGIN, KeyKind::Log, &[5; 32])?;
    let witness = SignerKey::from_entropy("witness.court.example/w1", KeyKind::Witness, &[6; 32])?;
    let checkpoint = Checkpoint { origin: ORIGIN.into(), size: view.size(), root: view.root()? };
    let mut note = checkpoint.sign(&log)?;
    note.signatures.push(witness.cosign(&note.text, 1_795_000_600)?);
    let mut second = asked(299)?;
    second.parts[1] = second.parts[1].withheld();
    let keys = (log.verifier(), [witness.verifier()]);
    let extract = Extract::build("Maombi mawili", &note, &keys.0, &keys.1, &[asked(42)?, second], &view)?;
    Ok(serde_json::to_value(extract)?)
}

fn hexes(hashes: &[Hash]) -> Vec<String> {
    hashes.iter().map(|hash| hex(hash)).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
