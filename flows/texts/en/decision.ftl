# One line of the decision log.

dec_text = What was decided? One sentence.
    .topic = What was decided
    .help =
        Why: a shared memory keeps pressure and rumours away.
        Example: “No interviews until tomorrow at 10:00.”
dec_nothing = No decision was written down. You can come back to it at any time.
dec_options = Which other options were weighed?
    .topic = Options weighed
    .help =
        Why: if things change, we know where to return.
        Example: “answer at once”, “wait”, “send a letter”.
dec_reason = Why this direction, and on which facts?
    .topic = The reason
    .help =
        Why: to explain it to partners, and to learn from it later.
        Example: “The facts are still being checked.”
dec_by = Who decided?
    .topic = Who decided
    .help =
        Why: openness builds trust.
        Example: “The steering committee, in agreement.”
dec_review = When do we look at the decision again?
    .topic = When we look again
    .help =
        Why: a decision in a crisis is right for its time.
        Example: “tomorrow 9:00”.
