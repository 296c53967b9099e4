# One more round, or the end.

cr_close = Where is the crisis now?
    .topic = State of the crisis
    .choice-open = It goes on
    .choice-calmer = It is calmer
    .choice-closed = It is over
    .help =
        Why: an orderly end brings back everyday life.
        Example: “It is over” opens the review within a week.
cr_review = One thing is left: what we learnt. Now, or shall we remind you in a few days?
    .choice-now = Now
    .choice-later = Remind me
    .help =
        Why: a lesson without an owner is forgotten. There is a week, no more.
        Example: after a night’s sleep we learn better.
