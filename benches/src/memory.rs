//! The most memory the server ever held, after what costs most: pages for four, two sign-ins in the same moment (each fills 64 MB on
//! purpose), an export of about ten thousand rows, a hundred agents' reports.

use crate::browser::Browser;
use crate::inventories::{Fleet, send};
use crate::machine::peak_mb;
use crate::office::{Bench, PASSWORD};
use crate::outcome::{Outcome, grouped, number};
use crate::pages;
use crate::served::Served;
use anyhow::{Context, Result};

const GOAL_MB: f64 = 300.0;
/// Enough for every cache to fill.
const OF_EACH: usize = 60;
const REPORTS: usize = 100;

pub fn measure(bench: &Bench) -> Result<Vec<Outcome>> {
    let served = Served::start(bench)?;
    println!("\nmemory: the server's peak (VmHWM), step by step");
    let told = |after: &str| -> Result<f64> {
        let peak = peak_mb(served.number())?;
        println!("{:>8} MB after {after}", number(peak));
        Ok(peak)
    };
    told("starting")?;
    pages::walk(bench, &served, OF_EACH)?;
    let paged = told("lists and searches of four users")?;
    let officers = &bench.mark.accounts.officers;
    let (first, second) = (officers.first().context("no officer")?, officers.get(1).context("no second officer")?);
    let browser = std::thread::scope(|scope| {
        let one = scope.spawn(|| Browser::signed_in(&served.base, first, PASSWORD));
        let other = scope.spawn(|| Browser::signed_in(&served.base, second, PASSWORD));
        other.join().ok().context("a sign-in fell over")??;
        one.join().ok().context("a sign-in fell over")?
    })?;
    told("two sign-ins at once")?;
    let export = browser.get("/request/export.csv?category=printer")?;
    let rows = export.text().lines().count().saturating_sub(1);
    told(&format!("an export of {} rows in {} ms", grouped(rows as u64), number(export.ms)))?;
    let fleet = Fleet::new(REPORTS, "M");
    for machine in 0..REPORTS {
        send(&Browser::at(&served.base), &bench.mark.token, &fleet.first(machine))?;
    }
    let peak = told(&format!("{REPORTS} new machines reported"))?;
    Ok(vec![
        Outcome::beside("server memory after the pages", format!("{} MB", number(paged))),
        Outcome::at_most("peak memory after everything", GOAL_MB, peak, "MB"),
    ])
}
