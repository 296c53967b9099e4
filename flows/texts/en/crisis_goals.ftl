# Goals inside the crisis.

cr_goals = What must happen, what must not, and what counts as “good enough” this week?
    .topic = Goals in the crisis
    .help =
        Why: in a crisis the goals change; it helps to write them anew.
        Example: “Must: keep the partners. Must not: expose a witness.”
