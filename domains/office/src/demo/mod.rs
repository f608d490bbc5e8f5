//! The people, units and sites of the demo: an office of the right shape and size, so that lists,
//! rights and reports can be tried on something lifelike. Every name is invented, and nothing here
//! knows records, the clock or the database; who seeds the demo brings these in through the verbs.

pub mod calendar;
mod names;
mod people;
mod posts;
mod structure;

pub use calendar::{Holiday, day_number, holidays};
pub use people::{Account, Honorific, Person, Role};
pub use structure::{Site, Unit, UnitKind};

/// A whole made-up office. Numbers such as `Person::unit` are indexes into these lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    pub units: Vec<Unit>,
    pub sites: Vec<Site>,
    pub people: Vec<Person>,
}

/// The office that belongs to `seed`: 7 sites, 18 units and about 300 people, five of them with an account.
pub fn office(seed: u64) -> Office {
    let sites = structure::sites();
    let mut units = structure::units();
    let people = people::people(seed, &sites, &mut units);
    Office { units, sites, people }
}

impl Office {
    /// The index of the person who owns `account`.
    pub fn owner(&self, account: Account) -> usize {
        self.people.iter().position(|person| person.account == Some(account)).expect("every account has its person")
    }

    /// The indexes of the ICT unit's people, its head first.
    pub fn ict(&self) -> Vec<usize> {
        let ict = |person: &Person| self.units[person.unit].key == "tehama";
        let mut found: Vec<usize> = (0..self.people.len()).filter(|index| ict(&self.people[*index])).collect();
        found.sort_by_key(|index| self.people[*index].role != Role::HeadOfIct);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_seed_makes_the_same_office() {
        assert_eq!(office(7), office(7));
        assert_ne!(office(7).people, office(8).people);
    }

    #[test]
    fn it_has_the_size_and_shape_of_the_real_one() {
        let office = office(1);
        assert!((290..=310).contains(&office.people.len()), "{} people", office.people.len());
        let of_kind = |kind| office.units.iter().filter(|unit| unit.kind == kind).count();
        assert_eq!(of_kind(UnitKind::Department), 3);
        assert_eq!(of_kind(UnitKind::Independent), 5);
        assert_eq!(of_kind(UnitKind::Regional), 5);
        let pemba = office.people.iter().filter(|person| office.sites[person.site].island == 'P').count();
        assert!((40..80).contains(&pemba), "{pemba} people in Pemba");
    }

    #[test]
    fn nobody_shares_a_staff_number_an_address_or_a_name() {
        let office = office(1);
        let different = |of: fn(&Person) -> &str| office.people.iter().map(of).collect::<HashSet<_>>().len();
        assert_eq!(different(|person| &person.staff_number), office.people.len());
        assert_eq!(different(|person| &person.email), office.people.len());
        assert_eq!(different(|person| &person.name), office.people.len());
        assert!(office.people.iter().all(|person| person.name.split(' ').count() == 3));
    }

    #[test]
    fn every_unit_has_a_head_of_its_own_and_the_five_accounts_exist() {
        let office = office(1);
        for (index, unit) in office.units.iter().enumerate() {
            assert_eq!(office.people[unit.head].unit, index, "{}", unit.name_en);
        }
        for account in Account::ALL {
            assert_eq!(office.people[office.owner(account)].account, Some(account));
        }
        assert_eq!(office.people.iter().filter(|person| person.account.is_some()).count(), 5);
    }

    #[test]
    fn the_ict_unit_is_four_people_and_one_sits_in_pemba() {
        let office = office(1);
        let ict = office.ict();
        assert_eq!(ict.len(), 4);
        assert_eq!(office.people[ict[0]].account, Some(Account::Head));
        assert_eq!(ict.iter().filter(|index| office.sites[office.people[**index].site].island == 'P').count(), 1);
    }
}
