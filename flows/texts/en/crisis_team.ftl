# Who thinks with us.

cr_my_name = By which name or nickname will the team know you?
    .topic = Name in the team
    .help =
        Why: the team should know who writes. A nickname is enough.
        Example: “Ruti”.
cr_team =
    The team:
    { $people }
    .choice-invite = Invite from coalition
    .choice-link = Invite by a code
    .choice-lead = Hand over the lead
    .choice-parts = Share out the parts
    .choice-names = Names beside lines
    .choice-leave = Leave the team
    .choice-back = Back
    .help =
        Why: a team of three to five decides fast. Only those here see what is written.
        Example: facts, voice, partners, care of people, legal support.
cr_invite = Who is invited to think with us? They get a button, and each thinks in their own chat.
    .topic = Who is invited
    .help =
        Why: only those ticked here can come in.
        Example: somebody who knows the facts, somebody who can talk to partners.
cr_lead = Who leads until further notice?
    .topic = Lead
    .help =
        Why: in a crisis there must be one address.
        Example: “Liat, decides until 22:00”.
cr_names = Beside each line, show who wrote it?
    .topic = Names beside lines
    .choice-names = With names
    .choice-none = Without names
    .help =
        Why: without names hard things are easier to say.
        Example: in a conflict inside, better without names.
cr_leave = Leave the crisis team? What was written stays with the team, without access from here.
    .choice-yes = Leave
    .choice-no = Stay
    .help =
        Why: resting is allowed, and somebody else goes on.
        Example: whoever leads can invite you again.
