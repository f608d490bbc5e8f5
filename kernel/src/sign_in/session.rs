//! Sessions: a secret of 256 bits in a cookie, its hash in the database, an idle and an absolute end.

use super::token::{hash_of, new_secret};
use crate::actor::{Actor, Person};
use crate::app::App;
use crate::change::Via;
use crate::db::{Conn, Row};
use crate::id::Id;
use crate::permission::Role;
use crate::problem::{Problem, Result};
use crate::vals;
use crate::words::Lang;
use std::sync::Arc;

const MINUTE_US: i64 = 60_000_000;
pub const IDLE_MINUTES: i64 = 30;
pub const LONGEST_MINUTES: i64 = 12 * 60;
/// One person's sessions at once; the oldest gives way.
const AT_ONCE: i64 = 3;

/// Begins a session; `whole` is false while a code is still to come.
pub fn begin(app: &App, person: Id, address: &str, browser: &str, whole: bool) -> Result<String> {
    let secret = new_secret(app);
    let (hash, now) = (hash_of(&secret), app.now());
    let (address, browser): (String, String) = (address.into(), browser.chars().take(200).collect());
    app.writer.note(move |conn| {
        conn.run(
            "INSERT INTO work_session (token, person, made_at, seen_at, ends_at, address, browser, step) VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7)",
            vals![hash, person, now, now + LONGEST_MINUTES * MINUTE_US, address, browser, if whole { 2 } else { 1 }],
        )?;
        conn.run(
            "DELETE FROM work_session WHERE person = ?1 AND token NOT IN (SELECT token FROM work_session WHERE person = ?1 ORDER BY made_at DESC LIMIT ?2)",
            vals![person, AT_ONCE],
        )?;
        conn.run("DELETE FROM work_session WHERE ends_at < ?1", vals![now])?;
        Ok(())
    })?;
    Ok(secret)
}

/// Makes a session whole after the code.
pub fn complete(app: &App, secret: &str) -> Result<()> {
    let hash = hash_of(secret);
    app.writer.note(move |conn| conn.run("UPDATE work_session SET step = 2 WHERE token = ?1", vals![hash]).map(|_| ()))
}

pub fn end(app: &App, secret: &str) -> Result<()> {
    let hash = hash_of(secret);
    app.writer.note(move |conn| conn.run("DELETE FROM work_session WHERE token = ?1", vals![hash]).map(|_| ()))
}

/// Ends all sessions of a person but one, after a password change.
pub fn end_others(app: &App, person: Id, but: &str) -> Result<()> {
    let hash = hash_of(but);
    app.writer.note(move |conn| conn.run("DELETE FROM work_session WHERE person = ?1 AND token <> ?2", vals![person, hash]).map(|_| ()))
}

/// A session as its owner sees it.
#[derive(Clone, Debug)]
pub struct Open {
    /// The hash of its secret: names the session and opens nothing.
    pub name: String,
    pub address: String,
    pub browser: String,
    pub made_at: i64,
    pub seen_at: i64,
}

/// A person's sessions that have not ended, the newest first.
pub fn of_person(app: &App, person: Id) -> Result<Vec<Open>> {
    app.readers.snapshot()?.rows(
        "SELECT token, address, browser, made_at, seen_at FROM work_session WHERE person = ?1 AND step = 2 AND ends_at > ?2 AND seen_at > ?3 ORDER BY made_at DESC",
        vals![person, app.now(), app.now() - IDLE_MINUTES * MINUTE_US],
        |row| {
            let text = |name| row.text(name);
            Ok(Open { name: text("token")?, address: text("address")?, browser: text("browser")?, made_at: row.int("made_at")?, seen_at: row.int("seen_at")? })
        },
    )
}

/// Ends one of a person's sessions by its name.
pub fn end_named(app: &App, person: Id, name: &str) -> Result<()> {
    let name = name.to_owned();
    app.writer.note(move |conn| conn.run("DELETE FROM work_session WHERE person = ?1 AND token = ?2", vals![person, name]).map(|_| ()))
}

/// Who stands behind a cookie's secret. `SignInFirst` when nobody does any more.
pub fn actor(app: &Arc<App>, secret: &str, from: &str) -> Result<Actor> {
    let (person, lang) = standing(app, secret, 2)?;
    Ok(Actor::of(app, person, lang, Via::Page, from))
}

/// The person who has given the password but not yet the code.
pub fn half(app: &Arc<App>, secret: &str) -> Result<Id> {
    standing(app, secret, 1).map(|(person, _)| person.id)
}

fn standing(app: &Arc<App>, secret: &str, step: i64) -> Result<(Person, Lang)> {
    let (hash, now) = (hash_of(secret), app.now());
    let conn = app.readers.snapshot()?;
    let session = conn.one("SELECT person, seen_at, ends_at FROM work_session WHERE token = ?1 AND step = ?2", vals![&hash, step], |row| {
        Ok((row.id("person")?, row.int("seen_at")?, row.int("ends_at")?))
    })?;
    let Some((Some(person), seen_at, ends_at)) = session else { return Err(Problem::SignInFirst) };
    if now > ends_at || now - seen_at > IDLE_MINUTES * MINUTE_US {
        return Err(Problem::SignInFirst);
    }
    let found = person_of(&conn, person)?.ok_or(Problem::SignInFirst)?;
    drop(conn);
    if now - seen_at > MINUTE_US {
        app.writer.note(move |conn| conn.run("UPDATE work_session SET seen_at = ?2 WHERE token = ?1", vals![hash, now]).map(|_| ()))?;
    }
    Ok(found)
}

/// What the kernel knows of an active person.
pub fn person_of(conn: &Conn, id: Id) -> Result<Option<(Person, Lang)>> {
    let read = |row: &Row| {
        let names: Vec<String> = serde_json::from_str(&row.text("roles")?).unwrap_or_default();
        let mut roles: Vec<Role> = names.iter().filter_map(|name| Role::parse(name)).collect();
        if !roles.contains(&Role::Staff) {
            roles.push(Role::Staff);
        }
        let person = Person { id, name: row.text("name")?, post: row.text("post")?, roles, unit: row.id("unit")?, site: row.id("site")?, units: Vec::new() };
        Ok((person, Lang::parse(&row.text("language")?).unwrap_or_default()))
    };
    let found = conn.one("SELECT name, post, roles, unit, site, language FROM rec_person WHERE id = ?1 AND state = 'active'", vals![id], read)?;
    let Some((mut person, lang)) = found else { return Ok(None) };
    if let (true, Some(unit)) = (person.roles.contains(&Role::DepartmentHead), person.unit) {
        let below = "WITH RECURSIVE below (id) AS (SELECT ?1 UNION SELECT u.id FROM rec_unit u JOIN below b ON u.parent = b.id) SELECT id FROM below";
        person.units = conn.rows(below, vals![unit], |row| row.id("id"))?.into_iter().flatten().collect();
    }
    Ok(Some((person, lang)))
}
