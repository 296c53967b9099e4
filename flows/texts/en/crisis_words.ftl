# What a crisis space says in messages, pictures and papers.

## Where to think

crisis-room = The crisis we opened
crisis-go-on = Go on: { $title }
crisis-open =
    .crisis_checkin = How I am
    .crisis_ask = Ask how everybody is
crisis-for-coalition = Coordinators: { $coalition }
crisis-for-me = Think alone, in private
crisis-only-for-its-team = This space is open to its team only.
crisis-ally = { $name } · { $what }
choice-word-answer = It was an answer

## In danger

crisis-danger-told = Danger to life or safety is reported by { $name }. Please get in touch now.
crisis-called =
    { $count ->
        [one] The message went to one coordinator.
       *[other] The message went to { $count } coordinators.
    }
crisis-nobody-to-call = There is nobody to tell through the bot right now. Calling is fastest.

## The picture

crisis-about = { $title }
crisis-kind = { $words }
crisis-and = { $one } · { $other }
crisis-list =
    .facts =
        Known:
        { $items }
    .unknowns =
        Not known yet:
        { $items }
    .goals =
        Goals:
        { $items }
    .options =
        Options:
        { $items }
crisis-count =
    .facts = Known: { $count }
    .unknowns = Not known yet: { $count }
    .goals = Goals: { $count }
    .options = Options: { $count }
crisis-more = and { $count } more
crisis-line-of = – { $text } ({ $names })
crisis-decided = Decided: { $text }
crisis-actions =
    { $count ->
        [one] One action, done: { $done }
       *[other] { $count } actions, done: { $done }
    }
crisis-thinking = So far { $count } of { $total } in the team have written
crisis-next-look = The next look: { $day }
crisis-way =
    .pause = Pause for a moment
    .council = Move to a local authority
    .knesset = Move to the Knesset
    .office = Move to the professionals
    .court = Move to court
    .media = Move to the media
    .field = Back to the field
    .alliance = Build a new partnership
crisis-next =
    .one_hour = In an hour ({ $hour })
    .three_hours = In 3 hours ({ $hour })
    .tonight = Tonight at { $hour }
    .tomorrow = Tomorrow at { $hour }
    .other = Another time
    .never = No reminder
crisis-role =
    .facts = Facts
    .voice = Voice
    .partners = Partners
    .care = Care of people
    .legal = Legal support
crisis-role-line = – { $role }: { $name }, backup: { $backup }
crisis-role-alone = – { $role }: { $name }

## The team

crisis-invite =
    A crisis in “{ $coalition }”. { $name } asks you to think along now.
    You think here, in this chat. What is written stays with the team.
choice-crisis-join = Come in and think
crisis-invited =
    { $count ->
        [0] No invitation was sent. Maybe messages are silenced there.
        [one] The invitation went to one person.
       *[other] The invitation went to { $count } people.
    }
crisis-opened-told = { $name } opened a crisis think-space for “{ $coalition }”. You can come in and look.
crisis-somebody-joined = { $name } came into the crisis team.
crisis-live =
    The picture as it is now:

    { $picture }
crisis-team-name = a crisis team
choice-crisis-open = Open the space
crisis-code =
    The code of the crisis team: { $code }
    Send it only to people you trust. It holds for { $hours } hours, for up to { $uses } people.
crisis-leads-now = You lead the crisis from now on. You can invite, decide, and set when to look again.
crisis-left = You left the crisis team. Thank you for what you brought.
crisis-join-over = This invitation holds no longer. You can ask for a new one.
crisis-thank-you = Thank you. What you wrote is part of everybody’s picture now.

## Decisions, actions, partners

decision-logged = In the decision log as number { $number }.
alert-decision =
    .review = Time to look again at the decision “{ $title }”. Is it still right?
alert-crisis_task =
    .now = It is time: “{ $title }” ({ $day }). Owner: { $owner }. Where does it stand?
crisis-steps-kept =
    { $count ->
        [one] One step is kept, with a reminder when it is due.
       *[other] { $count } steps are kept, with reminders when they are due.
    }
crisis-connect-kept =
    The request for a connection is kept. There is no advising team in the bot yet, so asking directly is fastest.
    { $contact }
crisis-connect-nobody = No person to ask has been named here yet.

## The statement

statement-part =
    .feel = { $text }
    .known = What we know: { $text }
    .unknown = Still being checked: { $text }
    .doing = What we are doing: { $text }
    .next = The next update: { $text }
    .contact = Questions to: { $text }
statement-second =
    In another language:
    { $text }
statement-state =
    .none = Nobody was asked to approve it yet.
    .asked = Waiting for { $name } to approve it.
    .approved = Approved by { $name }.
    .returned = Sent back by { $name }: { $remark }
    .outside = { $name } approves outside the bot. After that it can go out.
statement-ask = { $name } asks you to approve a statement before it goes out. It is short.
choice-statement-read = Read and approve
statement-asked = The request was sent. The answer comes here.
statement-not-here = { $name } is not in the team here, so approval is asked for in another way. Then come back here.
statement-approved-told = The statement was approved by { $name }.
statement-returned-told = The statement was sent back by { $name }: { $remark }
statement-thanks = Thank you. Your answer was sent.
statement-gone = No statement waits for approval now.
statement-ready = The statement, ready to copy:
statement-released =
    .public = Publish the first statement
    .reactive = Answer only if asked
    .wait = Wait with the statement
statement-empty = Not written yet. It is short: six sentences, and each can be skipped.
statement-not-approved = Please note: this statement is not approved yet.

## The clock

crisis-update-due = Time to look again: “{ $title }”. What is new? What do we decide?
crisis-update-again = We have not looked again yet: “{ $title }”. “Nothing new” is an answer too. Another time can be set.
choice-crisis-round = To the next round
crisis-next-kept = We look again: { $day }. We will remind you.
crisis-closed-told = The crisis is over: “{ $title }”. Thanks to all who thought along. In a few days we ask what we learnt.
crisis-closed = The crisis is closed. Its reminders have stopped, and all that was written is kept in the log.
crisis-review-due = Some days after the crisis “{ $title }”: what did we plan, what happened, what stays, what changes? Ten minutes.
choice-crisis-review = To the review

## The card and the log

crisis-card-caption = The crisis card as of { $date }. For the team only.
crisis-log-caption = The crisis log as of { $date }. For the team only.
crisis-page =
    .card = Crisis card
    .log = Crisis log
    .next = Next look
    .lead = Lead
    .started = Began
    .kind = What, and where it stands
    .facts = Known
    .unknowns = Not known yet
    .rumours = Rumours, not facts
    .affected = To be called in person
    .goals = Goals
    .control = In our hands
    .influence = To be influenced
    .aside = Aside for now
    .options = Options
    .decision = The decision
    .hour = Within the hour
    .day = By tomorrow evening
    .week = By the end of next week
    .partners = Partners, and what we ask
    .team = Team
    .timeline = Timeline
    .decisions = Decision log
    .actions = Action table
    .picture = The picture
    .thinking = What we thought
    .statement = The first statement
    .care = Care for people
    .checks = First hour, done
    .opened = A think-space was opened
    .released = The first statement was decided on
    .ended = The crisis is over
    .began = How it began
    .when = When
    .what = What
    .number = No.
    .reason = Why
    .weighed = Also weighed
    .by = Who decided
    .review = Look again
    .horizon = Range
    .action = Action
    .owner = Owner
    .due = Due
    .done = Done
    .yes = Yes
    .page = Page
    .of = of
    .confidential = For the crisis team only
    .empty = Nothing is written yet. Any part is a good beginning.
