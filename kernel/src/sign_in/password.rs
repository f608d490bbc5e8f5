//! Passwords: Argon2id over them, and which are taken. Length and a list of the worst decide; no rule asks for signs or for change by the calendar.

use crate::problem::{Problem, Result};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use std::sync::{Condvar, Mutex};
use subtle::ConstantTimeEq;

/// NIST SP 800-63B-4: at least fifteen signs when nothing else guards the account.
pub const MIN_SIGNS: usize = 15;
pub const MAX_BYTES: usize = 1_024;

const MEMORY_KIB: u32 = 65_536;
const PASSES: u32 = 3;
/// Hashes at once: two of 64 MiB are what a small machine can spare.
const AT_ONCE: u32 = 2;

/// Words no password may be made of alone, or with digits behind.
const WORST: &[&str] = &[
    "password",
    "nenosiri",
    "nywila",
    "karibu",
    "zanzibar",
    "unguja",
    "pemba",
    "tanzania",
    "123456",
    "12345678",
    "qwerty",
    "abc123",
    "admin",
    "letmein",
    "welcome",
    "mwendeshamashtaka",
    "mkurugenzi",
    "mashtaka",
    "tehama",
    "afisi",
    "serikali",
    "mapinduzi",
    "kompyuta",
    "habari",
    "jambo",
    "simba",
    "yanga",
    "bismillah",
    "alhamdulillah",
];

/// Refuses what is too short, too long, a word of the worst list repeated or numbered, or the person's own name.
pub fn acceptable(password: &str, name: &str) -> Result<()> {
    let signs = password.chars().count();
    if signs < MIN_SIGNS {
        return Err(Problem::on("password", "problem-password-short"));
    }
    if password.len() > MAX_BYTES {
        return Err(Problem::on("password", "problem-too-long"));
    }
    let bare: String = password.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let own: String = name.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let is_made_of = |word: &str| !word.is_empty() && bare.replace(word, "").is_empty();
    let one_sign = password.chars().all(|c| password.starts_with(c));
    if one_sign || bare.is_empty() || bare == own || WORST.iter().any(|word| is_made_of(word)) {
        return Err(Problem::on("password", "problem-password-common"));
    }
    Ok(())
}

/// Hashes a password; the result names its own parameters (PHC string).
pub fn hash(password: &str, salt: [u8; 16]) -> Result<String> {
    let bytes = derive(password, &salt, MEMORY_KIB, PASSES)?;
    Ok(format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p=1${}${}", STANDARD_NO_PAD.encode(salt), STANDARD_NO_PAD.encode(bytes)))
}

/// Whether a password is the one hashed; takes the same time for every answer.
pub fn matches(password: &str, hash: &str) -> Result<bool> {
    if password.len() > MAX_BYTES {
        return Ok(false);
    }
    let broken = || Problem::Store("a password hash that cannot be read".into());
    let parsed = PasswordHash::new(hash).map_err(|_| broken())?;
    let params = Params::try_from(&parsed).map_err(|_| broken())?;
    let (salt, kept) = (parsed.salt.ok_or_else(broken)?, parsed.hash.ok_or_else(broken)?);
    let bytes = derive(password, salt.as_ref(), params.m_cost(), params.t_cost())?;
    Ok(bytes.ct_eq(kept.as_bytes()).into())
}

/// A hash that no password has.
pub fn of_nobody() -> String {
    format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p=1${}${}", STANDARD_NO_PAD.encode([7; 16]), STANDARD_NO_PAD.encode([0; 32]))
}

fn derive(password: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Result<[u8; 32]> {
    let _turn = Turn::take();
    let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(|error| Problem::Store(error.to_string()))?;
    let mut out = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut out)
        .map_err(|error| Problem::Store(error.to_string()))?;
    Ok(out)
}

static TAKEN: Mutex<u32> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

/// One of the few hashes that may run at once.
struct Turn;

impl Turn {
    fn take() -> Self {
        let mut taken = TAKEN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        while *taken >= AT_ONCE {
            taken = FREED.wait(taken).unwrap_or_else(|poisoned| poisoned.into_inner());
        }
        *taken += 1;
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) -= 1;
        FREED.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_matches() {
        let hash = hash("karafuu na bahari", [3; 16]).expect("hashes");
        assert!(matches("karafuu na bahari", &hash).expect("reads"));
        assert!(!matches("karafuu na baharI", &hash).expect("reads"));
        assert!(!matches("karafuu na bahari", &of_nobody()).expect("reads"));
    }

    #[test]
    fn the_worst_are_refused() {
        for bad in ["mfupi", "nenosirinenosiri1", "aaaaaaaaaaaaaaaaaaaa", "12345678901234567890", "Asha Juma Khamis 1"] {
            assert!(acceptable(bad, "Asha Juma Khamis").is_err(), "{bad} was taken");
        }
        assert!(acceptable("mnazi mrefu wa Michenzani", "Asha Juma Khamis").is_ok());
    }
}
