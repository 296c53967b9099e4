# Ways open to us, and other arenas.

cr_arena = A dead end is mostly one arena that closed. Which other arenas are still open?
    .topic = Other arenas
    .choice-council = Local authority
    .choice-knesset = Knesset
    .choice-office = Ministry professionals
    .choice-court = Court
    .choice-media = Media
    .choice-field = Field and community
    .choice-alliance = New partners
    .help =
        Why: sometimes it takes another door, not a harder push.
        Example: a committee closed? One local authority can begin.
cr_options = Write at least three possible ways. “Pause for a moment” and “change the arena” are options too.
    .topic = Possible ways
    .help =
        Why: when there is one way only, it decides for us.
        Example: “a private letter”, “turn to one local authority”, “wait until Sunday”.
