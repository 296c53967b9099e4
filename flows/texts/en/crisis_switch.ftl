# The crisis switch: proposed here, approved by another person within two minutes.

crisis_switch-title = Crisis

sw_sure =
    A crisis in “{ $coalition }”: everybody gets a message and a check-in, routine reminders pause, and the think-space opens. { $approval }
    .choice-start = Start it
    .choice-drill = A drill
    .choice-back = Back
    .help =
        Why: one press, and the whole coalition gets ready. A false alarm can be cancelled at once, for whoever got it.
        Example: activists arrested at night.
