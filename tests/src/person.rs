//! People of the office at their screens: they sign in and open requests, through the same pages
//! as everyone. The names of the fields they fill stand here and nowhere else.

use anyhow::{Context, Result, ensure};
use std::net::SocketAddr;

use crate::form::submit;
use crate::http::{Client, encoded};
use crate::printed::{Account, Printed};

/// A client signed in as `account`.
pub fn sign_in(addr: SocketAddr, account: &Account) -> Result<Client> {
    let mut client = Client::new(addr);
    let typed = [("name", &*account.name), ("password", &*account.password)];
    let answer = submit(&mut client, "/sign-in", "/sign-in", &typed)?;
    let to = answer.header("location").unwrap_or_default();
    let signed_in = answer.status == 303 && !to.contains("/sign-in");
    ensure!(signed_in, "{} is not signed in: {} to {to:?}: {}", account.name, answer.status, answer.start());
    Ok(client)
}

/// Opens a request; answers with its address once the office has acknowledged it.
pub fn open_request(client: &mut Client, subject: &str) -> Result<String> {
    let typed = [("subject", subject), ("description", "Ombi la jaribio.")];
    let answer = submit(client, "/request/new", "/request", &typed)?;
    ensure!(answer.status == 303, "the request is not acknowledged: {} {}", answer.status, answer.start());
    let to = answer.header("location").context("303 without a Location")?;
    let path = to.strip_prefix(&format!("http://{}", client.addr)).unwrap_or(to);
    ensure!(path.starts_with("/request/"), "acknowledged to {to}");
    Ok(path.to_owned())
}

/// All items of a list of the API that match `search`, page after page.
pub fn api_items(addr: SocketAddr, printed: &Printed, list: &str, search: &str) -> Result<Vec<serde_json::Value>> {
    let mut client = Client::new(addr);
    let bearer = format!("Bearer {}", printed.api_token);
    let mut items = Vec::new();
    let mut path = format!("/api/v1/{list}?q={}", encoded(search));
    loop {
        let answer = client.send("GET", &path, &[("Authorization", &bearer)], b"")?;
        ensure!(answer.status == 200, "{path} answers {}: {}", answer.status, answer.start());
        let mut page = answer.json()?;
        items.append(page["items"].as_array_mut().context("no items in the answer")?);
        match page["next"].as_str() {
            None => return Ok(items),
            Some(next) if next.starts_with('/') => path = next.to_owned(),
            Some(next) => path = format!("/api/v1/{list}?q={}&after={}", encoded(search), encoded(next)),
        }
    }
}
