//! `tehama demo`: a whole sample office in a marked folder, served on loopback, with everything printed that a visitor needs.

use super::{Manner, open};
use crate::demo::{Made, PASSWORD, make};
use crate::{Listening, server};
use anyhow::{Context, Result, bail};
use clap::Args;
use kernel::app::{DATABASE, DEMO_MARK};
use kernel::log::Keys;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Args)]
pub struct Demo {
    /// Folda ya afisi ya mfano / the sample office's folder.
    #[arg(long, value_name = "DIR", default_value = "demo")]
    data: PathBuf,
    #[command(flatten)]
    listening: Listening,
    /// Siku ya mfano, YYYY-MM-DD / the day the sample shows; today unless said.
    #[arg(long, value_name = "DATE")]
    today: Option<jiff::civil::Date>,
    /// Mbegu ya mfano / the seed: the same makes the same office.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Demo {
    pub fn run(self) -> Result<ExitCode> {
        let listen = self.listening.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        if !listen.ip().is_loopback() {
            bail!("mfano husikiliza kwenye kompyuta hii tu / the demo listens on loopback only");
        }
        let keys = Keys::beside(&self.data);
        let made = match read_mark(&self.data)? {
            Some(made) => made,
            None => self.make(&keys)?,
        };
        let app = open(&self.data, &keys, Manner::everyday(false))?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(server::serve(app, listen, None, |address| tell(address, &self.data, &made)))?;
        Ok(ExitCode::SUCCESS)
    }

    /// Makes the office; a folder left half-made by a cut is made again from nothing.
    fn make(&self, keys: &Path) -> Result<Made> {
        if self.data.join(DATABASE).exists() && !self.data.join(UNFINISHED).exists() {
            bail!("{0} ina afisi ambayo si ya mfano / {0} holds an office that is no demo", self.data.display());
        }
        for folder in [self.data.as_path(), keys] {
            std::fs::remove_dir_all(folder).or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })?;
        }
        kernel::app::private_folder(&self.data)?;
        std::fs::write(self.data.join(UNFINISHED), "")?;
        std::fs::write(self.data.join(DEMO_MARK), "")?;
        eprintln!("afisi ya mfano inatengenezwa / making the sample office …");
        let made = make(&self.data, keys, self.seed, self.today)?;
        std::fs::write(self.data.join(DEMO_MARK), serde_json::to_string_pretty(&made)?)?;
        std::fs::remove_file(self.data.join(UNFINISHED))?;
        Ok(made)
    }
}

/// Stands in the folder while it is being made.
const UNFINISHED: &str = "UNFINISHED";

fn read_mark(data: &Path) -> Result<Option<Made>> {
    if data.join(UNFINISHED).exists() || !data.join(DEMO_MARK).exists() {
        return Ok(None);
    }
    let text = std::fs::read_to_string(data.join(DEMO_MARK))?;
    Ok(Some(serde_json::from_str(&text).context("the mark of the demo's folder cannot be read")?))
}

fn tell(address: SocketAddr, data: &Path, made: &Made) {
    println!();
    println!("  tehama – afisi ya mfano / a sample office (watu wote ni wa kubuni / all people are made up)");
    println!("  http://{address}");
    println!();
    for account in &made.accounts {
        println!("  {:<9} {:<9} {PASSWORD}", account.role, account.login);
    }
    println!();
    println!("  folda / folder:   {}", data.display());
    println!("  wakala / agents:   http://{address}/i/{}", made.agent_token);
    println!("  API (kusoma tu / read only):   {}", made.api_token);
    println!();
}
