# What the action is for, its form, when and where, how many, how risky.

ac_form_fix =
    This is what we have:
    { $lines }

    What shall we change?
    .help =
        Why: one thing can be changed without going through it all.
        Example: only the hour changed? Choose “Day and hour”.
ac_goal = What should happen because of this action? Who will decide differently, or who will join?
    .topic = Purpose
    .help =
        Why: without a purpose it is only a nice picture.
        Example: “The committee sets a second hearing”.
ac_type = Which kind of action suits that best?
    .topic = Kind of action
    .choice-vigil = Standing vigil
    .choice-rally = Rally with speeches
    .choice-march = March
    .choice-event = Community event
    .choice-deliver = Handing in a petition
    .choice-council = Presence at a meeting
    .choice-stand = Information stand
    .choice-digital = Day of action online
    .choice-other = Another idea
    .help =
        Why: the form settles rules, risk and access.
        Example: people standing with signs and no speeches are a “Standing vigil”.
ac_when = When? Write a day and an hour. Check Shabbat, the holidays of all communities, exams and weather.
    .topic = Day and hour
    .help =
        Why: a bad hour keeps people away. Not when the fast is broken, and not when Shabbat begins.
        Example: “Thursday 18:00”.
ac_hour = The day is saved: { $date }. And at what hour does it begin?
    .topic = Starting hour
    .help =
        Why: the reminders of that day follow the hour.
        Example: not on the list? Write “back”, then day and hour together: “Thursday 17:30”.
ac_where = Where? A place or a route, and where people meet.
    .topic = Place
    .help =
        Why: a place that is easy to reach and to find brings more people.
        Example: “City hall square, meeting by the ramp”.
ac_count = About how many people are expected? One number.
    .topic = How many expected
    .help =
        Why: the number matters for the licence, safety and equipment.
        Example: 80
ac_risk = How high is the risk for those who come?
    .topic = Level of risk
    .choice-low = Low
    .choice-mid = Medium
    .choice-high = High
    .help =
        Why: everyone should know beforehand, and choose.
        Example: a counter-protest is feared, so “Medium”.
ac_risk_high = At high risk, an adviser has to look at the plan before it is published. We ask who that was in “Brief and publishing”.
ac_target = Who has to see the action, and where is that person at that hour?
    .topic = Who has to see it
    .help =
        Why: how the decider reacts is half of the action.
        Example: “The mayor, at the entrance to the meeting”.
