broadcast_past-title = A message that was sent

bp_what = What shall we do with “{ $words }”?
    .choice-again = Same as last time
    .choice-sheet = Report as a sheet
    .choice-star = Keep as a template
    .choice-unstar = No longer a template
    .choice-follow = How it is going
    .choice-back = Back
    .help =
        Why: what worked once may work again.
        Example: the same invitation with a new date.
