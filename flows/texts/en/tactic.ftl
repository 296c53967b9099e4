# One means: does it reach whoever decides, who leads it, by when.

g_fit = { $tactic }: will it really reach whoever decides, and does it suit our people?
    .topic = Suits us
    .choice-yes = Yes
    .choice-maybe = Perhaps, improve it
    .choice-no = Does not suit us
    .help =
        Why: a fine action that does not reach whoever decides changes nothing. It should also be safe for everyone.
        Example: a petition handed over in person at a meeting does reach them.
g_instead = Taken off the plan: { $tactic }. The same strength can go straight to whoever decides. For example: a meeting, a joint letter, or a talk with somebody they listen to.
g_owner = { $tactic }: who leads it? Better one name, no phone number.
    .topic = Who leads it
    .help =
        Why: without one name, everybody waits for everybody.
        Example: “Yosef from the northern team”.
g_due = { $tactic }: by when? A day from the buttons, or any other date.
    .topic = By when
    .help =
        Why: this ties each means to the day we set out.
        Example: “early March”.
g_means_plan = Before setting out: for an event or a demonstration, check whether a licence is needed and how everyone stays safe. For media and digital action, agree who speaks and what the message is. For lobbying, check who decides and when.
