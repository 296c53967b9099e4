# The weekly check-in: five minutes about one person's own steps.

wk_open = Hi, are there five minutes for the weekly check-in? { $waiting }
    .topic = Opening the check-in
    .choice-now = Now
    .choice-later = This evening
    .choice-skip = Skip this week
    .help =
        Why: short and regular keeps the plan alive.
        Example: one word is an answer, and every question can be skipped.
week-waiting-tasks =
    { $count ->
        [one] One step waits for news.
       *[other] { $count } steps wait for news.
    }
week-waiting-milestones = We look at the milestones together, and at what changed.
weekly-this-evening = Fine. We come back here once, this evening at 20:00.
weekly-another-time = It is evening already, so let us leave it. The check-in can be opened at any time, under “Stages”.
wk_skipped = That is fine. See you next week.
wk_moved = Did anybody on the map move towards us, or away?
    .choice-closer = Closer
    .choice-away = Away
    .choice-none = No change
    .help =
        Why: this keeps the power map true from week to week.
        Example: a silent council member said she will vote with us? “Closer”.
wk_who = Who is it?
    .help =
        Why: we move their mark one step on the map.
        Example: the workers’ committee.
wk_win = A small win this week?
    .topic = A small win
    .help =
        Why: small successes carry a long way.
        Example: they answered our letter.
wk_next = What are your steps for next week? Up to three, one on each line, with a date if there is one.
    .topic = Steps for next week
    .help =
        Why: three that happen are better than ten that wait.
        Example: call the office, Tuesday. On the next line: send the summary.
wk_mood = And how is the energy in the team?
    .topic = Energy in the team
    .choice-good = Good
    .choice-ok = So-so
    .choice-low = Low
    .help =
        Why: overload shows here first. Those who coordinate see numbers only, no names.
        Example: after a week of deadlines “low” is a good answer too.
wk_close = Thank you, that is all for this week. What you wrote is saved, and the plan is up to date.
silent-two-weeks = For two weeks { $name } has not answered the check-in of “{ $coalition }”. These may simply be busy days. A short call may help more than another message.
silent-two-weeks-many =
    For two weeks { $count } people have not answered the check-in of “{ $coalition }”:
    { $names }
    These may simply be busy days. A short call may help more than another message; until they answer, we ask only every four weeks.
