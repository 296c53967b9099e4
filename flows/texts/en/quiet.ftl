# When we keep quiet: nights, holy days, and by which city's sunset.

quiet-title = Quiet times

quiet_menu =
    In quiet times we send no reminders; they wait. What should change?
    At night: { $nights }
    City for sunsets: { $city }
    Days:{ $days }
    .choice-nights = Hours of the night
    .choice-days = Shabbat and holy days
    .choice-city = The city
    .choice-back = Back to settings
    .help =
        Why: rest is part of the way. What you write is answered at once, in quiet times too.
        Example: a reminder that falls on Shabbat comes when it is over.
quiet_nights = At which hours of the night should we not write?
    .choice-n21_7 = From 21:00 to 7:00
    .choice-n22_7 = From 22:00 to 7:00
    .choice-n22_8 = From 22:00 to 8:00
    .choice-n23_7 = From 23:00 to 7:00
    .choice-n0_8 = From midnight to 8:00
    .choice-n0_6 = From midnight to 6:00
    .choice-none = Any time is fine
    .help =
        Why: a phone that is silent at night saves strength.
        Example: working shifts? Choose “From midnight to 8:00”.
quiet_days = On which days should we not write to you? Tick all that fit.
    .choice-shabbat = Shabbat
    .choice-holidays = Jewish holidays
    .choice-memorial = Memorial days
    .choice-muslim = Muslim feasts
    .choice-iftar = Iftar in Ramadan
    .choice-ramadan = Nights of Ramadan
    .choice-western = Christian, western
    .choice-eastern = Christian, eastern
    .choice-druze = Druze feasts
    .help =
        Why: everybody has their own days, and we do not guess. Nobody in the coalition sees your choice.
        Example: Shabbat, and iftar in Ramadan.
quiet_city = By which city should we reckon sunset? Write the name of a town.
    .help =
        Why: Shabbat and feasts follow the sun. We keep no location, only the name of a city.
        Example: “Haifa”, “Nazareth”.
mydata-quiet =
    Quiet at night: { $nights }
    By the sunset of: { $city }
    And on these days:{ $days }
quiet-no-days = no special days
quiet-city-kept = Saved: { $city }
quiet-city-unknown = We did not find “{ $text }” in our list. A larger city nearby may be there.
