# A player's card: two taps place it on the map, the rest if there is time.

actor_name = Who is it? Better a person in a role than just an institution.
    .topic = Name of the player
    .help =
        Why: institutions do not decide, people do.
        Example: “head of the education department” rather than “the city”.
actor_unnamed = No name, no card, and that is fine. We go on.

actor_stance = Where does this player stand today on our aim?
    .topic = Stance
    .choice-active_ally = Acts with us
    .choice-passive_ally = Agrees, does not act
    .choice-neutral = Neutral or unaware
    .choice-passive_opp = Quietly against
    .choice-active_opp = Acts against us
    .help =
        Why: to win, it is enough to move each group one step towards us.
        Example: a works committee that agrees and keeps quiet is “Agrees, does not act”.
actor_influence = How much influence do they have on the decision?
    .topic = Influence
    .choice-high = A lot
    .choice-mid = Some
    .choice-low = Little
    .help =
        Why: this tells us where to invest time.
        Example: whoever signs the budget has a lot.
actor_deeper = Add a few more details about this player, or go on?
    .choice-next = Go on
    .choice-deeper = A few more details
    .help =
        Why: two taps are enough for the map. Details help when you prepare to talk to them.
        Example: who can introduce us, and how well it is checked.
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
actor_more = Add one more player?
    .help =
        Why: ten players described well are better than fifty described vaguely.
        Example: three of each kind is excellent.
