//! `tehama restore`: a sealed copy opened into an empty folder, checked against its own list, its ledger verified, its records replayed
//! from nothing.

use super::{backup, verify::tell};
use anyhow::{Context, Result, bail};
use clap::Args;
use kernel::app::registry;
use kernel::verify::{ledger, open, replay};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use vault::{Identity, State, check_folder, open_folder};

#[derive(Args)]
pub struct Restore {
    /// Folda ya nakala rudufu / the sealed copy's folder.
    copy: PathBuf,
    /// Folda tupu ya afisi / the office's new, empty folder.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Folda ya funguo / the keys' folder; beside the data unless said.
    #[arg(long, value_name = "DIR")]
    keys: Option<PathBuf>,
    /// Ufunguo wa nakala rudufu / the key that opens the copy; `backup.key` of the keys' folder unless said.
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
}

impl Restore {
    pub fn run(self) -> Result<ExitCode> {
        let keys = self.keys.clone().unwrap_or_else(|| kernel::log::Keys::beside(&self.data));
        let identity = match &self.identity {
            Some(path) => std::fs::read_to_string(path)
                .with_context(|| path.display().to_string())?
                .trim()
                .parse()
                .map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?,
            None if keys.join("backup.key").exists() => backup::identity(&keys)?,
            None => bail!("--identity: ufunguo wa nakala hii haujulikani / say where the key of this copy is"),
        };
        let sound = restore(&self.copy, &self.data, &identity)?;
        if keys.join("log.key").exists() {
            let app = super::open(&self.data, &keys, super::Manner::everyday(false))?;
            let repeated = kernel::erasure::repeat(&app)?;
            app.end();
            if repeated > 0 {
                println!("amri za kufuta zilizorudiwa / erasure orders repeated: {repeated}");
            }
        }
        println!("{}", if sound { "imerudishwa na kuhakikiwa / restored and verified" } else { "imerudishwa, lakini SI SAHIHI / restored, but NOT sound" });
        if !keys.join("log.key").exists() {
            println!(
                "ufunguo wa daftari haupo katika {0}: rudisha folda ya funguo, au, ikiwa imepotea kabisa, anza daftari jipya kwa `tehama serve --new-log` / the ledger's key is not in {0}: put the keys' folder back or, if it is lost for good, begin a new log with `tehama serve --new-log`",
                keys.display()
            );
        }
        Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// What a copy holds is not for other accounts of the machine.
#[cfg(unix)]
fn only_for_the_owner(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700))?;
    Ok(())
}

#[cfg(not(unix))]
fn only_for_the_owner(_folder: &Path) -> Result<()> {
    Ok(())
}

/// Opens a copy into `data` and verifies it; false when something in it is not as it was written.
pub fn restore(copy: &Path, data: &Path, identity: &Identity) -> Result<bool> {
    let is_empty = std::fs::read_dir(data).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty {
        bail!("{0} si tupu / {0} is not empty", data.display());
    }
    let broken: Vec<_> = check_folder(copy)?.into_iter().filter(|finding| finding.state != State::Whole).collect();
    for finding in &broken {
        println!("KOSA / fault: {} {:?}", finding.name, finding.state);
    }
    if !broken.is_empty() {
        bail!("nakala imeharibika / the copy is damaged; nothing was restored");
    }
    if data.exists() {
        std::fs::remove_dir(data)?;
    }
    open_folder(copy, identity, data).context("the copy cannot be opened")?;
    only_for_the_owner(data)?;
    let conn = open(data)?;
    // An older copy is what a restore is for: what was signed since is told by `check` and starts a new log, and is no fault of the copy.
    let mut finding = ledger(&conn, data, Path::new(""))?;
    finding.faults.extend(replay(&conn, &registry(&crate::domains::domains()))?.faults);
    println!("mabadiliko / changes: {}; mafaili / files: {}", finding.changes, finding.files);
    Ok(tell(&finding))
}
