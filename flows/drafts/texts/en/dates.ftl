# Days: pressed or written, said back with the weekday, and confirmed.

date-today = Today
date-tomorrow = Tomorrow
date-this_thursday = This Thursday
date-next_week = Next week
date-echo = { $date }. Right?
choice-date-right = Yes, right
choice-date-other = Another date
date-not-understood = You wrote “{ $text }”, and we could not tell which day that is. Press a button, or write for example 5.1.2027.
date-past = The date “{ $text }” has already passed. Press a button, or write one that is still to come.
date-which = Several dates fit what you wrote. Which one do you mean?
date-or-type = A tap is enough, and so are words such as “Thursday 18:00”.
