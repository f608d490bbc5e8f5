//! Comments and files: records of their own that hang on another record and carry its class and site, so that whoever may not see
//! the one does not see the other.

use crate::actor::{Stored, View};
use crate::class::Class;
use crate::id::{Id, Link};
use crate::problem::{Problem, Result};
use crate::record::{Field, Head, Holds, RecordType};
use crate::vals;
use crate::work::Work;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::PathBuf;

/// A remark on a record.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Comment {
    #[serde(skip)]
    pub head: Head,
    pub on_kind: String,
    pub on_id: Id,
    pub text: String,
    /// For the unit's own eyes.
    #[serde(default)]
    pub internal: bool,
}
crate::record!(Comment, "comment");

/// A file on a record; its bytes stand in the data folder under their hash.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct File {
    #[serde(skip)]
    pub head: Head,
    pub on_kind: String,
    pub on_id: Id,
    pub name: String,
    pub media_type: String,
    pub size_bytes: i64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
    #[serde(default)]
    pub internal: bool,
}
crate::record!(File, "file");

/// The largest file taken in through a form.
pub const MAX_FILE_BYTES: usize = 50 << 20;

pub fn records() -> Vec<RecordType> {
    let hung = || vec![Field::new("on_kind", Holds::Text).required(), Field::new("on_id", Holds::Text).required().indexed()];
    let described = |kind, fields| RecordType {
        kind,
        letters: "",
        version: 1,
        fields,
        title: if kind == "file" { "name" } else { "text" },
        list: &[],
        search: &[],
        filters: &[],
        sort: ("made_at", true),
        persons: &["made_by"],
        unit: None,
        class: Class::Internal,
        duties: &[],
        keeps: &[],
    };
    let mut comment = hung();
    comment.extend([Field::new("text", Holds::Prose).required(), Field::new("internal", Holds::YesNo)]);
    let mut file = hung();
    file.extend([
        Field::new("name", Holds::Text).required(),
        Field::new("media_type", Holds::Text),
        Field::new("size_bytes", Holds::Number),
        Field::new("sha256", Holds::Text).required().indexed(),
        Field::new("internal", Holds::YesNo),
    ]);
    vec![described("comment", comment), described("file", file)]
}

/// Says something on a record.
pub fn comment(work: &mut Work, on: &Stored, text: &str, internal: bool) -> Result<Comment> {
    if text.trim().is_empty() {
        return Err(Problem::on("text", "problem-required"));
    }
    work.mention(Link::new(on.kind, on.head.id), "on");
    work.make(Comment { head: hanging_on(on), on_kind: on.kind.into(), on_id: on.head.id, text: text.trim().into(), internal })
}

/// Hangs a file, whose bytes `keep` has already made durable, on a record.
pub fn attach(work: &mut Work, on: &Stored, kept: Kept, internal: bool) -> Result<File> {
    work.mention(Link::new(on.kind, on.head.id), "on");
    work.make(File {
        head: hanging_on(on),
        on_kind: on.kind.into(),
        on_id: on.head.id,
        name: kept.name,
        media_type: kept.media_type,
        size_bytes: kept.size_bytes,
        sha256: kept.sha256,
        internal,
    })
}

fn hanging_on(on: &Stored) -> Head {
    Head { site: on.head.site, class: on.head.class, duties: on.head.duties.clone(), ..Head::default() }
}

/// Bytes that are on the disk and wait for the change that names them.
#[derive(Clone, Debug)]
pub struct Kept {
    pub name: String,
    pub media_type: String,
    pub size_bytes: i64,
    pub sha256: String,
}

/// Puts bytes under their hash and syncs them, before any change names them.
pub fn keep(app: &crate::app::App, name: &str, media_type: &str, bytes: &[u8]) -> Result<Kept> {
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Problem::on("file", "problem-file-too-big"));
    }
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let path = path_of(app, &sha256);
    let failed = |error: std::io::Error| Problem::Store(format!("{}: {error}", path.display()));
    if path.exists() {
        // Young again: the sweep must not take what a change is about to name.
        let now = std::time::UNIX_EPOCH + std::time::Duration::from_micros(app.now().unsigned_abs());
        std::fs::File::options().append(true).open(&path).and_then(|file| file.set_modified(now)).map_err(failed)?;
    } else {
        write_synced(&path, &crate::erasure::hex(&app.chance.bytes::<8>()), bytes).map_err(failed)?;
    }
    let name = std::path::Path::new(name).file_name().map_or_else(|| "file".into(), |name| name.to_string_lossy().into_owned());
    Ok(Kept { name, media_type: media_type.into(), size_bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX), sha256 })
}

fn write_synced(path: &std::path::Path, mark: &str, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)?;
    let part = path.with_extension(mark);
    let mut file = std::fs::File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&part, path)?;
    std::fs::File::open(folder)?.sync_all()
}

/// Where the bytes of a hash stand.
pub fn path_of(app: &crate::app::App, sha256: &str) -> PathBuf {
    app.data.join("files").join(&sha256[..2]).join(sha256)
}

/// The unit's internal remarks and files are for the unit, and for whoever audits it.
pub fn sees_internal(view: &View) -> bool {
    view.actor().is_of_the_unit() || view.actor().reach("audit").parts.iter().any(|part| part.everything)
}

/// Comments and files on a record, oldest first; the internal ones only for the unit.
pub fn on(view: &View, stored: &Stored) -> Result<(Vec<Comment>, Vec<File>)> {
    let condition = if sees_internal(view) { "on_id = ?1 ORDER BY made_at, key" } else { "on_id = ?1 AND internal IS NOT 1 ORDER BY made_at, key" };
    Ok((view.all(condition, vals![stored.head.id])?, view.all(condition, vals![stored.head.id])?))
}

/// Removes bytes that no change has named within a day: uploads that were given up.
pub fn sweep(app: &crate::app::App) -> Result<usize> {
    const DAY_US: i64 = 86_400_000_000;
    let conn = app.readers.snapshot()?;
    let mut removed = 0;
    let folders = std::fs::read_dir(app.data.join("files")).map_err(|error| Problem::Store(error.to_string()))?;
    for folder in folders.flatten() {
        for file in std::fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            let age = file.metadata().and_then(|meta| meta.modified()).ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
            let is_old = age.is_some_and(|at| app.now() - i64::try_from(at.as_micros()).unwrap_or(i64::MAX) > DAY_US);
            if is_old && conn.number("SELECT count(*) FROM fact_kept WHERE sha256 = ?1", vals![&name])? == 0 {
                removed += usize::from(std::fs::remove_file(file.path()).is_ok());
            }
        }
    }
    Ok(removed)
}
