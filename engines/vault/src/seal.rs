//! Seals one stream of bytes after age v1 (X25519, ChaCha20-Poly1305 in parts
//! of 64 KiB), so it never holds a file in memory.

use std::io::{self, Read, Write};

use age::{EncryptError, Encryptor};

use crate::digest::{Digest, Tally};
use crate::key::Recipient;
use crate::problem::Problem;

/// What was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// Size of the sealed file.
    pub bytes: u64,
    /// Hash of the sealed file: what `sha256sum` says of it.
    pub sha256: Digest,
    /// Size of what is inside.
    pub plain_bytes: u64,
    /// Hash of what is inside.
    pub plain_sha256: Digest,
}

/// Seals `source` into `target` for all `recipients`; any one of them opens it.
/// Format: age-encryption.org/v1. The caller syncs `target`.
///
/// # Errors
/// [`Problem::Nobody`] without a recipient, [`Problem::Stream`] when reading or
/// writing fails; `target` then holds nothing of use.
pub fn seal(source: impl Read, target: impl Write, recipients: &[Recipient]) -> Result<Sealed, Problem> {
    let keys = recipients.iter().map(|key| &key.0 as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(keys).map_err(|error| match error {
        EncryptError::Io(error) => Problem::Stream(error),
        _ => Problem::Nobody,
    })?;
    let mut sealed = Tally::new(target);
    let mut plain = Tally::new(source);
    let mut writer = encryptor.wrap_output(&mut sealed).map_err(Problem::Stream)?;
    io::copy(&mut plain, &mut writer).map_err(Problem::Stream)?;
    writer.finish().map_err(Problem::Stream)?;
    sealed.flush().map_err(Problem::Stream)?;
    let (bytes, sha256) = sealed.finish();
    let (plain_bytes, plain_sha256) = plain.finish();
    Ok(Sealed { bytes, sha256, plain_bytes, plain_sha256 })
}
