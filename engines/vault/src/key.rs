//! The two halves of a key: the recipient one seals to, which may lie open, and
//! the identity that opens, which may not. Both have the text forms of age.

use std::fmt;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use zeroize::Zeroizing;

use crate::problem::Problem;

/// Whom a file is sealed to; public. Text form `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(pub(crate) age::x25519::Recipient);

/// What opens a sealed file; secret. Text form `AGE-SECRET-KEY-1…`.
///
/// It has no `Display`, so that it cannot slip into a log or an error.
pub struct Identity(pub(crate) age::x25519::Identity);

impl Identity {
    /// A new X25519 key from the system's source of chance.
    pub fn generate() -> Self {
        Identity(age::x25519::Identity::generate())
    }

    /// The public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// The secret as text, wiped from memory when dropped.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }
}

impl FromStr for Identity {
    type Err = Problem;

    /// Reads `AGE-SECRET-KEY-1…`; white space around it does not matter.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let key = text.trim().parse().map_err(|_| Problem::Identity)?;
        Ok(Identity(key))
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity(of {})", self.recipient())
    }
}

impl FromStr for Recipient {
    type Err = Problem;

    /// Reads `age1…`; white space around it does not matter.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let key = text.trim().parse().map_err(|_| Problem::Recipient)?;
        Ok(Recipient(key))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({self})")
    }
}
