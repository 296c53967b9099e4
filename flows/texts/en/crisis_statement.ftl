# A holding statement from its parts.

cr_statement =
    The first statement:

    { $statement }

    { $state }
    .choice-write = Write or correct
    .choice-other = In another language
    .choice-approve = Ask for approval
    .choice-release = What we do with it
    .choice-back = Back
    .help =
        Why: silence fills with other people’s stories.
        Example: “It is hard to read this. We are checking. We will say more tomorrow at 10:00.”
cr_st_feel = Six short sentences. The first: what do we feel, and for whom?
    .topic = What we feel
    .help =
        Why: heart first, facts second.
        Example: “It is hard to read this, and we stand with those who were hurt.”
cr_st_known =
    What is known, and can be said in public? This is what we wrote down:
    { $so_far }
    .topic = What is known
    .help =
        Why: only what was checked.
        Example: “On Monday a letter came from the ministry.”
cr_st_unknown =
    What is still being checked? This is what we wrote down:
    { $so_far }
    .topic = Still being checked
    .help =
        Why: “we do not know yet” is allowed.
        Example: “The source of the report is being checked.”
cr_st_doing = What are we doing now?
    .topic = What we do
    .help =
        Why: one clear deed is worth more than a long explanation.
        Example: “We meet the families this evening.”
cr_st_next = When do we speak again? Our next look: { $day }
    .topic = The next update
    .help =
        Why: a known time stops questions in the middle of the night.
        Example: “Tomorrow at 10:00.”
cr_st_contact = Whom do people ask? A role or an address, no private number.
    .topic = Whom to ask
    .help =
        Why: one address keeps one voice.
        Example: “The press team, on the coalition’s page.”
cr_st_second = Write the same statement here in another language, or ask somebody who writes it. Nothing is translated by machine.
    .topic = In another language
    .help =
        Why: Hebrew and Arabic go out in the same hour.
        Example: whoever writes Arabic in the team words it herself.
cr_approve = Who approves before it goes out?
    .topic = Approval
    .help =
        Why: one quick approval, no committee.
        Example: the chair of the board, within 20 minutes.
cr_release = What do we do with the statement?
    .topic = Release
    .choice-public = Publish
    .choice-reactive = Only if asked
    .choice-wait = Wait
    .help =
        Why: sometimes an answer makes the story bigger.
        Example: a post with 12 views needs no answer.
