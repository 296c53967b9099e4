# Where one step or milestone stands; what is stuck gets help, and no blame.

wk_task = Where does this step stand? Due: { $day }
    .topic = Where the step stands
    .choice-done = Done
    .choice-going = Under way
    .choice-stuck = Stuck
    .help =
        Why: “stuck” is information, not blame. It lets us help in time.
        Example: we sent a letter and wait for an answer? That is “stuck”.
wk_station = Where does this milestone stand? Due: { $day }
    .topic = Where the milestone stands
    .choice-done = We are there
    .choice-going = On the way
    .choice-stuck = Stuck
    .help =
        Why: a milestone belongs to all of us, so it helps to know early if it slips.
        Example: the hearing has a date, the paper is not written? “On the way”.
wk_thanks = Thank you. It is marked as done, on the timeline too.
wk_date = What is a realistic date to finish? Skip, and the date stays as it is.
    .topic = The new date
    .help =
        Why: an honest date is better than a beautiful one.
        Example: “Tuesday”, or “end of the month”.
wk_station_date = What is a realistic date to get there? Skip, and the date stays as it is.
    .topic = The milestone’s new date
    .help =
        Why: when the date is real, reminders come at the right time too.
        Example: the hearing moved by a month? Choose the new day.
wk_block = What stands in the way?
    .topic = What stands in the way
    .choice-time = No time
    .choice-answer = Waiting for an answer
    .choice-person = A person or contact
    .choice-money = Money is missing
    .choice-info = Information is missing
    .choice-unclear = Unclear what to do
    .choice-changed = Things have changed
    .choice-conflict = A disagreement
    .help =
        Why: each obstacle needs another kind of help.
        Example: “A person or contact”, and we look who on the map is known to us.
wk_station_block = What stands in this milestone’s way?
    .topic = What is in its way
    .choice-time = No time
    .choice-answer = Waiting for an answer
    .choice-person = A person or contact
    .choice-money = Money is missing
    .choice-info = Information is missing
    .choice-unclear = Unclear what to do
    .choice-changed = Things have changed
    .choice-conflict = A disagreement
    .help =
        Why: knowing what is in the way shows where to begin.
        Example: “Waiting for an answer” from the ministry for two weeks.
wk_hint =
    { $hint }
    { $who }
    .choice-map = See the power map
    .choice-rewrite = Rewrite the step
    .choice-changed = Tell what changed
    .choice-ask = Ask for help
    .choice-proceed = Go on
    .help =
        Why: nobody has to solve it alone, and nobody has to solve it today.
        Example: “Ask for help” sends one short message, to those who coordinate only.
wk_rewrite = Let us word the step anew, small and clear. Start with a verb: arrange, write, check.
    .topic = The step, worded anew
    .help =
        Why: a step that fits into one week really happens.
        Example: not “contact with the city” but “call the office and ask for a meeting”.

blocker-hint =
    .time = It happens. You can cut the step down to half an hour, hand it on, or ask for more hands.
    .answer = A short reminder with one question works better than a long letter. After a week, try the phone or another person.
    .person = An introduction by somebody who is trusted opens doors.
    .money = Write down one sum and what it buys, and ask those in the coalition first.
    .info = Word one clear question, and send it to people who deal with this every day.
    .unclear = A clear step starts with a verb and ends this week. You can rewrite it now.
    .changed = When things change the plan changes too, and that is fine. Note what changed, so that all know.
    .conflict = Before meeting together, a short talk with each side helps, and a third person who listens. The word “person” shows whom to turn to.
blocker-who =
    .ties = On the map, we have a way to:{ $names }
    .gives = These said they have something to bring:{ $names }
    .coordinates = You can talk to those who coordinate:{ $names }
    .nobody = You can also write “person” to see whom to talk to.
help-is-wanted = News from { $name }: “{ $title }” is stuck just now ({ $blocker }), and help is welcome. A short call may be enough.
help-was-asked = We asked those who coordinate the coalition for help.
help-reached-nobody = We could not reach those who coordinate just now. The phone may be a better way.
player-moved = The power map is updated: { $name } – now under “{ $stance }”.
player-at-edge = On the map { $name } is at the edge already, under “{ $stance }”. It stays there.
