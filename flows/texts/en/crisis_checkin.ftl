# Are you all right? Opened by a button of the check-in, or by a typed word.

crisis_checkin-title = Check-in

ci_over = This check-in is over, and there is no need to answer. If you need help now, it is in the menu, under “Check-in and help”.
ci_ok = { $question }
    .choice-ok = I am fine
    .choice-help = I need help
    .choice-unsure = Not sure
    .help =
        Why: people first. No location, no names of others; only those who look after people here see the answer.
        Example: answer also when all is well – it helps us.
ci_danger = Is there immediate danger to you or to people near you?
    .help =
        Why: to know whether help is urgent.
        Example: if yes, call the emergency line first.
ci_need = What would help now? More than one is fine.
    .choice-talk = Someone to talk to
    .choice-info = Clear information
    .choice-legal = Legal help
    .choice-ride = A ride or things
    .choice-shelter = A place to stay
    .choice-digital = Digital protection
    .choice-media = Help with the media
    .choice-translate = Translation
    .choice-rest = A break, a stand-in
    .help =
        Why: a clear request gets a quick answer.
        Example: Arabic needed at the station? “Translation”.
ci_can_help = And if you have the strength – what can you offer?
    .choice-calls = Phone calls
    .choice-presence = Being there
    .choice-ride = Rides
    .choice-legal = Legal knowledge
    .choice-translate = Translation
    .choice-design = Design and content
    .choice-docs = Documenting facts
    .choice-care = Listening, support
    .choice-none = Not now
    .help =
        Why: “not now” is a fine answer.
        Example: one hour of phone calls is a lot.
ci_when = When would that be possible?
    .choice-now = Now
    .choice-today = Later today
    .choice-week = This week
    .help =
        Why: it helps to share out shifts.
        Example: after six? “Later today”.
ci_seen = Did you see or hear anything the team should know?
    .choice-report = Yes, to tell
    .choice-no = No
    .help =
        Why: word from the ground is faster than the news.
        Example: a gate that was closed.
ci_report = What happened? Facts only, no names.
    .help =
        Why: one short fact helps the team decide.
        Example: “North gate closed, 17:40”.
ci_source = Where is it from?
    .choice-saw = I saw it
    .choice-told = I was told
    .choice-online = Online
    .help =
        Why: so that rumours do not spread.
        Example: a video sent in a group is “online”.
ci_follow = How shall we get back to you?
    .choice-call = By phone
    .choice-text = By message
    .choice-none = No need
    .help =
        Why: speaking aloud is not always possible.
        Example: a message, the children are asleep.
