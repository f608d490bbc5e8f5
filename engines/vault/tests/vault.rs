//! A backup as the office meets it: sealed to a stick, checked each week,
//! opened on the bad day, by this program and by Debian's `age`.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use vault::{Identity, Manifest, Problem, Recipient, State, check_folder, folder_digest, open, open_folder, seal, seal_folder};

/// Longer than two of age's parts of 64 KiB.
fn long() -> Vec<u8> {
    (0..150_000u32).map(|at| (at % 251) as u8).collect()
}

fn sealed(bytes: &[u8], recipients: &[Recipient]) -> Vec<u8> {
    let mut target = Vec::new();
    seal(bytes, &mut target, recipients).expect("sealed");
    target
}

fn opened(bytes: &[u8], identity: &Identity) -> std::io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    open(bytes, identity).expect("the head is whole").read_to_end(&mut plain)?;
    Ok(plain)
}

/// An office's database and settings, sealed into a folder.
struct Backup {
    room: TempDir,
    identity: Identity,
    manifest: Manifest,
}

impl Backup {
    fn folder(&self) -> PathBuf {
        self.room.path().join("nakala")
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    fn open(&self) -> Result<Manifest, Problem> {
        open_folder(&self.folder(), &self.identity, &self.room.path().join("wazi"))
    }

    fn state_of(&self, name: &str) -> Option<State> {
        let findings = check_folder(&self.folder()).expect("checked");
        let found = findings.iter().find(|finding| finding.name == name);
        found.map(|finding| finding.state)
    }
}

fn backup() -> Backup {
    let room = TempDir::new().expect("a folder");
    let identity = Identity::generate();
    let entries = [("tehama.db", long()), ("tehama.toml", b"bandari = 8443\n".to_vec()), ("files/ab/cd", Vec::new())];
    let entries = entries.map(|(name, bytes)| {
        let source = room.path().join(name.replace('/', "-"));
        fs::write(&source, bytes).expect("written");
        (source, name.to_owned())
    });
    let into = room.path().join("nakala");
    let about = "Nakala rudufu ya Afisi / Backup of the office";
    let manifest = seal_folder(&entries, &into, &[identity.recipient()], about).expect("sealed");
    Backup { room, identity, manifest }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

#[test]
fn keys_have_the_text_forms_of_age_and_come_back_from_them() {
    let identity = Identity::generate();
    let secret = identity.reveal();
    assert!(secret.starts_with("AGE-SECRET-KEY-1"));
    let text = identity.recipient().to_string();
    assert!(text.starts_with("age1"));
    let again: Identity = format!(" {}\n", secret.as_str()).parse().expect("an identity");
    assert_eq!(again.recipient(), text.parse().expect("a recipient"));
    assert!(!format!("{identity:?}").contains("SECRET"));
    assert!(matches!(text.parse::<Identity>(), Err(Problem::Identity)));
    assert!(matches!(secret.parse::<Recipient>(), Err(Problem::Recipient)));
}

#[test]
fn two_people_may_open_and_a_third_may_not() {
    let (director, head, other) = (Identity::generate(), Identity::generate(), Identity::generate());
    for plain in [Vec::new(), b"siri".to_vec(), vec![7; 65_536], long()] {
        let bytes = sealed(&plain, &[director.recipient(), head.recipient()]);
        assert_eq!(opened(&bytes, &director).expect("opened"), plain);
        assert_eq!(opened(&bytes, &head).expect("opened"), plain);
        assert!(matches!(open(&bytes[..], &other), Err(Problem::WrongIdentity)));
    }
}

#[test]
fn nothing_is_sealed_to_nobody() {
    assert!(matches!(seal(&b"siri"[..], Vec::new(), &[]), Err(Problem::Nobody)));
}

#[test]
fn what_is_reported_of_a_sealed_stream_is_true() {
    let mut target = Vec::new();
    let identity = Identity::generate();
    let told = seal(&b"abc"[..], &mut target, &[identity.recipient()]).expect("sealed");
    assert_eq!(told.bytes, target.len() as u64);
    assert_eq!(told.plain_bytes, 3);
    // The test vector of FIPS 180-2 for "abc".
    assert_eq!(told.plain_sha256.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_ne!(told.sha256, told.plain_sha256);
}

#[test]
fn a_flipped_bit_anywhere_and_a_cut_anywhere_are_refused() {
    let identity = Identity::generate();
    let whole = sealed(&long(), &[identity.recipient()]);
    let refuses = |bytes: &[u8]| match open(bytes, &identity) {
        Ok(mut opened) => opened.read_to_end(&mut Vec::new()).is_err(),
        Err(_) => true,
    };
    assert!(!refuses(&whole), "the whole file opens");
    for at in (0..200).chain([whole.len() / 2, whole.len() - 1]) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1;
        assert!(refuses(&flipped), "byte {at} flipped");
    }
    let head = whole.len() - long().len() - 3 * 16;
    let part = 65_536 + 16;
    for left in [0, 1, 50, head, head + part, head + 2 * part, whole.len() - 1] {
        assert!(refuses(&whole[..left]), "cut to {left} bytes");
    }
    let mut longer = whole.clone();
    longer.push(0);
    assert!(refuses(&longer), "a byte added");
}

#[test]
fn a_backup_comes_back_as_it_was() {
    let backup = backup();
    assert_eq!(names(&backup.folder()), ["MANIFEST.json", "README.txt", "SHA256SUMS", "files", "tehama.db.age", "tehama.toml.age"]);
    let manifest = backup.open().expect("opened");
    assert_eq!(manifest, backup.manifest);
    let wazi = backup.room.path().join("wazi");
    assert_eq!(fs::read(wazi.join("tehama.db")).expect("read"), long());
    assert_eq!(fs::read(wazi.join("tehama.toml")).expect("read"), b"bandari = 8443\n");
    assert_eq!(fs::read(wazi.join("files/ab/cd")).expect("read"), b"");
    let readme = fs::read_to_string(backup.at("README.txt")).expect("read");
    assert!(readme.starts_with("Nakala rudufu ya Afisi"));
    assert!(readme.contains("sha256sum -c SHA256SUMS") && readme.contains("age -d -i"));
    let left = names(backup.room.path());
    assert!(left.iter().all(|name| !name.contains("unfinished")), "{left:?}");
}

#[test]
fn the_weekly_check_names_what_is_damaged_missing_and_extra() {
    let backup = backup();
    let all = check_folder(&backup.folder()).expect("checked");
    assert_eq!(all.len(), 5);
    assert!(all.iter().all(|finding| finding.state == State::Whole), "{all:?}");
    let before = folder_digest(&backup.folder()).expect("a digest");

    let mut bytes = fs::read(backup.at("tehama.db.age")).expect("read");
    bytes[70_000] ^= 1;
    fs::write(backup.at("tehama.db.age"), bytes).expect("written");
    fs::remove_file(backup.at("files/ab/cd.age")).expect("removed");
    fs::write(backup.at("files/ngeni"), "?").expect("written");
    assert_eq!(backup.state_of("tehama.db.age"), Some(State::Damaged));
    assert_eq!(backup.state_of("files/ab/cd.age"), Some(State::Missing));
    assert_eq!(backup.state_of("files/ngeni"), Some(State::Extra));
    assert_eq!(backup.state_of("tehama.toml.age"), Some(State::Whole));
    assert!(matches!(backup.open(), Err(Problem::Damaged { name }) if name == "tehama.db.age"));
    assert!(!backup.room.path().join("wazi").exists(), "nothing half opened is left");
    assert_eq!(folder_digest(&backup.folder()).expect("a digest"), before);
}

#[test]
fn a_line_taken_out_of_the_list_is_noticed() {
    let backup = backup();
    let sums = fs::read_to_string(backup.at("SHA256SUMS")).expect("read");
    let kept: String = sums.lines().filter(|line| !line.ends_with("tehama.db.age")).map(|line| format!("{line}\n")).collect();
    fs::write(backup.at("SHA256SUMS"), kept).expect("written");
    assert_eq!(backup.state_of("tehama.db.age"), Some(State::Extra));
    fs::remove_file(backup.at("tehama.db.age")).expect("removed");
    assert_eq!(backup.state_of("tehama.db.age"), Some(State::Missing));
    fs::write(backup.at("SHA256SUMS"), "si orodha\n").expect("written");
    assert!(matches!(check_folder(&backup.folder()), Err(Problem::Sums { line: 1, .. })));
}

#[test]
fn a_cut_file_a_wrong_key_and_a_full_place_are_refused() {
    let backup = backup();
    let stranger = Identity::generate();
    let wazi = backup.room.path().join("wazi");
    assert!(matches!(open_folder(&backup.folder(), &stranger, &wazi), Err(Problem::WrongIdentity)));
    fs::create_dir(&wazi).expect("made");
    fs::write(wazi.join("kitu"), "kipo").expect("written");
    assert!(matches!(backup.open(), Err(Problem::Exists { .. })));
    fs::remove_file(wazi.join("kitu")).expect("removed");
    backup.open().expect("an empty folder may be filled");
    fs::remove_dir_all(&wazi).expect("removed");
    for left in [0, 10, 300, 65_800] {
        let bytes = fs::read(backup.at("tehama.db.age")).expect("read");
        fs::write(backup.at("tehama.db.age"), &bytes[..left]).expect("written");
        assert!(matches!(backup.open(), Err(Problem::Damaged { .. })), "cut to {left}");
        fs::write(backup.at("tehama.db.age"), &bytes).expect("written");
    }
}

#[test]
fn another_file_sealed_to_the_same_key_does_not_pass() {
    let backup = backup();
    let other = sealed(b"bandari = 1\n", &[backup.identity.recipient()]);
    fs::write(backup.at("tehama.toml.age"), other).expect("written");
    assert!(matches!(backup.open(), Err(Problem::Differs { name }) if name == "tehama.toml"));
}

#[test]
fn names_that_lead_out_are_refused_on_both_ways() {
    let backup = backup();
    let source = backup.room.path().join("tehama.db");
    let seal_as = |name: &str| {
        let into = backup.room.path().join("jengine");
        let entries = [(source.clone(), name.to_owned())];
        seal_folder(&entries, &into, &[backup.identity.recipient()], "")
    };
    for name in ["", "/etc/passwd", "../nje", "a/../b", "a//b", "a/", ".", "c:\\x", "a\nb", ".siri", "a."] {
        assert!(matches!(seal_as(name), Err(Problem::Name { .. })), "{name:?}");
        let manifest = fs::read_to_string(backup.at("MANIFEST.json")).expect("read");
        let quoted = format!("{name:?}");
        let evil = manifest.replace("\"tehama.toml\"", &quoted);
        fs::write(backup.at("MANIFEST.json"), evil).expect("written");
        assert!(matches!(backup.open(), Err(Problem::Name { .. })), "{name:?}");
        fs::write(backup.at("MANIFEST.json"), manifest).expect("written");
    }
    for (one, two) in [("a", "A"), ("a", "a/b"), ("a", "a.age/b")] {
        let entries = [(source.clone(), one.to_owned()), (source.clone(), two.to_owned())];
        let into = backup.room.path().join("jengine");
        let refused = seal_folder(&entries, &into, &[backup.identity.recipient()], "");
        assert!(matches!(refused, Err(Problem::Twice { .. })), "{one} and {two}");
    }
    assert!(!backup.room.path().join("jengine").exists());
}

#[test]
fn a_failed_sealing_leaves_nothing_and_a_standing_folder_is_kept() {
    let backup = backup();
    let into = backup.room.path().join("jengine");
    let entries = [(backup.room.path().join("haipo"), "haipo".to_owned())];
    let refused = seal_folder(&entries, &into, &[backup.identity.recipient()], "");
    assert!(matches!(refused, Err(Problem::File { path, .. }) if path.ends_with("haipo")));
    let refused = seal_folder(&[], &backup.folder(), &[backup.identity.recipient()], "");
    assert!(matches!(refused, Err(Problem::Exists { .. })));
    let left = names(backup.room.path());
    assert!(!left.iter().any(|name| name.contains("jengine")), "{left:?}");
    // What a power cut left behind does not stand in the way.
    fs::create_dir_all(backup.room.path().join(".jengine.unfinished/mabaki")).expect("made");
    seal_folder(&[], &into, &[backup.identity.recipient()], "").expect("sealed");
    assert_eq!(names(&into), ["MANIFEST.json", "README.txt", "SHA256SUMS"]);
}

/// Runs a command of the system, or says that the test is skipped.
fn run(command: &mut Command, input: &[u8]) -> Option<Output> {
    let name = command.get_program().to_string_lossy().into_owned();
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut running) = started else {
        eprintln!("skipped: {name} is not installed");
        return None;
    };
    let mut stdin = running.stdin.take().expect("standard input is piped");
    let bytes = input.to_vec();
    let feed = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = running.wait_with_output().expect("the command ends");
    // A command that refuses its input may stop reading it.
    let _ = feed.join().expect("the feeder ends");
    Some(output)
}

#[test]
fn debians_age_and_sha256sum_open_and_check_a_backup_by_the_readme() {
    let backup = backup();
    let key = backup.room.path().join("ufunguo.txt");
    fs::write(&key, backup.identity.reveal().as_str()).expect("written");
    let sums = ["-c", "--quiet", "SHA256SUMS"];
    if let Some(output) = run(Command::new("sha256sum").args(sums).current_dir(backup.folder()), b"") {
        assert!(output.status.success(), "{output:?}");
    }
    let words = ["-d", "-i", "../ufunguo.txt", "tehama.db.age"];
    if let Some(output) = run(Command::new("age").args(words).current_dir(backup.folder()), b"") {
        assert!(output.status.success(), "{output:?}");
        assert_eq!(output.stdout, long());
    }
}

#[test]
fn what_debians_age_seals_is_opened_here() {
    let identity = Identity::generate();
    let recipient = identity.recipient().to_string();
    if let Some(output) = run(Command::new("age").args(["-r", &recipient]), &long()) {
        assert!(output.status.success(), "{output:?}");
        assert_eq!(opened(&output.stdout, &identity).expect("opened"), long());
    }
}
