# Days: pressed or written, said back with the weekday, and confirmed.

date-today = Today · { $day }
date-tomorrow = Tomorrow · { $day }
date-this_thursday = Thursday · { $day }
date-next_week = Next week · { $day }
date-echo = { $date }. Right?
choice-date-right = Yes, right
choice-date-other = Another date
date-not-understood = You wrote “{ $text }”, and we could not tell which day that is. Press a button, or write for example 5.1.2027.
date-past = The date “{ $text }” has already passed. Press a button, or write one that is still to come.
date-which = Several dates fit what you wrote. Which one do you mean?
date-or-type = You can write a date, for example 5.1.2027, or words such as “Thursday 18:00” or “end of May”.
date-kept = Noted: { $date }
dates-heard =
    These are the dates we understood:
    { $items }
    They can be corrected at any time.
owned-item = { $title } – { $owner }
owned-dated-item = { $title } – { $owner }, { $day }
dated-item = { $title } – { $day }
day = { $weekday }, { $date }
day-and-hour = { $weekday }, { $date }, { $hour }
weekday =
    .monday = Monday
    .tuesday = Tuesday
    .wednesday = Wednesday
    .thursday = Thursday
    .friday = Friday
    .saturday = Saturday
    .sunday = Sunday
