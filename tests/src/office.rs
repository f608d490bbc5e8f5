//! A demo office in a folder, and the program running on it. The office is made once for a built
//! program and used in place by every test, since its signing key stands outside its folder.
//! Stopping is SIGTERM and must end well; whatever is still running when a test fails is ended.

use anyhow::{Context, Result, bail, ensure};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::http::Client;
use crate::printed::{Printed, ROLES};

/// A demo that has to make two years of an office first, built without optimisation.
pub const MAKING: Duration = Duration::from_secs(900);
const STARTING: Duration = Duration::from_secs(60);
const STOPPING: Duration = Duration::from_secs(30);
/// How often a wait looks again.
const GLANCE: Duration = Duration::from_millis(5);

const DATA: &str = "demo";

pub struct Office {
    program: PathBuf,
    pub scratch: PathBuf,
}

pub struct Running {
    child: Child,
    pub addr: SocketAddr,
    lines: Arc<Mutex<String>>,
    log: PathBuf,
}

impl Office {
    /// The office of `program` below `scratch`; an office of an older build is thrown away.
    pub fn in_folder(program: &Path, scratch: &Path) -> Result<Office> {
        let program = program.canonicalize().with_context(|| format!("no program at {}", program.display()))?;
        fs::create_dir_all(scratch)?;
        let office = Office { program, scratch: scratch.canonicalize()? };
        let built = fs::metadata(&office.program)?.modified()?;
        let made = fs::metadata(office.mark()).and_then(|mark| mark.modified());
        if made.is_ok_and(|made| made < built) {
            fs::remove_dir_all(office.folder())?;
        }
        Ok(office)
    }

    /// Holds the data folder, the keys beside it and the program's home.
    pub fn folder(&self) -> PathBuf {
        self.scratch.join("office")
    }

    pub fn data(&self) -> PathBuf {
        self.folder().join(DATA)
    }

    /// Keeps the office as it is now, keys and all, under a name in the scratch folder.
    pub fn keep_as(&self, name: &str) -> Result<()> {
        copy(&self.folder(), &self.scratch.join(name))
    }

    /// The office as it was kept, at the place where it was.
    pub fn put_back(&self, name: &str) -> Result<()> {
        copy(&self.scratch.join(name), &self.folder())
    }

    /// Only its data as it was kept; what stands beside them stays as it is.
    pub fn put_back_data(&self, name: &str) -> Result<()> {
        copy(&self.scratch.join(name).join(DATA), &self.data())
    }

    /// Written when the office is complete; what a broken start left behind is not used.
    fn mark(&self) -> PathBuf {
        self.folder().join("made")
    }

    /// Makes the office unless it is there, and says how long it took from start to answer.
    pub fn make(&self, limit: Duration) -> Result<()> {
        if self.mark().exists() {
            return Ok(());
        }
        if self.folder().exists() {
            fs::remove_dir_all(self.folder())?;
        }
        fs::create_dir_all(self.folder().join("home"))?;
        let running = self.start_with(&[], limit)?;
        println!("a new demo office answered after {:.1} s", running.1.as_secs_f64());
        running.0.stop()?;
        File::create(self.mark())?;
        Ok(())
    }

    pub fn start(&self) -> Result<(Running, Duration)> {
        self.make(MAKING)?;
        self.start_with(&[], STARTING)
    }

    /// Starts the demo with `variables` in its environment and waits until it answers.
    pub fn start_with(&self, variables: &[(&str, String)], limit: Duration) -> Result<(Running, Duration)> {
        let begun = Instant::now();
        let mut running = self.spawn(variables)?;
        running.wait_until_ready(limit)?;
        Ok((running, begun.elapsed()))
    }

    pub fn spawn(&self, variables: &[(&str, String)]) -> Result<Running> {
        let addr = free_address()?;
        let data = self.data();
        let listen = addr.to_string();
        let mut command = self.command(&["demo", "--data", text(&data)?, "--listen", &listen]);
        command.envs(variables.iter().map(|(name, value)| (*name, value)));
        self.spawn_command(command, addr)
    }

    pub fn spawn_command(&self, mut command: Command, addr: SocketAddr) -> Result<Running> {
        let log = self.scratch.join("program.log");
        let errors = File::options().create(true).append(true).open(&log)?;
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors).spawn()?;
        let lines = Arc::new(Mutex::new(String::new()));
        if let Some(output) = child.stdout.take() {
            let lines = Arc::clone(&lines);
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    if let Ok(mut lines) = lines.lock() {
                        *lines += &(line + "\n");
                    }
                }
            });
        }
        Ok(Running { child, addr, lines, log })
    }

    /// A command of the program, with a home of its own so that no key of another office is met.
    pub fn command(&self, words: &[&str]) -> Command {
        let home = self.folder().join("home");
        let mut command = Command::new(&self.program);
        command.args(words).env("HOME", &home).current_dir(self.folder());
        for name in ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs `tehama WORDS --data DATA` to its end: whether it was satisfied, and all it said.
    pub fn ask(&self, words: &[&str]) -> Result<(bool, String)> {
        let data = self.data();
        let output = self.command(words).args(["--data", text(&data)?]).output()?;
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        Ok((output.status.success(), said.into_owned()))
    }

    /// `verify` and `rebuild --check` must both be satisfied.
    pub fn must_be_sound(&self) -> Result<()> {
        for words in [&["verify"][..], &["rebuild", "--check"]] {
            let (satisfied, said) = self.ask(words)?;
            ensure!(satisfied, "tehama {} is not satisfied:\n{said}", words.join(" "));
        }
        Ok(())
    }
}

impl Running {
    /// Waits until /health answers 200; an error when the program ends or `limit` passes.
    pub fn wait_until_ready(&mut self, limit: Duration) -> Result<()> {
        let end = Instant::now() + limit;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait()? {
                bail!("the program ended before it answered: {status}\n{}", self.last_words());
            }
            if self.is_ready() {
                return Ok(());
            }
            std::thread::sleep(GLANCE);
        }
        bail!("no answer from /health within {} s\n{}", limit.as_secs(), self.last_words())
    }

    pub fn is_ready(&self) -> bool {
        Client::new(self.addr).get("/health").is_ok_and(|answer| answer.status == 200)
    }

    /// What it printed for people; waits a little for the last line.
    pub fn printed(&self) -> Result<Printed> {
        let end = Instant::now() + Duration::from_secs(5);
        loop {
            let text = self.lines.lock().map(|lines| lines.clone()).unwrap_or_default();
            match Printed::read(&text) {
                Err(_) if Instant::now() < end => std::thread::sleep(GLANCE),
                read => return read.with_context(|| format!("printed was:\n{text}")),
            }
        }
    }

    /// SIGTERM; the program must end by itself and say that all is well.
    pub fn stop(mut self) -> Result<()> {
        self.signal("TERM")?;
        let status = self.wait(STOPPING)?.context("SIGTERM did not end the program")?;
        ensure!(status.success(), "SIGTERM ended it with {status}\n{}", self.last_words());
        Ok(())
    }

    pub fn signal(&self, name: &str) -> Result<()> {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.child.id().to_string()).status()?;
        ensure!(sent.success(), "SIG{name} could not be sent");
        Ok(())
    }

    /// The end of the program within `limit`, if it comes.
    pub fn wait(&mut self, limit: Duration) -> Result<Option<ExitStatus>> {
        let end = Instant::now() + limit;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Some(status));
            }
            std::thread::sleep(GLANCE);
        }
        Ok(None)
    }

    pub fn last_words(&self) -> String {
        let log = fs::read(&self.log).unwrap_or_default();
        String::from_utf8_lossy(&log[log.len().saturating_sub(3000)..]).into_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Ended already, or the test has failed: either way nothing may stay behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs `command` while the office is open; it finds address and accounts in its environment.
pub fn with(office: &Office, command: &[String]) -> Result<()> {
    let (first, rest) = command.split_first().context("`with` needs a command after --")?;
    let (running, _) = office.start()?;
    let printed = running.printed()?;
    let mut command = Command::new(first);
    command.args(rest).env("TEHAMA_ADDRESS", format!("http://{}", running.addr));
    command.env("TEHAMA_AGENT_ADDRESS", &printed.agent_address).env("TEHAMA_API_TOKEN", &printed.api_token);
    for role in ROLES {
        let account = printed.account(role)?;
        command.env(format!("TEHAMA_{}_NAME", role.to_uppercase()), &account.name);
        command.env(format!("TEHAMA_{}_PASSWORD", role.to_uppercase()), &account.password);
    }
    let status = command.status().with_context(|| format!("{first} does not start"))?;
    running.stop()?;
    ensure!(status.success(), "{first} ended with {status}");
    Ok(())
}

/// A whole copy of `from` as `to`, with times and rights; what stood at `to` goes.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    let status = Command::new("cp").arg("-a").arg(from).arg(to).status()?;
    ensure!(status.success(), "{} could not be copied", from.display());
    Ok(())
}

pub fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

pub fn text(path: &Path) -> Result<&str> {
    path.to_str().with_context(|| format!("{} is not UTF-8", path.display()))
}
