broadcast_control-title = A message on its way

bs_sure = Cancel what has not been sent yet of “{ $words }”? What went out does not come back.
    .choice-yes = Yes, cancel
    .choice-no = No, go on
    .help =
        Why: cancelling is final. A hold can be ended later.
        Example: the date was wrong.
