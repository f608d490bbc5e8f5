//! Passwords, accounts and government e-mail.

use crate::demo::template::{Category, INCIDENT, Language, Priority, REQUEST, Storm, Template, Waiting};

pub(super) const ALL: &[Template] = &[
    Template {
        key: "password-forgotten",
        category: Category::Account,
        weight: 11,
        effort: (5, 20),
        subject: "Nimesahau nenosiri",
        description: "Nimerudi kutoka likizo na sikumbuki nenosiri la kompyuta. Nimejaribu mara kadhaa na sasa linasema akaunti imefungwa.",
        found: "Akaunti imefungwa baada ya majaribio matano. Utambulisho umehakikiwa ana kwa ana.",
        done: "Akaunti imefunguliwa na nenosiri la muda limetolewa ana kwa ana; limebadilishwa mara ya kwanza kuingia.",
        ..REQUEST
    },
    Template {
        key: "mail-password",
        category: Category::Mail,
        weight: 5,
        effort: (10, 40),
        subject: "Barua pepe ya Serikali inakataa nenosiri",
        description: "Tangu jana barua pepe yangu ya Serikali inakataa nenosiri. Ninasubiri barua kutoka kwa Mrajis wa Mahkama Kuu.",
        found: "Nenosiri limepitwa na muda; linabadilishwa na eGAZ.",
        waits: Some((Waiting::Authority, "Ombi la kuweka upya nenosiri limetumwa eGAZ kwa barua pepe.")),
        done: "eGAZ wameweka upya nenosiri; mtumiaji ameingia na kulibadilisha.",
        ..INCIDENT
    },
    Template {
        key: "mail-new",
        category: Category::Mail,
        weight: 4,
        priority: Priority::Low,
        effort: (20, 60),
        subject: "Ombi la barua pepe ya Serikali",
        description: "Naomba kufunguliwa barua pepe ya Serikali kwa ajili ya kazi. Nimeambiwa barua inapelekwa eGAZ kupitia kwenu.",
        found: "Barua inahitaji saini ya Mkuu wa Kitengo na fomu ya taarifa za mtumishi.",
        exchange: Some(("Tafadhali leta nakala ya kitambulisho cha kazi na namba ya mtumishi.", "Nimezileta Masjala leo asubuhi.")),
        waits: Some((Waiting::Authority, "Barua ya kuomba anwani imepelekwa eGAZ; tunasubiri majibu.")),
        done: "Anwani imefunguliwa na eGAZ, mtumiaji ameingia kwa mara ya kwanza na kubadilisha nenosiri.",
        ..REQUEST
    },
    Template {
        key: "mail-full",
        category: Category::Mail,
        weight: 3,
        priority: Priority::Low,
        subject: "Sanduku la barua pepe limejaa",
        description: "Napata ujumbe kwamba sanduku limejaa na watu wananiambia barua zao zinarudi.",
        found: "Viambatisho vya video vimejaza GB 1.8 kati ya 2.",
        done: "Viambatisho vikubwa vimehamishiwa kwenye folda ya Idara, sanduku limebaki asilimia 35.",
        ..INCIDENT
    },
    Template {
        key: "mail-down",
        category: Category::Mail,
        weight: 2,
        storm: Some(Storm::Mail),
        priority: Priority::High,
        effort: (10, 40),
        subject: "Barua pepe haifunguki",
        description: "Ukurasa wa barua pepe ya Serikali haufunguki tangu asubuhi. Na wenzangu wa {room} wana tatizo hilo hilo.",
        found: "Tatizo lipo kwa mtoa huduma, si kwenye mtandao wetu.",
        waits: Some((Waiting::Authority, "eGAZ wamearifiwa kwa simu; wanasema wanalishughulikia.")),
        done: "Huduma ya barua pepe imerudi. Muda wa kukosekana umeandikwa.",
        ..INCIDENT
    },
    Template {
        key: "shared-folder",
        category: Category::Account,
        weight: 5,
        subject: "Naomba ruhusa ya folda ya Idara",
        description: "Nimehamishiwa idara hii wiki iliyopita na sioni folda ya pamoja. Mkuu wangu amekubali.",
        found: "Idhini ya mkuu wa idara imepokelewa kwa maandishi.",
        waits: Some((Waiting::Approval, "Tunasubiri idhini ya Mkuu wa Idara.")),
        done: "Ruhusa ya kusoma na kuandika imetolewa kwenye folda ya idara.",
        ..REQUEST
    },
    Template {
        key: "case-system-account",
        category: Category::Account,
        weight: 4,
        subject: "Akaunti ya mfumo wa kesi (CMIS)",
        description: "Nimepangiwa kusimamia mashauri mapya na sina akaunti ya CMIS. Naomba nifunguliwe kwa nafasi ya mwendesha mashtaka.",
        found: "Nafasi inayoombwa inalingana na barua ya kupangiwa kazi.",
        waits: Some((Waiting::Approval, "Mmiliki wa mfumo bado hajaidhinisha.")),
        done: "Akaunti ya CMIS imefunguliwa, mafunzo mafupi yametolewa.",
        ..REQUEST
    },
    Template {
        key: "phone-code",
        category: Category::Account,
        weight: 2,
        effort: (10, 25),
        subject: "Nimebadilisha simu, namba za uthibitisho hazipo",
        description: "Simu yangu ya zamani imeharibika na sasa siwezi kupata namba sita za kuingilia. Nina karatasi ya namba za akiba lakini sijui ipo wapi.",
        found: "Utambulisho umehakikiwa kwa kitambulisho cha kazi.",
        done: "Uthibitisho wa zamani umeondoshwa na simu mpya imesajiliwa mbele ya afisa. Namba mpya za akiba zimechapishwa.",
        ..INCIDENT
    },
    Template {
        key: "en-account-locked",
        category: Category::Account,
        language: Language::English,
        weight: 5,
        effort: (5, 20),
        subject: "Account locked after leave",
        description: "I am back from study leave and my account is locked. I am in {room} with my identity card.",
        found: "Disabled automatically after 60 days without use; leave letter seen.",
        done: "The account was opened again and the password changed at first sign-in.",
        ..REQUEST
    },
    Template {
        key: "en-mail-phone",
        category: Category::Mail,
        language: Language::English,
        weight: 2,
        priority: Priority::Low,
        subject: "Government e-mail on my telephone",
        description: "I am often at {court} and would like to read my official e-mail on my telephone. Is this allowed?",
        found: "Allowed by the e-mail guideline when the telephone has a screen lock.",
        done: "The account was added after the screen lock was set; the guideline was read and acknowledged.",
        ..REQUEST
    },
];
