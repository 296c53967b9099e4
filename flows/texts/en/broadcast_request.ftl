broadcast_request-title = Approval of a message

br_gone = This message was decided already.
br_decide = What about “{ $words }”? People: { $count }
    .choice-approve = Approve
    .choice-return = Give back
    .help =
        Why: what was sent does not come back.
        Example: check the day, the hour, the link and who gets it.
br_name = It will reach { $count } people. To make sure this is the right coalition, write its short name: { $short }
    .help =
        Why: a message to the wrong coalition cannot be taken back.
        Example: the full name is fine too.
br_wrong = That is not the name. Let us try again; nothing was sent.
br_note = What should be changed? You can skip this.
    .help =
        Why: one word saves guessing.
        Example: “the hour is wrong”.
