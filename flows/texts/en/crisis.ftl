# A crisis begins: danger first, then where to think.

crisis-title = Crisis

cr_numbers =
    We are here. Safety first. If a life is in danger, call now:

    { $numbers }
cr_safety = We are here. Before anything else: is anybody’s life or safety in danger right now?
    .choice-no = No
    .choice-unsure = Not sure
    .choice-yes = Yes
    .help =
        Why: people first, plans after.
        Example: an online threat against an activist is “not sure”.
cr_careful = When it is not clear, we check. If something feels dangerous: stop, move away, call one of the numbers above. Meanwhile we go on here.
cr_danger =
    Stop. Move away. Call.

    { $numbers }

    We wait here. When it is safe, we go on.
    .choice-safe = We can go on
    .choice-tell = Tell coordinators
    .help =
        Why: first a safe place, then we think together.
        Example: “Tell coordinators” sends a message to whoever coordinates the coalition.
cr_where = Where do we go on?
    .help =
        Why: a coalition’s space is open to its coordinators and whoever is invited. A private one is yours alone; you can invite people later.
        Example: a conflict inside the coalition? Starting in private is fine.
