//! The classes of secrecy of the National Security Act's stamps, and the duties of the unit's page that each record serves.

use serde::{Deserialize, Serialize};

/// How secret a record is; the order is the order of secrecy.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    Open,
    #[default]
    Internal,
    Confidential,
    Secret,
    TopSecret,
}

impl Class {
    pub const ALL: [Class; 5] = [Class::Open, Class::Internal, Class::Confidential, Class::Secret, Class::TopSecret];

    pub fn number(self) -> i64 {
        self as i64
    }

    pub fn from_number(number: i64) -> Self {
        usize::try_from(number).ok().and_then(|n| Self::ALL.get(n).copied()).unwrap_or(Class::TopSecret)
    }

    pub fn name(self) -> &'static str {
        match self {
            Class::Open => "open",
            Class::Internal => "internal",
            Class::Confidential => "confidential",
            Class::Secret => "secret",
            Class::TopSecret => "top_secret",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }

    /// Opening such a record is itself recorded before the page is shown.
    pub fn is_look_recorded(self) -> bool {
        self >= Class::Secret
    }
}
