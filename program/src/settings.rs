//! The one settings file and the environment over it. An office needs neither: every setting has a default, and what the office itself
//! decides (hours, targets, names) is a record, not a line here.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// `tehama.toml` in the data folder; `TEHAMA_LISTEN` and the like win over it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct File {
    pub listen: Option<std::net::SocketAddr>,
    pub keys: Option<PathBuf>,
    pub backup: Backup,
    pub mail: Option<Mail>,
    pub witnesses: Vec<WitnessAt>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Backup {
    /// Where sealed copies go: another disk, a USB stick, a mounted share.
    pub folder: Option<PathBuf>,
    pub every_hours: u32,
    /// Copies kept; older ones go.
    pub keep: usize,
}

impl Default for Backup {
    fn default() -> Self {
        Self { folder: None, every_hours: 24, keep: 30 }
    }
}

/// Who gets the day's checkpoint, and through which server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub host: String,
    #[serde(default = "smtp_port")]
    pub port: u16,
    pub from: String,
    /// Two officers at least, so that no one alone can lose it.
    pub checkpoint_to: Vec<String>,
    pub user: Option<String>,
    pub password: Option<String>,
    /// Plain SMTP is for a mail server on this machine.
    #[serde(default)]
    pub plain: bool,
}

fn smtp_port() -> u16 {
    465
}

/// A witness at another institution.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WitnessAt {
    pub url: String,
    pub vkey: String,
}

impl File {
    pub fn of(data: &Path) -> Result<Self> {
        let path = data.join("tehama.toml");
        let mut file = match std::fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text).with_context(|| format!("{} cannot be understood", path.display()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => return Err(error).with_context(|| format!("{} cannot be read", path.display())),
        };
        if let Ok(listen) = std::env::var("TEHAMA_LISTEN") {
            file.listen = Some(listen.parse().context("TEHAMA_LISTEN is no address and port")?);
        }
        if let Ok(folder) = std::env::var("TEHAMA_BACKUP_FOLDER") {
            file.backup.folder = Some(folder.into());
        }
        Ok(file)
    }
}
