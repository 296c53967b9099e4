# One role of an action: who, and who stands in.

ac_role_owner = { $role }: who? One name, no phone number.
    .topic = Who does it
    .help =
        Why: one person should better have one role.
        Example: whoever speaks to the police gives no speech.
ac_role_backup = { $role }: and who stands in?
    .topic = Who stands in
    .help =
        Why: people fall ill, and trains are late.
        Example: “Neta, if Samir cannot come”.
