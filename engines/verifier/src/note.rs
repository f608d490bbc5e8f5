//! The signed checkpoint, from C2SP signed-note, tlog-checkpoint and tlog-cosignature: three lines
//! of text, and who signed them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, VerifyingKey};

use crate::hashes::{Hash, sha256};

const LOG: u8 = 0x01;
const WITNESS: u8 = 0x04;

pub(crate) fn base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Base64 of exactly this many bytes.
pub(crate) fn fixed<const BYTES: usize>(text: &str) -> Option<[u8; BYTES]> {
    base64(text)?.try_into().ok()
}

/// A public key with its name, `name+id+base64(kind, key)`.
#[derive(Clone, PartialEq)]
pub(crate) struct Key {
    pub name: String,
    id: [u8; 4],
    kind: u8,
    pub public: VerifyingKey,
}

impl Key {
    pub fn of_log(text: &str) -> Option<Key> {
        Key::read(text).filter(|key| key.kind == LOG)
    }

    pub fn of_witness(text: &str) -> Option<Key> {
        Key::read(text).filter(|key| key.kind == WITNESS)
    }

    fn read(text: &str) -> Option<Key> {
        let (name, rest) = text.split_once('+')?;
        let (id, key) = rest.split_once('+')?;
        let key = base64(key)?;
        let (kind, bytes) = key.split_first()?;
        let public = VerifyingKey::from_bytes(bytes.try_into().ok()?).ok()?;
        let hash = sha256(&[name.as_bytes(), b"\n", &key]);
        let expected: String = hash[..4].iter().map(|byte| format!("{byte:02x}")).collect();
        let sound = is_name(name) && id.eq_ignore_ascii_case(&expected) && !public.is_weak();
        let id = [hash[0], hash[1], hash[2], hash[3]];
        sound.then(|| Key { name: name.to_owned(), id, kind: *kind, public })
    }

    /// The signed bytes and, of a witness, the time in them.
    fn message(&self, text: &str, signature: &[u8]) -> Option<(Vec<u8>, [u8; 64], Option<u64>)> {
        if self.kind == LOG {
            return Some((text.as_bytes().to_vec(), signature.try_into().ok()?, None));
        }
        let (time, signature) = signature.split_first_chunk::<8>()?;
        let time = u64::from_be_bytes(*time);
        let message = format!("cosignature/v1\ntime {time}\n{text}").into_bytes();
        i64::try_from(time).ok()?;
        Some((message, signature.try_into().ok()?, Some(time)))
    }
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|sign| sign.is_whitespace() || sign.is_control())
}

/// What one key has to do with a note.
#[derive(Debug, PartialEq)]
pub(crate) enum Mark {
    Absent,
    False,
    /// with the time, of a witness
    True(Option<u64>),
}

pub(crate) struct Checkpoint {
    pub origin: String,
    pub size: u64,
    pub root: Hash,
    text: String,
    lines: Vec<(String, Vec<u8>)>,
}

impl Checkpoint {
    pub fn read(note: &str) -> Option<Checkpoint> {
        if note.chars().any(|sign| sign < ' ' && sign != '\n') {
            return None;
        }
        let blank = note.rfind("\n\n")?;
        let (text, signatures) = (&note[..=blank], note[blank + 2..].strip_suffix('\n')?);
        let lines: Option<Vec<_>> = signatures.split('\n').map(signature_line).collect();
        let lines = lines.filter(|lines| lines.len() <= 16)?;
        let [origin, size, root, ""] = text.split('\n').collect::<Vec<_>>()[..] else {
            return None;
        };
        // One spelling of a number: what it prints as.
        let number: u64 = size.parse().ok().filter(|number: &u64| number.to_string() == size)?;
        let root = fixed(root)?;
        let origin = Some(origin).filter(|origin| !origin.is_empty())?.to_owned();
        Some(Checkpoint { origin, size: number, root, text: text.to_owned(), lines })
    }

    /// A false signature beside a true one is still false.
    pub fn mark_of(&self, key: &Key) -> Mark {
        let own = |line: &&(String, Vec<u8>)| line.0 == key.name && line.1.starts_with(&key.id);
        let mut mark = Mark::Absent;
        for (_, bytes) in self.lines.iter().filter(own) {
            let Some((message, signature, time)) = key.message(&self.text, &bytes[4..]) else {
                return Mark::False;
            };
            if key.public.verify_strict(&message, &Signature::from_bytes(&signature)).is_err() {
                return Mark::False;
            }
            mark = Mark::True(time);
        }
        mark
    }
}

fn signature_line(line: &str) -> Option<(String, Vec<u8>)> {
    let (name, bytes) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    let bytes = base64(bytes).filter(|bytes| bytes.len() >= 4)?;
    is_name(name).then(|| (name.to_owned(), bytes))
}
