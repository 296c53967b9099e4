# One seat of the committee: which of the voices it brings.

e_change = What shall we do with this seat?
    .topic = What to do with the seat
    .choice-change = Correct it
    .choice-drop = Take it off
    .help =
        Why: the list has to show who is really here.
        Example: somebody left? Take it off.
e_seat_voices = Which voices does this person bring to the table? Tick all that fit.
    .topic = Voices they bring
    .help =
        Why: this shows which voice is still missing.
        Example: a young woman from the Negev: “Young people” and also “The periphery”.
e_seat_organisation = And from which organisation or group?
    .topic = Organisation or group
    .help =
        Why: so that the table does not belong to one organisation.
        Example: “The mothers’ committee”. For those who come by themselves: “independent”.
