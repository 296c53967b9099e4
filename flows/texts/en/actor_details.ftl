# A player's card: two taps place it on the map, the rest if there is time.

actor_kind = Which group does this player belong to?
    .topic = Kind of player
    .choice-ngo = Civil society group
    .choice-activists = Activist group
    .choice-public = Public institution
    .choice-state = Ministry or Knesset
    .choice-business = Business or company
    .choice-local = Local authority
    .choice-cluster = Regional cluster
    .choice-media = Media
    .choice-expert = Research and expertise
    .choice-community = Affected community
    .help =
        Why: every kind has its own needs and ways of working.
        Example: a public hospital is a “Public institution”.
actor_interest = And how much does it matter to them?
    .topic = Interest
    .choice-high = Very much
    .choice-mid = Somewhat
    .choice-low = Hardly
    .help =
        Why: with much influence and little interest, interest has to be raised.
        Example: a committee member who has not heard of the problem yet.
actor_relation = What link do we have to them?
    .topic = Our link
    .choice-direct = A direct link
    .choice-via = Through somebody
    .choice-none = No link yet
    .help =
        Why: one acquaintance saves months of knocking on doors.
        Example: someone on the team studied with the adviser: “Through somebody”.
actor_bridge = Who can introduce us? A name or nickname, no phone number needed.
    .topic = Who can introduce us
    .help =
        Why: a warm introduction opens doors. Write only people who agreed to it.
        Example: “Dana from the committee, she said it is fine”.
actor_confidence = How well is this checked?
    .topic = Checked or guessed
    .choice-checked = We checked
    .choice-guess = A guess
    .help =
        Why: an unchecked guess brings plans down, so it is marked on the map.
        Example: “we think he is against” is a guess.
