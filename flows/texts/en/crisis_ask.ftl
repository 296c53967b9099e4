# Whoever asks: everybody in two taps, how it stands, who looks after people.

crisis_ask-title = Check-in and help

cq_self = Do you need help? One tap, and those who look after people here will know at once.
    .choice-help = I need help
    .choice-back = To the menu
    .help =
        Why: nobody has to explain before asking for help. We do not ask where you are.
        Example: in danger, the word “crisis” shows the emergency numbers at once.
cq_menu = { $state }
    .choice-send = Ask everybody now
    .choice-show = How it stands
    .choice-close = Close the check-in
    .choice-words = Other words, or a drill
    .choice-alarm = Start a crisis
    .choice-end = End the crisis
    .choice-care = Who looks after people
    .choice-plan = Check-in by the clock
    .choice-help = I need help
    .choice-back = To the menu
    .help =
        Why: within minutes it is known who is fine and who needs help. The silent are asked again, then somebody looks.
        Example: after a stormy demonstration – “Ask everybody now”.
cq_close_sure = { $state }

    Close the check-in? The silent are not asked again. Answers go after 30 days, the numbers stay.
    .choice-yes = Yes, close it
    .choice-no = Leave it open
    .help =
        Why: a closed check-in does not ring any more.
        Example: everybody answered, and help arrived.
cq_words = In which words shall we ask?
    .choice-usual = How are you now?
    .choice-siren = After a siren
    .choice-home = Are you home?
    .choice-news = After hard news
    .choice-own = In our own words
    .choice-again = Words we sent before
    .choice-back = Back
    .help =
        Why: words that fit are answered sooner.
        Example: after an action – “Are you home?”.
cq_own = What is the question, in a sentence or two? The buttons (fine, help, not sure) are added.
    .help =
        Why: sometimes the moment wants words of its own.
        Example: “There was a fire near the village. Are you all right?”
cq_again = Which words shall we send again?
    .help =
        Why: what worked once will work again.
        Example: last week's question.
cq_real =
    This is how we ask { $count ->
        [one] one person
       *[other] { $count } people
    }:

    { $question }
    .choice-real = Send it now
    .choice-drill = Send as a drill
    .choice-back = Other words
    .help =
        Why: in a drill every message says “drill”, and whoever rests now is not asked.
        Example: once a month, so that everybody knows the buttons.
