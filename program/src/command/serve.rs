//! `tehama serve`: the real thing. An address that others can reach is served over HTTPS or not at all.

use super::{Manner, open};
use crate::settings::File;
use crate::{Listening, OfOffice, server};
use anyhow::{Result, bail};
use clap::Args;
use kernel::app::DEMO_MARK;
use kernel::log::write_private;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    office: OfOffice,
    #[command(flatten)]
    listening: Listening,
    /// HTTP bila TLS; kwa 127.0.0.1 tu / plain HTTP; loopback only.
    #[arg(long)]
    plain: bool,
    /// Funguo zimepotea: anza daftari jipya / the keys are lost: begin a new log.
    #[arg(long)]
    new_log: bool,
}

const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

impl Serve {
    pub fn run(self) -> Result<ExitCode> {
        let data = &self.office.data;
        if data.join(DEMO_MARK).exists() {
            bail!("{0} ni afisi ya mfano; tumia `tehama demo` / {0} is a demo's folder; use `tehama demo`", data.display());
        }
        let settings = File::of(data)?;
        let keys = self.office.keys.clone().or(settings.keys.clone()).unwrap_or_else(|| self.office.keys());
        let listen = self.listening.listen.or(settings.listen).unwrap_or(DEFAULT_LISTEN);
        let https = !(listen.ip().is_loopback() || self.plain);
        if self.plain && !listen.ip().is_loopback() {
            bail!("{listen}: bila HTTPS ni kwa 127.0.0.1 tu / without HTTPS only loopback is served; leave --plain away and a private certificate is made");
        }
        let app = open(data, &keys, Manner { begins_anew: self.new_log, ..Manner::everyday(https) })?;
        // The keys' folder may have been put back after a restore: what was erased since the copy goes again before anyone reads.
        kernel::erasure::repeat(&app)?;
        let first = crate::domains::first_link(&app)?;
        crate::schedule::configure(settings, &keys);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(server::serve(app, listen, https.then_some(keys.as_path()), |address| {
            let scheme = if https { "https" } else { "http" };
            println!("tehama: {scheme}://{address}");
            if https {
                println!("cheti cha mamlaka ya ndani / private authority's certificate: {}", keys.join("ca.pem").display());
            }
            if let Some(path) = first {
                tell_first(&keys, &format!("{scheme}://{address}{path}"));
            }
        }))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Shows the one-time link to whoever sits at the terminal; a log is read by others, so there it names a file for the owner's eyes only.
fn tell_first(keys: &Path, link: &str) {
    let told = "akaunti ya kwanza, dakika 30 / first account, 30 minutes";
    if std::io::stdout().is_terminal() {
        println!("{told}: {link}");
        return;
    }
    let path = keys.join("first-link");
    match write_private(&path, format!("{link}\n").as_bytes()) {
        Ok(()) => println!("{told}: {}", path.display()),
        Err(error) => eprintln!("tehama: {}: {error}", path.display()),
    }
}
