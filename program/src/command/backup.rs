//! `tehama backup`: a sealed, consistent copy of database, files and checkpoint, laid out so that `age` and `sha256sum` open it by hand.

use super::must_exist;
use crate::OfOffice;
use anyhow::{Context, Result};
use clap::Args;
use kernel::log::{read_last, write_private};
use kernel::verify::open;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use vault::{Identity, Recipient, seal_folder};

#[derive(Args)]
pub struct Backup {
    /// Folda ya kuwekea nakala / folder that the copy goes into.
    target: PathBuf,
    #[command(flatten)]
    office: OfOffice,
}

/// The file in the keys' folder that opens the backups.
const IDENTITY_FILE: &str = "backup.key";

const ABOUT: &str = "Nakala rudufu ya afisi: kanzidata (office.db), mafaili yaliyoambatishwa, saini ya mwisho ya daftari (checkpoint).\n\
    Fungua kwa: tehama restore FOLDA --data FOLDA_MPYA --identity backup.key\n\n\
    A sealed copy of an office: database (office.db), attached files, the ledger's last signed note (checkpoint).\n\
    Open with: tehama restore FOLDER --data NEW_FOLDER --identity backup.key\n";

impl Backup {
    pub fn run(self) -> Result<ExitCode> {
        must_exist(&self.office.data)?;
        let folder = seal(&self.office.data, &self.office.keys(), &self.target)?;
        println!("nakala imewekwa / copied into {}", folder.display());
        println!(
            "ufunguo wa kufungulia / opened by {}: weka nakala yake mbali na nakala hii / keep a copy of it apart from this one",
            self.office.keys().join(IDENTITY_FILE).display()
        );
        Ok(ExitCode::SUCCESS)
    }
}

/// Seals a copy into a new folder, named by the moment, within `target`; gives its path.
#[expect(clippy::disallowed_methods, reason = "a copy is named by the machine's clock; it is no record")]
pub fn seal(data: &Path, keys: &Path, target: &Path) -> Result<PathBuf> {
    let scratch = data.join("backup.part");
    std::fs::remove_dir_all(&scratch).or_else(|error| if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) })?;
    std::fs::create_dir_all(&scratch)?;
    let copy = scratch.join("office.db");
    let conn = kernel::db::Conn::open_writer(&data.join(kernel::app::DATABASE))?;
    conn.copy_to(&copy).context("the database cannot be copied")?;
    drop(conn);
    let mut entries = vec![(copy.clone(), "office.db".to_owned())];
    if let Some(last) = read_last(keys)? {
        std::fs::write(scratch.join("checkpoint"), last.note)?;
        entries.push((scratch.join("checkpoint"), "checkpoint".into()));
    }
    for name in ["tehama.toml", "DEMO"] {
        if data.join(name).exists() {
            entries.push((data.join(name), name.into()));
        }
    }
    // Files are named by their bytes and never change: those the copy names are there.
    let named = open(&scratch)?.rows("SELECT DISTINCT sha256 FROM fact_kept ORDER BY sha256", &[], |row| row.text("sha256"))?;
    for sha256 in named {
        let path = format!("files/{}/{sha256}", &sha256[..2]);
        entries.push((data.join(&path), path));
    }
    let moment = jiff::Timestamp::now().strftime("%Y-%m-%dT%H%M%SZ").to_string();
    std::fs::create_dir_all(target)?;
    let folder = target.join(format!("tehama-{moment}"));
    seal_folder(&entries, &folder, &[recipient(keys)?], ABOUT)?;
    std::fs::remove_dir_all(&scratch)?;
    Ok(folder)
}

/// The office's own recipient; its identity is made at the first copy and stays in the keys' folder.
fn recipient(keys: &Path) -> Result<Recipient> {
    Ok(identity(keys)?.recipient())
}

pub fn identity(keys: &Path) -> Result<Identity> {
    let path = keys.join(IDENTITY_FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) => text.trim().parse().map_err(|error| anyhow::anyhow!("{}: {error}", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let identity = Identity::generate();
            write_private(&path, identity.reveal().as_bytes())?;
            Ok(identity)
        }
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}
