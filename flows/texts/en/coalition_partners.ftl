# Stage C: whom to talk to next, and what became of the talks.

coalition_partners-title = Stage C · Partnerships

c_nobody = There is nobody on the map yet whom we could approach. Add a few in stage B and come back here.
c_pick = Whom is it best to talk to now? Choose one.
    .help =
        Why: a good first partner brings others along.
        Example: a well-known organisation that has already shown interest.
c_another = Plan a talk with one more player?
    .help =
        Why: two talks that happen are worth more than ten on paper.
        Example: one talk this week, one the week after.
c_next = Stage C is saved, and you can come back to it after every talk. Ready for stage D, the resources?
    .choice-d = Yes, to stage D
    .choice-b = To stage B, the map
    .choice-again = Another talk
    .choice-later = Another time
    .help =
        Why: in stage D you list who brings what, and what is still missing. About three minutes.
        Example: go on now, or after the first talk.

partner-line = { $partner } – { $state }: { $day }. Led by: { $lead }
partner-line-unplanned = { $partner } – { $state }
talk-state =
    .against = on the other side, not invited
    .planned = talk planned
    .passed = the day of the talk has passed
    .held = talk held
    .moved = talk put off
    .dropped = talk called off
    .none = no talk planned yet
