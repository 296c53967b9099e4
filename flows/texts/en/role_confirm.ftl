# Opened by a role's buttons: yes, or no and why.

role_confirm-title = My role

role_answer =
    The action: { $action }
    When: { $date }
    The role: { $role }

    Does that suit you?
    .choice-yes = Yes, count me in
    .choice-no = Not this time
    .help =
        Why: if we know early, there is time to find somebody to stand in.
        Example: “Not this time” is a good answer when it comes in time.
role_why = That is fine, thank you for saying so. What is the reason, in a word? You may skip this.
    .help =
        Why: perhaps a smaller role or another hour would suit.
        Example: “Night shift”.
