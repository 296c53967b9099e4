# Care for the team.

cr_care = Who needs a break, and who sees to it? We deserve food and sleep too.
    .topic = Care for the team
    .help =
        Why: a tired team errs.
        Example: “Shifts of 6 hours. Ruti asks how everybody is.”
