### Maneno ya dawati la msaada. "Ombi" ni la li-/ya-: ombi limetatuliwa, maombi yametatuliwa.

request = Ombi
request-many = Maombi
rail-request = Maombi
desk-act-ask = Omba msaada
desk-act-mine = Maombi yangu
desk-act-assigned = Maombi niliyokabidhiwa
desk-act-unassigned = Maombi yasiyokabidhiwa
desk-act-overdue = Maombi yaliyochelewa

## Sehemu za ombi
request-field-subject = Tatizo au hitaji
request-field-description = Maelezo
request-field-kind = Aina ya ombi
request-field-category = Kundi
request-field-urgency = Kipaumbele
request-field-court_at = Kesi inaanza
request-field-channel = Lilifika kwa
request-field-requester = Mwombaji
request-field-unit = Idara au kitengo
request-field-device = Kifaa
request-field-state = Hali
request-field-assignee = Limekabidhiwa
request-field-answer_due_at = Jibu la kwanza hadi
request-field-answered_at = Lilijibiwa
request-field-due_at = Litatuliwe hadi
request-field-resolved_at = Lilitatuliwa
request-field-closed_at = Lilifungwa
request-field-solution = Ufumbuzi
request-field-waits = Vipindi vya kusubiri
request-field-waiting_for = Linasubiri
request-field-times_reopened = Mara lilizofunguliwa upya
request-field-reopened_at = Lilifunguliwa upya

request-state-new = Jipya
request-state-assigned = Limekabidhiwa
request-state-waiting = Linasubiri
request-state-resolved = Limetatuliwa
request-state-closed = Limefungwa
request-state-withdrawn = Limeondolewa
request-late = Limechelewa

request-urgency-court = Mahkamani
request-urgency-high = Dharura
request-urgency-normal = Kawaida
request-urgency-low = Si haraka
request-urgency-court-detail = kabla kesi haijaanza
request-urgency-within = ndani ya { $time } za kazi

request-kind-incident = Hitilafu
request-kind-request = Hitaji
request-kind-problem = Chanzo cha hitilafu nyingi
request-kind-change = Badiliko la mfumo
request-kind-directive = Agizo la Mkuu wa kazi
request-kind-leaver = Mtumishi anayeondoka

request-category-hardware = Kompyuta na vifaa
request-category-program = Programu
request-category-account = Akaunti na nenosiri
request-category-network = Mtandao na intaneti
request-category-printer = Printa na skana
request-category-email = Barua pepe
request-category-court_link = Mawasiliano ya video na Mahkama
request-category-power = Umeme na UPS
request-category-security = Usalama wa taarifa
request-category-media = Diski na flashi
request-category-training = Mafunzo
request-category-other = Mengineyo
request-category-any = Kitengo kitaamua

request-channel-self = Mfumo huu
request-channel-phone = Simu
request-channel-walk_in = Kufika afisini
request-channel-email = Barua pepe
request-channel-paper = Karatasi

## Fomu ya ombi
request-send = Tuma ombi
request-subject-help = Kwa maneno machache: nini hakifanyi kazi, au nini kinahitajika.
request-description-help = Lini ilianza, ujumbe gani unaonekana, kipi kilishajaribiwa.
request-court-help = Jaza ikiwa umechagua “Mahkamani”: siku na saa kesi inapoanza, kwa saa 24.
request-device-tag = Namba ya kifaa
request-device-tag-help = Namba ya mali kwenye stika, au namba ya mfululizo.
request-device-none = Hakuna, au kifaa chengine
request-device-named = Kifaa kilichotajwa
request-files-help = Picha ya skrini au ya kifaa husaidia.
request-more = Zaidi
request-more-what = Aina, kundi na daraja la usiri
request-class-help = Ombi la “Siri” huonwa na wewe, Mkuu wa Kitengo na afisa atakayekabidhiwa. Usiandike siri zisizohitajika.
request-requester-help = Acha wazi kama ombi ni lako.
request-happened = Liliombwa lini
request-happened-help = Jaza ikiwa unaliingiza baadaye.
request-empty = Hapa hukaa maombi ya msaada: hitilafu, mahitaji na maswali kwa Kitengo cha TEHAMA.

## Mionekano ya orodha
desk-view-mine = Yangu
desk-view-unassigned = Hayajakabidhiwa
desk-view-overdue = Yaliyochelewa
desk-view-court = Mahkama
desk-view-open = Yote yaliyo wazi
desk-view-all = Yote
desk-view-my-open = Yaliyo wazi
desk-view-confirm = Ya kuthibitisha
desk-view-my-all = Yote

## Ukurasa wa ombi
request-story = Historia
request-waits = Linasubiri: { $whom }. Saa ya ahadi imesimama.
request-others-of-device = Maombi mengine ya kifaa hiki
request-others-of-requester = Maombi mengine ya mwombaji
request-edit-title = Hariri { $number }
request-edit-field = Sehemu
request-edit-now = Iliyohifadhiwa sasa
request-edit-typed = Uliyoandika wewe

request-act-take = Chukua
request-act-assign = Kabidhi
request-act-assign-asks = Kwa nani
request-act-assign-send = Kabidhi ombi
request-act-wait = Subiri
request-act-wait-asks = Linasubiri nani au nini
request-act-wait-send = Simamisha saa
request-act-resume = Endelea nalo
request-act-resolve = Tatua
request-act-resolve-asks = Lilitatuliwa vipi
request-act-resolve-send = Limetatuliwa
request-act-confirm = Imefanya kazi, funga
request-act-confirm-for = Funga kwa niaba ya mwombaji
request-act-reopen = Bado halijatatuliwa
request-act-reopen-asks = Nini bado hakifanyi kazi
request-act-reopen-send = Fungua upya
request-act-withdraw = Halihitajiki tena
request-act-withdraw-asks = Kwa nini
request-act-withdraw-send = Ondoa ombi
request-act-edit = Hariri
request-assign-many = { $count ->
    [one] Kabidhi ombi { $count }
   *[other] Kabidhi maombi { $count }
}

done-opened = Ombi limetumwa. Kitengo cha TEHAMA kimelipokea.
done-request-taken = Umelichukua ombi hili.
done-request-assigned = Ombi limekabidhiwa.
done-request-assigned-many = Maombi uliyoyachagua yamekabidhiwa.
done-request-assigned-some = Maombi yaliyo wazi yamekabidhiwa; yaliyokwishafungwa yameachwa yalivyo.
done-request-waits = Ombi linasubiri; saa ya ahadi imesimama.
done-request-resumed = Kazi ya ombi hili inaendelea.
done-request-resolved = Ombi limetatuliwa. Mwombaji atathibitisha.
done-request-confirmed = Ombi limefungwa. Ahsante.
done-request-reopened = Ombi limefunguliwa upya.
done-request-withdrawn = Ombi limeondolewa.
done-request-commented = Maoni yametumwa.
done-request-amended = Mabadiliko ya ombi yamehifadhiwa.

verb-request-open = aliomba msaada
verb-request-take = alilichukua ombi
verb-request-assign = alilikabidhi ombi
verb-request-wait = aliliweka ombi lisubiri
verb-request-resume = aliendelea na ombi
verb-request-resolve = alilitatua ombi
verb-request-confirm = alithibitisha kuwa limetatuliwa
verb-request-reopen = alilifungua ombi upya
verb-request-withdraw = aliliondoa ombi
verb-request-comment = aliandika
verb-request-amend = alilirekebisha ombi

problem-court-when = Andika siku na saa kesi inapoanza.
problem-no-such-person = Hakuna mtumishi kama huyo. Andika jina lake kamili, au namba yake ya utumishi.
problem-which-person = Watumishi zaidi ya mmoja wana jina hilo. Mchague kwenye orodha, au andika namba yake ya utumishi.
problem-no-such-device = Hakuna kifaa chenye namba hiyo. Angalia stika tena, au iache wazi.
problem-which-device = Vifaa zaidi ya kimoja vina namba hiyo. Andika namba ya mali.
problem-files-again = Mafaili hayakuhifadhiwa. Yachague tena.
problem-not-an-officer = Ombi hukabidhiwa mtumishi wa Kitengo cha TEHAMA tu.
problem-request-not-your-people = Unaweza kuomba kwa niaba ya watumishi wa idara yako tu.
problem-request-not-open = Ombi hili haliko wazi tena. Angalia hali yake ya sasa.
problem-request-not-waiting = Ombi hili halisubiri.
problem-request-not-resolved = Ombi hili bado halijatatuliwa.

## Ahadi
promise-until = Limeahidiwa kutatuliwa hadi { $at }: hesabu yake
promise-asked = Liliombwa { $at }. Kipaumbele “{ $urgency }” kina { $time } za kazi.
promise-reopened = Lilifunguliwa upya { $at }. Kipaumbele “{ $urgency }” kina { $time } za kazi tangu hapo.
promise-waited = Lilisubiri tangu { $from } hadi { $to }: { $time } za kazi zimeongezwa.
promise-steps = Saa za kazi zilizohesabiwa:
promise-weekend = si siku ya kazi
promise-holiday = sikukuu: { $name }
promise-hearing = Kesi inaanza { $court }; lazima kila kitu kiwe tayari dakika 15 kabla, yaani { $at }.
promise-stands = Ombi linasubiri sasa: muda wa kusubiri utaongezwa kazi ikiendelea.
promise-differs = Saa za kazi au shabaha zimebadilika tangu ahadi ilipotolewa: kwa hesabu ya sasa ni { $now }, iliyoahidiwa ni { $then }.
desk-time-hours = saa { $hours }
desk-time-minutes = dakika { $minutes }
desk-time-both = saa { $hours } dakika { $minutes }

## Leo
desk-figures = Dawati la msaada
desk-figure-open = Maombi yaliyo wazi
desk-figure-overdue = Yaliyochelewa
desk-figure-overdue-some = Yanahitaji mtu sasa
desk-figure-overdue-none = Hakuna kilichochelewa
desk-figure-in-time = Yaliyojibiwa kwa wakati
desk-figure-month = mwezi huu
desk-figure-median = Muda wa kati wa kutatua
desk-figure-lately = saa za kazi, siku 30 zilizopita
desk-figure-none = —
desk-today-court = Mahkamani leo
desk-today-court-none = Hakuna kesi inayosubiri kifaa leo.
desk-today-overdue = Yaliyochelewa
desk-today-overdue-none = Hakuna ombi lililochelewa.
desk-today-mine = Yangu
desk-today-mine-none = Huna ombi mkononi.
desk-today-unassigned = Hayajakabidhiwa
desk-today-unassigned-none = Kila ombi lina mtu.
desk-today-waiting = Yanasubiri
desk-today-waiting-none = Hakuna ombi linalosubiri.
desk-today-oldest = Ya zamani zaidi
desk-today-oldest-none = Hakuna ombi lililo wazi.
desk-today-confirm = Thibitisha kuwa yametatuliwa
desk-today-confirm-none = Hakuna ombi la kuthibitisha.
desk-today-my-open = Maombi yangu yaliyo wazi
desk-today-my-open-none = Huna ombi lililo wazi. Ukikwama, omba msaada.
desk-today-department = Ya idara yangu
desk-today-department-none = Idara yako haina ombi lililo wazi.
desk-today-loads = Kazi za maafisa
desk-load-open = { $count ->
    [one] ombi { $count } wazi
   *[other] maombi { $count } wazi
}
desk-load-overdue = { $count ->
    [one] ombi { $count } limechelewa
   *[other] maombi { $count } yamechelewa
}
desk-load-none-late = hakuna lililochelewa
