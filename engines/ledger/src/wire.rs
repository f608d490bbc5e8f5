//! The spellings that all C2SP texts share: strict Base64 and decimals without leading zeroes.
//! Only one spelling of a value is accepted, so that two different texts never mean the same thing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::Hash;

pub(crate) fn to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Standard alphabet, padded, without stray trailing bits; anything else is `None`.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

pub(crate) fn hash_from_base64(text: &str) -> Option<Hash> {
    from_base64(text)?.try_into().ok()
}

/// An ASCII decimal; `0` is the only one that may begin with a zero.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let canonical = text == "0" || !text.starts_with('0');
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (canonical && digits).then(|| text.parse().ok()).flatten()
}
