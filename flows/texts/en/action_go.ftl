# The day before: go, change or put off, with what is still open before one's eyes.

ac_go =
    The action: { $action }
    When: { $date }
    Where: { $place }

    Still open:
    { $open }

    What is the decision?
    .topic = Decision
    .choice-go = We go
    .choice-change = We change it
    .choice-stop = We put it off
    .help =
        Why: putting off is a good decision too.
        Example: 42 degrees are forecast? “We change it” to the evening.
ac_change_where = Day, hour and place are changed in the menu: “Action day”, then “Purpose and form”.
