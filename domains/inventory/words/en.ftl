### Devices, programs, hand-overs, identification and agents' tokens.

## Device
device = Device
device-many = Devices
device-none = No device is registered yet. Let computers report themselves, or bring in the office's register.
device-none-silent = All devices in use have reported within 30 days.
device-register = Register a device
device-correct = Correct
device-label = Label
device-label-help = Print this page, cut the label out and stick it on the device. A phone's camera that reads the code opens the device's page.
device-report-problem = Report a problem
device-merge = Merge with another device
device-merge-into = Is the same device as
device-merge-help = Choose the record that stays. Reports to come are written there.
device-merge-about = “{ $name }” will be merged with another record of the same device. You can part them again at any time.
device-part = Part again
device-reason = Reason
device-story = History
device-custody = Chain of custody
device-reports = Agents that reported it
device-agent = Agent
device-seen = Last heard of
device-seen-from = From address
device-changed = Last report with news
device-odd = { $count ->
    [one] { $count } value in the reports was not understood and was set aside. All the rest was taken in.
   *[other] { $count } values in the reports were not understood and were set aside. All the rest was taken in.
}
device-programs = { $count ->
    [one] { $count } program
   *[other] { $count } programs
}
device-programs-all = { $count ->
    [one] See { $count } program
   *[other] See all { $count } programs
}
device-part-machine = Machine
device-part-place = Place and condition
device-part-bought = Purchase
device-part-record = Record
device-view-in-use = In use
device-view-in-store = In store
device-view-found = Not registered
device-view-no-holder = Without a holder
device-view-repair = Under repair
device-saved-now = Saved now: { $value }
device-grid-more = { $count ->
    [one] and { $count } more row
   *[other] and { $count } more rows
}

device-field-name = Name
device-field-tag = Asset tag
device-field-kind = Kind
device-field-state = State
device-field-holder = Holder
device-field-unit = Department or unit
device-field-place = Room or place
device-field-manufacturer = Manufacturer
device-field-model = Model
device-field-serial = Serial number
device-field-uuid = UUID
device-field-os_name = Operating system
device-field-os_version = System version
device-field-processor = Processor
device-field-memory_mb = Memory (RAM)
device-field-disk_mb = Disk
device-field-addresses = Network addresses
device-field-program_count = Number of programs
device-field-bought_on = Bought on
device-field-price_tzs = Price (TZS)
device-field-funder = Funder
device-field-supplier = Supplier
device-field-warranty_until = Warranty until
device-field-condition = Condition
device-field-note = Note
device-field-reporter = Agent that describes it
device-field-evidence = Evidence
device-field-merged_into = Merged into

device-kind-desktop = Desktop computer
device-kind-laptop = Laptop
device-kind-server = Server
device-kind-tablet = Tablet
device-kind-phone = Phone
device-kind-printer = Printer
device-kind-scanner = Scanner
device-kind-switch = Switch
device-kind-router = Router
device-kind-access_point = Wi-Fi access point
device-kind-ups = UPS
device-kind-monitor = Monitor
device-kind-virtual = Virtual machine
device-kind-other = Other device
device-state-found = Found, not registered
device-state-in_use = In use
device-state-in_store = In store
device-state-under_repair = Under repair
device-state-lost = Lost
device-state-disposed = Disposed of
device-state-merged = Merged
device-condition-good = Good
device-condition-worn = Worn
device-condition-broken = Broken

verb-device-register = registered this device
verb-device-correct = corrected the device's record
verb-device-merge = merged the device with another record
verb-device-part = parted merged records again
verb-device-comment = wrote a comment
verb-device-import = brought it in from the office's register
verb-device-import_columns = chose the register's columns
verb-inventory-report = took in an agent's report
verb-inventory-discover = saw a device on the network
done-device-registered = The device is registered.
done-device-corrected = The device's record is corrected.
done-device-merged = The two records are merged. You can part them again.
done-device-parted = The records are parted again.
done-device-commented = The comment is saved.
done-device-imported = The register is brought in.

## Inside the machine
hw-name = Name
hw-maker = Manufacturer
hw-serial = Serial number
hw-kind = Kind
hw-size = Size
hw-speed = Speed
hw-status = Status
hw-version = Version
hw-cpus = Processors
hw-cores = Cores
hw-memories = Memory (RAM)
hw-slot = Slot
hw-disks = Disks
hw-encryption = Encryption
hw-volumes = Volumes
hw-volume = Volume
hw-free = Free
hw-filesystem = File system
hw-networks = Network cards
hw-ip = Address (IP)
hw-mac = MAC
hw-network-ports = Network ports
hw-port = Port
hw-up = Up
hw-down = Down
hw-monitors = Monitors
hw-printers = Printers it prints to
hw-driver = Driver
hw-antivirus = Antivirus
hw-on = On
hw-current = Up to date
hw-firewalls = Firewall
hw-remote = Remote control
hw-id = Identifier
hw-batteries = Battery
hw-wear = Capacity left
hw-consumables = Ink and pages
hw-level = Level
hw-pages = Pages ({ $name })
hw-part-total = in all
hw-part-rectoverso = on both sides
hw-part-black = black
hw-part-color = colour
hw-part-printtotal = printed, in all
hw-part-printblack = printed, black
hw-part-printcolor = printed, colour
hw-part-copytotal = copies, in all
hw-part-copyblack = copies, black
hw-part-copycolor = copies, colour
hw-part-scanned = scanned
hw-part-faxtotal = fax
hw-part-tonerblack = Black toner
hw-part-tonercyan = Cyan toner
hw-part-tonermagenta = Magenta toner
hw-part-toneryellow = Yellow toner
hw-part-drumblack = Black drum
hw-part-drumcyan = Cyan drum
hw-part-drummagenta = Magenta drum
hw-part-drumyellow = Yellow drum
hw-part-wastetoner = Waste toner box

odd-not_a_date = not a date
odd-not_a_number = not a number
odd-out_of_range = an impossible number
odd-not_yes_or_no = neither yes nor no
odd-not_text = not text
odd-not_a_record = not a record
odd-nameless = without a name

## Program
program = Program
program-many = Programs
program-none = No computer has reported a program yet.
program-publisher = Publisher
program-arch = Architecture
program-installs = Installed on
program-installed-on = Installed
program-devices = Devices that have it

## Hand-over
handover = Hand-over
handover-many = Hand-overs
handover-none = No device has been handed over yet.
handover-out = Hand over
handover-back = Take back
handover-one-more = Add another device
handover-when = It happened
handover-when-help = Leave empty if it happens now. What happened earlier is entered with its true time.
handover-condition-help = For example: good, with charger; a scratch on the screen.
handover-signature-help = You may leave this empty: the slip is printed, signed with a pen, and its scan is brought back here.
handover-signature-of = Signature of { $name }
handover-slip = Hand-over slip (PDF)
handover-sign = Sign now
handover-sign-help = Sign to confirm that the devices listed were handed over.
handover-scan = Scan of the signed slip
handover-scan-help = A picture or PDF of the slip signed with a pen.
handover-scan-send = Save the scan
handover-view-pending = Not signed
handover-view-out = Handed over
handover-view-back = Taken back
handover-field-title = About
handover-field-direction = Direction
handover-field-person = Person
handover-field-officer = ICT officer
handover-field-devices = Devices
handover-field-signed = Signature
handover-field-signed_at = Signed at
handover-field-signature = Signature
handover-field-condition = Condition of the devices
handover-field-reason = Reason
handover-direction-out = Out to a person
handover-direction-back = Back to the unit
handover-signed-pending = Not signed
handover-signed-on_screen = Signed on the screen
handover-signed-on_paper = Signed on paper
verb-handover-hand_over = handed devices over
verb-handover-take_back = took devices back
verb-handover-sign_on_screen = signed on the screen
verb-handover-sign_on_paper = kept the signed slip
verb-handover-comment = wrote a comment
done-handed-over = The hand-over is written down.
done-taken-back = The return is written down.
done-handover-signed = The hand-over is signed.

slip-government = Revolutionary Government of Zanzibar
slip-title-out = Hand-over slip of devices
slip-title-back = Return slip of devices
slip-from = From
slip-to = To
slip-when = Date and time
slip-devices = Items handed over
slip-number = No.
slip-giver = Handed over by
slip-receiver = Received by
slip-duty = The receiver keeps these devices safe, hands them to nobody else without telling the ICT Unit, and reports at once if they are lost or damaged.
slip-returned = The devices listed were returned to the ICT Unit in the condition written above.
slip-code = The record of this hand-over

## Identification
sighting = Identification
sighting-many = Identification queue
sighting-none = No doubt about a device waits for a decision.
sighting-view-open = Waiting
sighting-view-found = Seen on the network
sighting-view-same = Decided to be one device
sighting-field-title = Device
sighting-field-why = Why
sighting-field-device = Reported
sighting-field-known = Known
sighting-field-state = Decision
sighting-field-evidence = Evidence
sighting-same = One device
sighting-different = Two devices
sighting-register = Register
sighting-ignore = Ignore
sighting-compared = Evidence of both sides
sighting-evidence = Evidence
sighting-reported = Reported
sighting-verdict = Comparison
sighting-agrees = Agrees
sighting-differs = Contradicts
sighting-one-side = One side only
sighting-agent = Agent's UUID
sighting-agent-folder = Agent's name
sighting-state-open = Waiting for a decision
sighting-state-same = One device
sighting-state-different = Two devices
sighting-state-registered = Registered
sighting-state-ignored = Ignored
sighting-why-cloned_image = One disk's copy on two machines
sighting-why-serial_changed = The serial number has changed
sighting-why-board_exchanged = The main board was exchanged
sighting-why-one_serial_two_models = One serial number, two models
sighting-why-serial_alone = Only the serial number agrees
sighting-why-strong_differs = Strong evidence contradicts
sighting-why-shared_card = One network card in two machines
sighting-why-cloned_agent = One agent on two machines
sighting-why-name_alone = Only the name agrees
sighting-why-discovered = Seen on the network
sighting-about-cloned_image = The UUID is the same, but the network cards are others. Most often one computer's disk was copied to another: then they are two devices.
sighting-about-serial_changed = UUID and cards are the same, but the serial number is another. Look at the number on the device itself.
sighting-about-board_exchanged = Serial number and model are the same, but the UUID is another. Most often a technician has exchanged the main board: then it is one device.
sighting-about-one_serial_two_models = The serial number is one, but there are two models. One of the records was written wrongly.
sighting-about-serial_alone = The serial number agrees and there is nothing else to compare. Look at the device itself.
sighting-about-strong_differs = The UUID or serial number is another, but the card or the agent is that of a known device.
sighting-about-shared_card = One network card was seen in two machines. It may have been moved.
sighting-about-cloned_agent = One agent's identity came from the cards of two machines. Most often a disk was copied.
sighting-about-name_alone = Two machines have one name and there is nothing else to compare.
sighting-about-discovered = A scan of the network has seen this device. Register it if it is the office's, or ignore it.
verb-sighting-same = decided that it is one device
verb-sighting-different = decided that they are two devices
verb-sighting-register = registered the device that was seen
verb-sighting-ignore = ignored this
done-sighting-settled = The decision is saved.
found-ip = Address (IP)
found-mac = MAC
found-name = Name
found-kind = Kind
found-manufacturer = Manufacturer
found-model = Model
found-serial = Serial number
found-firmware = Firmware
found-description = Description
found-location = Place
found-contact = Contact
found-uptime = Up since

## Agents' tokens
enrolment = Agents' token
enrolment-many = Agents' tokens
enrolment-none = No computer may report yet.
enrolment-new = Let computers report
enrolment-close = Close the token
enrolment-once = This address is shown once only. Copy it into the agent's settings now; it is kept nowhere.
enrolment-address = Agent's address
enrolment-lines = Lines for the settings of each agent
enrolment-copied = I have copied it
enrolment-name-help = For example: Computers at headquarters.
enrolment-networks-help = For example: 192.168.10.0/24. Several with a comma between. Leave empty to allow any.
enrolment-field-name = Name
enrolment-field-site = Site
enrolment-field-networks = Networks allowed
enrolment-field-reports_per_hour = Reports an hour (at most)
enrolment-field-ends_at = Ends
enrolment-field-state = State
enrolment-state-open = In force
enrolment-state-closed = Closed
verb-enrolment-make = let computers report
verb-enrolment-close = closed the token
done-enrolment-closed = The token is closed. Its address opens nothing any more.

## Bringing in a register
device-import = Bring in a register
device-import-about = The office's register in Excel or CSV, as it is. Nothing is written before you have seen what becomes of each row.
device-import-file = The register's file
device-import-file-help = Excel (.xlsx) or CSV, up to 20,000 rows.
device-import-next = Continue
device-import-rows = { $count ->
    [one] { $count } row was read
   *[other] { $count } rows were read
}
device-import-columns-help = Say what each column is. The asset tag or the serial number is needed: it is what tells a device from others.
device-import-leave = Leave this column out
device-import-try = Try without writing
device-import-made = To be registered
device-import-changed = To be corrected
device-import-same = Unchanged
device-import-bad = Rows with mistakes
device-import-would = What will be written
device-import-new = New
device-import-row = Row
device-import-column = Column
device-import-value = What stands there
device-import-reason = Reason
device-import-what = Change
device-import-write = { $count ->
    [one] Write { $count } device
   *[other] Write { $count } devices
}
device-import-write-good = { $count ->
    [one] Write { $count } device and leave out the rows with mistakes ({ $bad })
   *[other] Write { $count } devices and leave out the rows with mistakes ({ $bad })
}

## Today
today-sightings = Identification waiting
today-found = Devices not registered
today-silent = Silent for 30 days
today-unsigned = Hand-overs without signature
today-to-sign = Hand-overs that wait for your signature
today-my-devices = My devices
today-my-devices-none = No device is in your hands.

## Problems
problem-device-gone = This device was disposed of or merged; its record changes no more.
problem-device-merge = These two records cannot be merged.
problem-device-not-merged = This device is not merged with another.
problem-device-in-custody = One of the devices is in somebody's hands. Take it back first.
problem-device-other-holder = Devices returned on one slip must be one person's.
problem-device-with-holder = The device is in somebody's hands. Take it back by a hand-over first.
problem-merge-no-device = Choose a device that is there.
problem-handover-count = Choose from one to twenty devices for one slip.
problem-handover-person = Choose a person who is in service.
problem-handover-signed = This hand-over is signed already.
problem-signature = The signature could not be read. Sign inside the box again.
problem-sighting-alone = There is no second record to compare.
problem-sighting-has-device = This device has a record already.
problem-sighting-settled = This was decided already.
problem-network = Write a network like 192.168.10.0/24.
problem-import-too-large = The file is too large: at most 10 MB and 20,000 rows.
problem-import-empty = There are no rows in this file.
problem-import-unreadable = This file can be read neither as Excel nor as CSV.
problem-import-no-key-column = Say which column holds the asset tag or the serial number.
problem-import-no-key = The row has neither asset tag nor serial number.
problem-import-twice = This device stands twice in the file.
problem-import-two-devices = Asset tag and serial number belong to two different devices.
problem-import-other-tag = The device with this serial number has another asset tag.
problem-import-other-holder = The device is in another person's hands. That changes by a hand-over only.
problem-import-no-person = No person has this name or number.
problem-import-many-persons = Two or more people have this name. Write the staff number.
problem-import-no-unit = No department or unit has this name.
problem-import-no-site = No site has this name.
problem-import-kind = This kind of device is not known.
problem-import-state = This state is not known.
problem-import-condition = This condition is not known.
