//! Court hearings that hang on a link, a projector or a disc.

use crate::demo::template::{
    Category,
    DeviceSort::{Computer, Laptop},
    INCIDENT, Language, Priority, REQUEST, Template, Waiting,
};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "video-no-sound",
        category: Category::Hearing,
        weight: 6,
        priority: Priority::Critical,
        hearing: true,
        effort: (10, 45),
        subject: "Mkutano wa video na {court} hauna sauti",
        description: "Shauri linasikilizwa saa {hour} na shahidi yupo upande wa pili. Picha inaonekana lakini hatusikii sauti. Tafadhali fikeni haraka {room}.",
        found: "Kipaza sauti kilichaguliwa cha kamera, si cha meza.",
        done: "Sauti imerudi kabla ya shauri kuanza. Hati fupi ya maelezo imetayarishwa kwa ajili ya Mahkama.",
        ..INCIDENT
    },
    Template {
        key: "video-drops",
        category: Category::Hearing,
        weight: 5,
        priority: Priority::Critical,
        hearing: true,
        effort: (15, 60),
        subject: "Kiungo cha video na {court} kinakatika",
        description: "Kiungo cha video kinakatika kila dakika mbili. Hakimu amesema tusubiri hadi saa {hour}. Naomba msaada wa haraka.",
        found: "Kompyuta ilikuwa kwenye Wi-Fi ya wageni. Upakiaji 0.4 Mb/s.",
        done: "Imeunganishwa kwa kebo na kipaumbele cha video kimewekwa kwenye ruta. Usikilizaji umeendelea bila kukatika.",
        ..INCIDENT
    },
    Template {
        key: "video-pretest",
        category: Category::Hearing,
        weight: 6,
        priority: Priority::High,
        hearing: true,
        effort: (20, 60),
        subject: "Jaribio la kiungo cha video na {court}",
        description: "Tuna usikilizaji kwa njia ya video saa {hour}. Naomba kiungo kijaribiwe mapema pamoja na sauti, picha na kuonyesha nyaraka.",
        found: "Jaribio limefanywa na fundi wa Mahkama upande wa pili.",
        done: "Kiungo, sauti na kushirikiana skrini vimejaribiwa; vyote vipo sawa. Simu ya akiba imeandaliwa.",
        ..REQUEST
    },
    Template {
        key: "projector",
        category: Category::Hearing,
        weight: 4,
        priority: Priority::High,
        hearing: true,
        effort: (15, 45),
        subject: "Projekta kwa ajili ya kuonyesha vielelezo {court}",
        description: "Nahitaji projekta na kebo ya HDMI kwa kuonyesha picha za eneo la tukio. Shauri linaanza saa {hour}.",
        found: "Projekta namba 2 ipo stoo na taa yake ni nzuri.",
        done: "Projekta na kebo vimekabidhiwa kwa saini na kurudishwa vikiwa vizima.",
        ..REQUEST
    },
    Template {
        key: "disc-unreadable",
        category: Category::Hearing,
        about: Some(Computer),
        weight: 3,
        priority: Priority::Critical,
        hearing: true,
        effort: (20, 90),
        subject: "Diski ya CCTV haifunguki kwenye kompyuta",
        description: "Diski ya kielelezo kutoka Polisi haifunguki kwenye kompyuta yangu, na inahitajika {court} saa {hour}. Diski ipo kwenye bahasha yenye lakiri.",
        found: "Video ni ya mfumo wa DAV. Maudhui hayakuangaliwa na TEHAMA.",
        exchange: Some(("Tafadhali usifungue lakiri bila ya afisa wa vielelezo kuwepo. Je, yupo?", "Ndiyo, afisa wa vielelezo yupo hapa na daftari lake.")),
        done: "Programu ya kuonyesha video hiyo imewekwa. Nakala ya kazi imetengenezwa mbele ya afisa wa vielelezo, diski halisi imefungwa tena.",
        ..INCIDENT
    },
    Template {
        key: "laptop-hearing",
        category: Category::Hearing,
        about: Some(Laptop),
        weight: 4,
        priority: Priority::Critical,
        hearing: true,
        effort: (15, 60),
        subject: "Laptop imegoma na nina kesi leo",
        description: "Laptop {device} imekwama kwenye 'Getting Windows ready' na mafaili ya shauri yamo humo. Natakiwa {court} saa {hour}.",
        found: "Sasisho limekwama asilimia 87. Mashine ya kuazima imetayarishwa.",
        done: "Mafaili yamenakiliwa kwenye laptop ya kuazima na mwendesha mashtaka ameondoka kwa wakati. Sasisho limerudishwa nyuma.",
        ..INCIDENT
    },
    Template {
        key: "loan-laptop",
        category: Category::Hearing,
        weight: 4,
        priority: Priority::Normal,
        effort: (10, 30),
        subject: "Kuazima laptop kwa ajili ya mahkama",
        description: "Naomba kuazima laptop moja kwa siku {days} kwa ajili ya vikao vya {court}.",
        found: "Laptop mbili za kuazima zipo stoo.",
        done: "Laptop imekabidhiwa kwa hati ya makabidhiano yenye tarehe ya kurudisha.",
        ..REQUEST
    },
    Template {
        key: "recording-copy",
        category: Category::Hearing,
        weight: 2,
        effort: (20, 60),
        subject: "Nakala ya rekodi ya kikao cha video",
        description: "Mahkama imeomba nakala ya rekodi ya kikao cha wiki iliyopita. Naomba utaratibu wa kuipata.",
        found: "Rekodi zinatunzwa na Mahkama; sisi tuna kumbukumbu za muunganisho tu.",
        waits: Some((Waiting::Asker, "Tunasubiri barua rasmi ya Mahkama iliyosajiliwa Masjala.")),
        done: "Dondoo la kumbukumbu za muunganisho limetolewa na kusainiwa na Mkuu wa Kitengo.",
        ..REQUEST
    },
    Template {
        key: "en-witness-abroad",
        category: Category::Hearing,
        language: Language::English,
        weight: 3,
        priority: Priority::Critical,
        hearing: true,
        effort: (20, 60),
        subject: "Remote witness cannot join the hearing at {court}",
        description: "The expert witness abroad cannot open the meeting link. The hearing starts at {hour} and the court has agreed to wait fifteen minutes.",
        found: "The invitation had expired; the court's ICT made a new one.",
        done: "A new link was sent through the court registry and the witness was heard on time.",
        ..INCIDENT
    },
];
