# One step: one owner, a date, a sign that it is done.

task_title = What is the step? Begin with a verb: set, write, check.
    .topic = The step
    .help =
        Why: a small, clear step really happens.
        Example: “Set a meeting with the council head’s adviser”.
task_untitled = Without a step there is nothing to list, and that is fine. We go on.
task_change = What shall we do with this step?
    .topic = What to do with the step
    .choice-change = Correct it
    .choice-drop = Take it off
    .help =
        Why: a step nobody needs is only a burden.
        Example: you have met already? Take it off.
task_owner = Who takes this step on? Better one name, no phone number.
    .topic = Who does it
    .help =
        Why: when everyone is responsible, nobody is.
        Example: “Samir”, even if Neta helps him.
task_due = By when? A day from the buttons, or any other date.
    .topic = By when
    .help =
        Why: a step without a date is put off.
        Example: “this Thursday”.
task_deeper = Add a few more details about this step, or go on?
    .choice-next = Go on
    .choice-deeper = A few more details
    .help =
        Why: a name and a date are enough to begin. Details help with a step that others depend on.
        Example: how we know it is done, and whom to tell.
task_done_sign = How will we know that the step is done?
    .topic = Sign of completion
    .help =
        Why: so that it can be marked “done” without an argument.
        Example: “There is a date in the diary”.
task_consulted = Whom shall we consult, and whom shall we tell? One name per line.
    .topic = Consult and tell
    .help =
        Why: fewer surprises, more trust.
        Example: the steering committee, and on the next line: the spokesperson.
task_more = Add one more step?
    .help =
        Why: a few steps that happen are better than many.
        Example: three steps for the coming week are fine.
