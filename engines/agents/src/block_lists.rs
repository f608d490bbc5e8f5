//! Values that look like identity and are none: what makers leave in the firmware, and network
//! cards that are not part of the machine. Only lists and the questions asked of them.

use crate::forms::{mac_form, plain, uuid_form};
use crate::identity::{Kind, RejectedWhy};
use crate::sections::Network;

/// What `plain` makes of the texts makers write when they write nothing.
const PLACEHOLDERS: [&str; 58] = [
    "tobefilledbyoem",
    "tobefilledbyoemoem",
    "tobefilled",
    "filledbyoem",
    "defaultstring",
    "default",
    "systemserialnumber",
    "systemserial",
    "serialnumber",
    "serial",
    "chassisserialnumber",
    "chassisserial",
    "baseboardserialnumber",
    "boardserialnumber",
    "mbserialnumber",
    "none",
    "null",
    "notspecified",
    "notapplicable",
    "notavailable",
    "notprovided",
    "notset",
    "notsettled",
    "na",
    "unknown",
    "unknow",
    "undefined",
    "empty",
    "invalid",
    "oem",
    "oemstring",
    "standard",
    "system",
    "systemproductname",
    "systemname",
    "systemversion",
    "productname",
    "allseries",
    "assettag",
    "noassettag",
    "noassetinformation",
    "atermiter",
    "releasekeys",
    "testkeys",
    "0123456789",
    "01234567890",
    "123456789",
    "1234567890",
    "012345678",
    "12345678",
    "1234567",
    "123456",
    "12345",
    "0123456789abcdef",
    "bsn12345678901234567",
    "sn1234567890",
    "mb1234567890",
    "eval",
];

/// UUIDs of whole product lines, in normal form of either byte order.
const SHARED_UUIDS: [&str; 8] = [
    "03000200-0400-0500-0006-000700080009",
    "12345678-1234-5678-90ab-cddeefaabbcc",
    "11111111-2222-3333-4444-555555555555",
    // Dell without a service tag.
    "4c4c4544-0000-2010-8020-80c04f202020",
    "01234567-89ab-cdef-0123-456789abcdef",
    "00112233-4455-6677-8899-aabbccddeeff",
    "fffefdfc-fbfa-f9f8-f7f6-f5f4f3f2f1f0",
    "00000000-0000-0000-0000-000000000001",
];

/// Names that every second machine has.
const COMMON_NAMES: [&str; 9] = ["localhost", "unknown", "android", "debian", "ubuntu", "raspberrypi", "user", "pc", "computer"];

/// First bytes of addresses that hypervisors give; in a guest they are the guest's own.
const HYPERVISOR_OUIS: [&str; 9] = ["00:05:69", "00:0c:29", "00:1c:14", "00:50:56", "08:00:27", "00:15:5d", "00:16:3e", "00:1c:42", "52:54:00"];
/// Host-side cards of hypervisors and tunnels: the same address on every host.
const HOST_SIDE: [&str; 6] = ["00:50:56:c0:", "0a:00:27:00:", "00:ff:", "02:42:", "02:00:4c:4f:4f:50", "00:53:45:00:"];
/// Makers of docks and USB network cards.
const DOCK_OUIS: [&str; 9] = ["00:0e:c6", "00:24:9b", "00:50:b6", "00:e0:4c", "0c:37:96", "3c:18:a0", "8c:ae:4c", "9c:eb:e8", "a0:ce:c8"];
const USB_DRIVERS: [&str; 9] = ["r8152", "r8153_ecm", "ax88179_178a", "asix", "cdc_ether", "cdc_ncm", "smsc95xx", "rndis_host", "dm9601"];
/// Starts of interface names without hardware.
const SOFT_NAMES: [&str; 33] = [
    "docker",
    "veth",
    "virbr",
    "br-",
    "vnet",
    "tun",
    "tap",
    "wg",
    "ifb",
    "dummy",
    "bond",
    "team",
    "vmnet",
    "vboxnet",
    "utun",
    "awdl",
    "llw",
    "p2p",
    "gif",
    "stf",
    "bridge",
    "fw",
    "sit",
    "ppp",
    "zt",
    "tailscale",
    "cni",
    "flannel",
    "kube",
    "lxc",
    "macvtap",
    "anpi",
    "ap1",
];
/// Words in Windows' descriptions of cards without hardware.
const SOFT_WORDS: [&str; 14] = [
    "tap-win",
    "vpn",
    "bluetooth",
    "loopback",
    "miniport",
    "teredo",
    "isatap",
    "wi-fi direct",
    "wifi direct",
    "npcap",
    "fortinet",
    "wintun",
    "wireguard",
    "host-only",
];
/// The same, but in a guest these are its real cards.
const HYPERVISOR_WORDS: [&str; 4] = ["hyper-v", "vmware", "virtualbox", "virtual"];

/// What is known of the machine before its cards are judged.
#[derive(Clone, Copy)]
pub(crate) struct Machine {
    pub is_virtual: bool,
    pub flags_believed: bool,
}

/// Why a serial, model, tag, name or device id identifies nothing.
pub(crate) fn text(what: Kind, value: &str) -> Option<RejectedWhy> {
    let bare = plain(value);
    let first = bare.chars().next();
    if what == Kind::Name {
        let common = COMMON_NAMES.contains(&bare.as_str());
        return (common || bare.is_empty()).then_some(RejectedWhy::SharedByMany);
    }
    if PLACEHOLDERS.contains(&bare.as_str()) || (what == Kind::DeviceId && bare == "foo") {
        return Some(RejectedWhy::Placeholder);
    }
    if bare.chars().all(|c| Some(c) == first) {
        return Some(RejectedWhy::OneCharacter);
    }
    let shortest = if what == Kind::Model { 2 } else { 4 };
    (bare.chars().count() < shortest).then_some(RejectedWhy::TooShort)
}

/// Why a system UUID identifies nothing.
pub(crate) fn uuid(value: &str) -> Option<RejectedWhy> {
    let normal = uuid_form(value)?;
    let hex = normal.replace('-', "");
    let first = hex.as_bytes()[0];
    if hex.bytes().filter(|b| *b == first).count() >= 31 || hex.as_bytes().chunks(2).all(|p| p == &hex.as_bytes()[..2]) {
        return Some(RejectedWhy::OneCharacter);
    }
    let shared = SHARED_UUIDS.iter().any(|known| uuid_form(known).as_ref() == Some(&normal));
    shared.then_some(RejectedWhy::SharedByMany)
}

/// Why a network card's address does not identify the machine.
pub(crate) fn card(card: &Network, mac: &str, machine: Machine) -> Option<RejectedWhy> {
    if mac_form(mac).is_none() {
        return Some(RejectedWhy::NotAnAddress);
    }
    let starts = |list: &[&str]| list.iter().any(|start| mac.starts_with(start));
    let first = u8::from_str_radix(&mac[..2], 16).unwrap_or_default();
    if mac == "00:00:00:00:00:00" || mac == "ff:ff:ff:ff:ff:ff" {
        return Some(RejectedWhy::OneCharacter);
    }
    if (machine.flags_believed && card.virtual_device == Some(true)) || is_soft(card, machine) {
        return Some(RejectedWhy::VirtualCard);
    }
    if first & 0x01 != 0 {
        return Some(RejectedWhy::GroupAddress);
    }
    if starts(&HOST_SIDE) || (starts(&HYPERVISOR_OUIS) && !machine.is_virtual) {
        return Some(RejectedWhy::VirtualCard);
    }
    if starts(&DOCK_OUIS) || is_usb(card) {
        return Some(RejectedWhy::DockOrUsb);
    }
    // A guest's address is often locally administered; a physical card's never is.
    (first & 0x02 != 0 && !machine.is_virtual).then_some(RejectedWhy::Randomised)
}

fn is_soft(card: &Network, machine: Machine) -> bool {
    if card.kind.as_deref().is_some_and(|kind| matches!(kind, "loopback" | "bridge" | "bluetooth" | "dialup" | "alias" | "aggregate")) {
        return true;
    }
    let name = card.description.as_deref().unwrap_or_default().to_lowercase();
    let numbered = |start: &str| name.strip_prefix(start).is_some_and(|rest| !rest.contains(' '));
    name == "lo"
        || name == "lo0"
        || SOFT_NAMES.iter().any(|start| numbered(start))
        || SOFT_WORDS.iter().any(|word| name.contains(word))
        || (!machine.is_virtual && HYPERVISOR_WORDS.iter().any(|word| name.contains(word)))
        || card.pnp_id.as_deref().is_some_and(|id| {
            let id = id.to_ascii_uppercase();
            id.starts_with("BTH\\") || id.starts_with("ROOT\\") || id.starts_with("SW\\")
        })
}

fn is_usb(card: &Network) -> bool {
    card.driver.as_deref().is_some_and(|driver| USB_DRIVERS.contains(&driver))
        || card.pnp_id.as_deref().is_some_and(|id| id.to_ascii_uppercase().starts_with("USB\\"))
        || card.description.as_deref().is_some_and(|name| name.to_lowercase().contains("usb"))
}
