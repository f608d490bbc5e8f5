//! Power cuts and tampering. Eight people open requests while the program runs on a layer that
//! loses what was never synced; whatever was acknowledged must be there after the next start, and
//! the ledger must still prove itself. Then the folder is falsified on purpose and must be found out.

mod layer;
mod tamper;
mod witness;

use anyhow::{Context, Result, ensure};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::http::Client;
use crate::office::{MAKING, Office, Running};
use crate::person::{api_items, open_request, sign_in};
use layer::Layer;

const WRITERS: u32 = 8;
/// What the office is promised after a power cut.
const READY_WITHIN: Duration = Duration::from_secs(2);
/// A cut by counted calls falls somewhere in a start, or in a start and the first writes.
const STARTING_CALLS: u64 = 60;
const MOST_CALLS: u64 = 1500;
const LONGEST_WRITING_MS: u64 = 1500;
const RESTART: Duration = Duration::from_secs(60);

/// A change that the office said it has: the unique word in it, and its address.
struct Acknowledged {
    word: String,
    path: String,
}

#[derive(Default)]
struct Tally {
    acknowledged: Vec<(String, Vec<Acknowledged>)>,
    cuts_at_start: u32,
    worst_ready: Duration,
}

/// Numbers that depend on the seed alone (splitmix64), so that a run can be repeated.
struct Chance(u64);

pub fn run(office: &Office, rounds: u32, seed: u64) -> Result<()> {
    println!("seed {seed}");
    let layer = Layer::build(&office.scratch)?;
    layer.check()?;
    println!("the layer loses what is unsynced, tears it, and keeps what is synced");
    office.make(MAKING)?;

    let mut chance = Chance(seed);
    let mut tally = Tally::default();
    for round in 0..rounds {
        cut_once(office, &layer, round, seed, &mut chance, &mut tally).with_context(|| format!("round {round}"))?;
    }
    tally.report(office, rounds)?;
    tamper::run(office)?;
    witness::run(office)
}

fn cut_once(office: &Office, layer: &Layer, round: u32, seed: u64, chance: &mut Chance, tally: &mut Tally) -> Result<()> {
    let common = format!("mzunguko{seed}x{round}");
    let mode = if chance.below(2) == 0 { "drop" } else { "torn" };
    let calls = match round % 4 {
        1 => Some(1 + chance.below(STARTING_CALLS)),
        3 => Some(1 + chance.below(MOST_CALLS)),
        _ => None,
    };
    let writing = Duration::from_millis(50 + chance.below(LONGEST_WRITING_MS));

    let mut running = office.spawn(&layer.variables(&office.folder(), mode, chance.next(), calls)?)?;
    let (acknowledged, at_start) = if let Err(error) = running.wait_until_ready(RESTART) {
        ensure!(calls.is_some() && was_cut(&mut running)?, "{error:#}");
        (Vec::new(), true)
    } else {
        (write_until_cut(&mut running, &common, writing, calls.is_some())?, false)
    };
    tally.cuts_at_start += u32::from(at_start);
    layer::forget_kept(&office.folder())?;

    let (running, ready) = office.start_with(&[], RESTART)?;
    tally.worst_ready = tally.worst_ready.max(ready);
    must_be_there(&running, &common, &acknowledged)?;
    running.stop()?;
    office.must_be_sound()?;
    println!("round {round}: {mode}, {} acknowledged, ready after {:.2} s", acknowledged.len(), ready.as_secs_f64());
    tally.acknowledged.push((common, acknowledged));
    Ok(())
}

/// Eight writers at once until the power goes; what they were promised.
fn write_until_cut(running: &mut Running, common: &str, writing: Duration, by_calls: bool) -> Result<Vec<Acknowledged>> {
    let officer = match running.printed().and_then(|printed| sign_in(running.addr, printed.account("officer")?)) {
        Ok(officer) => officer,
        Err(_) if by_calls && was_cut(running)? => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let told = Mutex::new(Vec::new());
    let refusal = Mutex::new(None);
    let dark = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (mut client, told, refusal, dark) = (officer.clone(), &told, &refusal, &dark);
            scope.spawn(move || {
                if let Err(error) = write(&mut client, common, writer, told)
                    && !(broke_off(&error) && (by_calls || dark.load(Ordering::SeqCst)))
                {
                    refusal.lock().unwrap_or_else(|e| e.into_inner()).get_or_insert(error);
                }
            });
        }
        std::thread::sleep(writing);
        dark.store(true, Ordering::SeqCst);
        // Already dark by its own count in some rounds; then there is nobody to tell.
        let _ = running.signal("USR2");
    });
    ensure!(was_cut(running)?, "the program did not end by the cut\n{}", running.last_words());
    if let Some(error) = refusal.into_inner().unwrap_or_else(|e| e.into_inner()) {
        return Err(error.context("a writer was refused before the cut"));
    }
    Ok(told.into_inner().unwrap_or_else(|e| e.into_inner()))
}

fn write(client: &mut Client, common: &str, writer: u32, told: &Mutex<Vec<Acknowledged>>) -> Result<()> {
    for n in 0.. {
        let word = format!("mwandishi{writer}n{n}");
        let path = open_request(client, &format!("{common} {word}"))?;
        told.lock().unwrap_or_else(|e| e.into_inner()).push(Acknowledged { word, path });
    }
    Ok(())
}

/// The connection broke; the office did not answer with a refusal.
fn broke_off(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.is::<std::io::Error>())
}

fn was_cut(running: &mut Running) -> Result<bool> {
    let status = running.wait(Duration::from_secs(20))?;
    Ok(status.and_then(|status| status.code()) == Some(layer::CUT_CODE))
}

/// Each acknowledged change stands in the list of the API under the number it was promised.
fn must_be_there(running: &Running, common: &str, acknowledged: &[Acknowledged]) -> Result<()> {
    if acknowledged.is_empty() {
        return Ok(());
    }
    let items = api_items(running.addr, &running.printed()?, "request", common)?;
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    let lost: Vec<&str> = acknowledged.iter().filter(|one| !items.iter().any(|item| one.is_in(item, common))).map(|one| one.path.as_str()).collect();
    ensure!(lost.is_empty(), "{} of {} acknowledged requests lost: {:?}", lost.len(), acknowledged.len(), &lost[..lost.len().min(5)]);
    Ok(())
}

impl Acknowledged {
    fn is_in(&self, item: &str, common: &str) -> bool {
        // What is told after the redirect rides behind the number.
        let number = self.path.split('?').next().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
        let whole = format!("{common} {}", self.word);
        let after = item.find(&whole).and_then(|at| item[at + whole.len()..].chars().next());
        item.contains(number) && after.is_some_and(|c| !c.is_alphanumeric())
    }
}

impl Tally {
    /// Looks once more for everything of all rounds, and prints what came of them.
    fn report(&self, office: &Office, rounds: u32) -> Result<()> {
        let (running, _) = office.start()?;
        for (common, acknowledged) in &self.acknowledged {
            must_be_there(&running, common, acknowledged)?;
        }
        running.stop()?;
        let total: usize = self.acknowledged.iter().map(|(_, list)| list.len()).sum();
        println!(
            "{rounds} rounds ({} cut while starting), {total} acknowledged, 0 lost, worst ready {:.2} s",
            self.cuts_at_start,
            self.worst_ready.as_secs_f64()
        );
        ensure!(total > 0 || rounds == 0, "nothing was acknowledged, so nothing was tested");
        ensure!(self.worst_ready <= READY_WITHIN, "ready only after {:?}", self.worst_ready);
        Ok(())
    }
}

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}
