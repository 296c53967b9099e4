# Who does what and who stands in, the programme, and what makes it open to all.

ac_roles_fix =
    This is what we have:
    { $lines }

    What shall we change?
    .help =
        Why: teams change, and that is fine. Correct only what is needed.
        Example: somebody else speaks to the police now? Choose “One of the roles”.
ac_roles = Which roles are needed? Tick them, and then we ask for each who does it and who stands in.
    .topic = Roles
    .help =
        Why: a role without a name is a hole in the plan.
        Example: marshals, one for every fifty people.
ac_role_pick = Which role shall we change?
    .topic = One of the roles
    .help =
        Why: if somebody cannot, it is better to know early.
        Example: choose “First aid”, then a new name.
ac_programme = What is the timetable? One line each: setting up, opening, high point, request, end, clearing up.
    .topic = Timetable
    .help =
        Why: a planned end is better than being dispersed.
        Example: 18:00 opening, and on the next line: 18:40 handing in the petition.
ac_legal_line = What is the number of the legal line that day? It will stand in everyone’s brief.
    .topic = Legal line
    .help =
        Why: everyone needs the number, also when the phone is dead. It is written on the hand.
        Example: “050-0000000, from 16:00 to midnight”.
ac_ask = What shall we ask of everyone who came, afterwards?
    .topic = Next step for those who came
    .help =
        Why: an action is a door, not an end.
        Example: “Come to the council meeting on Tuesday”.
ac_equipment = What do we bring, and who? One line each: signs, water, megaphone, first-aid kit, vests.
    .topic = What we bring
    .help =
        Why: a list today is a calm tomorrow.
        Example: “40 bottles of water – Yosef”.
ac_access = How do we make sure everyone can come? Tick all that fit.
    .topic = Access
    .choice-ramp = A way without steps
    .choice-seats = Places to sit
    .choice-shade = Shade and water
    .choice-sign = Sign language
    .choice-ar = Hebrew and Arabic
    .choice-quiet = A quiet corner
    .choice-kids = A children’s corner
    .choice-transit = Rides or public transit
    .choice-online = Live broadcast
    .help =
        Why: the easier it is to come, the more people come.
        Example: chairs in the first row are “Places to sit”.
