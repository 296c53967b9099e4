# The end of every stage: approve, correct, or share what stands there.

confirm_summary =
    This is the summary so far:

    { $summary }

    What shall we do with it?
    .choice-ok = Approve
    .choice-edit = Correct something
    .choice-share = Share
    .help =
        Why: a short summary that people agree on is worth more than many messages.
        Example: correct one word, approve, and share before the meeting.
confirm_edit = What shall we correct? Afterwards we return to the summary.
    .help =
        Why: you correct only what needs it, and the earlier answer is kept.
        Example: choose “First goal”, write it again, and come back here.
confirm_share = Whom do you want to share this summary with?
    .choice-coordinators = Coordinators only
    .choice-members = The whole coalition
    .choice-nobody = Not yet
    .help =
        Why: the summary goes only to those you choose, with the name of whoever shared it.
        Example: to coordinators first, and after corrections to everyone.
