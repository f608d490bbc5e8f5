//! Serial numbers, addresses and identities in the shapes their makers use. None was ever given out
//! by a maker on purpose; a likeness is chance.

use kernel::seed::Seed;

use super::models::Serial;

const CONSONANTS_AND_DIGITS: &[u8] = b"0123456789BCDFGHJKLMNPQRSTVWXYZ";
const LETTERS_AND_DIGITS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// What a board says of itself when nobody wrote its serial number.
pub(super) const PLACEHOLDER_SERIAL: &str = "To be filled by O.E.M.";
/// The identity that thousands of such boards share.
pub(super) const PLACEHOLDER_UUID: &str = "03000200-0400-0500-0006-000700080009";

pub(super) fn serial(seed: &mut Seed, shape: Serial) -> String {
    match shape {
        Serial::Dell => format!("{}{}", text(seed, CONSONANTS_AND_DIGITS, 6), seed.pick(&['2', '3'])),
        Serial::Prefixed(prefix, places) => format!("{prefix}{}", text(seed, LETTERS_AND_DIGITS, places - prefix.len())),
        Serial::Digits(prefix, places) => format!("{prefix}{}", text(seed, b"0123456789", places - prefix.len())),
        Serial::Placeholder => PLACEHOLDER_SERIAL.to_owned(),
    }
}

/// The identity in the machine's firmware. Dell writes the serial number into it.
pub(super) fn uuid(seed: &mut Seed, shape: Serial, serial: &str) -> String {
    match shape {
        Serial::Placeholder => PLACEHOLDER_UUID.to_owned(),
        Serial::Dell => {
            let tag: Vec<u8> = serial.bytes().collect();
            let (first, rest) = (tag[0] | 0x80, &tag[1..]);
            format!("4C4C4544-00{:02X}-{:02X}10-80{:02X}-{first:02X}C04F{:02X}{:02X}{:02X}", rest[0], rest[1], rest[2], rest[3], rest[4], rest[5])
        }
        Serial::Prefixed(..) | Serial::Digits(..) => {
            let (high, low) = (seed.next(), seed.next());
            format!(
                "{:08X}-{:04X}-4{:03X}-{:04X}-{:012X}",
                high >> 32,
                (high >> 16) & 0xFFFF,
                high & 0xFFF,
                0x8000 | ((low >> 48) & 0x3FFF),
                low & 0xFFFF_FFFF_FFFF
            )
        }
    }
}

/// A network address that begins with the maker's three bytes.
pub(super) fn mac(seed: &mut Seed, oui: &str) -> String {
    let bits = seed.next();
    format!("{oui}:{:02X}:{:02X}:{:02X}", bits & 0xFF, (bits >> 8) & 0xFF, (bits >> 16) & 0xFF)
}

/// `places` characters drawn from `alphabet`.
pub(super) fn text(seed: &mut Seed, alphabet: &[u8], places: usize) -> String {
    (0..places).map(|_| char::from(*seed.pick(alphabet))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dell_identity_spells_its_service_tag() {
        let spelled = uuid(&mut Seed::new(1), Serial::Dell, "5SH2N32");
        assert_eq!(spelled, "4C4C4544-0053-4810-8032-B5C04F4E3332");
    }

    #[test]
    fn serials_keep_their_length_and_prefix() {
        let mut seed = Seed::new(2);
        assert_eq!(serial(&mut seed, Serial::Dell).len(), 7);
        let hp = serial(&mut seed, Serial::Prefixed("CZC8", 10));
        assert!(hp.starts_with("CZC8") && hp.len() == 10, "{hp}");
        assert!(serial(&mut seed, Serial::Digits("2186", 13)).bytes().all(|byte| byte.is_ascii_digit()));
    }
}
