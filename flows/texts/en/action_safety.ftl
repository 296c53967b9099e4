# What may go wrong and what we do then, what we agree on, the rule about pictures.

ac_safety_fix =
    This is what we have:
    { $lines }

    What shall we change?
    .help =
        Why: a safety plan has to fit the day itself.
        Example: rain is forecast? Choose “What to prepare for”.
ac_safety = What should we prepare for? Tick, and then we write what to do for each.
    .topic = What to prepare for
    .help =
        Why: a short plan for each risk calms everyone.
        Example: where there are sirens, check where the shelter is.
ac_risk_pick = For which risk shall we change the plan?
    .topic = One of the risks
    .help =
        Why: one line alone can be corrected.
        Example: choose “Siren” and write another place.
ac_principles = Our action agreement: no violence and nothing dangerous, respect for every person, listening to the team. Do we adopt it?
    .topic = Action agreement
    .choice-yes = Yes
    .choice-edit = In other words
    .choice-talk = Discuss first
    .help =
        Why: agreeing beforehand protects everyone, and it stands in the brief.
        Example: “Discuss first”, and settle it at the team meeting.
ac_agreement = In which words? A sentence or two, without violence in any case.
    .topic = Its wording
    .help =
        Why: our own words hold better than those of others.
        Example: “We come quietly, leave together, and do not answer insults”.
ac_photo = What is the rule about photos?
    .topic = Photos
    .choice-open = Free to take
    .choice-ask = Only with consent
    .choice-back = Without faces
    .help =
        Why: being seen can endanger people.
        Example: workers without legal status, so “Without faces”.
