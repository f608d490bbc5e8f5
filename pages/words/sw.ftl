### Maneno ya vipande vya kurasa. Vikoa vinaweza kuyatumia pia.

## Vitendo
save = Hifadhi
cancel = Ghairi
close = Funga
undo = Tendua
optional = si lazima

## Fremu
frame-skip = Ruka hadi kwenye yaliyomo
frame-menu = Menyu
frame-menu-close = Funga menyu
frame-places = Sehemu za mfumo
frame-crumbs = Ulipo
frame-search-hint = Tafuta au fanya tendo…
frame-search-label = Tafuta kumbukumbu, tendo au sehemu
frame-language = Lugha
frame-person = Akaunti yako
frame-theme = Muonekano
frame-theme-system = Kama mashine
frame-theme-light = Mwanga
frame-theme-dark = Giza
frame-density = Nafasi
frame-density-roomy = Pana
frame-density-compact = Finyu
frame-sign-out = Ondoka
frame-profile = Wasifu wangu
frame-keys = Vitufe vya haraka
frame-demo-label = Afisi ya mfano
frame-demo = Hii ni afisi ya mfano. Taarifa zote ni za kubuni; usiingize kitu cha kweli.
frame-secrecy = Daraja la usiri: { $class }
frame-printed = Imechapishwa na { $name } kutoka { $path }
frame-actions-more = Vitendo zaidi
frame-needs-you = { $count ->
    [one] jambo { $count } linakusubiri
   *[other] mambo { $count } yanakusubiri
}

## Orodha
table-search = Tafuta kwenye orodha
table-views = Mionekano ya orodha
table-filter-add = Chuja
table-filter-apply = Tumia
table-filter-any = Zote
table-filter-remove = Ondoa kichujio: { $name }
table-export = Hamisha
table-select = Chagua { $name }
table-select-all = Chagua zote zinazoonekana
table-selected = zimechaguliwa
table-selection-clear = Acha uchaguzi
table-previous = Iliyotangulia
table-next = Inayofuata
table-pages = Kurasa za orodha
table-sort = Panga kwa { $name }
table-none = Hakuna
table-keys-walk = tembea
table-keys-choose = chagua
table-keys-open = fungua
table-nothing-matches = Hakuna kinacholingana na ulichotafuta.
table-clear = Ondoa vichujio vyote

## Fomu
form-problems = { $count ->
    [one] Kuna jambo { $count } la kurekebisha
   *[other] Kuna mambo { $count } ya kurekebisha
}
form-hour = saa, kwa saa 24
form-choose = Chagua…
form-lookup-hint = Andika kutafuta…
form-lookup-none = Hakuna matokeo
form-send-key = kutuma
form-signature-hint = Saini ndani ya kisanduku kwa kidole, kalamu au kipanya.
form-signature-clear = Futa saini
form-signature-paper = Saini kwenye karatasi: chapisha fomu hii, isainiwe, kisha ambatisha picha yake.

## Kumbukumbu
record-links-none = Hakuna
comment-label = Maoni
comment-hint = Andika maoni…
comment-send = Tuma maoni
comment-internal = Ya ndani, kwa kitengo tu
comment-files = Ambatisha faili
timeline-internal = Ya ndani
timeline-proof = Uthibitisho wa badiliko hili
timeline-empty-value = tupu
timeline-changed-to = ikawa
copy-text = Nakili { $text }
path-label = Hatua
path-done = imekamilika
path-now = ilipo sasa
path-ahead = bado

## Paleti
palette-title = Tafuta au fanya tendo
palette-hint = Namba, jina, tendo au sehemu…
palette-results = Matokeo
palette-here = Hapa
palette-none = Hakuna kinacholingana.
palette-move = sogea
palette-open = fungua
palette-close = funga

## Chati
chart-as-table = Kama jedwali
chart-smallest = Ndogo zaidi
chart-quarter = Robo ya chini
chart-middle = Ya kati
chart-three-quarters = Robo ya juu
chart-largest = Kubwa zaidi
chart-good = sawa
chart-warn = na shida
chart-bad = imekatika
chart-accent = matengenezo
chart-quiet = haijulikani

## Vitufe
keys-palette = Paleti ya matendo
keys-walk = Mstari unaofuata, uliotangulia
keys-choose = Chagua mstari
keys-open = Fungua mstari
keys-help = Orodha hii

## Kurasa zinazotokana na maelezo ya kumbukumbu
office-name = Afisi ya Mkurugenzi wa Mashtaka Zanzibar
office-unit = Kitengo cha TEHAMA
office-short = DPP
today = Leo
group-today = Leo
group-systems = Mifumo
group-communication = Mawasiliano
group-security = Usalama
group-leadership = Uongozi
story-entered-later = { $said } (imeingizwa baadaye; ilitokea { $at })
filter-me = Mimi
filter-past = imepita
filter-today = leo
filter-future = bado
story-on-behalf = { $said }, kwa niaba ya { $name }
list-more-than = { $many } zaidi ya { $count }
export-csv = CSV
export-xlsx = Excel
