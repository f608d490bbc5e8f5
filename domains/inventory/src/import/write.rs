//! Writes what a dry run has shown, in changes of at most a thousand entries, each naming the file it came from.

use super::columns::remember;
use super::plan::{Line, Plan};
use super::sheet::Sheet;
use kernel::actor::Actor;
use kernel::change::MAX_ENTRIES;
use kernel::problem::{Problem, Result};
use kernel::work::Work;

/// Writes all lines of a plan. `sha256` is the kept file's. What was written before a failure stays, and is `same` when the file is tried again.
pub fn write(actor: &Actor, plan: &Plan, sheet: &Sheet, fields: &[Option<&'static str>], sha256: &str) -> Result<()> {
    if !actor.may("device.edit") {
        return Err(Problem::Forbidden { act: "device.edit".into() });
    }
    let mut work = actor.work("device.import_columns")?;
    remember(&mut work, &sheet.columns, fields)?;
    work.commit()?;
    actor.app.settings.refresh(&*actor.view()?)?;
    for lines in plan.lines.chunks(MAX_ENTRIES) {
        let mut work = actor.work("device.import")?;
        for (at, line) in lines.iter().enumerate() {
            written(&mut work, line, (at == 0).then_some(sha256))?;
        }
        work.commit()?;
    }
    Ok(())
}

fn written(work: &mut Work, line: &Line, evidence: Option<&str>) -> Result<()> {
    let device = match &line.before {
        Some(before) => {
            work.allow("device.edit", before)?;
            work.save(before, line.after.clone())?
        }
        None => work.make(line.after.clone())?,
    };
    if let Some(sha256) = evidence {
        work.facts(&device, "kept", sha256.into())?;
    }
    Ok(())
}
