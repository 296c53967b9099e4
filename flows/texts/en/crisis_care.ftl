# Who looks after people, who may start a crisis alone, when the silent are asked again.

crisis_care-title = Who looks after people

ce_menu =
    Calls for help reach: { $care }
    May start a crisis alone: { $duty }
    The silent are asked again after { $minutes } minutes.
    .choice-care = Add or remove: care
    .choice-duty = Add or remove: duty
    .choice-minutes = When to ask again
    .choice-back = Back
    .help =
        Why: in an emergency it must be known who answers. Without names, calls reach the coordinators.
        Example: two social workers and a volunteer.
ce_care = Whom shall we add? Whoever is on the list is taken off.
    .topic = Looking after people
    .help =
        Why: they will see the name of whoever asks for help.
        Example: Lina
ce_duty = Who is on duty? Whoever is on the list is taken off.
    .topic = Duty
    .help =
        Why: whoever is on duty can start a crisis without a second approval.
        Example: Omer
ce_minutes = After how many minutes shall we ask the silent again?
    .topic = When to ask again
    .choice-m10_20_40 = After 10, 20 and 40
    .choice-m5_10_20 = After 5, 10 and 20
    .choice-m15_30_60 = After 15, 30 and 60
    .choice-m30_60_120 = After 30, 60 and 120
    .help =
        Why: ten minutes after the last time, the names of the silent go to those who look after people.
        Example: out of coverage – more time.
