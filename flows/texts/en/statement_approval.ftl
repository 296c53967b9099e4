# Somebody reads a statement and says yes, or sends it back.

statement_approval-title = Approving a statement

sv_answer =
    The statement to approve:

    { $statement }

    Do you approve?
    .choice-ok = Approve
    .choice-return = Send back
    .help =
        Why: one more pair of eyes before it goes out.
        Example: no time of the next update? “Send back”.
sv_reason = What should change? One sentence.
    .topic = What should change
    .help =
        Why: so that it is corrected quickly.
        Example: “Take out the sentence about the city.”
