//! `tehama check`: what is wrong with settings, disk, clock and database, in sentences, and what to do.

use crate::settings::File;
use crate::{OfOffice, health};
use anyhow::Result;
use kernel::app::Clock;
use kernel::log::{Leaves, read_last, view_differs};
use kernel::words::{Lang, Tongue, Words};
use ledger::tiles::{TileCache, View};
use std::process::ExitCode;
use std::sync::Arc;

pub fn run(office: &OfOffice) -> Result<ExitCode> {
    let mut said = Vec::new();
    let settings = File::of(&office.data).map_err(|error| said.push(format!("mipangilio / settings: {error:#}"))).ok();
    if office.data.join(kernel::app::DEMO_MARK).exists() {
        said.push(format!("{0} ni afisi ya mfano; `serve` haiihudumii / {0} is a demo's folder; `serve` refuses it", office.data.display()));
    }
    said.extend([office.data.as_path(), office.keys().as_path()].into_iter().filter_map(open_to_others));
    if !office.data.join(kernel::app::DATABASE).exists() {
        println!("hakuna afisi bado katika {0}; `serve` itaianzisha / there is no office in {0} yet; `serve` will begin one", office.data.display());
        return Ok(tell(&said));
    }
    let conn = kernel::verify::open(&office.data)?;
    said.extend(conn.page_faults()?.into_iter().map(|fault| format!("kanzidata / database: {fault}")));
    let words = Arc::new(Words::new(&crate::domains::words())?);
    let tongues = [Lang::Sw, Lang::En].map(|lang| Tongue::new(Arc::clone(&words), lang));
    let has_backups = settings.is_some_and(|settings| settings.backup.folder.is_some());
    said.extend(health::troubles(&conn, &office.data, Clock::System.now(), has_backups)?.iter().map(|trouble| sentence(&tongues, trouble)));
    if !office.keys().join("log.key").exists() {
        said.push(format!("ufunguo wa daftari haupo katika {0} / the ledger's key is not in {0}", office.keys().display()));
    } else if let Some(last) = read_last(&office.keys())? {
        let (leaves, tiles) = (Leaves(&conn), TileCache::in_memory());
        let view = View::new(&leaves, &tiles)?;
        if view_differs(&view, view.size(), &last.checkpoint)? {
            said.push(sentence(
                &tongues,
                &health::Trouble { key: "health-older-database", detail: format!("{} > {}", last.checkpoint.size, view.size()), stops: false },
            ));
        }
    }
    Ok(tell(&said))
}

fn tell(said: &[String]) -> ExitCode {
    for line in said {
        println!("{line}");
    }
    if said.is_empty() {
        println!("Kila kitu kiko sawa / all is well");
        return ExitCode::SUCCESS;
    }
    ExitCode::FAILURE
}

/// A folder that other accounts of the machine may read.
#[cfg(unix)]
fn open_to_others(folder: &std::path::Path) -> Option<String> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(folder).ok()?.permissions().mode();
    (mode & 0o077 != 0).then(|| format!("wengine wanaweza kusoma {0}: chmod 700 {0} / others may read {0}: chmod 700 {0}", folder.display()))
}

#[cfg(not(unix))]
fn open_to_others(_folder: &std::path::Path) -> Option<String> {
    None
}

fn sentence(tongues: &[Tongue; 2], trouble: &health::Trouble) -> String {
    tongues.iter().map(|tongue| tongue.with(trouble.key, &[("detail", trouble.detail.as_str().into())])).collect::<Vec<_>>().join("\n  ")
}
