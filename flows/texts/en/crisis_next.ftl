# When we look again.

cr_next = When do we look again? We will remind you.
    .topic = The next look
    .help =
        Why: a known time takes pressure away.
        Example: “today 21:30”.
cr_next_day = Which day and hour?
    .topic = The next look
    .help =
        Why: a known time takes pressure away.
        Example: “tomorrow 16:00”.
