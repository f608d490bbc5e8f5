//! The `tehama` command: serves an office, makes a demo one, and proves, saves and restores what an office holds.

mod command;
mod demo;
mod domains;
#[cfg(test)]
mod every;
mod files;
mod health;
mod ledger;
mod outer;
#[cfg(test)]
mod saving;
mod schedule;
mod search;
mod server;
mod settings;
mod tls;
mod today;

use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// tehama: kazi zote za kitengo cha TEHAMA / the whole work of an office's ICT unit.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Tengeneza afisi ya mfano na uionyeshe / make a sample office and serve it on loopback.
    Demo(command::demo::Demo),
    /// Hudumia afisi / serve an office.
    Serve(command::serve::Serve),
    /// Eleza kilichoharibika kwa maneno / say in words what is wrong with settings, disk, clock, database.
    Check(OfOffice),
    /// Hakiki daftari la mabadiliko / recompute the ledger and every record from nothing.
    Verify(command::verify::Verify),
    /// Jenga upya kumbukumbu kutoka kwenye daftari / replay the ledger.
    Rebuild(command::rebuild::Rebuild),
    /// Weka nakala rudufu iliyofungwa / write a sealed copy.
    Backup(command::backup::Backup),
    /// Rudisha kutoka nakala rudufu / restore into an empty folder.
    Restore(command::restore::Restore),
    /// Kuwa shahidi wa daftari za taasisi nyengine / witness other institutions' ledgers.
    Witness(command::witness::Witness),
    /// Toa dondoo yenye uthibitisho / write an extract that a court can check offline.
    Extract(command::extract::Extract),
    /// Futa kwa amri halali / erase fields of a record by lawful order.
    Erase(command::erase::Erase),
}

/// The office a command is about.
#[derive(Args, Clone)]
pub struct OfOffice {
    /// Folda ya afisi / the office's folder.
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// Folda ya funguo, nje ya folda ya afisi / the keys' folder; beside the data unless said.
    #[arg(long, value_name = "DIR")]
    pub keys: Option<PathBuf>,
}

impl OfOffice {
    pub fn keys(&self) -> PathBuf {
        self.keys.clone().unwrap_or_else(|| kernel::log::Keys::beside(&self.data))
    }
}

/// Where to listen.
#[derive(Args, Clone)]
pub struct Listening {
    /// Anwani ya kusikiliza / address and port to listen on.
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .with_writer(std::io::stderr)
        .init();
    let ran = match Cli::parse().command {
        Command::Demo(demo) => demo.run(),
        Command::Serve(serve) => serve.run(),
        Command::Check(office) => command::check::run(&office),
        Command::Verify(verify) => verify.run(),
        Command::Rebuild(rebuild) => rebuild.run(),
        Command::Backup(backup) => backup.run(),
        Command::Restore(restore) => restore.run(),
        Command::Witness(witness) => witness.run(),
        Command::Extract(extract) => extract.run(),
        Command::Erase(erase) => erase.run(),
    };
    match ran {
        Ok(code) => code,
        Err(error) => {
            eprintln!("tehama: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The program's own words: the first page, the outer pages, health.
pub fn words() -> kernel::words::Source {
    kernel::words::Source { name: "program", sw: include_str!("../words/sw.ftl"), en: include_str!("../words/en.ftl") }
}
