# What to do within the hour, the day and the week.

cr_actions_hour = What do we do within the hour? One step and one name a line.
    .topic = Within the hour
    .help =
        Why: a small step brings back the feeling of a hold on things.
        Example: “Call the two volunteers – Liat.”
cr_actions_day = And by tomorrow evening? One step and one name a line.
    .topic = By tomorrow evening
    .help =
        Why: one day ahead, no more.
        Example: “Meet partners – Omar”, “Letter to the ministry – Samah.”
cr_actions_week = And by the end of next week?
    .topic = By the end of next week
    .help =
        Why: here we go from defence back to initiative.
        Example: “Committee meeting – Liat”, “Check the work plan – Omar.”
cr_adopt = These are proposals of those who think with us. Which become steps?
    .topic = Proposals taken on
    .help =
        Why: only what is ticked becomes a step with an owner and a date.
        Example: three steps that happen are better than ten that do not.
cr_share = Share out who owns what now? One name for each step.
    .choice-now = Yes, now
    .choice-later = Later
    .help =
        Why: a step without a name does not happen.
        Example: names written beside a step are kept already.
