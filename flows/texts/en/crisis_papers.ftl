# The card and the log.

cr_papers = What shall we make?
    .choice-card = Crisis card
    .choice-log = Log: time, decisions
    .choice-decision = Note a decision
    .choice-care = Care for the team
    .choice-back = Back
    .help =
        Why: one card keeps everybody on one page.
        Example: the card is a picture. The log is a paper to print.
