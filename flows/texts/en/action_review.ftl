# After-action review: learning, not blame; what changes becomes steps with an owner.

aar_fix =
    This is what we have:
    { $lines }

    What shall we change?
    .help =
        Why: after a few days things look different.
        Example: one more lesson comes to mind? Choose “What we do differently”.
aar_planned = What did we plan to happen?
    .topic = What we planned
    .help =
        Why: we begin with the intention, not with blame.
        Example: “Bring 200 people and one question to the mayor”.
aar_happened = And what really happened? Facts only.
    .topic = What happened
    .help =
        Why: first a shared picture, then opinions.
        Example: “120 came, and we got a meeting”.
aar_why = What made the difference, for better or worse? What, not who.
    .topic = What made the difference
    .help =
        Why: causes can be put right.
        Example: “The invitation went out only the day before”.
aar_keep = What shall we keep for next time? One thing per line.
    .topic = What to keep
    .help =
        Why: successes want remembering too.
        Example: a welcoming team.
aar_change = And what will we do differently? One thing per line, with a date if you like. Each line becomes a step.
    .topic = What we do differently
    .help =
        Why: a lesson nobody owns is forgotten.
        Example: send the invitation a week ahead, 3 March.
aar_owners = The steps are in the plan. Shall we say now who does each?
    .help =
        Why: a step with a name really happens.
        Example: later is fine too, in stage F.
aar_thanks = Thank you. What we learnt today is the strength of next time.
