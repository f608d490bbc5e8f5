//! A catalogue of about 5,000 programs in their versions, of which a few are on nearly every machine and most on hardly any: the shape that
//! real inventories have (the n-th program is on a share of machines that falls with a power of n).

use kernel::seed::Seed;

/// Rows of the catalogue: names times versions.
const NAMES: usize = 1_250;
const VERSIONS: usize = 4;
/// Programs on a machine, on average.
const A_MACHINE: f64 = 750.0;
/// How steeply the share falls.
const STEEPNESS: f64 = 0.6;
/// No program is on more machines than this share.
const MOST: f64 = 0.97;

const MAKERS: &[&str] = &[
    "Microsoft Corporation",
    "Adobe",
    "Mozilla",
    "The Document Foundation",
    "Oracle",
    "HP Inc.",
    "Dell Inc.",
    "Lenovo",
    "Intel Corporation",
    "Realtek",
    "Canon Inc.",
    "Kyocera",
    "Igor Pavlov",
    "VideoLAN",
    "Zoom",
    "",
];
const KINDS: &[&str] =
    &["Studio", "Reader", "Driver", "Runtime", "Update", "Viewer", "Tools", "Security Update", "Redistributable", "Client", "Codec", "Language Pack"];

pub struct Program {
    pub name: String,
    pub version: String,
    pub maker: &'static str,
    pub arch: &'static str,
    /// Of a thousand million machines, so many have it.
    share: u64,
}

pub fn catalogue() -> Vec<Program> {
    let shares = shares();
    let mut order: Vec<usize> = (0..NAMES * VERSIONS).collect();
    Seed::new(5).shuffle(&mut order);
    let program = |(row, rank): (usize, usize)| {
        let (name, version) = (row / VERSIONS, row % VERSIONS);
        Program {
            name: format!("{} {} {}", super::words::rare(name as u64 * 13).to_uppercase(), KINDS[name % KINDS.len()], 2_010 + name % 16),
            version: format!("{}.{}.{}", 1 + name % 20, version * 3, 1_000 + name),
            maker: MAKERS[name % MAKERS.len()],
            arch: if name.is_multiple_of(3) { "i586" } else { "x86_64" },
            share: (shares[rank] * 1e9) as u64,
        }
    };
    order.into_iter().enumerate().map(program).collect()
}

/// The share of machines that have the program of each rank, summing to `A_MACHINE`.
fn shares() -> Vec<f64> {
    let of = |scale: f64| (1..=NAMES * VERSIONS).map(|rank| (scale * (rank as f64).powf(-STEEPNESS)).min(MOST)).collect::<Vec<_>>();
    let (mut low, mut high) = (0.0, 1_000.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if of(middle).iter().sum::<f64>() < A_MACHINE { low = middle } else { high = middle }
    }
    of(low)
}

/// The rows of the catalogue that a machine has.
pub fn of_machine<'a>(catalogue: &'a [Program], seed: &mut Seed) -> Vec<&'a Program> {
    catalogue.iter().filter(|program| seed.below(1_000_000_000) < program.share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_catalogue_names_no_row_twice_and_machines_have_750_of_it() {
        let catalogue = catalogue();
        assert_eq!(catalogue.iter().map(|program| (&program.name, &program.version)).collect::<HashSet<_>>().len(), 5_000);
        let mut seed = Seed::new(3);
        let sum: usize = (0..200).map(|_| of_machine(&catalogue, &mut seed).len()).sum();
        assert!((740..760).contains(&(sum / 200)), "{} a machine", sum / 200);
    }
}
