//! `tehama verify`: the ledger recomputed from its bodies, against everything ever signed, and every record against a replay.

use super::must_exist;
use crate::OfOffice;
use anyhow::{Context, Result};
use clap::Args;
use kernel::app::DEMO_MARK;
use kernel::log::{read_last, read_verifier};
use kernel::verify::{Finding, ledger, open, replay};
use std::process::ExitCode;
use std::time::Duration;

#[derive(Args)]
pub struct Verify {
    #[command(flatten)]
    office: OfOffice,
    /// Acha kucheza upya kumbukumbu / leave the replay of records out.
    #[arg(long)]
    ledger_only: bool,
    /// Shahidi wa kuulizwa / a witness to ask: its address.
    #[arg(long, value_name = "URL")]
    witness: Vec<String>,
}

impl Verify {
    pub fn run(self) -> Result<ExitCode> {
        let (data, keys) = (&self.office.data, self.office.keys());
        must_exist(data)?;
        let conn = open(data)?;
        let mut finding = ledger(&conn, data, &keys)?;
        println!("mabadiliko / changes: {}; saini / checkpoints: {}; mafaili / files: {}", finding.changes, finding.checkpoints, finding.files);
        println!("mzizi / root: {}", finding.root);
        if !self.ledger_only {
            let replayed = replay(&conn, &kernel::app::registry(&crate::domains::domains()))?;
            println!("safu zilizolinganishwa / rows compared: {}", replayed.rows);
            finding.faults.extend(replayed.faults);
        }
        let mut sound = tell(&finding);
        for url in &self.witness {
            sound &= ask(url, &keys, finding.changes)?;
        }
        match read_verifier(&keys)? {
            Some(key) => println!("ufunguo wa daftari / the log's key: {key}"),
            None => println!("ufunguo haupo hapa; saini hazikuhakikiwa / the key's folder {} is not here: signatures were not checked", keys.display()),
        }
        if data.join(DEMO_MARK).exists() {
            println!("Hii ni afisi ya mfano: ufunguo wake hauthibitishi kitu nje / this is a demo: its key proves nothing outside");
        }
        println!("{}", if sound { "SAHIHI / sound" } else { "SI SAHIHI / NOT sound" });
        Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// Prints every fault; true when there is none.
pub fn tell(finding: &Finding) -> bool {
    for fault in &finding.faults {
        println!("KOSA / fault: {fault}");
    }
    finding.faults.is_empty()
}

/// Asks a witness what it saw last of this log. Seeing more than is here means that the end is missing or an older database was put back.
fn ask(url: &str, keys: &std::path::Path, here: u64) -> Result<bool> {
    let Some(last) = read_last(keys)? else {
        println!("shahidi / witness {url}: hakuna saini bado / nothing was signed yet");
        return Ok(true);
    };
    let path = ledger::witness::FolderMemory::name_of(&last.checkpoint.origin);
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(10))).http_status_as_error(false).build().into();
    let mut answer =
        agent.get(format!("{}/{path}/checkpoint", url.trim_end_matches('/'))).call().with_context(|| format!("the witness {url} does not answer"))?;
    if answer.status() != 200 {
        println!("shahidi / witness {url}: hajaliona daftari hili / has not seen this log");
        return Ok(true);
    }
    let text = answer.body_mut().read_to_string()?;
    let seen: u64 = text.lines().nth(1).and_then(|line| line.parse().ok()).context("the witness answers with something else than a checkpoint")?;
    if seen > here {
        println!(
            "KOSA / fault: shahidi {url} ameona mabadiliko {seen}, hapa yapo {here} / the witness {url} saw {seen} changes and {here} are here: the end is missing, or an older database was put back"
        );
        return Ok(false);
    }
    println!("shahidi / witness {url}: {seen}");
    Ok(true)
}
