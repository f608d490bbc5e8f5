### Words of the help desk.

request = Request
request-many = Requests
rail-request = Requests
desk-act-ask = Ask for help
desk-act-mine = My requests
desk-act-assigned = Requests assigned to me
desk-act-unassigned = Unassigned requests
desk-act-overdue = Overdue requests

## Fields of a request
request-field-subject = Problem or need
request-field-description = Description
request-field-kind = Kind of request
request-field-category = Category
request-field-urgency = Priority
request-field-court_at = Hearing begins
request-field-channel = Came by
request-field-requester = Requester
request-field-unit = Department or unit
request-field-device = Device
request-field-state = State
request-field-assignee = Assigned to
request-field-answer_due_at = First answer by
request-field-answered_at = Answered
request-field-due_at = Solve by
request-field-resolved_at = Resolved
request-field-closed_at = Closed
request-field-solution = Solution
request-field-waits = Stretches of waiting
request-field-waiting_for = Waiting for
request-field-times_reopened = Times reopened
request-field-reopened_at = Reopened

request-state-new = New
request-state-assigned = Assigned
request-state-waiting = Waiting
request-state-resolved = Resolved
request-state-closed = Closed
request-state-withdrawn = Withdrawn
request-late = Overdue

request-urgency-court = Court
request-urgency-high = Urgent
request-urgency-normal = Normal
request-urgency-low = Can wait
request-urgency-court-detail = before the hearing begins
request-urgency-within = within { $time } of office time

request-kind-incident = Fault
request-kind-request = Need
request-kind-problem = Cause of many faults
request-kind-change = Change to a system
request-kind-directive = Directive of a superior
request-kind-leaver = Staff member leaving

request-category-hardware = Computers and devices
request-category-program = Software
request-category-account = Account and password
request-category-network = Network and internet
request-category-printer = Printer and scanner
request-category-email = E-mail
request-category-court_link = Video link with the court
request-category-power = Power and UPS
request-category-security = Information security
request-category-media = Disks and USB sticks
request-category-training = Training
request-category-other = Other
request-category-any = The unit will decide

request-channel-self = This system
request-channel-phone = Telephone
request-channel-walk_in = Walk-in
request-channel-email = E-mail
request-channel-paper = Paper

## The form
request-send = Send request
request-subject-help = In a few words: what does not work, or what is needed.
request-description-help = When it began, what message is shown, what has been tried.
request-court-help = Fill in if you chose “Court”: the day and hour it begins, in 24 hours.
request-device-tag = Device number
request-device-tag-help = The asset number on the sticker, or the serial number.
request-device-none = None, or another device
request-device-named = The device named
request-files-help = A picture of the screen or the device helps.
request-more = More
request-more-what = Kind, category and classification
request-class-help = A “Secret” request is seen by you, the head of the unit and the officer it is given to. Write no secrets that are not needed.
request-requester-help = Leave empty when the request is your own.
request-happened = Asked when
request-happened-help = Fill in when entering it later.
request-empty = Requests for help stand here: faults, needs and questions to the ICT Unit.

## Views of the list
desk-view-mine = Mine
desk-view-unassigned = Unassigned
desk-view-overdue = Overdue
desk-view-court = Court
desk-view-open = All open
desk-view-all = All
desk-view-my-open = Open
desk-view-confirm = To confirm
desk-view-my-all = All

## The page of a request
request-story = History
request-waits = Waiting for: { $whom }. The clock of the promise stands still.
request-others-of-device = Other requests about this device
request-others-of-requester = Other requests of the requester
request-edit-title = Edit { $number }
request-edit-field = Field
request-edit-now = Saved now
request-edit-typed = What you typed

request-act-take = Take
request-act-assign = Assign
request-act-assign-asks = To whom
request-act-assign-send = Assign request
request-act-wait = Wait
request-act-wait-asks = Waiting for whom or what
request-act-wait-send = Stop the clock
request-act-resume = Go on
request-act-resolve = Resolve
request-act-resolve-asks = How it was solved
request-act-resolve-send = It is resolved
request-act-confirm = It works, close
request-act-confirm-for = Close on behalf of the requester
request-act-reopen = Not solved yet
request-act-reopen-asks = What still does not work
request-act-reopen-send = Reopen
request-act-withdraw = No longer needed
request-act-withdraw-asks = Why
request-act-withdraw-send = Withdraw request
request-act-edit = Edit
request-assign-many = { $count ->
    [one] Assign { $count } request
   *[other] Assign { $count } requests
}

done-opened = The request was sent. The ICT Unit has it.
done-request-taken = The request is yours now.
done-request-assigned = The request was assigned.
done-request-assigned-many = The chosen requests were assigned.
done-request-assigned-some = The open requests were assigned; those already closed were left as they are.
done-request-waits = The request is waiting; the clock of the promise stands still.
done-request-resumed = Work on the request goes on.
done-request-resolved = The request is resolved. The requester will confirm.
done-request-confirmed = The request is closed. Thank you.
done-request-reopened = The request was reopened.
done-request-withdrawn = The request was withdrawn.
done-request-commented = The comment was sent.
done-request-amended = The changes to the request were saved.

verb-request-open = asked for help
verb-request-take = took the request
verb-request-assign = assigned the request
verb-request-wait = set the request to wait
verb-request-resume = went on with the request
verb-request-resolve = resolved the request
verb-request-confirm = confirmed that it is solved
verb-request-reopen = reopened the request
verb-request-withdraw = withdrew the request
verb-request-comment = wrote
verb-request-amend = corrected the request

problem-court-when = Give the day and hour at which the hearing begins.
problem-no-such-person = There is no such staff member. Type the full name, or the staff number.
problem-which-person = More than one staff member has that name. Choose from the list, or type the staff number.
problem-no-such-device = No device has that number. Look at the sticker again, or leave it empty.
problem-which-device = More than one device has that number. Type the asset number.
problem-files-again = The files were not kept. Choose them again.
problem-not-an-officer = A request is assigned to a member of the ICT Unit only.
problem-request-not-your-people = You can ask on behalf of your own department's people only.
problem-request-not-open = This request is no longer open. Look at its state now.
problem-request-not-waiting = This request is not waiting.
problem-request-not-resolved = This request is not resolved yet.

## The promise
promise-until = Promised to be solved by { $at }: how that was reckoned
promise-asked = Asked { $at }. Priority “{ $urgency }” has { $time } of office time.
promise-reopened = Reopened { $at }. Priority “{ $urgency }” has { $time } of office time from there.
promise-waited = Waited from { $from } to { $to }: { $time } of office time were added.
promise-steps = Office time counted:
promise-weekend = not a working day
promise-holiday = holiday: { $name }
promise-hearing = The hearing begins { $court }; everything must be ready 15 minutes before, that is { $at }.
promise-stands = The request is waiting now: the time waited will be added when work goes on.
promise-differs = Office hours or targets have changed since the promise was made: reckoned today it is { $now }, promised was { $then }.
desk-time-hours = { $hours } h
desk-time-minutes = { $minutes } min
desk-time-both = { $hours } h { $minutes } min

## Today
desk-figures = Help desk
desk-figure-open = Open requests
desk-figure-overdue = Overdue
desk-figure-overdue-some = Need someone now
desk-figure-overdue-none = Nothing is late
desk-figure-in-time = Answered in time
desk-figure-month = this month
desk-figure-median = Time to solve, middle
desk-figure-lately = office time, last 30 days
desk-figure-none = —
desk-today-court = In court today
desk-today-court-none = No hearing waits for equipment today.
desk-today-overdue = Overdue
desk-today-overdue-none = No request is late.
desk-today-mine = Mine
desk-today-mine-none = You have no request in hand.
desk-today-unassigned = Unassigned
desk-today-unassigned-none = Every request has someone.
desk-today-waiting = Waiting
desk-today-waiting-none = No request is waiting.
desk-today-oldest = Oldest
desk-today-oldest-none = No request is open.
desk-today-confirm = Confirm that it is solved
desk-today-confirm-none = No request to confirm.
desk-today-my-open = My open requests
desk-today-my-open-none = You have no open request. When you are stuck, ask for help.
desk-today-department = Of my department
desk-today-department-none = Your department has no open request.
desk-today-loads = Officers' work in hand
desk-load-open = { $count ->
    [one] { $count } open request
   *[other] { $count } open requests
}
desk-load-overdue = { $count ->
    [one] { $count } overdue
   *[other] { $count } overdue
}
desk-load-none-late = none overdue
