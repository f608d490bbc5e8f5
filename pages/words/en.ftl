### Words of the page components. Domains may use them too.

## Acts
save = Save
cancel = Cancel
close = Close
undo = Undo
optional = optional

## Frame
frame-skip = Skip to the content
frame-menu = Menu
frame-menu-close = Close the menu
frame-places = Places of the system
frame-crumbs = Where you are
frame-search-hint = Search or do something…
frame-search-label = Search records, acts and places
frame-language = Language
frame-person = Your account
frame-theme = Appearance
frame-theme-system = As the machine
frame-theme-light = Light
frame-theme-dark = Dark
frame-density = Spacing
frame-density-roomy = Roomy
frame-density-compact = Compact
frame-sign-out = Sign out
frame-profile = My profile
frame-keys = Keyboard shortcuts
frame-demo-label = Sample office
frame-demo = This is a sample office. Everything in it is made up; enter nothing real.
frame-secrecy = Class of secrecy: { $class }
frame-printed = Printed by { $name } from { $path }
frame-actions-more = More actions
frame-needs-you = { $count ->
    [one] { $count } thing waits for you
   *[other] { $count } things wait for you
}

## List
table-search = Search in this list
table-views = Views of the list
table-filter-add = Filter
table-filter-apply = Apply
table-filter-any = Any
table-filter-remove = Remove the filter: { $name }
table-export = Export
table-select = Select { $name }
table-select-all = Select all that are shown
table-selected = selected
table-selection-clear = Clear the selection
table-previous = Previous
table-next = Next
table-pages = Pages of the list
table-sort = Sort by { $name }
table-none = None
table-keys-walk = move
table-keys-choose = select
table-keys-open = open
table-nothing-matches = Nothing matches what you asked for.
table-clear = Clear all filters

## Form
form-problems = { $count ->
    [one] There is { $count } thing to correct
   *[other] There are { $count } things to correct
}
form-hour = hour, of 24
form-choose = Choose…
form-lookup-hint = Type to search…
form-lookup-none = No results
form-send-key = to send
form-signature-hint = Sign inside the box with a finger, pen or mouse.
form-signature-clear = Clear the signature
form-signature-paper = Sign on paper: print this form, have it signed, then attach a picture of it.

## Record
record-links-none = None
comment-label = Comment
comment-hint = Write a comment…
comment-send = Send comment
comment-internal = Internal, for the unit only
comment-files = Attach files
timeline-internal = Internal
timeline-proof = Proof of this change
timeline-empty-value = empty
timeline-changed-to = became
copy-text = Copy { $text }
path-label = Steps
path-done = done
path-now = where it is now
path-ahead = not yet

## Palette
palette-title = Search or do something
palette-hint = Number, name, act or place…
palette-results = Results
palette-here = Here
palette-none = Nothing matches.
palette-move = move
palette-open = open
palette-close = close

## Chart
chart-as-table = As a table
chart-smallest = Smallest
chart-quarter = Lower quarter
chart-middle = Middle
chart-three-quarters = Upper quarter
chart-largest = Largest
chart-good = well
chart-warn = in trouble
chart-bad = down
chart-accent = maintenance
chart-quiet = unknown

## Keys
keys-palette = Command palette
keys-walk = Next row, previous row
keys-choose = Select the row
keys-open = Open the row
keys-help = This list

## Pages made from a record's description
office-name = Office of the Director of Public Prosecutions, Zanzibar
office-unit = ICT Unit
office-short = DPP
today = Today
group-today = Today
group-systems = Systems
group-communication = Communication
group-security = Security
group-leadership = Leadership
story-entered-later = { $said } (entered later; it happened { $at })
filter-me = Me
filter-past = past
filter-today = today
filter-future = to come
story-on-behalf = { $said }, on behalf of { $name }
list-more-than = { $many }: more than { $count }
export-csv = CSV
export-xlsx = Excel
