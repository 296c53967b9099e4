# What every conversation shares: progress, choices that steer, kind answers to what does not fit, notices.
#
# For whoever edits these files: $form (plural, f, m) is always there; English does not need it.
# Every line starts with a letter, because phones take the direction of a line from its first letter.
# No marks for direction: inserted values are set apart by themselves.


## Going on, skipping, going back

cannot-skip = This question cannot be skipped. Pick one of the answers and we go on.
skipped = Skipped. It is marked “not clear yet”, and you can answer it later.
nothing-before = This is the first question here, so there is nothing to go back to.
more-offer = One more thing that can help: { $topic }. Add it now?
more-offer-help =
    Why: it is optional, but every detail like this makes the plan stronger. One thing at a time.
    Example: on a tired evening, “That is enough” is a good answer.
progress = { $stage } · { $number } of { $total }
progress-more = { $stage }
conversation-label = { $title } · { $coalition }
about-item = Card: { $item }
answered-so-far = Your answer so far: { $value }
welcome-back = Good to have you back. We go on where you stopped.
place-moved = The question we stopped at has been replaced since. What you wrote is kept, and we go on from here.
since-you-were-here =
    { $count ->
        [one] Since you were here, { $name } and others changed one answer.
       *[other] Since you were here, { $name } and others changed { $count } answers.
    }
since-you-were-here-by-one =
    { $count ->
        [one] Since you were here, { $name } changed one answer.
       *[other] Since you were here, { $name } changed { $count } answers.
    }


## Choices that steer

choice-keep = Keep it
choice-done = Done
choice-drop-last = Remove the last one
choice-now = Yes, now
choice-something-else = Something else
choice-enough = That is enough
choice-none-of-these = None of these
choice-my-answer = This is my answer
choice-back-to-question = Back to the question
choice-add-to-earlier = Add to the earlier
answer-yes = Yes
answer-no = No
open-word =
    .save = Save for now
    .stop = Stop for now
    .delete = Delete something
    .person = Talk to a person
    .unsubscribe = End the messages
    .checkin = To the check-in
choose-by-number = Write the number of your answer.
choose-several-by-number = You can choose several: write all the numbers in one message, such as 2,5,7.
list-button = Choose from a list
part = Part { $number } of { $total }


## What did not fit, and what was meant

was-it-an-answer = You wrote “{ $text }”. Is that your answer, or are you asking for something?
and-this = Another message came: “{ $text }”. Does it answer the new question, or belong to the answer before?
added-to-earlier = Added to the answer before: “{ $text }”
could-not-add = Nothing can be added to the answer before, so it stays as it was. So that it is not lost, you wrote: “{ $text }”
unfit =
    .voice = Voice messages cannot be heard here yet. Please answer in written words or with a tap.
    .picture = Pictures cannot be read here yet. Please answer in written words or with a tap.
    .sticker = Nice sticker, but we cannot tell what it says. Please answer in words or with a tap.
    .place = Locations are not kept here, which is safer. Please answer in written words or with a tap.
    .file = Files cannot be opened here yet. You can copy the important sentence into a message.
    .contact = A contact does not fit this question, and we did not keep it. Please answer in words or with a tap.
    .other = A message like this cannot be read here yet. Please answer in written words or with a tap.
no-such-choice = There is no such choice. These are the answers to choose from:
did-not-fit = You wrote “{ $text }”, which is not one of the answers here. Choose what comes closest.
nothing-readable = There were no words in that message. Please try again, a short sentence is enough.
not-a-number = A number is needed here, such as 12. You wrote “{ $text }”.
list-is-full = The list is full: it has { $total } lines. What you just wrote did not go in; finish, or remove the last one.
listed-so-far =
    The list so far:
    { $items }
numbered = { $number }. { $text }
list-goes-on = Anything more? Write it here, one per line. If that is all, press “Done”.
kept-name-only = We kept the name only. The phone number was not kept.
stale-button = That button belongs to an earlier question. This is the one open now:
not-your-button = That button belongs to another conversation, so nothing was changed.
edited-kept = We saw your edit, and the answer is now: “{ $text }”


## Answers as people read them back

not-clear-yet = not clear yet
and-list =
    {""}
    { $items }
dash-line = – { $text }
answer-line = { $topic }: { $value }
summary-line = { $topic }: { $value }
stage-line = { $stage } – { $state }
stage-state =
    .empty = not begun
    .begun = in progress
    .answered = has answers
    .approved = approved
approved = Approved and kept, thank you. You can still correct it later.


## Saving, stopping, coming back after an outage

saved-word = Everything is saved. You can stop here, and come back any time with the word “menu”.
we-stopped = We stopped for a moment. What you wrote is saved, and we go on from here.
fallback-line = The text that stood here has been replaced. We go on from here.
error-on-our-side = Something failed on our side. What you wrote is kept, and we have been told.


## A person, and a crisis

person-contact =
    You can talk to a person. This is how:
    { $contact }
person-no-contact = No person to turn to has been named here yet. You can ask whoever coordinates your coalition.
crisis-safety =
    Safety first. If a life is in danger, call one of these numbers now:

    { $numbers }

    When you are safe, we go on here.
number-line = { $name } – phone { $number }
numbers-checked = Numbers last checked on { $date }.
numbers-unchecked = These numbers have not been checked yet. If nobody answers, try another one.


## The coalition and the people in it

head-coalition = Coalition: { $coalition }
unnamed-coalition = the new coalition
former-member = a former member
nameless-member = somebody without a name
coordinators-only = This part is open to the coalition’s coordinators.
no-longer-member = You are no longer a member of this coalition, so the question was closed.
code-unknown = This invitation does not work. It may have run out, or there may be a mistake in the code. Ask whoever sent it for a new one.
joined-welcome = Welcome to “{ $coalition }”. From now on you can answer together and see the maps and summaries that were shared.
somebody-joined = Somebody new in “{ $coalition }”: { $name }
invite-ready =
    The invitation is ready. The code: { $code }
    Send the code; whoever joins writes it here, in a chat with the bot.
    Good for { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } and { $uses ->
        [one] one person
       *[other] up to { $uses } people
    }. Send it only to people you trust.
invite-link =
    Link for joining:
    { $link }
role-label =
    .coordinator = coordinator
    .member = member
became-coordinator = You now coordinate “{ $coalition }”. You can invite people, share summaries and change roles.
became-member = The coordination of “{ $coalition }” has passed on. You stay a member, and thank you for the work.
removed-from = Your membership of “{ $coalition }” has ended. Your answers stay with the coalition, and the word “delete” also erases what is kept about you.
role-changed = Role updated: { $member }
last-coordinator = A coalition needs at least one coordinator. Make somebody else a coordinator first, then this is possible.
left-coalition = You have left “{ $coalition }”. No more messages will come from there.
shared-summary =
    A new summary from { $by }, for “{ $coalition }”.
    Topic: { $stage }

    { $summary }

    Everything stands in the menu, under “Our documents”.
shared-with =
    { $count ->
        [one] The summary was sent to one person.
       *[other] The summary was sent to { $count } people.
    }
nobody-to-share-with = There is nobody to share with yet. You can invite people from the menu, under “People and invites”.
unmuted = Messages from “{ $coalition }” are on again.
nothing-to-mute = No coalition is sending you messages at the moment.


## Own data, deleting, being forgotten

mydata =
    This is what is kept here:
    Name: { $name }
    Language: { $language }
    Form of address: { $address }
    Consent given on: { $consented }
    Link to this chat: kept encrypted

    Coalitions:
    { $coalitions }

    Answers: { $answers }
mydata-coalition = { $coalition } – role: { $role }, answers: { $count }
mydata-answer = In { $coalition } · { $topic }: { $value }
answer-topic = an earlier answer
deleted-answer = Answer deleted: { $topic }
deleted-conversation = The conversation was deleted, with the answers you gave in it.
nothing-to-delete = There is nothing here to delete now.
forgotten = Everything we kept about you is erased. Answers you gave stay in the coalition, without your name. The messages in this chat are yours to delete on your phone. If you want to come back, the door is open.
forgotten-before-consent = That is fine. Nothing was kept. You can come back at any time.


## The power map, drawn and in words

map-caption = Power map of “{ $coalition }”, version { $version }, as of { $date }
map-in-words =
    Power map of “{ $coalition }”, in words:
    { $lines }
map-line =
    { $heading }:
    { $players }
map-empty = The map is still empty. A few names in stage B, and it fills up.
power-map =
    .title = Power map
    .stance-active_ally = Acting with us
    .stance-passive_ally = Agree, not acting
    .stance-neutral = Neutral
    .stance-passive_opp = Quietly against
    .stance-active_opp = Acting against
    .influence-high = Much influence
    .influence-mid = Some influence
    .influence-low = Little influence
    .axis-stance = Stance towards our aim
    .axis-influence = Influence on the decision
    .corner-work_closely = Work hand in hand
    .corner-keep_satisfied = Listen, try to bring closer
    .corner-keep_informed = Inform and connect
    .corner-monitor = Watch from afar
    .mark-pressure = To be pressed
    .mark-primary = Main target
    .mark-shares = Wants something similar
    .mark-guess = A guess, not checked yet
    .strip = Not placed yet
    .strip-ours = On our side, not placed yet
    .strip-unknown = Side not clear yet
    .strip-other = On the other side, not placed yet
    .next = Whom to talk to now
    .legend = Legend
    .more = and { $count } more


## Names of things

language-name =
    .he = Hebrew
    .ar = Arabic
    .en = English
form-name =
    .plural = plural
    .f = feminine
    .m = masculine
operator-unknown = the operators of this server


## What the platforms show about the bot

command-menu = Open the menu
command-help = Why we ask, with an example
command-crisis = Crisis: emergency numbers, then a space to think
command-mydata = See what is kept about me
command-forget = Erase everything kept about me
command-stop = Take a break, or end messages
block = { $lines }


## Two people at one question, and whom a step belongs to

both-kept = Meanwhile somebody wrote another answer here: “{ $text }”. Both are kept.
meanwhile-answered = Meanwhile another answer was given here: { $value }. Yours counts now; the other one is kept as well.
choice-me = Me
