# What people are told about an action day: invitations, reminders, changes, getting home; and the page for those who come.


## Going out, changing, calling off

action-missing =
    Before the invitation goes out, people need to know:
    { $parts }
action-missing-part =
    .purpose = what the action is for
    .start_at = when it is
    .place = where it is
    .nonviolence = the action agreement: no violence, and we listen to each other
    .reviewed_by = who looked at it, because the risk is high
action-published =
    { $count ->
        [one] The invitation went out to one person. How many come can be seen here at any time.
       *[other] The invitation went out to { $count } people. How many come can be seen here at any time.
    }
action-published-alone = The action is published. Nobody else is here to be invited yet; whoever joins before the day will be invited.
action-published-before = The invitation has already gone out.
action-over = The day has already passed. A new date, and the invitation can go out.
action-gone = This action is no longer ahead, so there is nothing to answer any more.
action-called-off =
    { $count ->
        [0] The action is called off. Nobody else had said that they would come.
        [one] The action is called off. One person who was coming has been told.
       *[other] The action is called off. { $count } people who were coming have been told.
    }
action-counts =
    { $coming ->
        [one] “{ $title }”: one person is coming
       *[other] “{ $title }”: { $coming } people are coming
    }{ $guests ->
        [0] {""}
        [one] , and one more with them
       *[other] , and { $guests } more with them
    }{ $cannot ->
        [0] .
        [one] . One cannot come.
       *[other] . { $cannot } cannot come.
    }


## To everybody

action-invite =
    “{ $coalition }” invites you: { $title }
    When: { $day }
    Where: { $place }
action-invite-purpose = What for: { $purpose }
action-ask-again =
    We have not heard from you yet: { $title }
    When: { $day }
    Where: { $place }
    Will you come? A “no” helps too.
choice-rsvp-coming = I’m coming
choice-rsvp-bring = I’m coming and bringing people
choice-rsvp-cannot = I can’t
choice-rsvp-confirm = Yes, I’m coming
choice-rsvp-still = I’m still coming
rsvp-thanks-coming = Noted: you are coming. It matters.
rsvp-thanks-bring =
    { $guests ->
        [one] Noted: you are coming, with one more person. It matters.
       *[other] Noted: you are coming, with { $guests } more people. It matters.
    }
rsvp-thanks-cannot = Noted: you cannot come this time. Thank you for saying so.
choice-rsvp-change = Change my answer
mydata-action = Coming to “{ $title }”
mydata-coming =
    .coming = yes
    .cannot = no
    .bring = yes, with others
action-catch-up =
    What to know now about “{ $title }”:
    When: { $day }
    Where: { $place }
action-roles =
    Who does what:
    { $roles }
action-role-line = – { $role }: { $name }
action-reminder =
    See you soon: { $title }
    When: { $day }
    Where: { $place }
action-your-part = Your part: { $roles }
action-you-bring =
    You said you would bring:
    { $things }
action-bring-usual = Worth taking: an identity card, water, a hat and a charged phone.
action-tomorrow =
    Tomorrow: { $title }
    When: { $day }
    Where: { $place }
    Are you coming?
action-soon =
    In a few hours: { $title }
    We meet at { $hour }, here: { $place }
action-legal-line = Legal line for the day: { $line }
action-moved =
    “{ $title }” has been moved.
    It was: { $old }
    It is now: { $day }
    Where: { $place }
    Are you still coming?
action-cancelled = “{ $title }” ({ $day }) has been called off. Thank you for being ready to come.
action-put-off = “{ $title }” ({ $day }) does not happen then. As soon as there is a new date, it will be said here; what you answered is kept.
action-goes-ahead =
    “{ $title }” goes ahead after all.
    When: { $day }
    Where: { $place }
action-thanks = Thank you for coming to “{ $title }”. Without you it would have been smaller.
action-next-ask = And the next step: { $ask }


## Parts

role-ask =
    You were named for a part in “{ $title }”: { $role }
    When: { $day }
    Where: { $place }
    Can you take it?
role-ask-backup =
    You were named as stand-in in “{ $title }”: { $role }. Whoever had this part cannot come.
    When: { $day }
    Where: { $place }
    Can you take it?
choice-role-yes = Yes, I take it
choice-role-no = I can’t
role-thanks-yes = Thank you. It is yours, and the coordinators see it.
role-thanks-no = Thank you for saying so in time. The coordinators now know.
role-not-yours = This part is no longer waiting for your answer.
role-refused = { $name } cannot take “{ $role }” in “{ $title }”. { $backup } stands in and is being asked now.
role-refused-by-all = { $name } cannot take “{ $role }” in “{ $title }”, and nobody else is named for it. It needs a name.
role-refused-because = What was said about it: { $reason }


## To coordinators

action-open-points =
    Still open:
    { $points }
action-all-settled = Nothing is open. Well prepared.
action-point =
    .role-unnamed = named, but not a member here, so please ask them: { $about }
    .role-asked = not confirmed yet: { $about }
    .role-refused = refused by all who were named: { $about }
    .equipment = nothing is written about what to bring
action-go =
    Tomorrow: { $title }
    When: { $day }
    Where: { $place }
    Do we go?
choice-go-decide = Decide now
action-decided =
    .go = { $name } decided for “{ $title }”: we go.
    .change = { $name } decided for “{ $title }”: something changes.
    .stop = { $name } decided for “{ $title }”: not now. A new date can be set in the action’s form.
action-begins = “{ $title }” begins. The log is open: short facts, an hour and a place, no names.
choice-open-log = Open the log
action-review = How was “{ $title }”? Ten minutes of looking back now are worth more than a long meeting in a month.
choice-review = Look back together


## Getting home

home-ask = “{ $title }” is over. Did you get home safely?
home-ask-again = We have not heard from you since “{ $title }”. Are you home?
choice-home-yes = Yes, I’m home
choice-home-help = I need help
home-thanks = Good to know. Rest well.
home-help-called = { $name } needs help after “{ $title }”. Please get in touch now.
home-after-all = { $name } is home after “{ $title }”.
home-silent =
    No answer since “{ $title }” from:
    { $names }
    Please call them.


## The page for those who come

action-brief =
    .title = What to know before we meet
    .when = When
    .where = Where
    .purpose = What for
    .bring = Worth taking
    .bring_usual = An identity card, water, a hat, a charged phone
    .programme = Programme
    .licence = Terms of the licence
    .legal_line = Legal line for the day
    .access = So that everybody can take part
    .agreement = What we agree on
    .agreement_usual = No violence and no dangerous things. We respect each other and listen to the team.
    .photo = Pictures
    .responses = What we do if
    .after = And afterwards
    .page = Page
    .of = of
action-brief-caption = What to know: “{ $title }”, as of { $date }
action-calendar = For your calendar: “{ $title }”
action-calendar-off = For your calendar: “{ $title }” is called off, and this takes it out
