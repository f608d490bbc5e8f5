//! The first two minutes of someone who tries the program: a demo starts, prints what one needs,
//! answers, ends cleanly on SIGTERM, starts again on the same folder, and proves itself.

use anyhow::{Result, ensure};
use std::time::Duration;

use crate::http::Client;
use crate::office::Office;
use crate::person::{api_items, sign_in};

/// From the build's end to the first answer, as promised.
const FIRST_ANSWER: Duration = Duration::from_secs(60);

pub fn run(office: &Office) -> Result<()> {
    office.make(FIRST_ANSWER)?;
    let (running, again) = office.start()?;
    println!("the second start answered after {:.2} s", again.as_secs_f64());
    let printed = running.printed()?;
    ensure!(printed.address == format!("http://{}", running.addr), "printed {}", printed.address);
    ensure!(printed.agent_address.starts_with(&printed.address), "printed {}", printed.agent_address);

    for account in &printed.accounts {
        let today = sign_in(running.addr, account)?.get("/")?;
        ensure!(today.status == 200, "{} sees no Today page: {}", account.role, today.status);
    }
    let mut nobody = Client::new(running.addr);
    for path in ["/health", "/ledger/checkpoint", "/api/openapi.json"] {
        let answer = nobody.get(path)?;
        ensure!(answer.status == 200, "{path} answers {}", answer.status);
    }
    for path in ["/request", "/device", "/api/v1/device"] {
        let answer = nobody.get(path)?;
        ensure!(answer.status != 200, "{path} is open to nobody");
    }
    for (list, least) in [("person", 250), ("device", 350), ("request", 1400)] {
        let count = api_items(running.addr, &printed, list, "")?.len();
        ensure!(count >= least, "the demo has {count} of {list}, less than {least}");
        println!("{list}: {count}");
    }
    running.stop()?;
    office.must_be_sound()?;
    println!("verify and rebuild --check are satisfied");
    Ok(())
}
