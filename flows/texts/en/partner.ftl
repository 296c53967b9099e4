# Before a talk: what moves this player, whether we clash, when we talk and who leads.

c_interests =
    What would they gain by joining, and what do they fear?
    { $hint }
    .topic = Gains and fears
    .help =
        Why: partnerships are built on needs, not on slogans, and every kind of body has its own.
        Example: “A union: would gain new members, fears a conflict with the employer”.
c_conflict = Could our aim harm them?
    .topic = Conflict of interest
    .choice-none = Not that we see
    .choice-some = Perhaps, in part
    .choice-yes = Yes, a clear clash
    .help =
        Why: whoever loses by the change will resist, and it is better to know beforehand.
        Example: an importer who profits from a high duty, when the aim is to lower it.
c_neutralise = Good to know this now. On the map they have moved to the other side. We do not invite them, but try to soften the resistance. Learn what they fear, look for a compromise, or ask them not to act against us.
c_meet_plan = When do we have a first talk with them? A day from the buttons, or any other date.
    .topic = Day of the talk
    .help =
        Why: a talk before the formal invitation saves embarrassment, and shows what can be done together.
        Example: “Monday 18:00”.
c_meet_lead = And who leads the talk on our side? A name is enough, no phone number.
    .topic = Who leads the talk
    .help =
        Why: a talk that nobody leads is put off again and again.
        Example: “Neta and Mahmoud”.
c_talk_guide =
    Five questions to take along:
    What matters to you about this?
    What have you tried already, and what came of it?
    With whom do you work well, and with whom less so?
    What can you give, and what do you need?
    Where is your red line?
    Mostly listen, and settle the next step before you part.

interests-of =
    .ngo = Organisations usually care about their mission, credit and funding. They fear more load, and others speaking for them.
    .activists = Active groups usually care about a clear aim and their freedom. They fear being swallowed by a large body.
    .public = Public institutions usually care about serving well within a budget. They fear blame from above and breaking rules.
    .state = Ministries and parliament usually care about an achievement, authority and quiet press. They fear precedent and cost.
    .business = Businesses usually care about a good name, customers and stability. They fear cost and public dispute.
    .local = Local authorities usually care about content residents and budget. They fear empty promises and a clash with government.
    .cluster = Regional clusters usually care about what helps several towns at once. They fear tension between them.
    .media = Media usually care about a human story, a new figure and a date. They fear looking like a mouthpiece.
    .expert = Experts usually care about accuracy and their name. They fear being quoted out of context.
    .community = Communities usually care about change they can feel, and respect. They fear being used and left.
    .other = Think of money, good name, people and time: what would grow for them, and what might suffer.
