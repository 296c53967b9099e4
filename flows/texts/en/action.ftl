# One action day: its name, and a hub of parts with how far each has come.

ac_title = What shall we call this action? A short name, as it will stand in the invitation.
    .topic = Name of the action
    .help =
        Why: with a short name everyone knows what we are talking about.
        Example: “Vigil at city hall”.
ac_untitled = Without a name there is nothing to keep, and that is fine. We can begin another time.
ac_part =
    When: { $date }
    Where: { $place }

    { $parts }

    What shall we open now?
    .choice-form = Purpose and form
    .choice-legal = Licence check
    .choice-roles = Roles and programme
    .choice-safety = Safety
    .choice-publish = Brief and publishing
    .choice-day = Day before, and the day
    .choice-review = What we learnt
    .choice-other = Another action
    .choice-back = To the menu
    .help =
        Why: any part can be opened, in any order. Everything is saved as you go.
        Example: three weeks before, purpose and form. Two weeks, the licence. One week, the roles.
