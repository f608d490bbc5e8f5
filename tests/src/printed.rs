//! Reads what `tehama demo` prints for people: its address, its accounts, the agents' address and
//! the read-only token. The words around them may change; a role, an address and what follows them
//! on a line are what it goes by.

use anyhow::{Context, Result};

/// The five accounts of a demo, as the command line names them.
pub const ROLES: [&str; 5] = ["staff", "officer", "head", "director", "auditor"];

#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    pub role: String,
    pub name: String,
    pub password: String,
}

#[derive(Debug, Clone)]
pub struct Printed {
    pub address: String,
    pub agent_address: String,
    pub api_token: String,
    pub accounts: Vec<Account>,
}

impl Printed {
    /// Reads all that a demo must print; an error names what is missing.
    pub fn read(text: &str) -> Result<Printed> {
        let addresses: Vec<&str> = text.split_whitespace().filter(|word| word.starts_with("http://")).collect();
        let agent = addresses.iter().find(|a| a.contains("/i/"));
        let own = addresses.iter().find(|a| a.trim_end_matches('/').matches('/').count() == 2);
        let token = text.lines().find(|line| words(line).any(|word| word.eq_ignore_ascii_case("api")));
        let accounts: Option<Vec<Account>> = ROLES.iter().map(|role| account(text, role)).collect();
        Ok(Printed {
            address: own.context("no address printed")?.trim_end_matches('/').to_owned(),
            agent_address: (*agent.context("no agent address (/i/...) printed")?).to_owned(),
            api_token: token.and_then(last).context("no line with the API token printed")?,
            accounts: accounts.context("not all of staff, officer, head, director, auditor printed")?,
        })
    }

    pub fn account(&self, role: &str) -> Result<&Account> {
        self.accounts.iter().find(|a| a.role == role).with_context(|| format!("no account of a {role}"))
    }
}

/// `officer  Asha.Juma  neno la siri`: the role, the name, and a password to the end of the line.
fn account(text: &str, role: &str) -> Option<Account> {
    text.lines().find_map(|line| {
        let after = line.trim_start().strip_prefix(role)?.trim_start_matches(':');
        let (name, password) = after.strip_prefix(char::is_whitespace)?.trim().split_once(char::is_whitespace)?;
        Some(Account { role: role.into(), name: name.into(), password: password.trim().into() })
    })
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric())
}

fn last(line: &str) -> Option<String> {
    line.split_whitespace().next_back().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Anwani / address: http://127.0.0.1:8080\n\
          staff     asha     karafuu na bahari\nofficer: juma neno-2\nhead: mwana neno-3\n\
        director: ali neno-4\nauditor: siti neno-5\n\
        Agents: http://127.0.0.1:8080/i/abc\nAPI (read only): thm_123\n";

    #[test]
    fn reads_a_demo() {
        let printed = Printed::read(TEXT).unwrap();
        assert_eq!(printed.address, "http://127.0.0.1:8080");
        assert_eq!(printed.agent_address, "http://127.0.0.1:8080/i/abc");
        assert_eq!(printed.api_token, "thm_123");
        assert_eq!(printed.account("staff").unwrap().name, "asha");
        assert_eq!(printed.account("staff").unwrap().password, "karafuu na bahari");
        assert_eq!(printed.account("head").unwrap().password, "neno-3");
    }

    #[test]
    fn each_missing_line_is_an_error() {
        for lost in ["Anwani", "staff", "auditor", "Agents", "API"] {
            let less: Vec<&str> = TEXT.lines().filter(|line| !line.contains(lost)).collect();
            assert!(Printed::read(&less.join("\n")).is_err(), "{lost}");
        }
    }
}
