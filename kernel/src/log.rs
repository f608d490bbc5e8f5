//! The ledger's binding: where the tree over the changes is kept, who signs it, and when it must not be signed. The key and the size and root
//! signed last stand outside the data folder and every backup, so an older database put back is noticed before anything is signed.

use crate::db::Conn;
use crate::problem::{Problem, Result};
use crate::vals;
use ledger::checkpoint::Checkpoint;
use ledger::note::{KeyKind, Note, SignerKey, VerifierKey};
use ledger::tiles::{FolderTiles, LeafSource, TileCache};
use ledger::tree::{Frontier, SourceError};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The folder that holds what must not lie beside the records.
#[derive(Clone, Debug)]
pub struct Keys {
    pub folder: PathBuf,
    /// Used once, to make the signing key of a new office.
    pub entropy: [u8; 32],
    /// A demo's log says so in its very name, so that no extract of it can pass for an office's.
    pub is_demo: bool,
    /// The key is lost with the machine: an office restored without it begins a new log, and says so.
    pub begins_anew: bool,
}

impl Keys {
    /// The folder beside a data folder: `/srv/office` keeps its keys in `/srv/office.keys`.
    pub fn beside(data: &Path) -> PathBuf {
        let mut name = data.file_name().unwrap_or_default().to_os_string();
        name.push(".keys");
        data.with_file_name(name)
    }
}

const KEY_FILE: &str = "log.key";
const LAST_FILE: &str = "log.last";
const ERASURES_FILE: &str = "erasures";

/// What was signed last, wherever the database now is.
#[derive(Clone, Debug, PartialEq)]
pub struct LastSigned {
    pub checkpoint: Checkpoint,
    pub note: String,
}

pub struct Log {
    signer: SignerKey,
    folder: PathBuf,
    grown: Mutex<Frontier>,
    last: Mutex<Option<LastSigned>>,
    pub tiles: TileCache,
    /// The log that an older database belonged to, when this start had to open a new one.
    reopened: Option<LastSigned>,
}

impl Log {
    /// Opens the log over the changes in `conn`; makes its key when the office is new. When the database is older than what was signed,
    /// a new log with a new key is opened: nothing is ever signed twice under one name.
    pub fn open(conn: &Conn, keys: Keys) -> Result<Self> {
        let tiles = TileCache::in_memory();
        let size = Leaves(conn).size().map_err(store)?;
        let leaves = Leaves(conn);
        let view = ledger::tiles::View::new(&leaves, &tiles).map_err(store)?;
        let grown = Frontier::at(&view, size).map_err(store)?;
        let last = read_last(&keys.folder)?;
        let key_path = keys.folder.join(KEY_FILE);
        let mut reopened = None;
        let signer = match std::fs::read_to_string(&key_path) {
            Ok(text) => SignerKey::from_secret_text(text.trim()).map_err(store)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && (size == 0 || keys.begins_anew) => new_key(&keys, 1)?,
            Err(error) => {
                return Err(Problem::Store(format!(
                    "the signing key {} cannot be read: {error}; put the keys' folder back, or begin a new log",
                    key_path.display()
                )));
            }
        };
        let signer = match &last {
            Some(last) if view_differs(&view, size, &last.checkpoint)? => {
                tracing::error!(signed = last.checkpoint.size, here = size, "the database is older than what was signed: a new log is opened");
                reopened = Some(last.clone());
                let old = epoch(signer.name());
                let aside = keys.folder.join(format!("{KEY_FILE}.{old}"));
                std::fs::copy(&key_path, aside).map_err(store)?;
                new_key(&keys, old + 1)?
            }
            _ => signer,
        };
        let last = last.filter(|_| reopened.is_none());
        drop(view);
        Ok(Self { signer, folder: keys.folder, grown: Mutex::new(grown), last: Mutex::new(last), tiles, reopened })
    }

    /// Changes that are on the disk.
    pub fn size(&self) -> i64 {
        i64::try_from(self.lock().size()).unwrap_or(i64::MAX)
    }

    pub fn origin(&self) -> &str {
        self.signer.name()
    }

    pub fn verifier(&self) -> VerifierKey {
        self.signer.verifier()
    }

    pub fn reopened(&self) -> Option<&LastSigned> {
        self.reopened.as_ref()
    }

    /// Takes in leaves that have just been synced.
    pub(crate) fn extend(&self, leaves: &[ledger::Hash]) {
        let mut grown = self.lock();
        leaves.iter().for_each(|leaf| grown.push(*leaf));
    }

    /// The signed note over all that is synced, and whether it is a new one. What is signed is noted on the disk before the note leaves.
    pub fn checkpoint(&self) -> Result<(String, bool)> {
        let mut last = self.last.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let (size, root) = {
            let grown = self.lock();
            (grown.size(), grown.root())
        };
        if let Some(last) = last.as_ref().filter(|last| last.checkpoint.size == size) {
            return Ok((last.note.clone(), false));
        }
        let checkpoint = Checkpoint { origin: self.origin().to_owned(), size, root };
        let note = checkpoint.sign(&self.signer).map_err(store)?.to_string();
        write_private(&self.folder.join(LAST_FILE), note.as_bytes()).map_err(store)?;
        *last = Some(LastSigned { checkpoint, note: note.clone() });
        Ok((note, true))
    }

    /// Notes orders of erasure where no backup reaches.
    pub(crate) fn remember_erasures(&self, orders: &[crate::erasure::Order]) -> std::io::Result<()> {
        use std::io::Write;
        if orders.is_empty() {
            return Ok(());
        }
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(self.folder.join(ERASURES_FILE))?;
        for order in orders {
            writeln!(file, "{}", serde_json::to_string(order)?)?;
        }
        file.sync_all()
    }

    /// All orders ever noted here.
    pub(crate) fn erasures(&self) -> Result<Vec<crate::erasure::Order>> {
        let text = match std::fs::read_to_string(self.folder.join(ERASURES_FILE)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(store(error)),
        };
        // A line torn by a cut was never acknowledged.
        Ok(text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Frontier> {
        self.grown.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

fn store(error: impl std::fmt::Display) -> Problem {
    Problem::Store(error.to_string())
}

fn epoch(origin: &str) -> u32 {
    origin.rsplit('/').next().and_then(|last| last.parse().ok()).unwrap_or(1)
}

/// A log is named by the first bytes of its first key's entropy, so that no two offices share a name, and by its epoch.
fn new_key(keys: &Keys, epoch: u32) -> Result<SignerKey> {
    let mut entropy = keys.entropy;
    let name = match std::fs::read_to_string(keys.folder.join("log.name")) {
        Ok(name) => name.trim().to_owned(),
        Err(_) if keys.is_demo => format!("{}{}", ledger::extract::DEMO_ORIGIN, crate::erasure::hex(&keys.entropy[..4])),
        Err(_) => format!("tehama.office/{}", crate::erasure::hex(&keys.entropy[..4])),
    };
    // The name shows four bytes of the entropy: the key is made of its hash.
    entropy = <sha2::Sha256 as sha2::Digest>::digest(entropy).into();
    let signer = SignerKey::from_entropy(&format!("{name}/changes/{epoch}"), KeyKind::Log, &entropy).map_err(store)?;
    write_private(&keys.folder.join("log.name"), name.as_bytes()).map_err(store)?;
    write_private(&keys.folder.join(KEY_FILE), signer.to_secret_text().as_bytes()).map_err(store)?;
    Ok(signer)
}

/// Names of this office's log, the oldest first: each database put back began another.
pub fn origins(folder: &Path) -> Result<Vec<String>> {
    let Some(key) = read_verifier(folder)? else { return Ok(Vec::new()) };
    let name = key.name().rsplit_once('/').map_or(key.name(), |(name, _)| name).to_owned();
    Ok((1..=epoch(key.name())).map(|epoch| format!("{name}/{epoch}")).collect())
}

/// Reads what was signed last; none for a new office.
pub fn read_last(folder: &Path) -> Result<Option<LastSigned>> {
    match std::fs::read_to_string(folder.join(LAST_FILE)) {
        Ok(note) => {
            let parsed = Note::parse(&note).map_err(store)?;
            Ok(Some(LastSigned { checkpoint: Checkpoint::from_text(&parsed.text).map_err(store)?, note }))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(store(error)),
    }
}

/// The public half of the key in a folder, if there is one.
pub fn read_verifier(folder: &Path) -> Result<Option<VerifierKey>> {
    match std::fs::read_to_string(folder.join(KEY_FILE)) {
        Ok(text) => Ok(Some(SignerKey::from_secret_text(text.trim()).map_err(store)?.verifier())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(store(error)),
    }
}

/// Whether the tree here is not a continuation of what was signed.
pub fn view_differs(view: &ledger::tiles::View, size: u64, signed: &Checkpoint) -> Result<bool> {
    Ok(size < signed.size || view.root_at(signed.size).map_err(store)? != signed.root)
}

/// Writes a file that only its owner may read: beside, synced, then in place.
pub fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    let folder = path.parent().unwrap_or(path);
    crate::app::private_folder(folder)?;
    let part = path.with_extension("part");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&part, path)?;
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// The leaf hashes as they stand in the database.
pub struct Leaves<'a>(pub &'a Conn);

impl LeafSource for Leaves<'_> {
    fn size(&self) -> std::result::Result<u64, SourceError> {
        let size = self.0.number("SELECT count(*) FROM ledger_change", &[]).map_err(|problem| Box::new(problem) as SourceError)?;
        Ok(size.unsigned_abs())
    }

    fn hashes(&self, range: Range<u64>) -> std::result::Result<Vec<ledger::Hash>, SourceError> {
        let (from, to) = (i64::try_from(range.start)?, i64::try_from(range.end)?);
        let leaves = self
            .0
            .rows("SELECT leaf FROM ledger_change WHERE seq >= ?1 AND seq < ?2 ORDER BY seq", vals![from, to], |row| row.blob("leaf"))
            .map_err(|problem| Box::new(problem) as SourceError)?;
        leaves.into_iter().map(|leaf| ledger::Hash::try_from(leaf).map_err(|_| SourceError::from("a leaf that has not 32 bytes"))).collect()
    }
}

/// For folders of published tiles.
pub fn tiles_folder(data: &Path) -> FolderTiles {
    FolderTiles::new(data.join("ledger"))
}
