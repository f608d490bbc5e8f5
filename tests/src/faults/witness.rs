//! Yesterday's database put back: the folder is sound in itself, so only someone outside can know.
//! A witness (`tehama witness`, C2SP tlog-witness) that cosigned today's tree must refuse the tree
//! of an office that has forgotten today.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::time::Duration;

use crate::http::{Answer, Client};
use crate::office::{Office, Running, free_address, text};
use crate::person::{open_request, sign_in};

/// The address of the log's public key as a C2SP vkey, one line.
const KEY: &str = "/ledger/key";
/// The file in a witness's folder that lists the logs it watches, one vkey a line.
const WATCHED: &str = "logs";
const STARTING: Duration = Duration::from_secs(30);

/// A checkpoint's note with what its first two lines say.
struct Checkpoint {
    note: String,
    origin: String,
    size: u64,
}

pub fn run(office: &Office) -> Result<()> {
    office.keep_as("yesterday")?;
    let (running, _) = office.start()?;
    work(&running, "leo")?;
    let key = Client::new(running.addr).get(KEY)?;
    ensure!(key.status == 200, "{KEY} answers {}", key.status);
    let seen = checkpoint(&running)?;
    running.stop()?;
    office.keep_as("today")?;

    let witness = start_witness(office, key.text().trim())?;
    let answer = show(&witness, 0, &seen)?;
    ensure!(answer.status == 200, "today's checkpoint is not cosigned: {} {}", answer.status, answer.text());

    let outcome = data_alone(office, &seen).and_then(|told| Ok((told, with_keys(office, &witness, &seen)?)));
    office.put_back("today")?;
    let (alone, keys) = outcome.context("yesterday put back")?;
    println!("yesterday's data put back: {alone}\nyesterday's data and keys put back: {keys}");
    witness.stop()
}

/// The keys stand elsewhere and remember: the office must not go on under the old name.
fn data_alone(office: &Office, seen: &Checkpoint) -> Result<String> {
    office.put_back_data("yesterday")?;
    let (running, _) = office.start()?;
    let shown = checkpoint(&running)?;
    running.stop()?;
    ensure!(shown.origin != seen.origin, "an older tree is signed again as {}", seen.origin);
    Ok(format!("the office opened a new log, {}", shown.origin))
}

/// The office has forgotten today; only the witness has not.
fn with_keys(office: &Office, witness: &Running, seen: &Checkpoint) -> Result<String> {
    office.put_back("yesterday")?;
    let (running, _) = office.start()?;
    let shown = checkpoint(&running)?;
    running.stop()?;
    ensure!(shown.origin == seen.origin, "the office calls itself {} now", shown.origin);
    ensure!(shown.size < seen.size, "the office shows {} and forgot nothing", shown.size);
    let answer = show(witness, 0, &shown)?;
    let known: u64 = answer.text().trim().parse().unwrap_or_default();
    ensure!(answer.status == 409 && known == seen.size, "the witness says {} {}", answer.status, answer.text());
    Ok(format!("the witness refuses {} entries, it has seen {known}", shown.size))
}

fn work(running: &Running, subject: &str) -> Result<()> {
    let mut officer = sign_in(running.addr, running.printed()?.account("officer")?)?;
    open_request(&mut officer, subject).map(drop)
}

fn checkpoint(running: &Running) -> Result<Checkpoint> {
    let answer = Client::new(running.addr).get("/ledger/checkpoint")?;
    ensure!(answer.status == 200, "/ledger/checkpoint answers {}", answer.status);
    let note = answer.text();
    let mut lines = note.lines();
    let origin = lines.next().context("an empty checkpoint")?.to_owned();
    let size = lines.next().and_then(|line| line.parse().ok()).context("a checkpoint without a size")?;
    Ok(Checkpoint { origin, size, note })
}

fn start_witness(office: &Office, key: &str) -> Result<Running> {
    let folder = office.scratch.join("witness");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(WATCHED), format!("{key}\n"))?;
    let addr = free_address()?;
    let listen = addr.to_string();
    let command = office.command(&["witness", "--dir", text(&folder)?, "--listen", &listen]);
    let mut running = office.spawn_command(command, addr)?;
    running.wait_until_ready(STARTING).context("the witness")?;
    Ok(running)
}

fn show(witness: &Running, old_size: u64, shown: &Checkpoint) -> Result<Answer> {
    let body = format!("old {old_size}\n\n{}", shown.note);
    Client::new(witness.addr).post("/add-checkpoint", "text/plain", body.as_bytes())
}
