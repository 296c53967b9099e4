# What is known, and what is not.

cr_facts = What do we know for certain? One fact a line, with its source.
    .topic = Facts
    .help =
        Why: facts calm and protect.
        Example: “The letter came at 17:00 (email).”
cr_unknown = What do we not know yet, and who checks?
    .topic = Not known yet
    .help =
        Why: “we do not know yet” is allowed.
        Example: “The source of the leak is unknown – Samah checks.”
