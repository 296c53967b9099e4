# Stage F: vision, gaps, routes, milestones, signs of success, first steps.

coalition_goals-title = Stage F · Vision and goals

f_vision = Imagine we have succeeded, five years from now. What do you see in the street, at home and in the law?
    .topic = The vision
    .help =
        Why: a short vision holds people on hard days.
        Example: “No family goes without a medicine”.
f_gaps = And what is still far from that today? One gap per line.
    .topic = The gaps
    .help =
        Why: every gap is a goal in waiting.
        Example: no duty in law, and on the next line: no budget.
f_routes = By which route do we go? You can tick more than one.
    .topic = Route to change
    .choice-awareness = Raise awareness
    .choice-policy = Change policy
    .choice-initiative = Start something new
    .help =
        Why: every route has its own pace and tools.
        Example: opening a mobile clinic is “Start something new”.
f_milestones = Which stations on the way will show that we move forward? One per line; you can add a month.
    .topic = Milestones
    .help =
        Why: stations on the way are a chance to celebrate, and to correct.
        Example: Position paper, March. And on the next line: Committee hearing, end of May.
f_success = How will we know we succeeded? One sign per line: in decisions, in people’s lives and in our strength.
    .topic = Signs of success
    .help =
        Why: without a sign it is hard to know when to change direction.
        Example: the regulation is published, 3,000 people are entitled, 40 new activists. Each on its own line.
f_first = What are the first steps, this very week? One step per line; you can add a day.
    .topic = First steps
    .help =
        Why: quick movement at the start brings trust.
        Example: Set a meeting with the adviser, Thursday. And on the next line: Open an updates group.
f_tasks =
    .topic = Owners and dates
f_dates =
    .topic = Dates for milestones
f_long =
    .topic = The far goal
f_year =
    .topic = The goal for this year
f_quarter =
    .topic = The goal for three months
f_fix_task = Which step shall we correct?
    .topic = One of the steps
    .help =
        Why: what changes in life has to change in the plan.
        Example: the day moved by a week? Pick the step and correct it.
f_fix_milestone = Which milestone shall we correct?
    .topic = One of the milestones
    .help =
        Why: a right date looks after everybody.
        Example: the hearing moved to June? Pick it and correct it.
f_fix_goal = Which goal shall we correct?
    .topic = One of the goals
    .help =
        Why: a goal may change when we learn something new.
        Example: somebody else decides now? Correct only that.
f_theory = How will the change happen? Complete the sentence: if we do…, then … will change, because…
    .topic = Theory of change
    .help =
        Why: this sentence brings out assumptions that are worth checking.
        Example: “If 8 mayors sign, the minister will act, because she needs them”.
f_next = That was stage F. Ready for stage G, setting out?
    .choice-g = Yes, to stage G
    .choice-later = Another time
    .help =
        Why: in stage G you choose means and a date. A plan and a card come out of it.
        Example: go on now, or once the committee has approved the goals.

goal-kind =
    .long = The far goal
    .year = The goal for the coming year
    .quarter = The goal for the next three months
