//! Which devices the demo's office owns, where they stand and who holds them: laptops for seniors,
//! a desktop for nearly everybody, printers by room, and a store with what waits.

use std::collections::HashMap;

use kernel::seed::Seed;

use super::calendar::{date, day_number};
use super::device::{Condition, DemoDevice, Holder, Place, Sort, State, Trade};
use super::inside::{Seat, machine};
use super::marks;
use super::models::{MODELS, Model, Serial};
use super::spots::{Spot, trade_at};

/// How many of each sort the park has.
const COUNTS: &[(Sort, usize)] = &[
    (Sort::Server, 4),
    (Sort::Laptop, 66),
    (Sort::Desktop, 178),
    (Sort::Printer, 48),
    (Sort::Copier, 6),
    (Sort::Scanner, 10),
    (Sort::Switch, 16),
    (Sort::AccessPoint, 16),
    (Sort::Ups, 36),
    (Sort::Phone, 20),
];

/// Who paid; the government's own budget most often.
const FUNDERS: &[&str] = &[
    "Bajeti ya Serikali (SMZ)",
    "Bajeti ya Serikali (SMZ)",
    "Bajeti ya Serikali (SMZ)",
    "Mshirika wa maendeleo A",
    "Mshirika wa maendeleo B",
    "Mradi wa maboresho ya sekta ya sheria",
];

/// About 400 devices at `places`, the newest bought before `today` (days since 1970-01-01).
/// Panics without a place in Unguja or without anybody who holds a computer.
pub fn park(seed: u64, places: &[Place], today: i32) -> Vec<DemoDevice> {
    let mut buying = Buying::new(seed, places, today);
    for (sort, count) in COUNTS {
        for nth in 0..*count {
            buying.buy(*sort, nth);
        }
    }
    clone_one_image(&mut buying.bought);
    number_by_purchase(&mut buying.bought);
    buying.bought
}

pub(super) struct Buying<'a> {
    pub(super) seed: Seed,
    pub(super) places: &'a [Place],
    today: i32,
    /// People still without a laptop, a desktop, a telephone; the next one last.
    pub(super) without: HashMap<Sort, Vec<(usize, Holder)>>,
    pub(super) names: HashMap<String, usize>,
    pub(super) addresses: HashMap<usize, usize>,
    bought: Vec<DemoDevice>,
}

impl<'a> Buying<'a> {
    fn new(seed: u64, places: &'a [Place], today: i32) -> Self {
        let mut seed = Seed::new(seed).fork("inventory");
        let everybody = || places.iter().enumerate().flat_map(|(place, at)| at.holders.iter().map(move |holder| (place, holder.clone())));
        let mut seniors_last: Vec<(usize, Holder)> = everybody().collect();
        assert!(!seniors_last.is_empty(), "a park needs people who hold computers");
        seed.shuffle(&mut seniors_last);
        seniors_last.sort_by_key(|(_, holder)| (holder.senior, holder.trade == Trade::Ict));
        let seniors_first = seniors_last.iter().rev().cloned().collect();
        let without = HashMap::from([(Sort::Laptop, seniors_last.clone()), (Sort::Phone, seniors_last), (Sort::Desktop, seniors_first)]);
        Self { seed, places, today, without, names: HashMap::new(), addresses: HashMap::new(), bought: Vec::new() }
    }

    fn buy(&mut self, sort: Sort, nth: usize) {
        let (model, bought_day) = self.model(sort, nth);
        let mut spot = self.spot(sort, nth);
        let serial = marks::serial(&mut self.seed, model.serial);
        let state = self.state(sort, &spot, bought_day);
        match state {
            State::InStore => spot = self.room_called("Stoo"),
            State::Disposed => spot.holder = None,
            _ => {}
        }
        let name = self.name(sort, &spot, date(bought_day).0);
        let mut macs: Vec<String> = Vec::new();
        if !model.oui.is_empty() {
            let oui = *self.seed.pick(model.oui);
            macs.push(marks::mac(&mut self.seed, oui));
        }
        if sort == Sort::Laptop {
            let oui = *self.seed.pick(&["34:02:86", "A4:C3:F0", "F8:94:C2"]);
            macs.push(marks::mac(&mut self.seed, oui));
        }
        let seat = Seat {
            name: &name,
            serial: &serial,
            login: spot.holder.as_ref().map_or_else(|| "mtumiaji".to_owned(), |holder| holder.login.clone()),
            trade: trade_at(&spot),
            bought_year: date(bought_day).0,
            installed_day: (bought_day + self.seed.between(10, 200) as i32).min(self.today - 2),
        };
        let inside = sort.is_computer().then(|| machine(&mut self.seed, model, seat));
        let device = DemoDevice {
            asset_tag: String::new(),
            sort,
            maker: model.maker,
            model: model.name,
            serial,
            place: spot.place,
            address: if macs.is_empty() || sort == Sort::Phone { None } else { self.address(spot.place) },
            holder: spot.holder.as_ref().map(|holder| holder.person),
            room: spot.room,
            state,
            condition: self.condition(bought_day, state),
            bought_day,
            price_tzs: self.seed.between(model.price.0 / 5, model.price.1 / 5) * 5_000,
            funder: self.seed.pick::<&str>(FUNDERS),
            warranty_years: *self.seed.pick(&[1, 1, 3]),
            macs,
            pages: matches!(sort, Sort::Printer | Sort::Copier).then(|| self.seed.between(1_800, 240_000)),
            machine: inside,
            hardware: model,
            name,
        };
        self.bought.push(device);
    }

    /// A model of this sort and a day on which it was on sale, in the past.
    fn model(&mut self, sort: Sort, nth: usize) -> (&'static Model, i32) {
        let this_year = date(self.today).0;
        let sold = |model: &&Model| model.sort == sort && model.years.0 < this_year;
        let models: Vec<&'static Model> = MODELS.iter().filter(sold).collect();
        let weights: Vec<u32> = models.iter().map(|model| model.weight).collect();
        // Of the few servers every other one is of the older make.
        let model = if sort == Sort::Server { models[nth % models.len()] } else { models[self.seed.weighted(&weights)] };
        let year = self.seed.between(model.years.0 as u64, model.years.1.min(this_year) as u64) as i32;
        // Year-end purchases: most come in May and June, before the financial year closes.
        let month = *self.seed.pick(&[2, 3, 4, 5, 5, 6, 6, 6, 10, 11]);
        let day = day_number(year, month, self.seed.between(1, 28) as u32);
        (model, day.min(self.today - 60))
    }

    fn state(&mut self, sort: Sort, spot: &Spot, bought_day: i32) -> State {
        let old = self.today - bought_day > 9 * 365;
        let drawn = self.seed.below(100);
        match (sort, drawn) {
            (Sort::Server | Sort::Switch, _) => State::InUse,
            _ if spot.room == "Stoo" => State::InStore,
            (Sort::Laptop, 0) => State::Lost,
            (_, 1..4) => State::UnderRepair,
            (_, 4..9) if old => State::Disposed,
            (_, 12..30) if spot.holder.is_none() && sort == Sort::Desktop => State::InStore,
            _ => State::InUse,
        }
    }

    fn condition(&mut self, bought_day: i32, state: State) -> Condition {
        let years = (self.today - bought_day) / 365;
        match (state, years, self.seed.below(100)) {
            (State::Disposed | State::UnderRepair, _, _) | (_, 9.., 0..50) => Condition::Poor,
            (_, 9.., _) | (_, 4..9, 0..55) | (_, _, 0..8) => Condition::Fair,
            _ => Condition::Good,
        }
    }
}

/// Two machines were once filled from one disk image and still name themselves alike.
fn clone_one_image(bought: &mut [DemoDevice]) {
    let able = |device: &DemoDevice| device.sort == Sort::Desktop && device.state == State::InUse && matches!(device.hardware.serial, Serial::Prefixed(..));
    let pair: Vec<usize> = (0..bought.len()).filter(|index| able(&bought[*index])).take(2).collect();
    if let [first, second] = pair[..] {
        let shared = bought[first].machine.as_ref().map(|machine| machine.device_id.clone());
        if let (Some(machine), Some(shared)) = (bought[second].machine.as_mut(), shared) {
            machine.device_id = shared;
        }
    }
}

/// The register of assets numbers things in the order in which they were bought.
fn number_by_purchase(bought: &mut [DemoDevice]) {
    let mut order: Vec<usize> = (0..bought.len()).collect();
    order.sort_by_key(|index| (bought[*index].bought_day, *index));
    for (number, index) in order.into_iter().enumerate() {
        bought[index].asset_tag = format!("DPP/VF/{:04}", number + 1);
    }
}
