# The word "stop": a rest, or no more messages from this coalition?

stop-title = Stopping

stop_what = All right, we stop here. What suits you best now?
    .choice-rest = Take a break
    .choice-mute = No more messages
    .choice-nothing = Go on as before
    .help =
        Why: after a break you return to the same question. “No more messages” ends everything this coalition sends you.
        Example: a busy evening? “Take a break” is enough.
stop_rest = Rest well. Everything is saved, and the word “menu” brings you back here.
stop_muted = You will get no more messages from “{ $coalition }”. If that was a mistake, you can turn them on again here.
    .choice-fine = Fine as it is
    .choice-undo = Turn them on again
    .help =
        Why: you may rest from messages without leaving. Your membership and your answers stay.
        Example: a busy week at home, and then you are back.
