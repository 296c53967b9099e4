# The end of a crisis; a false alarm has its own words.

crisis_end-title = End of the crisis

se_how =
    { $state }

    How does it end? Everybody who got the first message gets this one too.
    .choice-over = It is over
    .choice-mistaken = It was a false alarm
    .choice-back = Not yet
    .help =
        Why: a clear end lets everybody breathe. Routine reminders come back.
        Example: all were released – “It is over”.
