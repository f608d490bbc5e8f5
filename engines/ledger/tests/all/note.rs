//! Keys and signatures in the spellings of C2SP, with its own examples.

use ledger::checkpoint::{Checkpoint, CheckpointError};
use ledger::note::{KeyError, KeyKind, Note, NoteError, SignerKey, VerifierKey};
use ledger::proof::LogProof;
use ledger::tree::root_of;

use crate::log::{ORIGIN, Rows, court, key, log_key, signed};

/// Source: C2SP signed-note, "Example".
const EXAMPLE_KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const EXAMPLE: &str =
    "This is an example message.\n\n\u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

#[test]
fn the_specifications_example_verifies() {
    let key: VerifierKey = EXAMPLE_KEY.parse().unwrap();
    assert_eq!(key.to_string(), EXAMPLE_KEY);
    let note = Note::parse(EXAMPLE).unwrap();
    assert_eq!(note.text, "This is an example message.\n");
    assert_eq!(note.to_string(), EXAMPLE);
    assert_eq!(note.verify(&[key]).unwrap().len(), 1);
}

#[test]
fn a_false_signature_of_a_known_key_spoils_the_note() {
    let (log, court) = (log_key(), court());
    let text = "a\nb\n".to_owned();
    let note = |signatures| Note { text: text.clone(), signatures };
    let mut false_one = log.sign(&text);
    false_one.bytes[3] ^= 1;
    let keys = [log.verifier(), court.verifier()];
    let cosigned = court.cosign(&text, 1_795_000_000).unwrap();

    let spoiled = note(vec![cosigned.clone(), false_one.clone()]).verify(&keys);
    assert_eq!(spoiled, Err(NoteError::FalseSignature(ORIGIN.into())));
    let twice = note(vec![log.sign(&text), false_one.clone()]).verify(&keys);
    assert_eq!(twice, Err(NoteError::FalseSignature(ORIGIN.into())));
    // To one who does not know the key, the line is nothing.
    let stranger = note(vec![cosigned, false_one]).verify(&keys[1..]).unwrap();
    assert_eq!(stranger[0].at, Some(1_795_000_000));
    let nobody = note(vec![log.sign(&text)]).verify(&keys[1..]);
    assert_eq!(nobody, Err(NoteError::NoKnownSignature));
}

#[test]
fn a_cosignature_is_bound_to_its_time_and_kind() {
    let court = court();
    let text = signed(&Rows::numbered(3).leaves, 3).text;
    let mut line = court.cosign(&text, 1_795_000_000).unwrap();
    line.bytes[7] ^= 1;
    let note = Note { text: text.clone(), signatures: vec![line] };
    assert!(matches!(note.verify(&[court.verifier()]), Err(NoteError::FalseSignature(_))));
    assert!(matches!(court.cosign(&text, 0), Err(KeyError::CannotCosign)));
    assert!(matches!(log_key().cosign(&text, 1), Err(KeyError::CannotCosign)));
    let as_log = key(court.name(), KeyKind::Log, 8);
    assert_ne!(as_log.verifier().id(), court.verifier().id());
}

#[test]
fn one_key_under_two_names_counts_once() {
    let text = signed(&Rows::numbered(3).leaves, 3).text;
    let (one, other) = (key("w/1", KeyKind::Witness, 9), key("w/2", KeyKind::Witness, 9));
    let lines = vec![one.cosign(&text, 5).unwrap(), other.cosign(&text, 5).unwrap()];
    let signed = Note { text, signatures: lines }.verify(&[one.verifier(), other.verifier()]).unwrap();
    assert_eq!(signed.len(), 1);
}

#[test]
fn key_files_are_read_back_and_never_printed() {
    let court = court();
    let text = court.to_secret_text();
    assert!(text.starts_with("PRIVATE+KEY+witness.court.example/w1+"));
    let again = SignerKey::from_secret_text(&format!("{}\n", *text)).unwrap();
    assert_eq!(again.verifier(), court.verifier());
    assert!(!format!("{again:?}").contains(text.rsplit('+').next().unwrap()));
    assert!(SignerKey::from_secret_text(&court.verifier().to_string()).is_err());
    let renamed = text.replace("w1", "w2");
    assert_eq!(SignerKey::from_secret_text(&renamed).unwrap_err(), KeyError::OtherId);
}

#[test]
fn unsound_keys_are_refused() {
    for name in ["", "a b", "a+b", "a\u{00a0}b", "a\nb"] {
        assert_eq!(SignerKey::from_entropy(name, KeyKind::Log, &[1; 32]).unwrap_err(), KeyError::BadName);
    }
    // The point of small order 1: under it anybody signs anything.
    let weak = "weak+00000000+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assert_eq!(weak.parse::<VerifierKey>(), Err(KeyError::BadBytes));
    let other_id = EXAMPLE_KEY.replace("530d903a", "530d903b");
    assert_eq!(other_id.parse::<VerifierKey>(), Err(KeyError::OtherId));
    let post_quantum = "w+00000000+BgAA";
    assert_eq!(post_quantum.parse::<VerifierKey>(), Err(KeyError::UnknownKind(6)));
    for broken in ["", "name", "name+530d903a", "name+53+AQ==", "name+530d903a+***"] {
        assert!(broken.parse::<VerifierKey>().is_err(), "{broken}");
    }
}

#[test]
fn broken_notes_are_refused() {
    let line = EXAMPLE.split_once("\n\n").unwrap().1;
    for broken in [
        "",
        "text\n",
        "text\n\n",
        "text\n\nno signature\n",
        "te\u{7}xt\n\n\u{2014} a AAAAAA==\n",
        "text\n\n\u{2014} a AAAAAB==\n",
        "text\n\n\u{2014} a\n",
        "text\n\n\u{2014} a AAA=\n",
    ] {
        assert!(Note::parse(broken).is_err(), "{broken:?}");
    }
    let unended = EXAMPLE.strip_suffix('\n').unwrap();
    assert!(Note::parse(unended).is_err());
    let sixteen = format!("text\n\n{}", line.repeat(16));
    assert_eq!(Note::parse(&sixteen).unwrap().signatures.len(), 16);
    let seventeen = format!("text\n\n{}", line.repeat(17));
    assert_eq!(Note::parse(&seventeen), Err(NoteError::TooManySignatures(17)));
}

#[test]
fn checkpoints_are_three_lines_by_the_key_of_that_name() {
    let rows = Rows::numbered(3);
    let note = signed(&rows.leaves, 3);
    let (checkpoint, cosigned) = Checkpoint::open(&note, &log_key().verifier(), &[]).unwrap();
    assert_eq!((checkpoint.size, checkpoint.root), (3, root_of(&rows.leaves)));
    assert!(cosigned.is_empty());
    let other = key("logs.dpp.example/tehama/2", KeyKind::Log, 7);
    assert!(matches!(checkpoint.sign(&other), Err(CheckpointError::OtherLog { .. })));
    assert!(matches!(Checkpoint::open(&note, &other.verifier(), &[]), Err(CheckpointError::OtherLog { .. })));
    let text = checkpoint.to_text();
    for broken in [
        text.replace("\n3\n", "\n03\n"),
        text.replace("\n3\n", "\n+3\n"),
        text.replace("\n3\n", "\n\n"),
        format!("{text}extension\n"),
        text.replace('=', ""),
        text.replace(ORIGIN, ""),
        text.trim_end().into(),
    ] {
        assert!(Checkpoint::from_text(&broken).is_err(), "{broken:?}");
    }
}

#[test]
fn a_proof_file_proves_one_leaf_and_no_other() {
    let rows = Rows::numbered(300);
    let cache = ledger::tiles::TileCache::in_memory();
    let view = ledger::tiles::View::new(&rows, &cache).unwrap();
    let mut checkpoint = signed(&rows.leaves, 300);
    checkpoint.signatures.push(court().cosign(&checkpoint.text, 1_795_000_000).unwrap());
    let mut proof = LogProof { extra: None, index: 77, path: view.inclusion(77, 300).unwrap(), checkpoint };
    for extra in [None, Some(b"salts".to_vec()), Some(vec![])] {
        proof.extra = extra;
        assert_eq!(proof.to_string().parse(), Ok(proof.clone()));
    }
    let check = |leaf: usize| proof.check(&rows.leaves[leaf], &log_key().verifier(), &[court().verifier()]);
    let (checkpoint, cosigned) = check(77).unwrap();
    assert_eq!((checkpoint.size, cosigned[0].at), (300, Some(1_795_000_000)));
    assert!(check(78).is_err());
    let text = proof.to_string();
    for broken in [
        text.replace("@v1", "@v2"),
        text.replace("index 77", "index 077"),
        text.replace("index 77", "extra AA\nindex 77"),
        text.replace("index 77\n", ""),
        text.replacen("\n\n", "\nAAAA\n\n", 1),
    ] {
        assert!(broken.parse::<LogProof>().is_err(), "{broken}");
    }
}
