//! Lists and searches as four people use them at once: two of the staff and a head of department, who see little, and an officer, who sees
//! nine requests in ten. No one pauses to think, so four questions are always under way.

use crate::browser::{Browser, Got};
use crate::machine::processor_seconds;
use crate::office::{Bench, PASSWORD, words};
use crate::outcome::{Outcome, Times};
use crate::served::Served;
use anyhow::{Context, Result};
use kernel::seed::Seed;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Of each way of asking, so many in all.
const OF_EACH: usize = 1_500;
const OF_EACH_SMALL: usize = 80;
/// Rounds stop after so long, whatever was reached; the table says how many there were.
const LONGEST: Duration = Duration::from_secs(420);
/// Rounds that are walked before the clock counts.
const WARM_UP: usize = 3;

const LIST_GOAL_MS: f64 = 15.0;
const SEARCH_GOAL_MS: f64 = 50.0;
/// Milliseconds hide behind no average: the goal is for all but one in a hundred.
const PART: f64 = 99.0;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    Staff,
    Head,
    Officer,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Head => "head of department",
            Self::Officer => "ICT officer",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    List,
    Search,
}

/// A way of asking: what it is called, and the address; `{rare}` becomes another rare word each time.
struct Way {
    sort: Sort,
    class: &'static str,
    path: &'static str,
}

const fn list(class: &'static str, path: &'static str) -> Way {
    Way { sort: Sort::List, class, path }
}

const fn search(class: &'static str, path: &'static str) -> Way {
    Way { sort: Sort::Search, class, path }
}

/// Asked for with the next link of the page before.
const NEXT: &str = "";
/// Pages that are walked before it begins anew.
const DEEPEST: usize = 20;

const FOR_ALL: &[Way] = &[
    list("requests", "/request"),
    list("requests, next page", NEXT),
    list("requests, filtered", "/request?category=printer&urgency=normal"),
    list("requests, two filters, sorted", "/request?kind=incident&state=closed&sort=due_at"),
    list("requests, secret", "/request?class=secret"),
    list("requests, my own", "/request?requester=me"),
    list("devices", "/device"),
    list("devices, filtered", "/device?state=in_use&kind=laptop"),
    list("devices, by name", "/device?sort=name"),
    search("requests, common word", "/request?q=printa"),
    search("requests, rare word", "/request?q={rare}"),
    search("requests, two words", "/request?q=printa+karatasi"),
    search("requests, unfinished word", "/request?q=prin"),
    search("devices, serial", "/device?q=KP-00{number}"),
    search("search page, common word", "/search?q=printa"),
    search("search page, rare word", "/search?q={rare}"),
    search("palette, common word", "/palette?q=printa"),
    search("palette, two letters", "/palette?q=pr"),
    search("API, common word", "/api/v1/request?q=printa"),
];
const FOR_STAFF: &[Way] = &[list("view: my open", "/request?state=new,assigned,waiting"), list("view: to confirm", "/request?state=resolved")];
const FOR_UNIT: &[Way] = &[
    list("view: mine", "/request?assignee=me&state=new,assigned,waiting"),
    list("view: unassigned", "/request?assignee=none&state=new,assigned,waiting"),
    list("view: overdue", "/request?state=new,assigned&due_at=past&sort=due_at"),
    list("view: court", "/request?court_at=today,future&state=new,assigned,waiting&sort=court_at"),
    list("view: open", "/request?state=new,assigned,waiting"),
];

/// Times and bytes of one way of asking by one role.
#[derive(Default)]
struct Told {
    times: Times,
    bytes: usize,
}

type Heap = BTreeMap<(Sort, &'static str, Role), Told>;

pub fn measure(bench: &Bench) -> Result<Vec<Outcome>> {
    let served = Served::start(bench)?;
    let of_each = if bench.is_small { OF_EACH_SMALL } else { OF_EACH };
    println!("\npages: four users at once, {of_each} of each way of asking");
    let used = processor_seconds(served.number())?;
    let heap = round(bench, &served, of_each)?;
    let used = processor_seconds(served.number())? - used;
    let asked: usize = heap.values().map(|told| told.times.count()).sum();
    table(&heap);
    let mut outcomes = Vec::new();
    for role in [Role::Staff, Role::Head, Role::Officer] {
        outcomes.push(Outcome::at_most(format!("list page p99, {}", role.name()), LIST_GOAL_MS, over(&heap, Sort::List, role, "").percentile(PART), "ms"));
        outcomes.push(Outcome::at_most(
            format!("search p99, common word, {}", role.name()),
            SEARCH_GOAL_MS,
            over(&heap, Sort::Search, role, "common").percentile(PART),
            "ms",
        ));
        outcomes.push(Outcome::at_most(
            format!("search p99, all, {}", role.name()),
            SEARCH_GOAL_MS,
            over(&heap, Sort::Search, role, "").percentile(PART),
            "ms",
        ));
    }
    let (most, least) = heap
        .iter()
        .filter(|((_, class, _), _)| *class == "requests")
        .fold((0, usize::MAX), |(most, least), (_, told)| (told.bytes.max(most), told.bytes.min(least)));
    outcomes.push(Outcome::beside("server's processor time an answer", format!("{:.2} ms", used * 1_000.0 / asked.max(1) as f64)));
    outcomes.push(Outcome::beside("list page of 50 on the wire, gzip", format!("{:.1} to {:.1} KB", least as f64 / 1_024.0, most as f64 / 1_024.0)));
    Ok(outcomes)
}

/// Lets the four walk their ways until each was asked `of_each` times in all.
pub fn walk(bench: &Bench, served: &Served, of_each: usize) -> Result<()> {
    round(bench, served, of_each).map(|_| ())
}

fn round(bench: &Bench, served: &Served, of_each: usize) -> Result<Heap> {
    let accounts = &bench.mark.accounts;
    let name = |list: &[String], n: usize| list.get(n).cloned().context("the office has too few accounts");
    let users = [
        (Role::Staff, name(&accounts.staff, 0)?),
        (Role::Staff, name(&accounts.staff, 1)?),
        (Role::Head, name(&accounts.heads, 0)?),
        (Role::Officer, name(&accounts.officers, 0)?),
    ];
    let browsers = users.iter().map(|(role, name)| Ok((*role, Browser::signed_in(&served.base, name, PASSWORD)?))).collect::<Result<Vec<_>>>()?;
    let rounds = of_each.div_ceil(users.len());
    let walked = std::thread::scope(|scope| {
        let hands: Vec<_> = browsers.iter().enumerate().map(|(n, (role, browser))| scope.spawn(move || one(*role, browser, rounds, n as u64))).collect();
        hands.into_iter().map(|hand| hand.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a user fell over")))).collect::<Result<Vec<_>>>()
    })?;
    let mut all = Heap::new();
    for heap in walked {
        for (key, told) in heap {
            let kept = all.entry(key).or_default();
            kept.times.take_in(&told.times);
            kept.bytes = kept.bytes.max(told.bytes);
        }
    }
    Ok(all)
}

/// One user's rounds, each in an order of chance.
fn one(role: Role, browser: &Browser, rounds: usize, seed: u64) -> Result<Heap> {
    let own = if role == Role::Officer { FOR_UNIT } else { FOR_STAFF };
    let mut ways: Vec<&Way> = FOR_ALL.iter().chain(own).collect();
    let (mut heap, mut seed, mut walk) = (Heap::new(), Seed::new(seed), Walk::default());
    let began = Instant::now();
    for n in 0..WARM_UP + rounds {
        seed.shuffle(&mut ways);
        for way in &ways {
            let path = if way.path == NEXT { walk.here() } else { filled(way.path, &mut seed) };
            let got = browser.get(&path)?;
            if way.path == NEXT {
                walk.on(&got);
            }
            if n >= WARM_UP {
                let told = heap.entry((way.sort, way.class, role)).or_default();
                told.times.add(got.ms);
                told.bytes = told.bytes.max(got.bytes.len());
            }
        }
        if began.elapsed() > LONGEST {
            break;
        }
    }
    Ok(heap)
}

fn filled(path: &str, seed: &mut Seed) -> String {
    path.replace("{rare}", &words::rare(seed.below(20_000))).replace("{number}", &format!("{:02}", seed.below(10)))
}

/// A walk through the pages of the list of requests.
#[derive(Default)]
struct Walk {
    next: Option<String>,
    depth: usize,
}

impl Walk {
    fn here(&self) -> String {
        self.next.clone().unwrap_or_else(|| "/request?kind=incident,request".into())
    }

    fn on(&mut self, got: &Got) {
        self.depth += 1;
        let text = got.text();
        self.next = next_link(&text).filter(|_| self.depth < DEEPEST);
        if self.next.is_none() {
            self.depth = 0;
        }
    }
}

/// Where the page's link to the next one leads.
fn next_link(page: &str) -> Option<String> {
    let (before, _) = page.split_once("rel=\"next\"")?;
    let tag = &before[before.rfind('<')?..];
    let href = tag.split_once("href=\"")?.1.split('"').next()?;
    Some(href.replace("&amp;", "&"))
}

fn over(heap: &Heap, sort: Sort, role: Role, class: &str) -> Times {
    let mut times = Times::default();
    heap.iter().filter(|((of, name, who), _)| (*of, *who) == (sort, role) && name.contains(class)).for_each(|(_, told)| times.take_in(&told.times));
    times
}

fn table(heap: &Heap) {
    println!("\n{:<32} {:<19} {}  wire KB  goal", "asked", "as", Times::HEADING);
    for ((sort, class, role), told) in heap {
        let goal = if *sort == Sort::List { LIST_GOAL_MS } else { SEARCH_GOAL_MS };
        let verdict = if told.times.percentile(PART) <= goal { "pass" } else { "MISS" };
        println!("{class:<32} {:<19} {} {:>8.1}  {goal:.0} {verdict}", role.name(), told.times.columns(), told.bytes as f64 / 1_024.0);
    }
}

#[cfg(test)]
mod tests {
    use super::next_link;

    #[test]
    fn the_next_page_is_where_the_link_leads() {
        let page = r#"<a class="button" href="/request" rel="prev"></a><a class="button is-small" href="/request?a=b&amp;after=7~i9" rel="next" hx-boost="x">"#;
        assert_eq!(next_link(page).as_deref(), Some("/request?a=b&after=7~i9"));
        assert_eq!(next_link("<a href=\"/request\" rel=\"prev\">"), None);
    }
}
