//! Which program is speaking, by its User-Agent and by what it says of itself. This decides how
//! the answer must be packed, so the rule is strict about OCS and lenient about all others.

use serde::{Deserialize, Serialize};

/// An inventory agent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Client {
    Fusion,
    Ocs,
    GlpiAgent,
    #[default]
    Other,
}

/// What the request's headers say. Empty texts and `None` are fine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headers<'a> {
    pub user_agent: &'a str,
    /// `GLPI-Agent-ID`.
    pub glpi_agent_id: Option<&'a str>,
    /// `GLPI-Request-ID`: echoed in the answer.
    pub glpi_request_id: Option<&'a str>,
    pub content_type: &'a str,
}

impl Client {
    /// By the name an agent gives itself in a header or in `versionclient`.
    pub fn of(name: &str) -> Self {
        if name.starts_with("OCS-NG") {
            Self::Ocs
        } else if name.contains("FusionInventory") {
            Self::Fusion
        } else if name.contains("GLPI-Agent") {
            Self::GlpiAgent
        } else {
            Self::Other
        }
    }

    /// By headers, then by the body's `versionclient`.
    pub(crate) fn who(headers: &Headers<'_>, version: Option<&str>) -> Self {
        let named = [Some(headers.user_agent), version].into_iter().flatten().map(Self::of);
        named.into_iter().find(|client| *client != Self::Other).unwrap_or(match headers.glpi_agent_id {
            Some(_) => Self::GlpiAgent,
            None => Self::Other,
        })
    }
}
