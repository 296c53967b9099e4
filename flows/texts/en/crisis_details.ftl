# Rumours, who is hurt, when it began.

cr_rumours = Which rumours go round? We keep them apart from the facts.
    .topic = Rumours
    .help =
        Why: a rumour that is written down stops leading us.
        Example: “They say there will be an arrest.”
cr_affected = Who is hurt or exposed, and should be called in person before anything is published? No full names.
    .topic = Whom to call in person
    .help =
        Why: people close to us should not learn it from the news.
        Example: two volunteers, the board, a foundation.
cr_started = When did it begin? Roughly the day and hour.
    .topic = When it began
    .help =
        Why: a timeline is the first tool in a crisis.
        Example: “today 20:15”.
