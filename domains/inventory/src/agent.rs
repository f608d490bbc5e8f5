//! The door for inventory agents: who may report, what came, what became of it, and the answer that this kind of agent can read.
//! Problems are told to the agent in its own way and to the log without the token.

use crate::enrolment::{Enrolment, admit};
use crate::report::{Received, receive};
use crate::sighting::Sighting;
use agents::{Answer, Evidence, Found, Headers, Message, Refused, Verdict};
use kernel::actor::Actor;
use kernel::app::App;
use kernel::change::Via;
use kernel::problem::{Problem, Result};
use kernel::record::Head;
use kernel::vals;
use std::sync::Arc;

/// Hours until an agent asks again.
const FREQUENCY_HOURS: u32 = 24;

/// Takes one POST of an agent whole: from bytes to the answer's bytes.
pub fn take(app: &Arc<App>, secret: &str, address: &str, headers: &Headers<'_>, body: &[u8]) -> Answer {
    let enrolment = match admit(app, secret, address) {
        Ok(enrolment) => enrolment,
        Err(problem) => {
            tracing::warn!(%problem, address, "an agent was turned away");
            return refuse(headers, 403, "not enrolled");
        }
    };
    let read = agents::read(body, headers);
    let message = match &read {
        Ok(message) => message,
        Err(refused) => {
            tracing::warn!(%refused, address, "an agent's report cannot be read");
            return agents::answer(Err(refused), headers, &agents::verdict_on(refused));
        }
    };
    if let Err(problem) = within_rate(app, &enrolment, message) {
        tracing::warn!(%problem, address, enrolment = enrolment.name, "agents report too often");
        return agents::answer(Ok(message), headers, &Verdict::Refuse { status: 429, text: "too many reports".into() });
    }
    let verdict = match act(app, &enrolment, address, message) {
        Ok(tag) => Verdict::Accept { frequency_hours: FREQUENCY_HOURS, tag },
        Err(problem) => {
            tracing::error!(%problem, address, "a report was not taken in");
            Verdict::Refuse { status: 503, text: "try again later".into() }
        }
    };
    agents::answer(Ok(message), headers, &verdict)
}

/// Refuses a body that is not read: the form of the answer follows the headers alone.
pub fn refuse(headers: &Headers<'_>, status: u16, text: &str) -> Answer {
    agents::answer(Err(&Refused::TooLarge), headers, &Verdict::Refuse { status, text: text.into() })
}

/// Does what the message asks; gives the office's tag of the machine, for agents that write it down.
fn act(app: &Arc<App>, enrolment: &Enrolment, address: &str, message: &Message) -> Result<Option<String>> {
    let actor = app.itself(Via::Agent, address);
    let at = app.now();
    match message {
        Message::Inventory(report) => {
            let received = receive(&actor, report, enrolment.site, at)?;
            tag_of(&actor, &received)
        }
        Message::SnmpInventory { reports, errors, .. } => {
            for report in reports {
                receive(&actor, report, enrolment.site, at)?;
            }
            for error in errors {
                tracing::info!(said = error.message, "a device did not answer the scan");
            }
            Ok(None)
        }
        Message::Discovery { found, .. } => {
            for thing in found {
                discover(&actor, enrolment, thing)?;
            }
            Ok(None)
        }
        Message::Prolog { .. } | Message::Contact(_) | Message::AgentNote { .. } | Message::GetParams { .. } | Message::Unknown { .. } => Ok(None),
    }
}

fn tag_of(actor: &Actor, received: &Received) -> Result<Option<String>> {
    let tag = actor.view()?.one("SELECT tag FROM rec_device WHERE id = ?1", vals![received.device], |row| row.opt_text("tag"))?;
    Ok(tag.flatten())
}

/// A thing seen on the network waits in the queue, once, until a person takes it in or lets it be.
fn discover(actor: &Actor, enrolment: &Enrolment, found: &Found) -> Result<()> {
    let mut work = actor.work("inventory.discover")?;
    let told = Evidence { serial: found.serial.clone(), macs: found.mac.iter().cloned().collect(), ..Evidence::default() };
    for (kind, value) in crate::report::keys(&told) {
        if work.number("SELECT count(*) FROM fact_evidence WHERE kind = ?1 AND value = ?2", vals![kind, value])? > 0 {
            return Ok(());
        }
    }
    let known_as = found
        .mac
        .clone()
        .or_else(|| found.ip.clone())
        .ok_or_else(|| Problem::Unreadable { key: "problem-unreadable".into(), detail: "neither MAC nor IP".into() })?;
    let title = match &found.name {
        Some(name) => format!("{name} ({known_as})"),
        None => known_as,
    };
    if work.number("SELECT count(*) FROM rec_sighting WHERE title = ?1 AND why = 'discovered'", vals![&title])? > 0 {
        return Ok(());
    }
    work.make(Sighting {
        head: Head { site: enrolment.site, ..Head::default() },
        title,
        why: "discovered".into(),
        state: "open".into(),
        evidence: serde_json::to_value(found).ok(),
        ..Sighting::default()
    })?;
    work.commit().map(|_| ())
}

/// Counts what an enrolment reports within the hour, each thing found or asked for itself; beyond its rate the sender is told to wait.
fn within_rate(app: &Arc<App>, enrolment: &Enrolment, message: &Message) -> Result<()> {
    const HOUR_US: i64 = 3_600_000_000;
    let told = match message {
        Message::Inventory(_) => 1,
        Message::SnmpInventory { reports, errors, .. } => reports.len() + errors.len(),
        Message::Discovery { found, .. } => found.len(),
        _ => return Ok(()),
    };
    let told = i64::try_from(told.max(1)).unwrap_or(i64::MAX);
    let hour = app.now() / HOUR_US;
    let name = format!("reports:{}", enrolment.head.id);
    let mut counted = crate::RATES.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let (at, count) = counted.entry(name).or_insert((hour, 0));
    if *at != hour {
        (*at, *count) = (hour, 0);
    }
    if told > enrolment.reports_per_hour - *count {
        return Err(Problem::Slower { seconds: 600 });
    }
    *count += told;
    Ok(())
}
