msg_audience = Whom is this message for? One audience at a time.
    .help =
        Why: a message for everybody touches nobody.
        Example: “parents of nursery children in the quarter”.
    .topic = audience of the message
msg_value = What do they hold dear already, that we can begin with?
    .help =
        Why: people listen when we begin with what is close to them.
        Example: the safety of children.
    .topic = what matters to them
msg_problem = What is the problem, in one sentence and without jargon?
    .help =
        Why: what grandmother understands, the minister will too.
        Example: “three children were hurt at the crossing this year”.
    .topic = the problem
msg_solution = What solution do we offer?
    .help =
        Why: anger draws attention, a solution draws a decision.
        Example: “a crossing with lights”.
    .topic = the solution
msg_ask = What is the one request to this audience?
    .help =
        Why: one request gets more answers.
        Example: “come to the council meeting on Tuesday”.
    .topic = the request
msg_they_say = And what will opponents say, about us and about themselves?
    .help =
        Why: being prepared is better than being surprised.
        Example: “there is no budget”.
    .topic = what they will say
msg_reply = What do we answer in short, before we return to our message?
    .help =
        Why: a short and respectful answer keeps us on our subject.
        Example: “it costs less than one accident”.
    .topic = our reply
msg_story = Three lines: a moment of my own, what we share, and the choice before us now.
    .help =
        Why: a story moves people more than a number.
        Example: “My daughter crosses there every morning. We are all parents here. This week we can stop it.”
    .topic = a short story
msg_use =
    Together it sounds like this:

    { $draft }

    Shall we use it?
    .help =
        Why: every word can still be changed in the preview.
        Example: a shorter first line.
    .topic = the text that was built
message-draft-taken = Yes, that is the text
message-draft-own = We write our own
