# One part in the crisis team.

cr_role_owner = { $role }: who takes it?
    .topic = Who takes it
    .help =
        Why: one name for each part.
        Example: facts: Samah.
cr_role_backup = { $role }: and who stands in?
    .topic = Who stands in
    .help =
        Why: whoever carries a lot must sleep too.
        Example: facts: Samah, backup: Omar.
