# Whether a licence is likely to be needed, who looked at it, what was asked of us.

ac_online = An action online needs no police licence. Online too, write only what can be shown to be true, and publish no personal details.
ac_legal_fix =
    This is what we have:
    { $lines }

    What shall we change?
    .help =
        Why: one changed answer can change whether a licence is needed.
        Example: speeches were added? Choose “What there will be”.
ac_outdoor = Will it be under the open sky, in a public place?
    .topic = Under the open sky
    .help =
        Why: this is one of the things the law asks.
        Example: a square is “yes”, a hall is “no”.
ac_elements = What will there be? Tick all that fit.
    .topic = What there will be
    .choice-speeches = Speeches or lectures
    .choice-march = Walking in procession
    .choice-signs = Signs and chants
    .choice-mega = A megaphone
    .choice-sound = Stage and sound system
    .choice-tent = A tent or structure
    .choice-road = Using the road
    .choice-quiet = Standing in silence
    .help =
        Why: speeches and a procession may need a licence. Signs and a megaphone alone mostly do not.
        Example: a vigil with signs and a megaphone.
ac_special = Is it near one of these places? Tick all that fit.
    .topic = Special places
    .choice-knesset = The Knesset area
    .choice-home = A public figure’s home
    .choice-court = A court
    .choice-school = A school
    .choice-hospital = A hospital
    .choice-worship = A place of worship
    .choice-border = A security zone
    .choice-none = None of these
    .help =
        Why: some places have rules of their own.
        Example: near the Knesset, every gathering needs a permit.
ac_how_many = About how many people are expected? One number.
    .topic = How many expected
    .help =
        Why: the number tells whether the law speaks of a licence.
        Example: 80
ac_licence_result =
    From what was written:
    { $result }

    The rules were last checked: { $date }
    This is general information and no legal advice, and rules change. Before publishing, we check with somebody who knows the law.
ac_licence = Where does the licence stand?
    .topic = The licence
    .choice-none = Not needed, lawyer says
    .choice-todo = To be handed in
    .choice-sent = Request handed in
    .choice-ok = Granted
    .choice-terms = Granted with terms
    .choice-refused = Refused
    .choice-unsure = Waiting for a lawyer
    .help =
        Why: a request goes in at least five days before. A week is better.
        Example: not handed in yet? “To be handed in”, and a step with a date is added.
ac_licence_by = A step was added to the plan: handing in the request. { $when }
ac_licence_terms = Which terms were set? They will reach the whole team.
    .topic = Terms of the licence
    .help =
        Why: breaking one of them may lead to dispersal.
        Example: “We end at 22:00 and stay off the road”.
ac_counsel = Here it is good to speak to a lawyer today. A refusal, or terms that are not reasonable, can be challenged, and time is short. The word “person” shows whom to ask.
ac_lawyer = Who looked at it from the legal side, and when? A name and a date are enough.
    .topic = Legal check by
    .help =
        Why: a name and a date make everyone feel safer.
        Example: “Adv. R., 28.10”.
ac_home_front = Were the emergency limits on gatherings checked for that day?
    .topic = Emergency limits
    .help =
        Why: in an emergency the limits change from day to day.
        Example: check now, and again on the morning of the action.

licence-step =
    .title = Hand in the licence request: { $action }
    .by = By: { $date }
    .late = Time is shorter than usual. Better hand it in today, and speak to the police and a lawyer. By: { $date }
    .no-day = The action has no date yet, so the step has none either.
