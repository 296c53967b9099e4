# A check-in that goes out by itself.

crisis_plan-title = Check-in by the clock

cp_every =
    { $plan }
    When shall a check-in go out by itself?
    .choice-once = Once
    .choice-day = Every day
    .choice-week = Every week
    .choice-never = Drop what is set
    .choice-back = Back
    .help =
        Why: in hard times it is good when the question comes by itself. Whoever rests then is not asked.
        Example: every day at 20:00.
cp_date = On which day?
    .topic = Day of the check-in
    .help =
        Why: the check-in goes out once.
        Example: tomorrow
cp_day = On which day of the week?
    .choice-sun = Sunday
    .choice-mon = Monday
    .choice-tue = Tuesday
    .choice-wed = Wednesday
    .choice-thu = Thursday
    .choice-fri = Friday
    .choice-sat = Saturday
    .help =
        Why: the same day every week.
        Example: Sunday
cp_hour = At what hour?
    .choice-7 = 7:00
    .choice-9 = 9:00
    .choice-12 = 12:00
    .choice-15 = 15:00
    .choice-18 = 18:00
    .choice-20 = 20:00
    .choice-22 = 22:00
    .help =
        Why: an hour when most people have their phone at hand.
        Example: 20:00
cp_words = In which words?
    .choice-usual = How are you now?
    .choice-home = Are you home?
    .choice-news = After hard news
    .choice-again = Words we sent before
    .help =
        Why: these are the words that come each time.
        Example: “How are you now?”
cp_again = Which words?
    .help =
        Why: what worked once will work again.
        Example: last week's question.
