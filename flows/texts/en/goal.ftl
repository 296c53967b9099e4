# One objective: specific, measured, feasible, dated, with whoever must say yes.

goal_text = { $which }: what will be different when we succeed? One sentence is enough.
    .topic = The goal
    .help =
        Why: a clear goal helps to say “no” to other things.
        Example: “A bus line to the school in the eastern neighbourhood”.
goal_decider = Who must say “yes” for this to happen?
    .topic = Who decides
    .help =
        Why: a goal without anyone who decides is a wish.
        Example: “Head of transport at the city”.
goal_measure = By which sign or number will we know we got there?
    .topic = Sign of arrival
    .help =
        Why: so that all of us agree on what counts as success.
        Example: “The bus runs ten times a day”.
goal_due = By when do we get there? Choose, or write a rough date.
    .topic = By when
    .help =
        Why: a real date sets the pace of the work.
        Example: “end of June”, before the budget is closed.
goal_feasible = And honestly, how feasible is it with the strength we have?
    .topic = How feasible
    .choice-ok = Looks feasible
    .choice-stretch = A stretch, feasible
    .choice-no = Not yet
    .help =
        Why: a stretching goal draws people, an impossible one burns them out.
        Example: if it is “Not yet”, we look for a nearer step.
goal_nearer = Good to know this now. Shall we look for a nearer step in the same direction?
    .choice-nearer = A nearer step
    .choice-stay = Leave it so
    .help =
        Why: a near goal that is reached gives strength for the far one.
        Example: instead of a new law, first a hearing in the committee.
goal_confirm =
    Put together, it reads:
    Goal: { $goal }
    By: { $date }
    Who decides: { $decider }
    Sign: { $measure }
    Does it fit?
    .topic = Goal approved
    .choice-ok = Approve
    .choice-edit = Correct it
    .choice-later = Decide later
    .help =
        Why: one wording for all prevents arguments.
        Example: even a single word can be corrected.
