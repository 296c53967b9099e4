# What people need beside what others offer; one tap connects, through whoever leads.

crisis_match-title = Needs and offers

cm_none = Nothing is needed just now.
cm_which =
    What is needed, and what is offered:
    { $lines }

    What shall we connect? Both sides hear that contact goes through you, without names.
    .help =
        Why: those in need and those who can help do not always know each other.
        Example: “Translation: 2 need, 1 offers”.
