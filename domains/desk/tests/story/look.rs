use crate::*;
#[test]
fn look() {
    let office = house();
    let juma = office.person("Juma Ali Makame", &[Role::Officer]);
    let mwanaidi = office.person(MWANAIDI, &[Role::Head, Role::Officer]);
    let asha = office.person("Mwanaisha Khamis Ali", &[]);
    let sul = office.person("Suleiman Mohamed Said", &[]);
    let device = laptop(&office, asha.id, "ZDPP/ICT/LT/014").to_string();
    laptop(&office, asha.id, "ZDPP/ICT/PR/003");
    office.is_now("2026-11-24T07:40");
    let first = asks(&asha, "Printa ya masjala inakwama karatasi", &[("urgency", "high"), ("category", "printer")]);
    office.is_now("2026-11-24T07:50");
    let made = asha.uploads("/request", &[("subject", "Kompyuta mpakato haiwaki, kesi saa 5:00"), ("description", "Kompyuta haiwaki tangu asubuhi. Taa ya kuchaji inawaka lakini skrini ni nyeusi.\n\nNina kesi Mahkama Kuu saa 5:00 na mafaili yote yamo ndani."), ("urgency", "court"), ("court_at", "2026-11-24T11:00"), ("device", &device)], ("files", "skrini.jpg", &[0; 84_000])).leads();
    office.is_now("2026-11-24T08:05");
    juma.posts(&format!("{made}/take"), &[]).leads();
    juma.posts(&format!("{made}/comment"), &[("text", "Nimeleta kompyuta ya akiba LT-031. Ingia kwa akaunti yako.")]).leads();
    juma.posts(&format!("{made}/comment"), &[("text", "Diski inaonesha hitilafu 14 za SMART."), ("internal", "yes")]).leads();
    for (n, (s, u)) in [
        ("Barua pepe ya Serikali kwa mtumishi mpya", "normal"),
        ("Kufungua diski mweko kutoka Polisi", "high"),
        ("Nenosiri la mfumo wa malipo limesahaulika", "normal"),
        ("Kuhamisha simu ya mezani kwenda chumba 14", "low"),
        ("Ufikiaji wa folda ya kesi za ardhi", "normal"),
    ]
    .iter()
    .enumerate()
    {
        let m = asks(&sul, s, &[("urgency", u)]);
        if n % 2 == 0 {
            juma.posts(&format!("{m}/take"), &[]).leads();
        }
        if n == 1 {
            juma.posts(&format!("{m}/wait"), &[("waiting_for", "Polisi, Kitengo cha Upelelezi")]).leads();
        }
        if n == 2 {
            juma.posts(&format!("{m}/resolve"), &[("solution", "Nenosiri jipya limetolewa ana kwa ana.")]).leads();
        }
    }
    asks(&sul, "Mkutano wa video na Mahkama ya Mkoa Mwanakwerekwe", &[("urgency", "court"), ("court_at", "2026-11-24T08:20")]);
    office.is_now("2026-11-24T08:28");
    let mut n = 0;
    std::fs::create_dir_all("/tmp/desk-look/assets").expect("dir");
    for href in ::pages::assets::all() {
        std::fs::write(format!("/tmp/desk-look{href}"), ::pages::assets::find(href).expect("a").bytes).expect("w");
    }
    let mut keep = |name: &str, a: testkit::Answer| {
        n += 1;
        let t = a.text().replace("=\"/assets/", "=\"assets/").replace("data-key=\"t\" data-label", "data-key=\"t\" data-label");
        std::fs::write(format!("/tmp/desk-look/{name}.html"), t).expect("w");
        println!("{name} {} {}", a.status, a.bytes.len());
    };
    keep("list", juma.gets("/request?state=new,assigned,waiting"));
    keep("list-all", juma.gets("/request"));
    keep("show", juma.gets(&made));
    keep("show-staff", asha.gets(&made));
    keep("new", asha.gets("/request/new"));
    keep("new-officer", juma.gets("/request/new"));
    keep("wrong", asha.posts("/request", &[("subject", ""), ("urgency", "court"), ("device_tag", "X-1"), ("class", "x")]));
    keep("resolve", juma.posts(&format!("{made}/resolve"), &[("solution", "")]));
    keep("edit", juma.gets(&format!("{made}/edit")));
    keep(
        "assign",
        juma.posts("/request/many", &[("act", "assign"), ("id", made.rsplit('/').next().expect("n")), ("id", first.rsplit('/').next().expect("n"))]),
    );
    mwanaidi.posts(
        &format!("{made}/edit"),
        &[("subject", "Kompyuta mpakato"), ("urgency", "high"), ("kind", "incident"), ("class", "confidential"), ("revision", "3")],
    );
    keep(
        "stale",
        juma.posts(
            &format!("{made}/edit"),
            &[("subject", "Kompyuta imeharibika"), ("urgency", "low"), ("kind", "incident"), ("class", "internal"), ("revision", "3")],
        ),
    );
    mwanaidi.posts("/preferences", &[("lang", "en")]);
    keep("show-en", mwanaidi.gets(&made));
    keep("list-en", mwanaidi.gets("/request"));
}
