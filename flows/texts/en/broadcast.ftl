broadcast-title = Message to many

## Composing

bc_purpose = What is this message for?
    .help =
        Why: one message, one purpose. Then people know what to do.
        Example: an invitation and a question are two messages.
    .topic = purpose of the message
bc_donate =
    Asking for donations counts as advertising under the law (amendment 40): only to people who agreed, saying who asks, and a stop is honoured at once. A registered non-profit may ask as long as nobody refused.
    Checked 11.2026. This is no legal advice; in doubt ask a lawyer.
bc_audience = Who is it for?
    .help =
        Why: few and fitting is read more. Whoever stopped messages does not get it.
        Example: only those who read Arabic, or only those who said they come.
    .topic = audience
bc_audience_who = Which of them?
    .help =
        Why: beside each group stands how many people will get it.
        Example: those who have not answered the invitation yet.
    .topic = group
bc_narrow = Narrow it down further by what?
    .help =
        Why: both conditions must hold, such as members who read Arabic.
        Example: a role, and then a language.
    .topic = narrower audience
bc_narrow_who = And only whom?
    .help =
        Why: only those who fit both conditions get it.
        Example: Hebrew only.
    .topic = narrower audience
bc_nobody = There is nobody in this group who can be reached now. You can go on writing, and change the audience before sending.
bc_text =
    { $count ->
        [one] One person will get it. Now the text: why now, what, when and how. Up to 600 characters, one link at most. A picture with a caption is fine too.
       *[other] { $count } people will get it. Now the text: why now, what, when and how. Up to 600 characters, one link at most. A picture with a caption is fine too.
    }
    .help =
        Why: the first line decides whether people read on. One request gets more answers.
        Example: “The committee votes tomorrow at 9:00. We need you there.”
    .topic = the text
    .choice-box = Build the message
bc_options = What can people answer? Two to four answers, each on a line.
    .help =
        Why: one tap is an answer, and answers can be counted.
        Example: “Sunday evening” on one line, “Tuesday evening” on the next.
    .topic = possible answers
bc_options_wrong = This needs two to four answers, each on its own line, up to 40 characters.
bc_text_again = There is no text yet, so let us write it here.
bc_text_built = That is the text. It can still be changed in the preview.
bc_text_he = Some people read Hebrew. What is the text in Hebrew?
    .choice-without = Without Hebrew
    .help =
        Why: people who read Hebrew get this text at the same hour. Without it they get the first one.
        Example: a translation that a person wrote or read.
    .topic = text in Hebrew
bc_text_ar = Some people read Arabic. What is the text in Arabic?
    .choice-without = Without Arabic
    .help =
        Why: a translation at the same hour shows respect. A machine's alone harms trust.
        Example: a text that an Arabic speaker wrote or read.
    .topic = text in Arabic
bc_text_en = Some people read English. What is the text in English?
    .choice-without = Without English
    .help =
        Why: people who read English get this text at the same hour. Without it they get the first one.
        Example: a translation that a person wrote or read.
    .topic = text in English
bc_picture = Add a picture? Send it here, and say in its caption what it shows.
    .choice-without = No picture
    .help =
        Why: some people hear the message and do not see it. So a picture is described in words.
        Example: the caption “Poster: Wednesday 18:00, city hall square”.
    .topic = picture
bc_alt = What does the picture show? One sentence, for those who will not see it.
    .help =
        Why: the description goes with the picture, and in its place where there are no pictures.
        Example: “Poster: Wednesday 18:00, city hall square”.
    .topic = description of the picture
bc_when = When should it go? At night, on Shabbat and holidays it waits for those who chose quiet.
    .help =
        Why: good timing is respect. Only an urgent message that a second person approved breaks the quiet.
        Example: Sunday to Thursday, 17:00 to 20:00.
    .topic = time
bc_day = Which day, and at what hour?
    .help =
        Why: without an hour it goes at 10:00.
        Example: “Tuesday 18:00”.
    .topic = time
bc_repeat = Once, or again and again?
    .choice-once = Once
    .choice-weekly = Every week
    .choice-biweekly = Every two weeks
    .choice-monthly = Every four weeks
    .help =
        Why: one approval is enough for eight times, and it can be stopped at any moment.
        Example: a reminder of Friday's watch.
    .topic = repetition
bc_preview =
    That is how it will look, above. For: { $audience }
    { $reach }
    When: { $when }

    { $notes }

    What now?
    .choice-ask = Ask for approval
    .choice-reader = Ask someone to read
    .choice-alone = Approve it alone
    .choice-fix = Change or add
    .choice-keep = Keep as a draft
    .help =
        Why: four eyes save apologies. After approval there are still 20 seconds to stop.
        Example: check the day, the hour and the link.
    .topic = preview
bc_reader = Who else reads and approves it? Another person, not whoever wrote it.
    .help =
        Why: other eyes see small mistakes better.
        Example: somebody who knows the audience.
    .topic = another reader
bc_alone_name = Nobody else can approve here, so let us make sure that this is the right coalition. What is its short name? Write: { $short }
    .help =
        Why: a message that went out does not come back. The report will say that it was approved alone.
        Example: the full name is fine too.
    .topic = name of the coalition
bc_alone_wrong = That is not the name. Let us try again; nothing was sent.
bc_fix = What should be changed or added?
    .help =
        Why: every part can be changed alone, and then the preview comes back.
        Example: another time, without writing it all again.
    .topic = change
bc_kept = Kept as a draft. It goes on from “Message to many” in the menu, under “Earlier messages”.
bc_earlier = Which message shall we open? A draft goes on; one that was sent can be sent again.
    .help =
        Why: nobody needs to write the same thing twice.
        Example: “same as last time”, with a new date.
    .topic = earlier message

call-for-event = Come to: { $title }
call-purpose =
    .action = Call to action
    .invite = Invitation
    .update = Short update
    .urgent = Urgent
    .poll = Short question
    .thanks = Thanks
    .learn = Something to learn
    .donate = Donation request
    .earlier = Earlier messages
call-time =
    .now = As soon as approved
    .tonight = Today at 18:00
    .evening = Tomorrow at 18:00
    .morning = Tomorrow at 10:00
    .other = Another time
call-part =
    .text = The text
    .he = Text in Hebrew
    .ar = Text in Arabic
    .en = Text in English
    .picture = Picture
    .who = For whom
    .narrow = Narrow it down
    .when = When
    .repeat = Repeat it
    .purpose = Purpose
call-repeat =
    .weekly = every week
    .biweekly = every two weeks
    .monthly = every four weeks
earlier-draft = Draft: { $words }
earlier-call = { $day } · { $words }
earlier-template = ★ { $words }

## Audiences

audience-all = Everybody ({ $count })
audience-everybody = everybody
audience-kind =
    .role = By role
    .organisation = By organisation
    .language = By language
    .event = By answer to action
    .reply = By answer to message
    .step = Who is at a step
    .silent = Not heard from
audience-label = { $name } ({ $count })
audience-role =
    .coordinator = Coordinators
    .member = Members
audience-language =
    .he = Read Hebrew
    .ar = Read Arabic
    .en = Read English
audience-event = { $answer }: { $title }
audience-answer =
    .coming = Coming
    .cannot = Not coming
    .none = No answer
    .later = Will say later
    .seen = Saw it
audience-step = In the middle of: { $flow }
audience-step-at = Waiting at: { $topic }
audience-silent = Silent for { $days } days
audience-both = { $one }, and { $other }

## Before it goes

channel-name =
    .telegram = Telegram
    .whatsapp = WhatsApp
reach-people =
    { $count ->
        [0] Nobody would get it now.
        [one] One person will get it:
       *[other] { $count } people will get it:
    }
reach-channel = – by { $channel }: { $count }, within { $time }
call-lasts =
    .seconds =
        { $count ->
            [one] about a second
           *[other] about { $count } seconds
        }
    .minutes =
        { $count ->
            [one] about a minute
           *[other] about { $count } minutes
        }
reach-resting =
    { $count ->
        [one] One person rests now and gets it by { $day }
       *[other] { $count } people rest now and get it by { $day }
    }
reach-muted =
    { $count ->
        [one] One person stopped messages and will not get it.
       *[other] { $count } people stopped messages and will not get it.
    }
reach-lost =
    { $count ->
        [one] One person cannot be reached (blocked).
       *[other] { $count } people cannot be reached (blocked).
    }
call-goes-now = as soon as it is approved
call-goes-again = { $when }, then { $repeat }
call-nothing-noticed = The check found nothing to mend.
call-not-in =
    .he =
        { $count ->
            [one] – One person reads Hebrew and gets the text as it is.
           *[other] – { $count } people read Hebrew and get the text as it is.
        }
    .ar =
        { $count ->
            [one] – One person reads Arabic and gets the text as it is.
           *[other] – { $count } people read Arabic and get the text as it is.
        }
    .en =
        { $count ->
            [one] – One person reads English and gets the text as it is.
           *[other] – { $count } people read English and get the text as it is.
        }
call-often = – { $count } messages went out in the last week. Fewer are read more.
call-donation-law = Donation: only to people who agreed, with who asks and how to stop. Checked 11.2026, no legal advice.
picture-kept = The picture is kept. Now the text that goes with it:
you-wrote = You wrote: “{ $text }”.
picture-wanted = Send a picture here, or press “No picture”.
message-check-blocked =
    It cannot go like this yet:
    { $findings }
message-check-noticed =
    Worth a look, and yours to decide:
    { $findings }
message-check =
    .too_long = – The text is long: { $found } characters, and { $most } are allowed.
    .many_links = – There are { $found } links, and one is allowed. Which matters most?
    .hidden_link = – The link hides where it leads ({ $found }). It needs the full address.
    .open_link = – The link to { $found } is not encrypted. With https it would be better.
    .link_in_line = – A link ({ $found }) is better alone on its line.
    .card_number = – This looks like a card number ({ $found }). Such a number is not sent.
    .id_number = – This looks like an identity number ({ $found }). Such a number is not sent.
    .phone = – There is a phone number: { $found }. Did they agree to it being spread?
    .email = – There is an e-mail address: { $found }. Did they agree to it being spread?
    .secrets = – The text mentions “{ $found }”. So that nobody learns to give secrets away, it is not sent.
    .one_gender = – “{ $found }” speaks to some only. Perhaps: { $instead }
    .both_forms = – “{ $found }”: a dot or slash is hard to read. Two words are better, or another one.
    .turned_around = – There were marks that turn text around. We took them out.
    .hidden_marks = – There were hidden direction marks. We took them out.
    .two_scripts = – Hebrew and Arabic on one line get mixed up: { $found }
    .shouting = – Many exclamation marks. One is enough.
    .range = – A range such as { $found } is read backwards on phones. “From … to …” is better.

## To its readers

call-again = Sent again, because it was not clear whether it arrived.
call-link = The link leads to: { $domain }
call-alt = In the picture: { $alt }
call-footer = From the coordinators of { $coalition }. To stop messages, write: STOP
choice-call-later = I’ll say later
choice-call-seen = Seen
call-only-a-preview = This is only a preview, so the answer was not kept.
call-thanks =
    .coming = Thank you, noted: { $answer }
    .cannot = Thank you for answering. Noted: { $answer }
    .later = Fine, you can answer once it is clear.
    .seen = Thank you, noted that you saw it.
    .option = Thank you, noted: { $answer }
call-next-step = One more thing you could do:
choice-call-next-bring = Bring somebody
choice-call-next-role = Take a role
choice-call-next-task = Take a small step
rung-taken = Noted, thank you: { $what }
rung-taken-by = { $name } is on it: { $what }
rung-is-taken = Somebody has taken it already. Thank you for offering; it is not lost.
call-gone = This message is no longer here.
call-is-over = The time for this message has passed, so the answer was not kept.

## To whoever approves

call-request = { $name } asks you to approve the message above. People: { $count }. Time: { $when }.
call-breaks-rest = It is urgent: approving it also breaks the quiet of those who rest.
choice-call-approve = Approve
choice-call-return = Give back
choice-call-mend = Change it
call-asked =
    { $count ->
        [one] One person was asked to approve it. You will hear here.
       *[other] { $count } people were asked to approve it, and the first to answer decides. You will hear here.
    }
call-nobody-asked = Nobody who approves could be reached. The draft is kept, and you can choose somebody else.
call-needs-another = Others in the coalition can approve, so they are asked.
call-has-nobody = There is no text, or nobody who would get it. The draft is kept and can be changed in the preview.
call-decided-already = This message was decided already.
call-not-yours = Somebody else approves this, not whoever wrote it.
call-name-is-missing = The audience grew meanwhile, so the coalition's name is needed. Please press approve again.
call-approved-by = The message was approved: { $name }
call-given-back = “{ $words }” was given back to be changed: { $name }
call-given-back-because = The reason: { $note }
call-was-given-back = It was given back, and nothing was sent.
call-on-whatsapp =
    And this is how it looks on WhatsApp:

    { $text }
call-on-whatsapp-buttons = { $buttons }
call-on-whatsapp-list =
    There the buttons open from a list:
    { $buttons }
call-on-whatsapp-numbered =
    There people answer with a number:
    { $buttons }
call-button-drawn = [ { $label } ]

## As it goes

call-stands =
    .soon = “{ $words }” goes out in a few seconds. People: { $count }. It can still be stopped.
    .going = “{ $words }” is on its way: { $done } of { $count }
    .done = “{ $words }” has been sent: { $done } of { $count }
    .paused = “{ $words }” is on hold: { $done } of { $count }
    .stopped = “{ $words }” was stopped: { $done } of { $count }
    .undone = “{ $words }” did not go out. The draft is kept.
call-scheduled = “{ $words }” waits for its time: { $day }
call-ends = { $lines }
call-end =
    .accepted = – Accepted: { $count }
    .refused = – Refused: { $count }
    .uncertain = – Uncertain: { $count }
    .expired = – Expired: { $count }
    .cancelled = – Cancelled: { $count }
    .open = – Still on its way: { $count }
    .gone = – Forgotten at their wish: { $count }
call-refused =
    .blocked = – of these blocked: { $count }
    .gone = – of these without an account: { $count }
    .window = – of these outside WhatsApp's window: { $count }
    .other = – of these for another reason: { $count }
call-answers =
    Answers:
    { $lines }
call-answer-line = – { $answer }: { $count }
call-answer-few = – { $answer }: fewer than { $count }
choice-call-undo = Stop it now
choice-call-pause = Hold
choice-call-resume = Go on
choice-call-cancel = Cancel the rest
choice-call-resend = Send again ({ $count })
choice-call-report = Report
choice-call-report-more = More about it
call-undone = Stopped in time, and nothing went out. The draft is kept under “Earlier messages”.
call-too-late = That is no longer possible: the message has moved on.
call-stopped =
    { $count ->
        [0] Stopped. No messages were waiting.
        [one] Stopped. One message will not be sent.
       *[other] Stopped. { $count } messages will not be sent.
    }
call-held =
    { $count ->
        [0] On hold. No messages were waiting.
        [one] On hold. One message waits.
       *[other] On hold. { $count } messages wait.
    }
call-goes-on =
    { $count ->
        [0] Going on. No messages were waiting.
        [one] Going on, one message is left.
       *[other] Going on, { $count } messages are left.
    }
call-sent-again =
    { $count ->
        [0] There is nobody to send it to again now.
        [one] Sent again to one person, marked as a repeat.
       *[other] Sent again to { $count } people, marked as a repeat.
    }

## The report

call-report =
    Report: “{ $words }”
    Went out on { $day }. People it was meant for: { $count }
    { $lines }
call-report-people = Answered: { $answered }. Went on to a next step: { $on }. Stopped messages within a day: { $left }.
call-report-alone = Approved alone, as nobody else could.
call-report-approved = Approved by: { $name }
call-starred = Kept as a template; it stands first in the list.
call-unstarred = No longer a template.
call-report-caption = The report as a spreadsheet: “{ $words }”. Numbers only, no names.
call-sheet =
    .title = Report
    .what = What
    .count = How many
    .answers = Answers
    .answer = Answer
    .people = Meant for
    .accepted = Accepted
    .refused = Refused
    .uncertain = Uncertain
    .expired = Expired
    .cancelled = Cancelled
    .open = Still on its way
    .gone = Forgotten at their wish
    .went_on = Went on to a next step
    .left = Stopped messages
    .none = No answers yet

## Thanks after an action

choice-thank-them = Thank those who came
call-thanks-text =
    Thank you, everyone who came to “{ $title }”. Without all of us it would have been smaller.
    Soon we will tell what comes next.
