### People, units, sites, settings, signing in and the register of changes.

## Person
person = Person
person-many = People
person-field-name = Full name
person-field-staff_number = Staff number
person-field-login = User name
person-field-post = Post
person-field-unit = Unit
person-field-site = Site
person-field-roles = Roles in the system
person-field-language = Language
person-field-phone = Phone
person-field-email = E-mail
person-field-started_on = Started work
person-field-state = State
person-language-sw = Swahili
person-language-en = English
person-state-active = In service
person-state-left = Has left
person-view-all = All
person-view-active = In service
person-view-left = Have left
person-empty = Everyone who works in the office will be listed here.
person-new = Enter a person
person-correct = Change details
person-reset = Give a password link
person-factor = Take two-step sign-in away
person-factor-why-help = For example: the phone is lost, and the recovery codes with it. Make sure that it is really this person. It is written into the register.
person-come-back = Has come back
person-name-help = Own, father's and grandfather's name, as in the letter of employment.
person-login-help = Small letters without blanks, such as asha.juma. Whoever has no user name does not sign in.
person-part-account = Account
person-part-account-help = Who may sign in, and as what. Every change is written into the register.
person-grants-department_head = Sees requests and devices of their own people
person-grants-officer = Works on requests and devices
person-grants-head = Leads the unit, approves, and makes settings
person-grants-director = Sees everything; each secret opened is recorded
person-grants-clerk = Enters those who join and those who leave
person-grants-auditor = Reads only, and checks the register
person-grants-administrator = Gives accounts and makes settings
person-leave = Has left the office
person-leave-about = The account is closed at once: no more signing in, and the roles are taken away. The person's records stay. Before you go on, see whether devices or requests are still in their hands.
person-leave-why = Reason
person-leave-why-help = For example: retired, moved to another ministry. It is written into the register.
person-leave-submit = Close the account
office-history = History
office-saved-now = Saved now: { $value }

## Unit and site
unit = Unit
unit-many = Units
unit-field-name = Name of the unit
unit-field-name_en = Name in English
unit-field-parent = Answers to
unit-field-chief = Head
unit-new = Add a unit
unit-correct = Change the unit
unit-empty = The organisation will be shown here: departments, units and regional offices.
unit-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
rail-units = Organisation
site = Site
site-many = Sites
site-field-name = Name of the site
site-field-letter = Letter
site-field-island = Island
site-island-unguja = Unguja
site-island-pemba = Pemba
site-new = Add a site
site-correct = Change the site
site-empty = The places where the office has people will be listed here.
site-letter-help = One capital letter: U for Unguja, P for Pemba. It stands in the numbers of records, such as OMB-U-2026-0042.

## Signing in
sign-in = Sign in
sign-in-name = User name
sign-in-password = Password
sign-in-submit = Sign in
sign-in-recorded = This system is for staff who have been given access. Its use is recorded; by signing in you agree.
sign-in-wait = { $seconds ->
    [one] Too many tries. Wait { $seconds } second, then try again.
   *[other] Too many tries. Wait { $seconds } seconds, then try again.
}
sign-in-second = Confirm that it is you
sign-in-code = Code
sign-in-code-help = Six digits from the app on your phone, or one of your recovery codes.

## The first account
first = Welcome: begin your office
first-about = This link works once. You will head the unit and administer the system; roles can be shared out later.
first-part-office = Office
first-part-you = You
first-office = Name of the office
first-unit = Name of the unit
first-site = First site
first-site-proposed = Headquarters
first-name = Your full name
first-submit = Begin

## Password
password-current = Present password
password-new = New password
password-again = New password again
password-help = 15 characters or more. Four common words are easy to remember and hard to guess.
password-submit = Set the password
reset = Set your password
reset-for = Welcome, { $name }. Choose a password that nobody else will know.
reset-slip = Link to set a password
reset-slip-once = This link is shown this once and works once, within { $minutes } minutes. Print it and hand it to the person.
reset-slip-how = Open this address on a computer of the office, or scan the code with a phone on the office's network. Then choose your password.
reset-address = Address

## My page
me = My page
me-facts-wrong = If something here is wrong, tell the registry clerk or the head of the unit.
me-password = Change password
me-language = Language
me-language-help = Language of your pages
me-factor = Two-step sign-in
me-factor-on = Turned on
me-factor-off = Not turned on
me-factor-about = With it, knowing your password is not enough to sign in: a code from your phone is needed too.
me-factor-begin = Turn it on
me-factor-change = Change it
me-sessions = Where you are signed in
me-session-browser = Browser
me-session-address = Network address
me-session-begun = Signed in
me-session-seen = Last seen
me-session-state = State
me-session-here = Here
me-session-end = Sign out
me-session-end-others = Sign out everywhere else
factor-password-help = It is asked so that nobody else turns this on at a computer you left open.
factor-scan = Open an authenticator app on your phone (such as Aegis or FreeOTP) and scan this code.
factor-type = The phone cannot scan? Type this secret into the app:
factor-confirm = Confirm
factor-remove = Turn it off
factor-codes-once = These codes are shown this once. Print them and keep them safe, away from the phone.
factor-codes-about = If the phone is lost, each code lets you in once in place of the phone's.
factor-codes-kept = I have kept them

## Settings
settings-office = The office's name
settings-office-help = The name stands at the top of every page and on every paper.
settings-name = Name of the office
settings-unit = Name of the unit
settings-short = Short name
settings-short-help = A few letters for the mark at the top of every page, such as DPP.
settings-hours = Office hours
settings-hours-help = The time to solve requests is counted in these hours. Write hours in 24-hour form, such as 07:30.
settings-from = Work begins
settings-to = Work ends
settings-weekdays = Working days
settings-weekday-1 = Monday
settings-weekday-2 = Tuesday
settings-weekday-3 = Wednesday
settings-weekday-4 = Thursday
settings-weekday-5 = Friday
settings-weekday-6 = Saturday
settings-weekday-7 = Sunday
settings-prayer_from = Friday prayer begins
settings-prayer_to = Friday prayer ends
settings-holidays = Holidays
settings-holidays-none = No holiday has been entered yet.
settings-holidays-help = These days do not count in the time to solve requests. Holidays that follow the moon are entered when they are announced.
settings-day = Date
settings-holiday_name = Name of the holiday
settings-holiday-add = Add the holiday
settings-seasons = Ramadhan hours
settings-seasons-help = Between these dates the office works other hours.
settings-season_name = Name
settings-ramadhan = Ramadhan
settings-first = First day
settings-last = Last day
settings-season_from = Work begins
settings-season_to = Work ends
settings-season-add = Add the season
settings-remove = Remove
settings-targets = What the desk promises
settings-targets-help = Minutes of office time that the unit promises. While empty, the system's proposals hold.
settings-urgency-court = Court hearing
settings-urgency-high = Urgent
settings-urgency-normal = Normal
settings-urgency-low = Can wait
settings-answer = { $urgency }: first answer
settings-resolve = { $urgency }: solution
settings-minutes = minutes

## The register
rail-ledger = Register of changes
ledger-about = Every change of a record is written here in order, and cannot be deleted or altered unnoticed. You see those whose every record you may see.
ledger-all = All changes
ledger-looks = Secrets opened
ledger-empty = There is no change here that you may see.
ledger-checkpoint = The register's signature
ledger-size = Changes
ledger-origin = Name of the register
ledger-root = Root (SHA-256)
ledger-key = Key to verify with
ledger-seq = Number
ledger-at = When
ledger-who = Who
ledger-what = Act
ledger-records = Records
ledger-via = By way of
ledger-why = Reason
ledger-more = and { $count } more
ledger-change = Change { $seq }
ledger-entry = Entry (56 bytes)
ledger-leaf = Leaf (SHA-256)
ledger-parts = Parts of the change
ledger-part-tag = Part
ledger-part-value = Value
ledger-part-salt = Salt
ledger-part-digest = Hash
ledger-proof = Proof
ledger-proof-about = This text proves that the leaf stands in the signed register. Anyone can check it without this system.
ledger-proof-download = Download the proof

## Acts in the history
verb-office-found = began the office in the system
verb-person-enter = entered the person
verb-person-correct = changed the person's details
verb-person-read_in = chose a language
verb-person-leave = noted that the person has left and closed the account
verb-person-return = noted that the person has come back
verb-person-reset = gave a link to set a password
verb-person-password = set a new password
verb-person-second_factor = turned two-step sign-in on
verb-person-second_factor_removed = turned two-step sign-in off
verb-person-factor_taken = took the person's two-step sign-in away
verb-unit-enter = added the unit
verb-unit-correct = changed the unit
verb-site-enter = added the site
verb-site-correct = changed the site
verb-setting-name = changed the office's name
verb-setting-hours = changed the office hours
verb-setting-holiday = changed the holidays
verb-setting-season = changed the Ramadhan hours
verb-setting-targets = changed what the desk promises

## What was done
done-signed-out = You are signed out.
done-password-set = The password is set. Now sign in.
done-password-changed = The password is changed, and you are signed out everywhere else.
done-session-ended = You are signed out there.
done-factor-set = Two-step sign-in is turned on.
done-factor-removed = Two-step sign-in is turned off.
done-factor-taken = The person's two-step sign-in is taken away. Tell them to turn it on again with the new phone.
done-person-entered = The person has been entered.
done-person-saved = The person's details are saved.
done-person-left = The person is noted as having left, and the account is closed.
done-person-back = The person is noted as having come back. Give roles and password anew.
done-unit-saved = The unit is saved.
done-site-saved = The site is saved.
done-settings-saved = The settings are saved and in force.

## Problems
problem-own-roles = You cannot give yourself roles or take them. Ask somebody else who may.
problem-roles-of-the-head = The roles of head of unit, Director and auditor are given and taken by the head of the unit. Ask the head.
problem-own-leaving = You cannot close your own account. Ask somebody else who may.
problem-person-has-left = This person has left already.
problem-no-login = This person has no user name, or has left. Give a user name first.
problem-unit-under-itself = A unit cannot stand under itself.
problem-site-letter = Write one capital letter, A to Z.
problem-target = The time to solve is at least one minute and not shorter than the time to answer.
problem-hours-backward = The end must come after the beginning.
problem-seasons-meet = These dates overlap with a season that is there.
problem-settings-hour = Write the hour in 24-hour form, such as 07:30.
problem-password-not-current = The present password is wrong.
problem-factor-set = Two-step sign-in is on already. Turn it off first to change the phone.
