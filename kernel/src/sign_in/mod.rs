//! Signing in: passwords, second factor, sessions, one-time links and tokens. All of it lives in `secret_` and `work_` tables;
//! the ledger hears that a password was changed, never what it is.

pub mod password;
pub mod second_factor;
pub mod session;
pub mod throttle;
pub mod token;

use crate::app::App;
use crate::id::Id;
use crate::problem::{Problem, Result};
use crate::vals;
use std::sync::Arc;
use throttle::{Count, ticket};

/// Bytes of the longest sign-in name; whoever sends more than any account has is refused without a look.
pub const LONGEST_LOGIN: usize = 100;

/// What a right name and password lead to.
#[derive(Debug, PartialEq)]
pub enum SignedIn {
    /// The session's secret, for the cookie.
    Whole(String),
    /// The same, but nothing may be done before a code of the second factor.
    CodeNeeded(String),
}

/// Signs a person in by name and password. Wrong name and wrong password are told, and take, alike.
pub fn sign_in(app: &Arc<App>, name: &str, password: &str, address: &str, browser: &str) -> Result<SignedIn> {
    let name = name.trim().to_lowercase();
    let wrong = || Problem::Unreadable { key: "problem-wrong-password".into(), detail: String::new() };
    if name.len() > LONGEST_LOGIN {
        return Err(wrong());
    }
    let ticket = ticket(app, vec![Count::account(&name), Count::address(address)])?;
    let known = app.readers.snapshot()?.one(
        "SELECT p.id, s.hash FROM rec_person p JOIN secret_password s ON s.person = p.id WHERE p.login = ?1 AND p.state = 'active'",
        vals![&name],
        |row| Ok((row.id("id")?, row.text("hash")?)),
    )?;
    let person = match known {
        Some((Some(person), hash)) => password::matches(password, &hash)?.then_some(person),
        _ => {
            // The same work as for a real account, so that the time tells nothing.
            password::matches(password, &password::of_nobody())?;
            None
        }
    };
    let person = person.ok_or_else(wrong)?;
    ticket.was_right(app)?;
    let needs_code = second_factor::is_confirmed(app, person)?;
    let secret = session::begin(app, person, address, browser, !needs_code)?;
    Ok(if needs_code { SignedIn::CodeNeeded(secret) } else { SignedIn::Whole(secret) })
}

/// Whether this is the person's present password: asked again before what must not be done from a screen left open. Guesses are slowed as at sign-in.
pub fn is_password_of(app: &App, person: Id, password: &str) -> Result<bool> {
    let ticket = ticket(app, vec![Count::password(person)])?;
    let hash = app.readers.snapshot()?.one("SELECT hash FROM secret_password WHERE person = ?1", vals![person], |row| row.text("hash"))?;
    let is_right = password::matches(password, &hash.unwrap_or_else(password::of_nobody))?;
    if is_right {
        ticket.was_right(app)?;
    }
    Ok(is_right)
}

/// Sets a person's password within a change that says so and no more.
pub fn set_password(work: &mut crate::work::Work, person: Id, new: &str) -> Result<()> {
    password::acceptable(new, &work.person_name(person)?)?;
    let hash = password::hash(new, work.actor().app.chance.bytes())?;
    let at = work.at();
    work.mention(crate::id::Link::new("person", person), "password changed");
    work.also(
        "INSERT INTO secret_password (person, hash, changed_at) VALUES (?1, ?2, ?3) \
         ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at",
        vals![person, hash, at],
    );
    Ok(())
}
