//! Words to fill subjects and descriptions with: one that three requests in ten hold, a few hundred of every day, and many thousand that
//! hardly any holds, so that a search meets what it meets in life. The words mean little; how often they come means much.

use kernel::seed::Seed;

/// In about 30 of 100 requests.
pub const COMMON: &str = "printa";
/// Beside the common one in about 3 of 100.
pub const SECOND: &str = "karatasi";

const EVERYDAY: &[&str] = &[
    "kompyuta",
    "mtandao",
    "barua",
    "nenosiri",
    "programu",
    "skrini",
    "kibodi",
    "panya",
    "umeme",
    "simu",
    "faili",
    "hati",
    "mahkama",
    "kesi",
    "seva",
    "akaunti",
    "tafadhali",
    "haifanyi",
    "kazi",
    "tangu",
    "asubuhi",
    "jana",
    "leo",
    "chumba",
    "afisi",
    "haraka",
    "inazima",
    "polepole",
    "imekatika",
    "haiwaki",
    "haifunguki",
    "nimesahau",
    "naomba",
    "msaada",
    "mpya",
    "zamani",
    "imeharibika",
    "wino",
    "skana",
    "kebo",
    "ukuta",
    "swichi",
    "diski",
    "imejaa",
    "virusi",
    "ujumbe",
    "makosa",
    "unaonyesha",
    "baada",
    "kabla",
    "kila",
    "siku",
    "wiki",
    "mkutano",
    "video",
];
/// So many words are rare; each stands in about a dozen requests of the full office.
const RARE: u64 = 20_000;
const SYLLABLES: &[&str] = &[
    "ba", "chu", "de", "fi", "gho", "ha", "ji", "ku", "la", "mwe", "ngo", "pa", "ri", "su", "ta", "vu", "wa", "ye", "zo", "shi", "ndu", "mbo", "ke", "nya",
    "le", "tu", "mi", "po", "ga", "di",
];

/// Rare word number `n`; the same number gives the same word.
pub fn rare(n: u64) -> String {
    let mut rest = n % RARE;
    let mut word = String::from("x");
    for _ in 0..4 {
        word.push_str(SYLLABLES[(rest % SYLLABLES.len() as u64) as usize]);
        rest /= SYLLABLES.len() as u64;
    }
    word
}

/// A subject of a few words; the common word is in it twice in three times that a request holds it at all.
pub fn subject(seed: &mut Seed, has_common: bool) -> String {
    let mut words = if has_common && seed.chance(67) { vec![COMMON.to_owned()] } else { Vec::new() };
    words.extend(some(seed, 3, 6));
    sentence(&words)
}

/// A description of some twenty words.
pub fn description(seed: &mut Seed, has_common: bool) -> String {
    let mut words = some(seed, 12, 30);
    if has_common {
        let at = seed.below(words.len() as u64) as usize;
        words.insert(at, COMMON.to_owned());
        if seed.chance(10) {
            words.push(SECOND.to_owned());
        }
    }
    words.extend((0..2).map(|_| rare(seed.below(RARE))));
    sentence(&words)
}

/// What the officer wrote when it was solved.
pub fn solution(seed: &mut Seed) -> String {
    sentence(&some(seed, 6, 14))
}

fn some(seed: &mut Seed, fewest: u64, most: u64) -> Vec<String> {
    let count = seed.between(fewest, most);
    // The square of an even draw: the first words come far oftener than the last.
    let draw = |seed: &mut Seed| EVERYDAY[(seed.below(1_000).pow(2) * EVERYDAY.len() as u64 / 1_000_000) as usize].to_owned();
    (0..count).map(|_| draw(seed)).collect()
}

fn sentence(words: &[String]) -> String {
    let text = words.join(" ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_are_many_and_the_same_again() {
        let all: std::collections::HashSet<String> = (0..RARE).map(rare).collect();
        assert_eq!(all.len() as u64, RARE);
        assert_eq!(rare(7), rare(RARE + 7));
    }
}
