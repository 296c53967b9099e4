# One way is chosen, and why.

cr_choose = Which way serves the goals, keeps people safe, and can be taken back if we are wrong?
    .topic = What was decided
    .help =
        Why: in a crisis we prefer decisions that can be taken back.
        Example: a private letter first. Publishing is possible tomorrow too.
cr_unchosen = Fine, nothing is decided yet. You can come back to it under “Options and decision”.
cr_compare = Why this way, and on which facts? One sentence for the decision log.
    .topic = The reason
    .help =
        Why: to explain it to partners, and to learn from it later.
        Example: “The facts are still being checked, and publishing cannot be undone.”
