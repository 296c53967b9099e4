# Opened by a button of the day: one line of the log.

incident-title = Log of the day

incident_what = The action: { $action }. What is happening?
    .choice-note = A line in the log
    .choice-detained = Somebody is held
    .choice-back = Nothing
    .help =
        Why: what is written now is not forgotten later.
        Example: crowding at the gate? “A line in the log”.
