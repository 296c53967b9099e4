# Where one step stands, told by a button under an alert.

task_update-title = News of a step

tu_which = Which step is this about?
    .help =
        Why: a short word of news saves everybody questions.
        Example: the step that was due this week.
tu_gone = This step is no longer in the plan, so there is nothing to update. Thank you for coming back to it.
