# One person, several coalitions: which one are we talking about?

switch-title = Another coalition

switch_which = Which coalition shall we work on now?
    .help =
        Why: each coalition’s answers and documents are kept apart and never pass from one to another.
        Example: today the bus line, tomorrow public housing.
