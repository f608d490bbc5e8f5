//! `tehama check`: what is wrong with settings, disk, clock and database, in sentences, and what to do.

use super::{Manner, must_exist, open};
use crate::settings::File;
use crate::{OfOffice, health};
use anyhow::Result;
use kernel::words::{Lang, Tongue};
use std::process::ExitCode;

pub fn run(office: &OfOffice) -> Result<ExitCode> {
    must_exist(&office.data)?;
    let mut said = Vec::new();
    if let Err(error) = File::of(&office.data) {
        said.push(format!("mipangilio / settings: {error:#}"));
    }
    let conn = kernel::verify::open(&office.data)?;
    said.extend(conn.page_faults()?.into_iter().map(|fault| format!("kanzidata / database: {fault}")));
    drop(conn);
    if office.keys().join("log.key").exists() {
        let app = open(&office.data, &office.keys(), Manner::everyday(false))?;
        let tongues = [app.tongue(Lang::Sw), app.tongue(Lang::En)];
        said.extend(health::troubles(&app)?.iter().map(|trouble| sentence(&tongues, trouble)));
        app.end();
    } else {
        said.push(format!("ufunguo wa daftari haupo katika {0} / the ledger's key is not in {0}", office.keys().display()));
    }
    for line in &said {
        println!("{line}");
    }
    if said.is_empty() {
        println!("Kila kitu kiko sawa / all is well");
    }
    Ok(if said.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sentence(tongues: &[Tongue; 2], trouble: &health::Trouble) -> String {
    tongues.iter().map(|tongue| tongue.with(trouble.key, &[("detail", trouble.detail.as_str().into())])).collect::<Vec<_>>().join("\n  ")
}
