# After a talk: what can be done together, relations, history, terms.

c_held = The day of the talk has passed. What became of it?
    .topic = How the talk went
    .choice-held = It was held
    .choice-moved = It was put off
    .choice-dropped = It will not be held
    .help =
        Why: what we hear in a talk changes the map and the plan.
        Example: nobody came? “It was put off”, and we set another day.
c_unsaid = All right. We will ask again next time.
c_potential = After the talk, how likely is it that we act together?
    .topic = Chance to act together
    .choice-high = A good chance
    .choice-mid = Some chance
    .choice-low = Little chance now
    .help =
        Why: this tells us in whom to invest now.
        Example: “we will bring 30 people” is “A good chance”.
c_relations = How do they get on with other organisations? Write gently, as if everybody will read it.
    .topic = Relations with others
    .help =
        Why: old tension blows up at the worst moment.
        Example: “Worked with the advice centre in 2022, there is some soreness about credit”.
c_history = What has been tried before, and what was learned from it?
    .topic = What has been tried
    .help =
        Why: so we neither repeat old mistakes nor open old wounds.
        Example: “A petition in 2021 got stuck in committee, because nobody followed it up”.
c_deeper = Add what was agreed and how committed they are, or go on?
    .choice-next = Go on
    .choice-deeper = A few more details
    .help =
        Why: the main thing is written. Details help once you start working together.
        Example: after a short first meeting, simply go on.
c_terms = What do we ask of them, what do we give, and where is the red line?
    .topic = Give and ask
    .help =
        Why: a partnership holds when both sides give and both receive.
        Example: “We give figures, we ask for a spokesperson, red line: no parties”.
c_commitment = And how far are they with us at the moment?
    .topic = Commitment
    .choice-follow = Getting updates
    .choice-endorse = Public support
    .choice-give = Giving a resource
    .choice-member = Full membership
    .help =
        Why: people can climb one step at a time, without pressure.
        Example: signing a joint letter is “Public support”.
c_moved = To what day was the talk put off? A day from the buttons, or any other date.
    .topic = New day to talk
    .help =
        Why: a talk put off without a new day is forgotten.
        Example: “Wednesday 17:30”.
