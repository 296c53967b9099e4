# Asking for a connection.

cr_connect = Ask for a connection to players who can help?
    .topic = Asking for a connection
    .choice-now = Yes, urgently
    .choice-soon = Yes, this week
    .choice-no = Not needed
    .help =
        Why: others have ties that we do not have.
        Example: a journalist, or a parliamentary assistant.
