//! The real program, serving the office of the benches on loopback in a process of its own; ended when it is no longer needed.

use crate::browser::Browser;
use crate::office::Bench;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

pub struct Served {
    child: Child,
    pub base: String,
}

impl Served {
    /// Starts the program and waits until it answers.
    pub fn start(bench: &Bench) -> Result<Self> {
        const STARTING: Duration = Duration::from_secs(60);
        let program = bench.program()?;
        let listen = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?;
        let log = File::create(bench.folder.join("serve.log"))?;
        let mut command = Command::new(&program);
        command.arg("serve").arg("--data").arg(bench.home()).arg("--keys").arg(bench.keys()).arg("--listen").arg(listen.to_string());
        let child = command.stdout(Stdio::null()).stderr(log).spawn().with_context(|| format!("{} cannot be started", program.display()))?;
        let mut served = Self { child, base: format!("http://{listen}") };
        let began = Instant::now();
        while Browser::at(&served.base).get("/health").is_err() {
            if let Some(ended) = served.child.try_wait()? {
                bail!("the program ended ({ended}); see {}", bench.folder.join("serve.log").display());
            }
            if began.elapsed() > STARTING {
                bail!("the program does not answer; see {}", bench.folder.join("serve.log").display());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        println!("serving from {} after {:.0} ms", served.base, began.elapsed().as_secs_f64() * 1_000.0);
        Ok(served)
    }

    pub fn number(&self) -> u32 {
        self.child.id()
    }

    /// How many changes its ledger holds: the second line of its checkpoint.
    pub fn changes(&self) -> Result<u64> {
        let note = Browser::at(&self.base).get("/ledger/checkpoint")?.text();
        note.lines().nth(1).and_then(|line| line.parse().ok()).context("the checkpoint names no size")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        const ENDING: Duration = Duration::from_secs(30);
        if matches!(self.child.try_wait(), Ok(Some(_))) {
            return;
        }
        // SIGTERM, so that the write-ahead log is folded in; one that does not end is ended.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let asked = Instant::now();
        while asked.elapsed() < ENDING {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        eprintln!("the program did not end within {} s of being asked to", ENDING.as_secs());
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
