# Opening: what a coalition is, what we hope for, where we stand.

coalition_intro-title = Opening · Our coalition

intro_what = A coalition is an agreement of several groups to act together for one thing that matters to all, without any of them giving up who they are. People who lead change have long worked this way. We go in short steps: the need and the aim, then a map of the players. You can stop halfway.
intro_benefits = What do we gain most from working together? Tick all that fit.
    .topic = What we gain together
    .choice-pressure = More pressure
    .choice-signal = A clear direction
    .choice-efficient = Sharing the work
    .choice-ties = New connections
    .choice-funds = Money and means
    .choice-courage = Mutual support
    .help =
        Why: if the gain is not clear, the coalition will not hold.
        Example: three organisations hand in one paper instead of three.
coalition_name = What shall we call the coalition for now? A working name is fine.
    .topic = Coalition name
    .help =
        Why: a name helps to tell messages and documents apart, and can always be changed.
        Example: “A bus for everyone”.
intro_status = Where do we stand today?
    .topic = Where we stand
    .choice-idea = A first idea
    .choice-some = Some partners
    .choice-running = Already running
    .help =
        Why: you need not always begin at the beginning.
        Example: a running coalition can go straight to the map.
collaboration_level = How closely do we want to work? Not every cause needs a full partnership. Choose the lightest form that will do.
    .topic = How closely we work
    .choice-network = Sharing information
    .choice-coordinate = Coordinating actions
    .choice-cooperate = Sharing resources
    .choice-collaborate = Full partnership
    .help =
        Why: the closer you work, the more time, trust and agreement it takes.
        Example: agreeing on the date of a demonstration is “Coordinating actions”.
intro_next = That was the opening. Ready for stage A, the need and the goal?
    .choice-a = Yes, to stage A
    .choice-later = Another time
    .help =
        Why: stage A is three questions, about three minutes. What you wrote is kept either way.
        Example: go on now, or tomorrow on the bus.
