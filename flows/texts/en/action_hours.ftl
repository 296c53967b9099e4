# The day before and the day itself: go or not, the log, how many, all home.

ac_hours =
    This is where things stand:
    { $lines }

    What now?
    .choice-go = Decide: go or not
    .choice-live = A line in the log
    .choice-detained = Somebody is held
    .choice-actual = How many came
    .choice-home = Everyone home?
    .choice-back = Back
    .help =
        Why: all in one place, also in a hurry.
        Example: the day before, the decision. Afterwards, how many came and whether all are home.
ac_actual = About how many came? One number.
    .topic = How many came
    .help =
        Why: so that we estimate better next time.
        Example: 120
ac_home = Is the whole team home, and did somebody speak with those who had a hard time?
    .topic = Everyone home
    .help =
        Why: an action ends when everyone is home.
        Example: a short message to all who had a role, by 23:00.
ac_all_home = Good to know. Thank you for this day. In the coming days we take a moment for what we learnt.
ac_not_home =
    Then we stay with them until they are. Better call those who have not answered, now.
    Legal line: { $line }
