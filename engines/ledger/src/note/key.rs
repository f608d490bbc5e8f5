//! Named Ed25519 public keys, their text form and the check of what they signed. Which of them are
//! to be trusted, and for what, is the caller's to know.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature as Ed25519, VerifyingKey};
use zeroize::Zeroizing;

use super::Signature;
use crate::hash::sha256;
use crate::wire::{from_base64, to_base64};

#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum KeyError {
    #[error("a key's name is not empty and has no space, no plus sign and no control characters")]
    BadName,
    #[error("a key looks like name+id+base64, a secret one begins with PRIVATE+KEY+")]
    Malformed,
    #[error("the key's id does not fit its name and bytes: it was copied wrongly")]
    OtherId,
    #[error("keys of kind {0:#04x} are not known here")]
    UnknownKind(u8),
    #[error("these are not the bytes of a sound Ed25519 key")]
    BadBytes,
    #[error("only a witness's key cosigns, and only at a time after 1970")]
    CannotCosign,
}

/// What a key's signatures say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// 0x01: "this text is mine"
    Log,
    /// 0x04: "at this time, this was the longest tree I saw, grown from all I saw before"
    Witness,
}

impl KeyKind {
    pub(super) fn byte(self) -> u8 {
        match self {
            KeyKind::Log => 0x01,
            KeyKind::Witness => 0x04,
        }
    }

    fn of(byte: u8) -> Result<KeyKind, KeyError> {
        match byte {
            0x01 => Ok(KeyKind::Log),
            0x04 => Ok(KeyKind::Witness),
            other => Err(KeyError::UnknownKind(other)),
        }
    }
}

/// A public key with its name. Text form: `name+8 hex digits+base64(kind, 32 bytes)`.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    pub(super) name: String,
    pub(super) kind: KeyKind,
    pub(super) key: VerifyingKey,
}

impl VerifierKey {
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// SHA-256(name || newline || kind || public key)[..4]. Source: C2SP signed-note.
    pub fn id(&self) -> [u8; 4] {
        let kind = [self.kind.byte()];
        let hash = sha256(&[self.name.as_bytes(), b"\n", &kind, self.key.as_bytes()]);
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// Does the line claim to be this key's? Whether it is, [`super::Note::verify`] says.
    pub fn made(&self, signature: &Signature) -> bool {
        self.name == signature.name && self.id() == signature.id
    }

    pub(super) fn is_same_key(&self, other: &VerifierKey) -> bool {
        self.kind == other.kind && self.key == other.key
    }

    /// `None`: false. `Some(None)`: true. `Some(Some(time))`: a true cosignature made then.
    pub(super) fn verify(&self, text: &str, bytes: &[u8]) -> Option<Option<u64>> {
        match self.kind {
            KeyKind::Log => self.verify_bytes(text.as_bytes(), bytes).then_some(None),
            KeyKind::Witness => {
                let (time, signature) = bytes.split_first_chunk::<8>()?;
                // C2SP tlog-cosignature: at most 2^63 - 1.
                let time = u64::from_be_bytes(*time);
                let sound = time <= i64::MAX as u64;
                let message = cosigned_message(text, time);
                (sound && self.verify_bytes(message.as_bytes(), signature)).then_some(Some(time))
            }
        }
    }

    /// The strict check, which also refuses keys under which anybody could forge.
    fn verify_bytes(&self, message: &[u8], signature: &[u8]) -> bool {
        let signature = Ed25519::from_slice(signature);
        signature.is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = u32::from_be_bytes(self.id());
        let bytes = [[self.kind.byte()].as_slice(), self.key.as_bytes()].concat();
        write!(out, "{}+{id:08x}+{}", self.name, to_base64(&bytes))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "VerifierKey({self})")
    }
}

impl FromStr for VerifierKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<VerifierKey, KeyError> {
        let (name, id, kind, bytes) = split(text)?;
        let key = VerifyingKey::from_bytes(&bytes).ok().filter(|key| !key.is_weak());
        let key = VerifierKey { name, kind, key: key.ok_or(KeyError::BadBytes)? };
        if key.id() == id { Ok(key) } else { Err(KeyError::OtherId) }
    }
}

/// Key names: not empty, no space of any alphabet, no plus, no control characters.
pub(super) fn is_name(name: &str) -> bool {
    let refused = |sign: char| sign.is_whitespace() || sign == '+' || sign.is_control();
    !name.is_empty() && !name.contains(refused)
}

pub(super) fn cosigned_message(text: &str, at: u64) -> String {
    format!("cosignature/v1\ntime {at}\n{text}")
}

/// `name+id+base64(kind, 32 bytes)`; the base64 may hold plus signs itself.
pub(super) fn split(text: &str) -> Result<(String, [u8; 4], KeyKind, [u8; 32]), KeyError> {
    let mut pieces = text.splitn(3, '+');
    let (Some(name), Some(id), Some(base64)) = (pieces.next(), pieces.next(), pieces.next()) else {
        return Err(KeyError::Malformed);
    };
    if !is_name(name) {
        return Err(KeyError::BadName);
    }
    let is_hex = id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = u32::from_str_radix(id, 16).ok().filter(|_| is_hex).ok_or(KeyError::Malformed)?;
    let bytes = Zeroizing::new(from_base64(base64).ok_or(KeyError::Malformed)?);
    let (kind, rest) = bytes.split_first().ok_or(KeyError::Malformed)?;
    let kind = KeyKind::of(*kind)?;
    let rest = rest.try_into().map_err(|_| KeyError::BadBytes)?;
    Ok((name.to_owned(), id.to_be_bytes(), kind, rest))
}
