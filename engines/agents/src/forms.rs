//! One spelling for what is written in many: network addresses, UUIDs, serials, names. Two values
//! are the same evidence when their forms are equal; whether they are evidence is not asked here.

/// `aa:bb:cc:dd:ee:ff`, from any of the usual spellings.
pub(crate) fn mac_form(text: &str) -> Option<String> {
    let hex: String = text.chars().filter(char::is_ascii_hexdigit).collect();
    let parted = text.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '-' | '.'));
    if hex.len() != 12 || !parted {
        return None;
    }
    let pairs: Vec<&str> = (0..6).map(|pair| &hex[pair * 2..pair * 2 + 2]).collect();
    Some(pairs.join(":").to_ascii_lowercase())
}

/// An SMBIOS UUID in a form that is the same for both byte orders: firmware before SMBIOS 2.6 and
/// some tools write the first three groups swapped. Of both spellings the smaller is taken.
pub fn uuid_form(text: &str) -> Option<String> {
    let plain = bare_uuid(text)?;
    let hex = plain.replace('-', "");
    let pair = |at: usize| &hex[at * 2..at * 2 + 2];
    let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
    let swapped: String = order.map(pair).concat();
    Some(plain.min(with_dashes(&swapped)))
}

pub(crate) fn bare_uuid(text: &str) -> Option<String> {
    let parted = text.chars().all(|c| c.is_ascii_hexdigit() || matches!(c, '-' | '{' | '}'));
    let hex: String = text.chars().filter(char::is_ascii_hexdigit).collect();
    (parted && hex.len() == 32).then(|| with_dashes(&hex.to_ascii_lowercase()))
}

fn with_dashes(hex: &str) -> String {
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// For comparing serials and models: letters and digits, lower case.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// For comparing names: before the first dot, lower case. One agent sends the full name, another
/// the short one.
pub(crate) fn short_name(text: &str) -> String {
    text.split('.').next().unwrap_or(text).trim().to_lowercase()
}
