//! The second factor: codes of an authenticator app (RFC 6238) and ten recovery codes for the day the phone is gone.

use super::throttle::{Count, ticket};
use super::token::hash_of;
use crate::app::App;
use crate::id::{Id, Link};
use crate::problem::{Problem, Result};
use crate::vals;
use crate::work::Work;
use totp_rs::{Algorithm, Builder, Totp};

const RECOVERY_CODES: usize = 10;

fn totp(seed: &[u8]) -> Result<Totp> {
    Builder::new().with_algorithm(Algorithm::SHA1).with_secret(seed.to_vec()).build().map_err(|error| Problem::Store(error.to_string()))
}

pub fn is_confirmed(app: &App, person: Id) -> Result<bool> {
    Ok(app.readers.snapshot()?.number("SELECT confirmed FROM secret_totp WHERE person = ?1", vals![person])? == 1)
}

/// What an authenticator app is shown: the seed in base32, and the address its QR code holds.
#[derive(Debug)]
pub struct Offer {
    pub seed: String,
    pub address: String,
}

/// Offers a new seed; it counts only once a code from it has been given.
pub fn offer(app: &App, person: Id, login: &str) -> Result<Offer> {
    let seed = app.chance.bytes::<20>();
    app.writer.note(move |conn| {
        conn.run(
            "INSERT INTO secret_totp (person, seed, confirmed, last_step) VALUES (?1, ?2, 0, 0) \
             ON CONFLICT (person) DO UPDATE SET seed = excluded.seed, last_step = 0 WHERE confirmed = 0",
            vals![person, &seed[..]],
        )?;
        Ok(())
    })?;
    let seed = base32(&seed);
    let address = format!("otpauth://totp/tehama:{login}?secret={seed}&issuer=tehama&algorithm=SHA1&digits=6&period=30");
    Ok(Offer { seed, address })
}

/// RFC 4648 without padding, as authenticator apps expect it.
fn base32(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut out = String::new();
    for chunk in bytes.chunks(5) {
        let mut word = [0; 8];
        word[3..3 + chunk.len()].copy_from_slice(chunk);
        let bits = u64::from_be_bytes(word);
        let signs = (chunk.len() * 8).div_ceil(5);
        out.extend((0..signs).map(|n| char::from(SIGNS[(bits >> (35 - 5 * n) & 31) as usize])));
    }
    out
}

/// Accepts a code once: one that was used, here or by an onlooker, is refused the second time.
pub fn accept(app: &App, person: Id, code: &str) -> Result<bool> {
    let ticket = ticket(app, vec![Count::code(person)])?;
    let code: String = code.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let read = app
        .readers
        .snapshot()?
        .one("SELECT seed, last_step FROM secret_totp WHERE person = ?1", vals![person], |row| Ok((row.blob("seed")?, row.int("last_step")?)))?;
    let Some((seed, last_step)) = read else { return Ok(false) };
    let seconds = u64::try_from(app.now() / 1_000_000).unwrap_or(0);
    let step = totp(&seed)?.check(&code, seconds).and_then(|step| i64::try_from(step).ok()).filter(|step| *step > last_step);
    let hash = hash_of(&code);
    let accepted = app.writer.note(move |conn| {
        let touched = match step {
            Some(step) => conn.run("UPDATE secret_totp SET last_step = ?2 WHERE person = ?1 AND last_step < ?2", vals![person, step])?,
            None => conn.run("DELETE FROM secret_recovery WHERE person = ?1 AND hash = ?2", vals![person, hash])?,
        };
        if touched == 1 { Ok(()) } else { Err(Problem::NotFound) }
    });
    match accepted {
        Ok(()) => ticket.was_right(app).map(|()| true),
        Err(Problem::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Confirms the offered seed within a change and gives the recovery codes, shown once.
pub fn confirm(work: &mut Work, person: Id) -> Vec<String> {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| base32(&work.actor().app.chance.bytes::<10>()).to_lowercase()).collect();
    work.mention(Link::new("person", person), "second factor set");
    work.also("UPDATE secret_totp SET confirmed = 1 WHERE person = ?1", vals![person]);
    work.also("DELETE FROM secret_recovery WHERE person = ?1", vals![person]);
    for code in &codes {
        work.also("INSERT INTO secret_recovery (person, hash) VALUES (?1, ?2)", vals![person, hash_of(code)]);
    }
    codes
}

/// Takes the second factor away: the person after a code, or, when the phone is lost, whoever may reset a password, at the counter and with a
/// reason. Who may is for the caller to ask.
pub fn remove(work: &mut Work, person: Id) {
    work.mention(Link::new("person", person), "second factor removed");
    work.also("DELETE FROM secret_totp WHERE person = ?1", vals![person]);
    work.also("DELETE FROM secret_recovery WHERE person = ?1", vals![person]);
}

#[cfg(test)]
mod tests {
    use super::base32;

    #[test]
    fn base32_as_in_rfc_4648() {
        for (plain, coded) in [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI")] {
            assert_eq!(base32(plain.as_bytes()), coded);
        }
    }
}
