//! The court witnesses the office's log: growth is cosigned, a fork or a set-back never.

use ledger::Hash;
use ledger::note::Note;
use ledger::tiles::{TileCache, View};
use ledger::tree::Frontier;
use ledger::witness::{Answer, AnswerError, FolderMemory, WatchedLog, WitnessAnswer, WitnessError, WitnessMemory, add_checkpoint, read_answer, request_body};
use tempfile::TempDir;

use crate::log::{ORIGIN, Rows, court, key, log_key, signed};

const NOW: u64 = 1_795_000_000;

/// The court's computer: a folder, and the office's log in its list.
struct Court {
    folder: TempDir,
}

impl Court {
    fn new() -> Court {
        Court { folder: tempfile::tempdir().unwrap() }
    }

    fn memory(&self) -> FolderMemory {
        FolderMemory::open(self.folder.path()).unwrap()
    }

    fn asked(&self, body: &str) -> Answer {
        let watched = [WatchedLog { origin: ORIGIN.into(), keys: vec![log_key().verifier()] }];
        add_checkpoint(&watched, &mut self.memory(), body.as_bytes(), NOW, &court()).unwrap()
    }

    fn knows(&self) -> u64 {
        self.memory().get(ORIGIN).unwrap().map_or(0, |seen| seen.size)
    }
}

/// What the office sends to show growth from `old` to `new`.
fn growth(leaves: &[Hash], old: u64, new: u64) -> (String, Note) {
    let rows = Rows { leaves: leaves.to_vec(), ..Rows::default() };
    let cache = TileCache::in_memory();
    let proof = View::new(&rows, &cache).unwrap().consistency(old, new).unwrap();
    let note = signed(leaves, new);
    (request_body(old, &proof, &note), note)
}

#[test]
fn growth_is_cosigned_remembered_and_shown_on() {
    let court_house = Court::new();
    let leaves = Rows::numbered(40).leaves;
    for (old, new) in [(0, 3), (3, 3), (3, 20), (20, 33), (33, 40)] {
        let (body, note) = growth(&leaves, old, new);
        let answer = court_house.asked(&body);
        assert_eq!(answer.status, 200, "{old} to {new}: {}", answer.body);
        let keys = [court().verifier()];
        let read = read_answer(answer.status, &answer.body, &note, &keys).unwrap();
        let WitnessAnswer::Cosigned(lines) = read else { panic!("no cosignature") };
        let mut cosigned = note.clone();
        cosigned.signatures.extend(lines);
        assert_eq!(cosigned.verify(&keys).unwrap()[0].at, Some(NOW));
        assert_eq!(court_house.knows(), new);
        let kept = court_house.memory().get(ORIGIN).unwrap().unwrap();
        assert_eq!(kept.note, cosigned.to_string());
        let file = court_house.folder.path().join(FolderMemory::name_of(ORIGIN));
        assert_eq!(std::fs::read_to_string(file).unwrap(), kept.note);
    }
}

#[test]
fn another_old_size_is_answered_with_the_known_one() {
    let court_house = Court::new();
    let leaves = Rows::numbered(40).leaves;
    court_house.asked(&growth(&leaves, 0, 20).0);
    for (old, new) in [(0, 20), (0, 40), (10, 40), (0, 10), (21, 40)] {
        let (body, note) = growth(&leaves, old, new);
        let answer = court_house.asked(&body);
        assert_eq!((answer.status, answer.content_type), (409, "text/x.tlog.size"));
        assert_eq!(answer.body, "20\n");
        let read = read_answer(409, &answer.body, &note, &[court().verifier()]);
        assert_eq!(read, Ok(WitnessAnswer::Knows(20)));
    }
    assert_eq!(court_house.knows(), 20);
}

/// Yesterday's database put back, then written on: the new branch has no proof from what the
/// court saw, whatever the office sends.
#[test]
fn a_fork_is_refused_and_forgets_nothing() {
    let court_house = Court::new();
    let leaves = Rows::numbered(40).leaves;
    court_house.asked(&growth(&leaves, 0, 20).0);
    let mut forked = leaves.clone();
    forked[15] = [1; 32];
    for new in [20, 21, 40] {
        let answer = court_house.asked(&growth(&forked, 20, new).0);
        assert_eq!(answer.status, 422, "{new}");
    }
    let (body, _) = growth(&leaves, 20, 33);
    let cut = body.replacen(body.lines().nth(1).unwrap(), "", 1).replacen("\n\n", "\n", 1);
    assert_eq!(court_house.asked(&cut).status, 422);
    assert_eq!(court_house.knows(), 20);
    assert_eq!(court_house.asked(&body).status, 200);
}

#[test]
fn only_the_logs_own_key_is_heard() {
    let court_house = Court::new();
    let leaves = Rows::numbered(5).leaves;
    let (body, note) = growth(&leaves, 0, 5);
    let (text, _) = body.split_once("\n\n").unwrap();
    let with = |signatures| format!("{text}\n\n{}", Note { text: note.text.clone(), signatures });

    let thief = key(ORIGIN, ledger::note::KeyKind::Log, 66);
    assert_eq!(court_house.asked(&with(vec![thief.sign(&note.text)])).status, 403);
    let mut spoiled = note.signatures[0].clone();
    spoiled.bytes[0] ^= 1;
    assert_eq!(court_house.asked(&with(vec![spoiled])).status, 403);
    assert_eq!(court_house.asked(&body.replace(ORIGIN, "logs.elsewhere.example")).status, 404);
    assert_eq!(court_house.knows(), 0);
    // Lines repeated to fill the note, and foreign ones, are not kept.
    let mut full = vec![note.signatures[0].clone(); 15];
    full.push(thief.sign(&note.text));
    assert_eq!(court_house.asked(&with(full)).status, 200);
    let kept = court_house.memory().get(ORIGIN).unwrap().unwrap();
    assert_eq!(Note::parse(&kept.note).unwrap().signatures.len(), 2);
}

#[test]
fn unreadable_requests_are_refused() {
    let court_house = Court::new();
    let leaves = Rows::numbered(5).leaves;
    let (body, note) = growth(&leaves, 0, 5);
    let hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
    for broken in [
        String::new(),
        "old 0\n".into(),
        body.replacen("old 0", "old 00", 1),
        body.replacen("old", "new", 1),
        body.replacen("old 0\n", "old 0\nAAAA\n", 1),
        body.replacen("old 0\n", &format!("old 6\n{}", hash.repeat(64)), 1),
        body.replacen("old 0", "old 6", 1),
        body.replacen("\n5\n", "\n05\n", 1),
        "x".repeat(70_000),
    ] {
        assert_eq!(court_house.asked(&broken).status, 400, "{broken:.60}");
    }
    assert_eq!(court_house.asked(&body.replacen("old 0\n", &format!("old 0\n{hash}"), 1)).status, 422);
    let mut empty = ledger::checkpoint::Checkpoint { origin: ORIGIN.into(), size: 0, root: [9; 32] };
    let of = |checkpoint: &ledger::checkpoint::Checkpoint| request_body(0, &[], &checkpoint.sign(&log_key()).unwrap());
    assert_eq!(court_house.asked(&of(&empty)).status, 422);
    empty.root = Frontier::new().root();
    assert_eq!(court_house.asked(&of(&empty)).status, 200);
    assert_eq!(court_house.asked(&request_body(0, &[], &note)).status, 200);
}

#[test]
fn a_broken_memory_stops_the_witness_and_two_never_share_one() {
    let court_house = Court::new();
    let leaves = Rows::numbered(5).leaves;
    let (body, _) = growth(&leaves, 0, 5);
    court_house.asked(&body);
    let held = court_house.memory();
    assert!(matches!(FolderMemory::open(court_house.folder.path()), Err(WitnessError::InUse)));
    drop(held);
    let file = court_house.folder.path().join(FolderMemory::name_of(ORIGIN));
    std::fs::write(file, "").unwrap();
    let watched = [WatchedLog { origin: ORIGIN.into(), keys: vec![log_key().verifier()] }];
    let answer = add_checkpoint(&watched, &mut court_house.memory(), body.as_bytes(), NOW, &court());
    assert!(matches!(answer, Err(WitnessError::BrokenMemory { .. })));
    let no_clock = add_checkpoint(&watched, &mut Court::new().memory(), body.as_bytes(), 0, &court());
    assert!(matches!(no_clock, Err(WitnessError::Key(_))));
}

#[test]
fn the_office_believes_no_stranger() {
    let note = signed(&Rows::numbered(5).leaves, 5);
    let keys = [court().verifier()];
    let stranger = key("witness.court.example/w1", ledger::note::KeyKind::Witness, 99);
    let line = |by: &ledger::note::SignerKey, text: &str| by.cosign(text, NOW).unwrap().to_string();
    let read = |body: &str| read_answer(200, body, &note, &keys);
    assert_eq!(read(&line(&stranger, &note.text)), Err(AnswerError::NoCosignature));
    assert!(matches!(read(&line(&court(), "other\n1\n\n")), Err(AnswerError::Note(_))));
    assert_eq!(read(""), Err(AnswerError::NoCosignature));
    let both = line(&stranger, &note.text) + &line(&court(), &note.text);
    assert!(matches!(read(&both), Ok(WitnessAnswer::Cosigned(lines)) if lines.len() == 1));
    assert_eq!(read_answer(409, "many\n", &note, &keys), Err(AnswerError::NoSize));
    assert!(matches!(read_answer(404, "no", &note, &keys), Err(AnswerError::Refused { .. })));
}
