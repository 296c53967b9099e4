# On which day and hour the weekly check-in comes.

weekly_time-title = זמן המעקב השבועי

wt_day = באיזה יום נוח לקבל את המעקב השבועי?
    .topic = היום של המעקב
    .choice-sun = יום ראשון
    .choice-mon = יום שני
    .choice-tue = יום שלישי
    .choice-wed = יום רביעי
    .choice-thu = יום חמישי
    .choice-fri = יום שישי
    .choice-sat = יום שבת
    .choice-never = בלי מעקב שבועי
    .help =
        למה: יום קבוע הופך את זה לחמש דקות ולא למטלה.
        דוגמה: יום חמישי, לפני סוף השבוע.
wt_hour = ובאיזו שעה?
    .topic = השעה של המעקב
    .choice-9 = 9:00
    .choice-12 = 12:00
    .choice-15 = 15:00
    .choice-18 = 18:00
    .choice-20 = 20:00
    .help =
        למה: בשעה נוחה עונים ברצון. בזמנים שקטים נחכה עד שיסתיימו.
        דוגמה: 20:00, כשהילדים כבר ישנים.
mydata-weekly = מעקב שבועי: { $time }
wt_kept = נשמר: { $time }
weekly-time = { $day }, בשעה { $hour }
weekly-time-never = בלי מעקב שבועי. אפשר לשנות כאן בכל זמן.
