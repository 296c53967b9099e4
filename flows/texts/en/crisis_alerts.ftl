# What people are told in a check-in and a crisis: the question, calls for help, how it stands, the switch.


## The question

checkin-hello = Hi { $name },
checkin-hello-all = Hi,
checkin-asks =
    .usual = { $hello } just checking: how are you now?
    .siren = { $hello } there was a siren. Are you all right?
    .home = { $hello } just checking: did you get home safely?
    .news = { $hello } we heard the news. How are you now?
checkin-from = Check-in from “{ $coalition }”.
checkin-drill = This is a drill. There is no crisis.
checkin-again = We have not heard from you, so we ask again:
checkin-how = One tap is enough. A word will do as well: “safe” or “need help”.
crisis-mark-number = Message no. { $number }
crisis-mark-repeat = Repeat of message no. { $number }. Ignore it if you have it already.


## After the answer

checkin-thanks =
    .ok = Thank you, good to hear. Noted.
    .unsure = Thank you, noted.
checkin-told =
    { $count ->
        [0] Noted that you need help. We found nobody to tell just now; in danger, call the emergency numbers.
        [one] Noted. We have just told one person who looks after people here.
       *[other] Noted. We have just told { $count } people who look after people here.
    }
checkin-told-before = Noted. Those who look after people here know already.
checkin-finished = Thank you for answering. The answers go 30 days after the check-in is closed.
checkin-not-read = You wrote “{ $text }”, and we were not sure what it means. This is the question:
was-it-checkin = You wrote “{ $text }”. Does it answer the check-in, or the question that is open here?
checkin-just-in-case = To be safe, we have told those who look after people here.


## Calls for help

care-call =
    .help = { $name } needs help.
    .danger = Urgent. { $name } is in immediate danger.
care-call-silent =
    { $count ->
        [one] One person has not answered the check-in. Better call:
       *[other] { $count } people have not answered the check-in. Better call:
    }
    { $names }
care-more = and { $count } more
care-again = Nobody has taken this up yet.
care-needs = What would help: { $needs }
care-followup =
    .call = Get back by phone.
    .text = Get back by message, not by phone.
    .none = No need to get back.
care-update = Update. { $name }:
care-answered =
    .ok = { $name } has answered now: fine.
    .help = { $name } has answered now: needs help.
    .unsure = { $name } has answered now: not sure.
care-drill = A drill.
choice-on-it = I am on it
care-taken = { $name } is on it: { $what }
care-taken-by-you = Thank you. It is yours now, and the others will know: { $what }
care-taken-already = { $name } is on it already: { $what }
care-over = This call is over. Thank you.
care-what =
    .person = { $name }
    .silent = those who have not answered
care-not-yours = This call is for those who look after people here.
care-report =
    Word from the ground ({ $source }):
    { $text }
care-source =
    .saw = seen
    .told = told by others
    .online = online
    .unknown = source not known


## How it stands

rollup =
    { $head }
    Safe: { $ok }
    Need help: { $help }
    Unclear: { $unsure }
    No answer: { $silent }
    Not reached: { $unreached }
    Together: { $asked }
rollup-head =
    .open = Check-in since { $time }
    .drill = Drill: check-in since { $time }
    .closed = Check-in of { $time }. Closed.
    .cancelled = False alarm of { $time }. Cancelled.
rollup-names =
    .help = Need help: { $names }
    .unsure = Unclear: { $names }
rollup-danger = { $name } (danger)
rollup-taken = { $name } ({ $by } is on it)
rollup-need = { $need }: { $needing } need, { $offering } offer
choice-silent-names = Who has not answered
choice-connect = Needs and offers
choice-close-checkin = Close the check-in
checkin-sent =
    { $count ->
        [0] There is nobody to ask just now: nobody else gets messages here.
        [one] The question went to one person. The numbers here change by themselves.
       *[other] The question went to { $count } people. The numbers here change by themselves.
    }
checkin-open-already = A check-in is open here already. This is how it stands:
checkin-none-open = No check-in is open just now.
checkin-closed = The check-in is closed. The answers go on { $date }, the numbers stay.
checkin-everybody-answered = Everybody has answered.
checkin-silent-names =
    No answer yet:
    { $names }
checkin-unreached-names =
    Not reached (they blocked the bot, or ended the messages):
    { $names }


## Needs and offers

match-label = Connect: { $need }
match-nobody = Nobody offers this just now.
match-connected =
    Connected: { $need }
    { $pairs }
    Please contact both sides now.
match-pair = { $needing } – { $offering }
match-to-needing = We found somebody who can help: { $need }. { $lead } will get back to you.
match-to-offering = Thank you for offering. It is needed now: { $need }. { $lead } will get back to you.


## Who looks after people, and the check-in by the clock

care-nobody-named = the coordinators
care-nobody-on-duty = nobody yet
care-unknown = We found no member of this name here.
care-now = { $name } looks after people now.
care-no-more = { $name } is off the list.
care-you-are = From now on, calls for help from “{ $coalition }” reach you too.
duty-now = { $name } is on duty: a crisis can be started without a second approval.
duty-no-more = { $name } is off duty.
duty-told = On duty in “{ $coalition }”: { $name } can start a crisis without a second approval from now on.
state-of =
    .calm =
        Ask everybody: “{ $question }”
        { $count ->
            [0] There is nobody else here who can be reached.
            [one] The question will go to one person.
           *[other] The question will go to { $count } people.
        }
    .alarm = A crisis is on in “{ $coalition }”.
    .alarm_drill = A crisis drill is on in “{ $coalition }”.
plan-none = No check-in by the clock is set yet.
plan-is =
    .once = Set: { $day } at { $hour }.
    .day = Set: every day at { $hour }.
    .week = Set: every { $day } at { $hour }.
plan-kept = Noted.
plan-dropped = The check-in by the clock is dropped.
plan-is-over = That hour has passed. Let us choose another.


## The crisis switch

alarm-approval =
    .second = It takes the approval of one more person within two minutes.
    .duty = You are on duty, so no second approval is needed.
    .nobody = Nobody can approve just now. Name somebody on duty in “Who looks after people”; meanwhile you can ask everybody without it.
alarm-asked =
    { $count ->
        [one] We asked one person to approve. The answer must come within two minutes.
       *[other] We asked { $count } people to approve. One is enough, within two minutes.
    }
alarm-wanted = { $name } asks: start a crisis in “{ $coalition }”? Everybody gets a message and routine reminders pause. Valid until { $time }.
alarm-wanted-drill = { $name } asks: start a crisis drill in “{ $coalition }”? Valid until { $time }.
choice-approve-alarm = Approve
choice-refuse-alarm = Not now
alarm-nobody = There is nobody else to approve, and you are not on duty. Name somebody in “Who looks after people”, or ask everybody without it.
alarm-too-many = A crisis was started here three times today. You can still ask everybody how they are.
alarm-is-on = A crisis is on already.
alarm-waits = Approval was asked for already, and the request still holds.
alarm-lapsed = No approval came within two minutes. The crisis was not started, and no message was sent.
alarm-too-late = This request does not hold any more. Thank you.
alarm-own = Approval must come from another person.
alarm-refused = { $name }: not now. The crisis was not started.
alarm-refused-by-you = All right. The crisis was not started.
alarm-started = Crisis in “{ $coalition }”.
alarm-started-drill = Drill: crisis in “{ $coalition }”.
alarm-on =
    { $count ->
        [0] The crisis is on. There is nobody to send a message to just now.
        [one] The crisis is on. The message and the check-in went to one person, and routine reminders pause.
       *[other] The crisis is on. The message and the check-in went to { $count } people, and routine reminders pause.
    }
alarm-approved-by = { $name } approved the crisis.
alarm-think = The think-space is open: what happens, what we want, what we do now.
choice-think-space = To the think-space
alarm-over = The crisis in “{ $coalition }” is over. Back to routine. Thank you all.
alarm-over-drill = The crisis drill in “{ $coalition }” is over. Thank you all.
alarm-false = The last message from “{ $coalition }” was a false alarm. There is no crisis, and no need to answer. Sorry for the fright.
alarm-false-drill = The drill in “{ $coalition }” is cancelled. No need to answer.
alarm-ended =
    { $count ->
        [0] It is over. Nobody had got the first message yet, so nobody needs to be told.
        [one] It is over. One person was told, and routine reminders are back.
       *[other] It is over. { $count } people were told, and routine reminders are back.
    }
alarm-not-on = There is no crisis on just now.
alarm-ended-by = { $name } ended the crisis.
mydata-checkin = Check-in of { $date }
