//! `tehama verify`: the ledger recomputed from its bodies, against everything ever signed, and every record against a replay.

use super::must_exist;
use crate::OfOffice;
use anyhow::{Context, Result};
use clap::Args;
use kernel::app::DEMO_MARK;
use kernel::db::Conn;
use kernel::log::{Leaves, origins, read_verifier, view_differs};
use kernel::verify::{self, Finding, open, replay};
use ledger::checkpoint::Checkpoint;
use ledger::note::Note;
use ledger::tiles::{TileCache, View};
use ledger::witness::FolderMemory;
use std::path::Path;
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
        let mut finding = verify::ledger(&conn, data, &keys)?;
        println!("mabadiliko / changes: {}; saini / checkpoints: {}; mafaili / files: {}", finding.changes, finding.checkpoints, finding.files);
        println!("mzizi / root: {}", finding.root);
        if !self.ledger_only {
            let replayed = replay(&conn, &kernel::app::registry(&crate::domains::domains()))?;
            println!("safu zilizolinganishwa / rows compared: {}", replayed.rows);
            finding.faults.extend(replayed.faults);
        }
        let mut sound = tell(&finding);
        for url in &self.witness {
            sound &= ask(url, &keys, &conn)?;
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

/// Asks a witness what it saw last of this office's log, under each name that it has had. What the witness saw must be a part of what is here.
fn ask(url: &str, keys: &Path, conn: &Conn) -> Result<bool> {
    let (leaves, tiles) = (Leaves(conn), TileCache::in_memory());
    let view = View::new(&leaves, &tiles)?;
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(10))).http_status_as_error(false).build().into();
    let (mut seen, mut sound) = (0, true);
    for origin in origins(keys)? {
        let path = FolderMemory::name_of(&origin);
        let mut answer =
            agent.get(format!("{}/{path}/checkpoint", url.trim_end_matches('/'))).call().with_context(|| format!("the witness {url} does not answer"))?;
        if answer.status() != 200 {
            continue;
        }
        seen += 1;
        let note = Note::parse(&answer.body_mut().read_to_string()?)?;
        let checkpoint = Checkpoint::from_text(&note.text)?;
        if view_differs(&view, view.size(), &checkpoint)? {
            let (size, here) = (checkpoint.size, view.size());
            println!(
                "KOSA / fault: shahidi {url} ameona mabadiliko {size} ya {origin}; hapa yapo {here}, au si yale yale / the witness {url} saw {size} changes of {origin}; {here} are here, or they are not the same: the end is missing, or an older database was put back"
            );
            sound = false;
        } else {
            println!("shahidi / witness {url}: {origin} {}", checkpoint.size);
        }
    }
    if seen == 0 {
        println!("KOSA / fault: shahidi {url} hajaliona daftari hili / the witness {url} has not seen this log");
    }
    Ok(sound && seen > 0)
}
