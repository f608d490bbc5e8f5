//! The machine that the figures were taken on, printed before any of them: without it no figure means anything. Tells how often its disk
//! can make a small write durable, since nothing durable can be faster than that, only wider.

use crate::outcome::{grouped, number};
use anyhow::{Context, Result};
use kernel::app::Clock;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// Prints processor, memory, system, disk, date, version, load and the disk's bare sync rate.
pub fn print(folder: &Path) -> Result<()> {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!("machine   {} x {cores}", line_of("/proc/cpuinfo", "model name"));
    println!("memory    {} MB", line_of("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse::<u64>().map_or(0, |kb| kb >> 10));
    println!("system    {}", first_line("/proc/sys/kernel/osrelease"));
    println!("disk      {} free at {}", free(folder), folder.display());
    println!("date      {}", kernel::time::evidence(Clock::System.now()));
    println!("version   tehama {} ({})", env!("CARGO_PKG_VERSION"), if cfg!(debug_assertions) { "NOT an optimised build" } else { "release" });
    println!("load      {}", first_line("/proc/loadavg"));
    warn_when_busy();
    println!("fdatasync {} a second, 256 bytes each, one thread", number(syncs_a_second(folder)?));
    Ok(())
}

/// How often a second 256 bytes can be appended to a file in `folder` and made durable, one after the other.
pub fn syncs_a_second(folder: &Path) -> Result<f64> {
    const LONG_ENOUGH: Duration = Duration::from_secs(3);
    let path = folder.join("fdatasync");
    let mut file = File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
    let (began, mut count) = (Instant::now(), 0_u32);
    while began.elapsed() < LONG_ENOUGH {
        file.write_all(&[7; 256])?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    std::fs::remove_file(&path)?;
    Ok(rate)
}

/// Above this somebody else is at work, and times tell of them as much as of the program.
const IDLE_LOAD: f64 = 0.5;

/// Says so when the machine is not the benches' own.
fn warn_when_busy() {
    let load = first_line("/proc/loadavg");
    if load.split(' ').next().and_then(|load| load.parse::<f64>().ok()).is_some_and(|load| load > IDLE_LOAD) {
        println!("NOT IDLE  others are at work on this machine, and times tell of them too");
    }
}

/// The processor time that a running program has used, in seconds.
pub fn processor_seconds(program: u32) -> Result<f64> {
    /// Of the kernel's own clock, the same on every Linux that programs run on.
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = std::fs::read_to_string(format!("/proc/{program}/stat"))?;
    // The name stands in brackets and may hold anything.
    let fields: Vec<&str> = stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().collect()).unwrap_or_default();
    let ticks = |n: usize| fields.get(n).and_then(|field| field.parse::<f64>().ok()).context("the processor time stands in /proc, which is not here");
    Ok((ticks(11)? + ticks(12)?) / TICKS_A_SECOND)
}

fn first_line(path: &str) -> String {
    std::fs::read_to_string(path).ok().and_then(|text| text.lines().next().map(str::to_owned)).unwrap_or_else(|| "unknown".into())
}

fn line_of(path: &str, name: &str) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(name));
    line.and_then(|line| line.split_once(':')).map_or_else(|| "unknown".into(), |(_, value)| value.trim().to_owned())
}

#[cfg(unix)]
fn free(folder: &Path) -> String {
    rustix::fs::statvfs(folder).map_or_else(|_| "unknown".into(), |fs| format!("{} MB", grouped((fs.f_bavail * fs.f_frsize) >> 20)))
}

#[cfg(not(unix))]
fn free(_: &Path) -> String {
    "unknown".into()
}

/// The most memory that a running program has ever held, in MB.
pub fn peak_mb(program: u32) -> Result<f64> {
    let kb = line_of(&format!("/proc/{program}/status"), "VmHWM");
    let kb: f64 = kb.trim_end_matches(" kB").trim().parse().context("the peak memory stands in /proc, which is not here")?;
    Ok(kb / 1_024.0)
}
