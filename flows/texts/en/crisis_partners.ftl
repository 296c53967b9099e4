# Who can stand by us now.

cr_allies = From our own map and ledger: who of them can stand by us now?
    .topic = From our map
    .help =
        Why: the ties we have already are the fastest.
        Example: an organisation that supported us in public.
cr_partners = Who can stand by us now, and what exactly do we ask?
    .topic = Partners now
    .help =
        Why: being alone makes a crisis worse.
        Example: “Sister organisation: a talk”, “Expert: a short opinion.”
