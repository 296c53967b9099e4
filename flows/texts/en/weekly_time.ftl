# On which day and hour the weekly check-in comes.

weekly_time-title = Time of the check-in

wt_day = Which day suits you for the weekly check-in?
    .topic = Day of the check-in
    .choice-sun = Sunday
    .choice-mon = Monday
    .choice-tue = Tuesday
    .choice-wed = Wednesday
    .choice-thu = Thursday
    .choice-fri = Friday
    .choice-sat = Saturday
    .choice-never = No weekly check-in
    .help =
        Why: a fixed day makes it five minutes and not a chore.
        Example: Thursday, before the weekend.
wt_hour = And at what hour?
    .topic = Hour of the check-in
    .choice-9 = 9:00
    .choice-12 = 12:00
    .choice-15 = 15:00
    .choice-18 = 18:00
    .choice-20 = 20:00
    .help =
        Why: at a good hour it is easy to answer. In quiet times we wait until they end.
        Example: 20:00, when the children sleep.
mydata-weekly = Weekly check-in: { $time }
wt_kept = Saved: { $time }
weekly-time = { $day }, at { $hour }
weekly-time-never = no weekly check-in. You can change this here at any time.
