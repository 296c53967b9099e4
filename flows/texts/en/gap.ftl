# What is missing becomes an ask to named partners.

d_ask_whom = Missing: { $gap }. Whom shall we ask? Tick all that fit.
    .topic = Whom to ask
    .help =
        Why: people answer a personal request more often than a call to everyone.
        Example: for translation, ask an organisation that already works in two languages.
d_ask_by = Missing: { $gap }. By when do we need it? A day from the buttons, or any other date.
    .topic = Needed by
    .help =
        Why: a request with a date is easier to accept, or to refuse in time.
        Example: “end of January”, a week before setting out.
