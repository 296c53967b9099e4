broadcast_next-title = One more step

bn_role = Which open role suits you?
    .help =
        Why: a small, clear role is easy to take.
        Example: stewarding, or taking notes.
bn_task = Which step suits you?
    .help =
        Why: one step that somebody took is worth ten ideas.
        Example: to call, to send, to meet.
