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
actor_more = Add one more player?
    .help =
        Why: ten players described well are better than fifty described vaguely.
        Example: three of each kind is excellent.
