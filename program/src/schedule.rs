//! What happens by the clock and by itself: jobs that changes asked for, the checkpoint and its witnesses, sealed copies and the weekly drill,
//! uploads nobody named. Each leaves a stamp that `check` and `/health` read.

use crate::command::{backup, restore};
use crate::settings::{File, Mail, WitnessAt};
use anyhow::{Context, Result, bail};
use kernel::app::App;
use kernel::vals;
use ledger::note::{Note, VerifierKey};
use ledger::witness::{WitnessAnswer, read_answer, request_body};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

const HOUR_US: i64 = 3_600_000_000;
const DAY_US: i64 = 24 * HOUR_US;

/// What the settings file asks for; none for a demo.
struct Configured {
    settings: File,
    keys: PathBuf,
}

static CONFIGURED: OnceLock<Configured> = OnceLock::new();

pub fn configure(settings: File, keys: &Path) {
    let _ = CONFIGURED.set(Configured { settings, keys: keys.to_owned() });
}

/// Whether copies are asked for, so that a late one is a trouble.
pub fn has_backups() -> bool {
    CONFIGURED.get().is_some_and(|configured| configured.settings.backup.folder.is_some())
}

/// Starts the clockwork; it ends with the runtime.
pub fn start(app: &Arc<App>) {
    let app = Arc::clone(app);
    tokio::spawn(async move {
        let mut ticks = tokio::time::interval(Duration::from_secs(5));
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            let app = Arc::clone(&app);
            let _ = tokio::task::spawn_blocking(move || tick(&app)).await;
        }
    });
}

/// One at a time: a slow backup must not be begun again beside itself.
static UNDER_WAY: Mutex<()> = Mutex::new(());

fn tick(app: &Arc<App>) {
    let Ok(_turn) = UNDER_WAY.try_lock() else { return };
    told("jobs", run_jobs(app));
    told("checkpoint", every(app, "checkpoint", DAY_US, || Ok(app.checkpoint()?)));
    told("sweep", every(app, "sweep", DAY_US, || Ok(kernel::attached::sweep(app)?.to_string())));
    let Some(Configured { settings, keys }) = CONFIGURED.get() else { return };
    let every_hours = i64::from(settings.backup.every_hours.max(1)) * HOUR_US;
    if let Some(folder) = &settings.backup.folder {
        told("backup", every(app, "backup", every_hours, || saved(&app.data, keys, folder, settings.backup.keep)));
        told("drill", every(app, "drill", 7 * DAY_US, || drill(&app.data, keys, folder)));
    }
    for witness in &settings.witnesses {
        told("witness", every(app, &format!("witness {}", witness.url), HOUR_US, || cosign(app, witness)));
    }
    if let Some(mail) = &settings.mail {
        told("mail", every(app, "checkpoint-mail", DAY_US, || send_checkpoint(app, mail)));
    }
}

fn told(what: &str, result: Result<()>) {
    if let Err(error) = result {
        tracing::error!(what, error = format!("{error:#}"), "scheduled work failed");
    }
}

/// Does something when its last success is older than `period`; failures are tried again in an hour and told by the stamp.
fn every(app: &App, name: &str, period: i64, work: impl FnOnce() -> Result<String>) -> Result<()> {
    let now = app.now();
    let (at, tried_at) = {
        let conn = app.readers.snapshot()?;
        let tried = format!("{name}-tried");
        (conn.number("SELECT at FROM work_stamp WHERE name = ?1", vals![name])?, conn.number("SELECT at FROM work_stamp WHERE name = ?1", vals![tried])?)
    };
    if now - at < period || now - tried_at < HOUR_US {
        return Ok(());
    }
    let done = work();
    let (stamp, at, said) = match &done {
        Ok(said) => (name.to_owned(), now, said.clone()),
        Err(error) => (format!("{name}-tried"), now, format!("{error:#}")),
    };
    app.writer.note(move |conn| {
        let sql = "INSERT INTO work_stamp (name, at, said) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET at = excluded.at, said = excluded.said";
        conn.run(sql, vals![stamp, at, said]).map(|_| ())
    })?;
    done.map(|_| ())
}

/// Jobs that changes asked for, in order; one that fails waits longer each time and is kept.
fn run_jobs(app: &Arc<App>) -> Result<()> {
    let now = app.now();
    let waiting = app.readers.snapshot()?.rows(
        "SELECT key, name, input, tries FROM work_job WHERE due_at <= ?1 AND tries < 5 ORDER BY key LIMIT 50",
        vals![now],
        |row| Ok((row.int("key")?, row.text("name")?, row.text("input")?, row.int("tries")?)),
    )?;
    for (key, name, input, tries) in waiting {
        let job = app.domains.iter().flat_map(|domain| domain.jobs).find(|job| job.name == name);
        let input = serde_json::from_str(&input).unwrap_or_default();
        let ran = job.map_or_else(|| Err(format!("no job is called {name}")), |job| (job.run)(app, &input).map_err(|problem| problem.to_string()));
        app.writer.note(move |conn| {
            match ran {
                Ok(()) => conn.run("DELETE FROM work_job WHERE key = ?1", vals![key])?,
                Err(said) => {
                    conn.run("UPDATE work_job SET tries = tries + 1, due_at = ?2, said = ?3 WHERE key = ?1", vals![key, now + (HOUR_US << tries), said])?
                }
            };
            Ok(())
        })?;
    }
    Ok(())
}

/// A sealed copy, and the oldest beyond `keep` taken away.
fn saved(data: &Path, keys: &Path, folder: &Path, keep: usize) -> Result<String> {
    let made = backup::seal(data, keys, folder)?;
    let mut copies = copies(folder)?;
    while copies.len() > keep.max(2) {
        std::fs::remove_dir_all(copies.remove(0))?;
    }
    Ok(made.display().to_string())
}

/// The copies in a folder, oldest first: their names are moments.
fn copies(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut copies: Vec<PathBuf> = std::fs::read_dir(folder)?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir() && path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("tehama-")))
        .collect();
    copies.sort();
    Ok(copies)
}

/// The newest copy restored into a scratch folder and verified: a copy that was never opened is a hope.
fn drill(data: &Path, keys: &Path, folder: &Path) -> Result<String> {
    let newest = copies(folder)?.pop().context("there is no copy to try")?;
    let scratch = data.join("drill.part");
    std::fs::remove_dir_all(&scratch).or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })?;
    let sound = restore::restore(&newest, &scratch, &backup::identity(keys)?);
    std::fs::remove_dir_all(&scratch).ok();
    if sound? { Ok(newest.display().to_string()) } else { bail!("the newest copy {} is not sound", newest.display()) }
}

/// Shows the newest checkpoint to a witness.
fn cosign(app: &App, witness: &WitnessAt) -> Result<String> {
    let note = Note::parse(&app.checkpoint()?)?;
    let size: u64 = note.text.lines().nth(1).and_then(|line| line.parse().ok()).context("a checkpoint without a size")?;
    let key: VerifierKey = witness.vkey.parse()?;
    let mut old = 0;
    for _ in 0..2 {
        let proof = {
            let conn = app.readers.snapshot()?;
            let leaves = kernel::log::Leaves(&conn);
            let view = ledger::tiles::View::new(&leaves, &app.log.tiles)?;
            if old == 0 { Vec::new() } else { view.consistency(old, size)? }
        };
        let (status, body) = send(&format!("{}/add-checkpoint", witness.url.trim_end_matches('/')), request_body(old, &proof, &note))?;
        match read_answer(status, &body, &note, std::slice::from_ref(&key))? {
            WitnessAnswer::Cosigned(_) => return Ok("ok".into()),
            WitnessAnswer::Knows(known) if known > size => {
                bail!("the witness {} has seen {known} changes and {size} are here: an older database was put back", witness.url)
            }
            WitnessAnswer::Knows(known) => old = known,
        }
    }
    bail!("the witness {} does not settle", witness.url)
}

fn send(url: &str, body: String) -> Result<(u16, String)> {
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(20))).http_status_as_error(false).build().into();
    let mut answer = agent.post(url).send(body)?;
    let status = answer.status().as_u16();
    Ok((status, answer.body_mut().read_to_string()?))
}

/// The day's checkpoint by mail: what lies in two officers' boxes cannot be taken back by one.
fn send_checkpoint(app: &App, mail: &Mail) -> Result<String> {
    use lettre::message::header::ContentType;
    use lettre::transport::smtp::authentication::Credentials;
    use lettre::{Message, SmtpTransport, Transport};
    if mail.checkpoint_to.len() < 2 {
        bail!("mail.checkpoint_to names fewer than two officers");
    }
    let note = app.checkpoint()?;
    let builder = if mail.plain { SmtpTransport::builder_dangerous(&mail.host) } else { SmtpTransport::relay(&mail.host)? };
    let builder = match (&mail.user, &mail.password) {
        (Some(user), Some(password)) => builder.credentials(Credentials::new(user.clone(), password.clone())),
        _ => builder,
    };
    let sender = builder.port(mail.port).build();
    for to in &mail.checkpoint_to {
        let message = Message::builder()
            .from(mail.from.parse()?)
            .to(to.parse()?)
            .subject("tehama: saini ya daftari / ledger checkpoint")
            .header(ContentType::TEXT_PLAIN)
            .body(format!("Hifadhi barua hii. / Keep this mail.\n\n{note}"))?;
        sender.send(&message)?;
    }
    Ok(mail.checkpoint_to.join(", "))
}
