# Who is in, who coordinates, how others come in, and how to leave.

people-title = People and invites

people_menu =
    { $count ->
        [one] Coalition: “{ $coalition }”. One person so far. What shall we do?
       *[other] Coalition: “{ $coalition }”. It has { $count } people. What shall we do?
    }
    .choice-invite = Invite people
    .choice-roles = Roles
    .choice-leave = Leave the coalition
    .choice-back = To the menu
    .help =
        Why: a coalition is people first. Every invitation is a code for a short time; send it only to people you trust.
        Example: invite one person from each organisation, then everybody.
people_who = Whose role shall we change?
    .help =
        Why: it is good to have at least two coordinators, in case one is away.
        Example: add whoever leads the meetings.
people_nobody = All right, nothing was changed.
people_what = The role of { $member } now: { $role }. What shall we do?
    .choice-coordinator = Make a coordinator
    .choice-member = Make a member
    .choice-remove = Remove from coalition
    .choice-nothing = Change nothing
    .help =
        Why: coordinators invite, share summaries and change roles. Whoever is removed gets no more messages; the answers stay.
        Example: before going on leave, a coordinator hands over first.
people_leave = Leave the coalition “{ $coalition }”? Your answers stay with it, and you will get no more messages from there.
    .choice-yes = Yes, leave
    .choice-no = Stay
    .help =
        Why: coming back takes a new invitation, so we make sure.
        Example: if there are simply too many messages, the word “stop” may be enough.
