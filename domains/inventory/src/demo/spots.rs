//! Where a demo device stands, who holds it and what it is called there.

use super::device::{Holder, Sort, Trade};
use super::park::Buying;

/// Laptops kept for lending, and desktops that stand in shared rooms.
const LOAN_LAPTOPS: usize = 6;
const SHARED_DESKTOPS: usize = 24;

/// Where one device goes.
pub(super) struct Spot {
    pub place: usize,
    pub room: String,
    pub holder: Option<Holder>,
}

impl Buying<'_> {
    pub(super) fn spot(&mut self, sort: Sort, nth: usize) -> Spot {
        match sort {
            Sort::Server => self.server_room(nth),
            Sort::Laptop if nth < LOAN_LAPTOPS => self.room_called("Stoo"),
            Sort::Desktop if nth < SHARED_DESKTOPS => self.shared_room(nth),
            Sort::Laptop | Sort::Desktop | Sort::Phone => match self.without.get_mut(&sort).and_then(Vec::pop) {
                Some((place, holder)) => Spot { place, room: holder.room.clone(), holder: Some(holder) },
                None => self.shared_room(nth),
            },
            Sort::Switch => self.shared_room_called("Chumba cha seva", nth),
            Sort::Scanner => self.shared_room_called("Masjala", nth),
            _ => self.shared_room(nth),
        }
    }

    /// Every fourth server stands in Pemba, the others at headquarters.
    fn server_room(&mut self, nth: usize) -> Spot {
        let pemba = self.places.iter().position(|place| place.island == 'P');
        match (nth % 4, pemba) {
            (3, Some(place)) => Spot { place, room: self.places[place].rooms[0].clone(), holder: None },
            _ => self.room_called("Chumba cha seva"),
        }
    }

    /// That room at headquarters, or its last one.
    pub(super) fn room_called(&self, name: &str) -> Spot {
        let rooms = &self.places[0].rooms;
        let room = rooms.iter().find(|room| *room == name).or(rooms.last()).cloned().unwrap_or_default();
        Spot { place: 0, room, holder: None }
    }

    /// Each place has one of each before any has two; then the bigger, the more.
    fn shared_room(&mut self, nth: usize) -> Spot {
        let weights: Vec<u32> = self.places.iter().map(|place| place.holders.len() as u32 + 1).collect();
        let place = if nth < self.places.len() { nth } else { self.seed.weighted(&weights) };
        let used = |room: &&String| *room != "Stoo" && *room != "Chumba cha seva";
        let rooms: Vec<&String> = self.places[place].rooms.iter().filter(used).collect();
        let room = if rooms.is_empty() { String::new() } else { (*self.seed.pick(&rooms)).clone() };
        Spot { place, room, holder: None }
    }

    /// As [`Self::shared_room`], in the room of that name where there is one.
    fn shared_room_called(&mut self, name: &str, nth: usize) -> Spot {
        let spot = self.shared_room(nth);
        let there = self.places[spot.place].rooms.iter().any(|room| room == name);
        if there { Spot { room: name.to_owned(), ..spot } } else { spot }
    }

    /// New names follow one rule; machines from before 2017 may still carry what somebody once typed.
    pub(super) fn name(&mut self, sort: Sort, spot: &Spot, bought_year: i32) -> String {
        let code = &self.places[spot.place].code;
        let stem = match sort {
            Sort::Server => {
                return ["SEVA-FAILI", "SEVA-PRINTA", "SEVA-AKAUNTI", "SEVA-PEMBA"][self.count("SEVA") - 1].to_owned();
            }
            Sort::Desktop if bought_year < 2017 && self.seed.chance(40) => old_stem(trade_at(spot)).to_owned(),
            Sort::Desktop | Sort::Laptop => format!("DPP-{code}"),
            Sort::Printer => format!("PRINTA-{code}"),
            Sort::Copier => format!("NAKALA-{code}"),
            Sort::Scanner => format!("SKANA-{code}"),
            Sort::Switch => format!("SWICHI-{code}"),
            Sort::AccessPoint => format!("WIFI-{code}"),
            Sort::Ups => format!("UPS-{code}"),
            Sort::Phone => format!("SIMU-{code}"),
        };
        let count = self.count(&stem);
        if stem.starts_with("DPP") { format!("{stem}-{count:03}") } else { format!("{stem}-{count:02}") }
    }

    fn count(&mut self, stem: &str) -> usize {
        let count = self.names.entry(stem.to_owned()).or_default();
        *count += 1;
        *count
    }

    /// The next free address of the place; none when its network is full.
    pub(super) fn address(&mut self, place: usize) -> Option<String> {
        let last = self.addresses.entry(place).or_insert(9);
        *last += 1;
        (*last < 255).then(|| format!("{}.{last}", self.places[place].network))
    }
}

/// A shared machine serves what its room is for.
pub(super) fn trade_at(spot: &Spot) -> Trade {
    match &spot.holder {
        Some(holder) => holder.trade,
        None if spot.room == "Masjala" => Trade::Registry,
        None => Trade::Other,
    }
}

fn old_stem(trade: Trade) -> &'static str {
    match trade {
        Trade::Prosecutor => "WAKILI",
        Trade::Registry => "MASJALA",
        Trade::Accounts => "UHASIBU",
        Trade::Ict => "TEHAMA",
        Trade::Other => "UTAWALA",
    }
}
