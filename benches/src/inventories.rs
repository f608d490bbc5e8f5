//! Agents' reports through their own door: FusionInventory's XML of 250 programs, packed as agents pack it, over two connections. Nine in
//! ten say what was known, eight in a hundred bring a small change, two in a hundred come from a machine not known before.

use crate::browser::{Browser, Got};
use crate::office::programs::catalogue;
use crate::office::{Bench, DAY_US};
use crate::outcome::{Outcome, Times, number};
use crate::served::Served;
use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use inventory::demo::{DemoDevice, Holder, Place, Trade, park, report_xml};
use kernel::app::Clock;
use kernel::seed::Seed;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

const GOAL: f64 = 50.0;
const CONNECTIONS: usize = 2;
/// As many as an ordinary Windows machine reports.
const PROGRAMS: usize = 250;
/// Machines known before the clock counts, and reports while it does.
const KNOWN: usize = 1_000;
const REPORTS: usize = 3_000;
const KNOWN_SMALL: usize = 100;
const REPORTS_SMALL: usize = 300;

pub fn measure(bench: &Bench) -> Result<Vec<Outcome>> {
    let (known, count) = if bench.is_small { (KNOWN_SMALL, REPORTS_SMALL) } else { (KNOWN, REPORTS) };
    let served = Served::start(bench)?;
    let run = Clock::System.now() / 1_000_000 % 1_000_000;
    println!("\ninventories: {known} machines are made known, then {count} reports over {CONNECTIONS} connections");
    let fleet = Fleet::new(known + count / 50 + 1, &format!("{run:X}"));
    let first: Vec<Vec<u8>> = (0..known).map(|machine| fleet.first(machine)).collect();
    let made_known = all(bench, &served, &first)?;
    let (mut seed, mut unknown, mut changed) = (Seed::new(9), known, 0);
    let mut latest: Vec<Option<usize>> = vec![None; known];
    let bodies: Vec<Vec<u8>> = (0..count)
        .map(|n| {
            let machine = seed.below(known as u64) as usize;
            match n % 50 {
                0 => {
                    unknown += 1;
                    return fleet.first(unknown - 1);
                }
                1..=4 => {
                    changed += 1;
                    latest[machine] = Some(n);
                }
                _ => {}
            }
            fleet.later(machine, latest[machine], n)
        })
        .collect();
    let before = served.changes()?;
    let mixed = all(bench, &served, &bodies)?;
    let written = served.changes()? - before;
    let expected = changed + unknown - known;
    println!("{:<28} {} {:>9} a second", "machines not known before", made_known.times.columns(), number(made_known.rate()));
    println!("{:<28} {} {:>9} a second", "90 : 8 : 2", mixed.times.columns(), number(mixed.rate()));
    println!(
        "{written} changes were written for {expected} reports that said something new; a report is {} KB packed",
        number(bodies[2].len() as f64 / 1_024.0)
    );
    Ok(vec![
        Outcome::at_least("agents' reports, 90 : 8 : 2", GOAL, mixed.rate(), "a second"),
        Outcome::beside("agents' reports, all new machines", format!("{} a second", number(made_known.rate()))),
    ])
}

/// What became of a heap of reports.
struct Sent {
    times: Times,
    seconds: f64,
}

impl Sent {
    fn rate(&self) -> f64 {
        self.times.count() as f64 / self.seconds
    }
}

fn all(bench: &Bench, served: &Served, bodies: &[Vec<u8>]) -> Result<Sent> {
    let next = AtomicUsize::new(0);
    let hand = || -> Result<Times> {
        let (agent, mut times) = (Browser::at(&served.base), Times::default());
        while let Some(body) = bodies.get(next.fetch_add(1, Ordering::Relaxed)) {
            times.add(send(&agent, &bench.mark.token, body)?.ms);
        }
        Ok(times)
    };
    let began = Instant::now();
    let sent = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(hand)).collect();
        hands.into_iter().map(|hand| hand.join().ok().context("an agent fell over")?).collect::<Result<Vec<_>>>()
    })?;
    let mut times = Times::default();
    sent.iter().for_each(|part| times.take_in(part));
    Ok(Sent { times, seconds: began.elapsed().as_secs_f64() })
}

/// Sends one report; anything but an agent's own "well received" is an error.
pub fn send(agent: &Browser, token: &str, body: &[u8]) -> Result<Got> {
    let got = agent.report(&format!("/i/{token}"), body)?;
    ensure!(got.status == 200, "a report was answered {}", got.status);
    Ok(got)
}

/// Computers with agents, in several parks of the sample's; no two share a name.
pub struct Fleet {
    computers: Vec<DemoDevice>,
    /// `<SOFTWARES>` of the catalogue, to fill up with.
    more: Vec<String>,
    today: i32,
}

impl Fleet {
    /// At least `count` computers; `mark` sets their names apart from those of other fleets.
    pub fn new(count: usize, mark: &str) -> Self {
        let today = i32::try_from(Clock::System.now() / DAY_US).unwrap_or(0);
        let seed = mark.bytes().fold(1_u64, |seed, byte| seed * 31 + u64::from(byte));
        let mut computers = Vec::new();
        for n in 0_u64.. {
            if computers.len() >= count {
                break;
            }
            let code = format!("{mark}{n}");
            let bought = park(seed.wrapping_add(n * 7_919), &[place(&code)], today);
            // Servers and the oldest machines are called the same in every park.
            computers.extend(bought.into_iter().filter(|device| device.machine.is_some() && device.name.contains(&code)));
        }
        Self { computers, more: catalogue().iter().map(|program| software(&program.name, &program.version, program.maker, program.arch)).collect(), today }
    }

    /// The machine's first report.
    pub fn first(&self, machine: usize) -> Vec<u8> {
        pack(&self.xml(machine, ""))
    }

    /// A report of another morning. With nothing `added` since it says what the first one did but for the readings of the moment; else it
    /// brings one program more.
    fn later(&self, machine: usize, added: Option<usize>, n: usize) -> Vec<u8> {
        let more = added.map(|added| software("Kiongezi", &format!("{added}.0"), "Kipimo", "x86_64"));
        let xml = self.xml(machine, more.as_deref().unwrap_or_default());
        let Some((before, rest)) = xml.split_once("<LOGDATE>") else { return pack(&xml) };
        let after = rest.split_once('<').map_or("", |(_, after)| after);
        pack(&format!("{before}<LOGDATE>2026-11-24 08:{:02}:{:02}<{after}", n / 60 % 60, n % 60))
    }

    fn xml(&self, machine: usize, added: &str) -> String {
        const STEP: u32 = 0;
        let xml = report_xml(&self.computers[machine], STEP, self.today);
        let has = xml.matches("<SOFTWARES>").count();
        let from = machine * 17 % (self.more.len() - PROGRAMS);
        let more: String = self.more[from..].iter().take(PROGRAMS.saturating_sub(has)).map(String::as_str).collect();
        xml.replacen("<SOFTWARES>", &format!("{more}{added}<SOFTWARES>"), 1)
    }
}

/// Everybody sits in one building, each before a computer.
fn place(code: &str) -> Place {
    let trades = [Trade::Prosecutor, Trade::Registry, Trade::Accounts, Trade::Other, Trade::Ict];
    let holder = |person: usize| Holder {
        person,
        room: format!("Chumba {}", person % 40),
        login: format!("mtu{person}"),
        senior: person.is_multiple_of(6),
        trade: trades[person % trades.len()],
    };
    let rooms = ["Mapokezi", "Masjala", "Chumba cha seva", "Chumba 1", "Stoo"].map(str::to_owned).to_vec();
    Place { code: code.into(), island: 'U', network: "10.20.1".into(), rooms, holders: (0..250).map(holder).collect() }
}

fn software(name: &str, version: &str, maker: &str, arch: &str) -> String {
    format!("<SOFTWARES><NAME>{name}</NAME><VERSION>{version}</VERSION><PUBLISHER>{maker}</PUBLISHER><ARCH>{arch}</ARCH><FROM>registry</FROM></SOFTWARES>")
}

fn pack(xml: &str) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    // Writing to memory cannot fail.
    let _ = packed.write_all(xml.as_bytes());
    packed.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_fleet_reports_250_programs_under_names_of_its_own() {
        let fleet = Fleet::new(300, "T");
        assert_eq!(fleet.computers.iter().map(|computer| &computer.name).collect::<HashSet<_>>().len(), fleet.computers.len());
        assert_eq!(fleet.xml(299, "").matches("<SOFTWARES>").count(), PROGRAMS);
    }

    #[test]
    fn only_a_change_changes_what_the_reader_holds_for_the_same() {
        let fleet = Fleet::new(1, "T");
        let sameness = |body: &[u8]| match agents::read(body, &agents::Headers { user_agent: "FusionInventory-Agent_v2.6-3", ..agents::Headers::default() })
            .expect("reads")
        {
            agents::Message::Inventory(report) => report.sameness_hash(),
            other => unreachable!("{other:?} is no inventory"),
        };
        let first = sameness(&fleet.first(0));
        assert_eq!(first, sameness(&fleet.later(0, None, 77)));
        assert_ne!(first, sameness(&fleet.later(0, Some(77), 77)));
    }
}
