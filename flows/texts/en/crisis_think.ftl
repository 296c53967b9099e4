# The space to think: what stands there now, and which part to open.

crisis_think-title = Crisis think-space

cr_ahead = We go slowly, one thing at a time: what happened, what is known, what we want, which ways there are, what we decide and do. About ten minutes. Every answer is kept; you can stop and come back.
cr_told_in =
    Thank you for coming in. This is what happened:

    { $what }

    Now a few questions, one at a time. Each can be passed over with the word “skip”.
cr_hub =
    { $picture }

    What now?
    .choice-known = Facts and questions
    .choice-goals = Goals and control
    .choice-choose = Options and decision
    .choice-actions = Actions
    .choice-partners = Partners and ties
    .choice-voice = First statement
    .choice-team = The team
    .choice-papers = Card and log
    .choice-round = Next round, or end
    .choice-back = Leave this space
    .help =
        Why: any part, in any order. Everything is kept after each answer.
        Example: new information? “Facts and questions”. Something to publish? “First statement”.
cr_chosen_again =
    The decision that stands now: { $decision }
    The reason: { $reason }
cr_unchosen_again = Nothing is decided yet. What was written here is before whoever leads.
cr_thought_of = Kept. Thank you, that is clear.
