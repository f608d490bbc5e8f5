//! Durable changes a second: small ones, as comments and new requests are, by verbs in this process on a fresh office with real syncs, and
//! through HTTP on the large one. Beside them what the bare disk does in the same minute.

use crate::browser::Browser;
use crate::machine::syncs_a_second;
use crate::office::{Bench, Manner, PASSWORD, found, open};
use crate::outcome::{Outcome, Times, number};
use crate::served::Served;
use anyhow::{Context, Result, ensure};
use desk::request::{Asked, Request};
use kernel::actor::Actor;
use kernel::app::Clock;
use kernel::log::Keys;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const BY_VERBS_GOAL: f64 = 3_000.0;
const THROUGH_HTTP_GOAL: f64 = 1_000.0;
const HANDS: usize = 64;
const LASTING: Duration = Duration::from_secs(10);
const LASTING_SMALL: Duration = Duration::from_secs(2);
/// Of so many changes one opens a request; the others are comments.
const OPENED: usize = 4;

pub fn measure(bench: &Bench) -> Result<Vec<Outcome>> {
    let lasting = if bench.is_small { LASTING_SMALL } else { LASTING };
    println!("\nwriters: comments and, one in {OPENED}, new requests, for {} s each", lasting.as_secs());
    let syncs = syncs_a_second(&bench.folder)?;
    println!("{:<32} {:>9} a second", "bare fdatasync, one thread", number(syncs));
    let mut outcomes = vec![Outcome::beside("bare fdatasync, one thread", format!("{} a second", number(syncs)))];
    outcomes.extend(by_verbs(bench, lasting)?);
    let http = through_http(bench, lasting)?;
    outcomes.push(Outcome::at_least(format!("durable changes through HTTP, {HANDS}"), THROUGH_HTTP_GOAL, http, "a second"));
    Ok(outcomes)
}

/// Lets `hands` act until the time is over; gives what was done, and how long each took.
fn together(hands: usize, lasting: Duration, act: impl Fn(usize, usize) -> Result<()> + Sync) -> Result<(f64, Times)> {
    let began = Instant::now();
    let hand = |hand: usize| -> Result<Times> {
        let mut times = Times::default();
        for n in 0.. {
            if began.elapsed() >= lasting {
                break;
            }
            let asked = Instant::now();
            act(hand, n)?;
            times.add(asked.elapsed().as_secs_f64() * 1_000.0);
        }
        Ok(times)
    };
    let done = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..hands).map(|n| scope.spawn(move || hand(n))).collect();
        hands.into_iter().map(|hand| hand.join().ok().context("a writer fell over")?).collect::<Result<Vec<_>>>()
    })?;
    let seconds = began.elapsed().as_secs_f64();
    let mut times = Times::default();
    done.iter().for_each(|part| times.take_in(part));
    Ok((times.count() as f64 / seconds, times))
}

fn tell(what: &str, rate: f64, times: &Times) {
    println!("{what:<32} {:>9} a second; {} ms at the median, {} at p99", number(rate), number(times.percentile(50.0)), number(times.percentile(99.0)));
}

fn by_verbs(bench: &Bench, lasting: Duration) -> Result<Vec<Outcome>> {
    let data = bench.folder.join("writers");
    for old in [data.clone(), Keys::beside(&data)] {
        std::fs::remove_dir_all(old).or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })?;
    }
    let app = open(&data, Manner { clock: Clock::System, in_a_hurry: false })?;
    let people = found(&app, app.now())?;
    ensure!(people.askers.len() >= HANDS, "the office has too few people");
    let own = people.askers.iter().take(HANDS).map(asks).collect::<Result<Vec<_>>>()?;
    let mut outcomes = Vec::new();
    for hands in [1, 8, HANDS] {
        let before = app.log.size();
        let (rate, times) =
            together(
                hands,
                lasting,
                |hand, n| if n.is_multiple_of(OPENED) { asks(&people.askers[hand]).map(drop) } else { comments(&people.askers[hand], &own[hand]) },
            )?;
        let written = app.log.size() - before;
        ensure!(
            usize::try_from(written).is_ok_and(|written| written == times.count()),
            "{written} changes stand in the ledger, {} were acknowledged",
            times.count()
        );
        tell(&format!("by verbs, {hands} at once"), rate, &times);
        outcomes.push(match hands {
            HANDS => Outcome::at_least(format!("durable changes by verbs, {hands}"), BY_VERBS_GOAL, rate, "a second"),
            _ => Outcome::beside(format!("durable changes by verbs, {hands}"), format!("{} a second", number(rate))),
        });
    }
    app.end();
    drop(people);
    std::fs::remove_dir_all(&data)?;
    std::fs::remove_dir_all(Keys::beside(&data))?;
    Ok(outcomes)
}

fn asks(asker: &Actor) -> Result<String> {
    let mut work = asker.work("request.open")?;
    let asked = Asked { subject: "Printa haifanyi kazi".into(), description: "Tangu asubuhi haichapishi.".into(), ..Asked::default() };
    let request = desk::request::open(&mut work, asked)?;
    work.commit()?;
    Ok(request.head.id.to_string())
}

fn comments(asker: &Actor, id: &str) -> Result<()> {
    let mut work = asker.work("request.comment")?;
    let request: Request = work.find(id)?;
    request.comment(&mut work, "Bado haifanyi kazi.", false)?;
    work.commit()?;
    Ok(())
}

/// A few officers with many windows each.
fn through_http(bench: &Bench, lasting: Duration) -> Result<f64> {
    let served = Served::start(bench)?;
    let officers = bench.mark.accounts.officers.iter().map(|name| Browser::signed_in(&served.base, name, PASSWORD)).collect::<Result<Vec<_>>>()?;
    let open = officers.first().context("no officer")?.get(&format!("/api/v1/request?class=internal&limit={HANDS}"))?.text();
    let open: serde_json::Value = serde_json::from_str(&open)?;
    let numbers: Vec<String> = open["items"].as_array().into_iter().flatten().filter_map(|item| item["number"].as_str().map(str::to_owned)).collect();
    ensure!(numbers.len() == HANDS, "the office shows {} requests", numbers.len());
    let windows: Vec<Browser> = (0..HANDS).map(|hand| officers[hand % officers.len()].another_window()).collect();
    let (refused, before) = (AtomicUsize::new(0), served.changes()?);
    let (rate, times) = together(HANDS, lasting, |hand, n| {
        let got = if n.is_multiple_of(OPENED) {
            windows[hand].post("/request", &[("subject", "Printa haifanyi kazi"), ("description", "Tangu asubuhi haichapishi."), ("urgency", "normal")])?
        } else {
            windows[hand].post(&format!("/request/{}/comment", numbers[hand]), &[("text", "Tunakuja kuangalia.")])?
        };
        refused.fetch_add(usize::from(got.status != 303), Ordering::Relaxed);
        Ok(())
    })?;
    let written = served.changes()? - before;
    let refused = refused.load(Ordering::Relaxed);
    ensure!(refused == 0, "{refused} of {} were refused", times.count());
    ensure!(written == times.count() as u64, "{written} changes stand in the ledger, {} were acknowledged", times.count());
    tell(&format!("through HTTP, {HANDS} at once"), rate, &times);
    Ok(rate)
}
