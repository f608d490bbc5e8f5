//! Whether a report comes from a machine that is already known. Evidence counts in a fixed order;
//! strong evidence that contradicts itself is never settled here but given to a person.
//!
//! | # | Evidence | Verdict |
//! |---|---|---|
//! | 1 | UUID agrees, serial agrees or is missing, no card in common, name differs or a guest | conflict: cloned image |
//! | 2 | UUID and serial agree | same |
//! | 3 | UUID agrees, serial differs, no card in common | conflict: cloned image |
//! | 4 | UUID agrees, serial differs, a card in common or no cards known | conflict: serial changed |
//! | 5 | serial and model agree, UUID differs | conflict: board exchanged |
//! | 6 | serial agrees, model differs, a weaker thing agrees | conflict: one serial, two models |
//! | 7 | serial and model agree, a UUID is missing | same |
//! | 8 | serial agrees, a model is missing, card or name agrees | same; else conflict: serial alone |
//! | 9 | UUID agrees, a serial is missing | same |
//! | 10 | UUID or serial differs, a card, agent or device id agrees | conflict: strong evidence differs |
//! | 11 | UUID or serial differs, else nothing or only the name agrees | different |
//! | 12 | nothing strong to compare, same set of cards | same |
//! | 13 | nothing strong, some cards in common | same if the name agrees, else conflict: shared card |
//! | 14 | nothing strong, no card in common, agent or device id agrees | conflict: cloned agent |
//! | 15 | nothing strong, no card in common otherwise | different |
//! | 16 | no cards to compare, agent UUID agrees | same |
//! | 17 | no cards, agent UUID differs, device id agrees | conflict: cloned agent |
//! | 18 | no cards, device id (or the old one) agrees | same |
//! | 19 | only the name agrees | conflict: name alone |
//! | 20 | nothing agrees | different |

use serde::{Deserialize, Serialize};

use crate::forms::{plain, short_name};
use crate::identity::Evidence;

/// The verdict on two pieces of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    Same {
        by: SameBy,
    },
    Different,
    /// For a person to decide.
    Conflict {
        what: Conflict,
    },
}

/// Which evidence decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SameBy {
    UuidAndSerial,
    SerialAndModel,
    /// Serial, and a card or the name; the model is not known on one side.
    SerialAndMore,
    Uuid,
    Macs,
    MacsAndName,
    AgentUuid,
    DeviceId,
}

/// What contradicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// Same UUID on what looks like two machines: a copied virtual disk or factory UUID.
    ClonedImage,
    SerialChanged,
    /// Same serial and model, other UUID: another board in the same case.
    BoardExchanged,
    OneSerialTwoModels,
    SerialAlone,
    /// Other UUID or serial, but card, agent or device id of a known machine.
    StrongDiffers,
    /// One network card seen in two machines.
    SharedCard,
    /// One agent's identity on two machines' cards.
    ClonedAgent,
    NameAlone,
}

/// One kind of evidence on both sides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pair {
    Agrees,
    Differs,
    Missing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cards {
    Equal,
    Shared,
    Apart,
    Missing,
}

/// Compares a known machine's evidence with a new report's, by the table above.
pub fn compare(known: &Evidence, new: &Evidence) -> Match {
    let uuid = pair(&known.system_uuid, &new.system_uuid, str::to_owned);
    let serial = pair(&known.serial, &new.serial, plain);
    let model = pair(&known.model, &new.model, plain);
    let name = pair(&known.name, &new.name, short_name);
    let agent = pair(&known.agent_uuid, &new.agent_uuid, str::to_owned);
    let device = device_pair(known, new);
    let cards = cards(&known.macs, &new.macs);
    let common_card = matches!(cards, Cards::Equal | Cards::Shared);
    let same_agent = agent == Pair::Agrees || device == Pair::Agrees;

    use Pair::{Agrees, Differs, Missing};
    let copied = cards == Cards::Apart && (name != Agrees || known.is_virtual || new.is_virtual);
    match (uuid, serial) {
        (Agrees, Agrees | Missing) if copied => conflict(Conflict::ClonedImage),
        (Agrees, Agrees) => same(SameBy::UuidAndSerial),
        (Agrees, Differs) if cards == Cards::Apart => conflict(Conflict::ClonedImage),
        (Agrees, Differs) => conflict(Conflict::SerialChanged),
        (Differs, Agrees) if model == Agrees => conflict(Conflict::BoardExchanged),
        (Differs | Missing, Agrees) if model == Differs => {
            if common_card || same_agent || name == Agrees {
                conflict(Conflict::OneSerialTwoModels)
            } else {
                Match::Different
            }
        }
        (Missing, Agrees) if model == Agrees => same(SameBy::SerialAndModel),
        (Missing, Agrees) if common_card || name == Agrees => same(SameBy::SerialAndMore),
        (Differs | Missing, Agrees) => conflict(Conflict::SerialAlone),
        (Agrees, Missing) => same(SameBy::Uuid),
        (Differs, _) | (_, Differs) => {
            if common_card || same_agent {
                conflict(Conflict::StrongDiffers)
            } else {
                Match::Different
            }
        }
        (Missing, Missing) => by_weak(cards, agent, device, name),
    }
}

fn by_weak(cards: Cards, agent: Pair, device: Pair, name: Pair) -> Match {
    use Pair::{Agrees, Differs};
    match cards {
        Cards::Equal => same(SameBy::Macs),
        Cards::Shared if name == Agrees => same(SameBy::MacsAndName),
        Cards::Shared => conflict(Conflict::SharedCard),
        Cards::Apart if agent == Agrees || device == Agrees => conflict(Conflict::ClonedAgent),
        Cards::Apart => Match::Different,
        Cards::Missing => match (agent, device) {
            (Agrees, _) => same(SameBy::AgentUuid),
            (Differs, Agrees) => conflict(Conflict::ClonedAgent),
            (_, Agrees) => same(SameBy::DeviceId),
            _ if name == Agrees => conflict(Conflict::NameAlone),
            _ => Match::Different,
        },
    }
}

fn same(by: SameBy) -> Match {
    Match::Same { by }
}

fn conflict(what: Conflict) -> Match {
    Match::Conflict { what }
}

fn pair(known: &Option<String>, new: &Option<String>, form: fn(&str) -> String) -> Pair {
    match (known, new) {
        (Some(a), Some(b)) if form(a) == form(b) => Pair::Agrees,
        (Some(_), Some(_)) => Pair::Differs,
        _ => Pair::Missing,
    }
}

/// After a rename OCS names the former id.
fn device_pair(known: &Evidence, new: &Evidence) -> Pair {
    let direct = pair(&known.device_id, &new.device_id, str::to_owned);
    let former = pair(&known.device_id, &new.old_device_id, str::to_owned);
    if former == Pair::Agrees { former } else { direct }
}

fn cards(known: &[String], new: &[String]) -> Cards {
    if known.is_empty() || new.is_empty() {
        return Cards::Missing;
    }
    let common = known.iter().filter(|mac| new.contains(mac)).count();
    match common {
        0 => Cards::Apart,
        all if all == known.len() && all == new.len() => Cards::Equal,
        _ => Cards::Shared,
    }
}
