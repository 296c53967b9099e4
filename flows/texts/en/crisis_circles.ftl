# Three circles: ours, to be influenced, aside for now.

cr_control = Three circles. The first: what is entirely in our hands?
    .topic = In our hands
    .help =
        Why: strength goes to where it works.
        Example: “Our reaction, our time, whom we talk to tomorrow.”
cr_influence = The second: what can we influence, even if we do not decide it?
    .topic = We can influence
    .help =
        Why: influence is not control, but it is a lot.
        Example: “What partners think, what goes into the minutes.”
cr_aside = And the third: what do we put aside for now?
    .topic = Aside for now
    .help =
        Why: what is put aside stops drawing strength. We can come back to it.
        Example: “Yesterday’s headline.”
