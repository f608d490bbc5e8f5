//! Repeatable chance: the demo office and the tests draw from it, so the same seed makes the same
//! people, machines and requests on every computer. For demo and tests, never for keys: anyone who
//! knows the seed knows every draw. It refuses to know the clock and what is drawn with it.

/// A SplitMix64 generator (Steele, Lea and Flood, OOPSLA 2014). Cloning it forks the same sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed(u64);

impl Seed {
    /// The sequence that belongs to `seed`; equal seeds give equal sequences.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    #[allow(clippy::should_implement_trait, reason = "an endless sequence has no end to answer None")]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number from 0 up to but without `n`; 0 when `n` is 0.
    pub fn below(&mut self, n: u64) -> u64 {
        // Multiply and keep the high half (Lemire): its bias for small n is far below anything a demo shows.
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included. Panics when `low > high`.
    pub fn between(&mut self, low: u64, high: u64) -> u64 {
        assert!(low <= high, "between({low}, {high}) has nothing to draw from");
        low + self.below(high - low + 1)
    }

    /// One of `from`. Panics when it is empty.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        assert!(!from.is_empty(), "nothing to pick from");
        &from[self.below(from.len() as u64) as usize]
    }

    /// The index of one of `weights`, each as likely as its weight. Panics when they sum to 0.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let total: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
        assert!(total > 0, "nothing has any weight");
        let mut left = self.below(total);
        for (index, weight) in weights.iter().enumerate() {
            if left < u64::from(*weight) {
                return index;
            }
            left -= u64::from(*weight);
        }
        unreachable!("the draw is below the sum of the weights")
    }

    /// True in `percent` of 100 draws.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// Puts `items` in an order of chance (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u64 + 1) as usize);
        }
    }

    /// A generator of its own for the part called `name`, so that one part's draws never move another's.
    pub fn fork(&self, name: &str) -> Self {
        let mut mixed = self.0;
        for byte in name.bytes() {
            mixed = (mixed ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
        let mut fork = Self(mixed);
        fork.next();
        fork
    }
}

#[cfg(test)]
mod tests {
    use super::Seed;

    #[test]
    fn the_published_first_numbers_come_out() {
        let mut seed = Seed::new(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| seed.next()).collect();
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn a_shuffle_keeps_everything_and_moves_something() {
        let mut items: Vec<u32> = (0..50).collect();
        Seed::new(7).shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn draws_stay_in_their_bounds_and_reach_them() {
        let mut seed = Seed::new(3);
        let drawn: Vec<u64> = (0..500).map(|_| seed.between(2, 5)).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&2), Some(&5)));
        let picked = [seed.weighted(&[0, 9, 0]), seed.weighted(&[0, 0, 1])];
        assert_eq!(picked, [1, 2]);
        let hits = (0..10_000).filter(|_| seed.chance(25)).count();
        assert!((2_200..2_800).contains(&hits), "{hits} of 10,000");
    }

    #[test]
    fn a_fork_depends_on_its_name_only() {
        let seed = Seed::new(11);
        assert_eq!(seed.fork("desk"), seed.fork("desk"));
        assert_ne!(seed.fork("desk"), seed.fork("office"));
    }
}
