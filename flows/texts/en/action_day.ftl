# An action day, from its purpose to what was learnt; parts open in any order.

action_day-title = Action day

ac_which = Which action shall we open?
    .help =
        Why: every action is kept by itself, with its own team and plan.
        Example: “Vigil at city hall”, or a new action.

action-new = A new action
action-label = { $title } · { $day }
choice-to-menu = To the menu
choice-no-hour = Not known yet
choice-rest = What is still missing
choice-part-back = Back
action-part-lacking = { $part } – { $state }, without a stand-in: { $count }
action-state =
    .published = published
    .put_off = put off
    .cancelled = called off
action-open =
    .licence = The licence is not settled
    .review = No adviser has looked, and the risk is high
    .roles = A role has no name
    .legal_line = There is no legal line
    .responses = A risk has no plan
    .emergency = Emergency limits for that day were not checked
action-nothing-open = Everything is settled.
no-legal-line = not written down yet. Better ask the coordinators now.
log-line = Log, { $hour }: { $text }
role-kind =
    .lead = Lead and decisions
    .police = Contact with police
    .marshals = Marshals
    .medic = First aid
    .legal = Legal line
    .media = Spokesperson
    .docs = Documentation
    .access = Access, translation
    .care = Calm and support
risk-kind =
    .heat = Heat or rain
    .crowd = Crowding
    .counter = Counter-protest
    .police = Friction with police
    .alarm = Siren
    .medical = Medical emergency
    .kids = Minors taking part
    .online = Online harassment
    .photo = Identities exposed
