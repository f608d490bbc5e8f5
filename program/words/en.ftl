### The program's own words: the first page, pages of trouble, the system's health.

today-greeting = Welcome, { $name }
today-all = All

outer-not-found = Not found
outer-forbidden = Not permitted
outer-failed = Something is wrong
outer-refused = Not done
outer-home = Back to Today

health-disk = The disk is nearly full ({ $detail } left). Delete or move files that are not this system's.
health-clock = This computer's clock is behind the last change ({ $detail }). Set the clock.
health-backup = The backup is late (the last: { $detail }). Look at the backup folder: is the disk attached?
health-older-database = This database is older than what was signed ({ $detail }). A new log was opened; tell the head of unit.
health-witness = A witness did not accept the ledger's signature: { $detail }
health-scheduled = Scheduled work failed: { $detail }
health-jobs = { $detail } jobs of the system have failed five times. Look at the system's log.

## Search
search-title = Search
search-acts = Acts
search-places = Places
