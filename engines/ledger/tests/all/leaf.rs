//! A commitment binds every byte of a change and tells nothing of it.

use ledger::leaf::{Entry, Item, LeafError, Part, commit, commitment_of_parts, parts};

use crate::log::{change, hex};

#[test]
fn the_framing_is_fixed_for_ever() {
    let items = [Item { tag: "who".into(), value: b"Asha".to_vec() }, Item { tag: "state".into(), value: b"open".to_vec() }];
    let commitment = commit(&[0x11; 16], &items).unwrap();
    // Computed with Python's hashlib from the framing in the module's text.
    assert_eq!(commitment, hex("1cadfbfa03fcff0ecc6994f1453d5a7862df419bce757396bc717ddba522cefc"));
    let entry = Entry { version: 1, source: 2, seq: 3, at_us: -4, commitment };
    assert_eq!(entry.leaf_hash(), hex("0cd12f5ff61ab0167f7962b108612d2e6fbaa3f0d665f07efb9e35e6925e4dab"));
    assert_eq!(Entry::from_bytes(&entry.to_bytes()), Ok(entry));
}

#[test]
fn withholding_and_erasing_leave_the_commitment_as_it_was() {
    let (nonce, items, entry) = change(5);
    let mut parts = parts(&nonce, &items).unwrap();
    assert_eq!(commitment_of_parts(&parts), entry.commitment);
    for at in 0..parts.len() {
        parts[at] = parts[at].withheld();
        assert_eq!(commitment_of_parts(&parts), entry.commitment);
    }
}

#[test]
fn every_change_of_a_part_is_seen() {
    let (nonce, items, entry) = change(5);
    let sound = parts(&nonce, &items).unwrap();
    let altered = |alter: &dyn Fn(&mut Vec<Part>)| {
        let mut parts = sound.clone();
        alter(&mut parts);
        assert_ne!(commitment_of_parts(&parts), entry.commitment);
    };
    altered(&|parts| parts.swap(0, 1));
    altered(&|parts| drop(parts.pop()));
    altered(&|parts| parts.push(parts[0].clone()));
    for at in 0..sound.len() {
        altered(&|parts| {
            let Part::Shown { value, .. } = &mut parts[at] else { unreachable!() };
            value[0] ^= 1;
        });
        altered(&|parts| {
            let Part::Shown { salt, .. } = &mut parts[at] else { unreachable!() };
            salt[15] ^= 1;
        });
        // The border between tag and value may not move.
        altered(&|parts| {
            let Part::Shown { tag, value, .. } = &mut parts[at] else { unreachable!() };
            value.insert(0, tag.pop().unwrap() as u8);
        });
    }
}

#[test]
fn equal_values_of_different_tags_and_changes_look_different() {
    let item = |tag: &str| Item { tag: tag.into(), value: b"siri".to_vec() };
    let parts_of = |nonce| parts(&nonce, &[item("a"), item("b")]).unwrap();
    let (one, other) = (parts_of([1; 16]), parts_of([2; 16]));
    let mut digests: Vec<_> = one.iter().chain(&other).map(Part::digest).collect();
    digests.sort();
    digests.dedup();
    assert_eq!(digests.len(), 4);
}

#[test]
fn a_tag_occurs_once() {
    let item = |tag: &str| Item { tag: tag.into(), value: vec![] };
    let repeated = [item("who"), item("state"), item("who")];
    assert_eq!(commit(&[0; 16], &repeated), Err(LeafError::RepeatedTag("who".into())));
    assert_eq!(parts(&[0; 16], &repeated), Err(LeafError::RepeatedTag("who".into())));
}

#[test]
fn other_records_are_refused() {
    let record = change(1).2.to_bytes();
    assert_eq!(Entry::from_bytes(&record[..55]), Err(LeafError::WrongLength(55)));
    let mut newer = record;
    newer[3] = 2;
    assert_eq!(Entry::from_bytes(&newer), Err(LeafError::UnknownVersion(2)));
}
