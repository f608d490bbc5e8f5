//! Keys that sign, and the text of their files. The secret form stands outside the data folder and
//! every backup; it is made of entropy that the caller brings and never printed by `Debug`.

use std::fmt;

use ed25519_dalek::{Signer, SigningKey};
use zeroize::Zeroizing;

use super::Signature;
use super::key::{KeyError, KeyKind, VerifierKey, cosigned_message, is_name, split};
use crate::wire::to_base64;

const SECRET_PREFIX: &str = "PRIVATE+KEY+";

/// A key that signs.
pub struct SignerKey {
    name: String,
    kind: KeyKind,
    secret: SigningKey,
}

impl SignerKey {
    /// A new key from 32 bytes that nobody else knows.
    ///
    /// # Errors
    /// [`KeyError::BadName`]
    pub fn from_entropy(name: &str, kind: KeyKind, entropy: &[u8; 32]) -> Result<SignerKey, KeyError> {
        if !is_name(name) {
            return Err(KeyError::BadName);
        }
        Ok(SignerKey { name: name.to_owned(), kind, secret: SigningKey::from_bytes(entropy) })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public half, to be handed to everybody.
    pub fn verifier(&self) -> VerifierKey {
        VerifierKey { name: self.name.clone(), kind: self.kind, key: self.secret.verifying_key() }
    }

    /// The text of the key file: `PRIVATE+KEY+name+id+base64(kind, seed)`, wiped when dropped.
    /// Source: golang.org/x/mod/sumdb/note, whose files these are.
    pub fn to_secret_text(&self) -> Zeroizing<String> {
        let id = u32::from_be_bytes(self.verifier().id());
        let mut bytes = Zeroizing::new(vec![self.kind.byte()]);
        bytes.extend_from_slice(self.secret.as_bytes());
        let base64 = Zeroizing::new(to_base64(&bytes));
        Zeroizing::new(format!("{SECRET_PREFIX}{}+{id:08x}+{}", self.name, *base64))
    }

    /// Reads a key file; spaces and newlines around the key do not matter.
    ///
    /// # Errors
    /// [`KeyError`], as for public keys.
    pub fn from_secret_text(text: &str) -> Result<SignerKey, KeyError> {
        let rest = text.trim().strip_prefix(SECRET_PREFIX).ok_or(KeyError::Malformed)?;
        let (name, id, kind, seed) = split(rest)?;
        let seed = Zeroizing::new(seed);
        let key = SignerKey { name, kind, secret: SigningKey::from_bytes(&seed) };
        if key.verifier().id() == id { Ok(key) } else { Err(KeyError::OtherId) }
    }

    /// A log's signature over a text that ends in a newline.
    pub fn sign(&self, text: &str) -> Signature {
        self.signature(self.secret.sign(text.as_bytes()).to_bytes().to_vec())
    }

    /// A witness's cosignature over a checkpoint's text, `at` seconds since 1970.
    /// Source: C2SP tlog-cosignature v1, "Ed25519 signed message".
    ///
    /// # Errors
    /// [`KeyError::CannotCosign`]
    pub fn cosign(&self, text: &str, at: u64) -> Result<Signature, KeyError> {
        if self.kind != KeyKind::Witness || at == 0 || at > i64::MAX as u64 {
            return Err(KeyError::CannotCosign);
        }
        let signature = self.secret.sign(cosigned_message(text, at).as_bytes());
        Ok(self.signature([at.to_be_bytes().as_slice(), &signature.to_bytes()].concat()))
    }

    fn signature(&self, bytes: Vec<u8>) -> Signature {
        Signature { name: self.name.clone(), id: self.verifier().id(), bytes }
    }
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "SignerKey({})", self.verifier())
    }
}
