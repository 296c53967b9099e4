# Stage G: with which means, when, who announces; a card to share.

coalition_launch-title = Stage G · Setting out

g_means = By which means will we act? Tick all that fit.
    .topic = Means
    .help =
        Why: quiet talks and public action are stronger together.
        Example: “Lobbying” in the committee, and “Events” in the neighbourhood that week.
g_launch = When do we set out? Choose, or write a date.
    .topic = Setting out
    .help =
        Why: one date for all makes a shared moment.
        Example: “Sunday 9:00”, with all partners publishing together.
g_announcer = And who announces it? A name is enough, no phone number.
    .topic = Who announces it
    .help =
        Why: one clear voice carries further than several at once.
        Example: “Rana and Hadas, in two languages”.
g_plans =
    .topic = Plan for each means
g_rhythm = How often will we check together where we stand?
    .topic = Check-in rhythm
    .choice-weekly = Every week
    .choice-biweekly = Every two weeks
    .choice-no = No fixed rhythm
    .help =
        Why: a plan that nobody comes back to is forgotten.
        Example: ten minutes at the start of every meeting.
g_fix = Which means shall we correct?
    .topic = One of the means
    .help =
        Why: the plan has to fit the strength we have.
        Example: somebody else leads now? Correct it here.
g_close =
    There is a coalition: { $coalition }!
    Partners so far: { $count }
    Setting out: { $date }
    A short card to share is ready. Change like this is born only when people act together.
g_action = A demonstration or an event is among the means. Open an action day now?
    .choice-now = Yes, an action day
    .choice-later = Later
    .help =
        Why: there we check the licence, share out roles and prepare to keep everyone safe.
        Example: it takes about a quarter of an hour, and you can stop halfway. Later, it waits in the menu.

means =
    .organising = Community organising
    .digital = Digital action
    .media = Media
    .lobby = Lobbying
    .protest = Demonstration
    .events = Events
    .legal = Legal tools
    .research = Research and figures
