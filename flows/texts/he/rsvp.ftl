# Opened by the invitation's buttons: coming, not, or with others.

rsvp-title = ההגעה שלי

rsvp_off = הפעולה ״{ $action }״ כבר לא מתקיימת. תודה על הרצון לבוא.
rsvp_answer =
    הפעולה: { $action }
    מתי: { $date }
    איפה: { $place }

    מה התשובה?
    .choice-coming = אגיע
    .choice-cannot = הפעם לא אוכל
    .choice-bring = אגיע עם עוד
    .help =
        למה: כך יודעים כמה מים וכמה סדרנות צריך. אפשר לשנות בכל רגע.
        דוגמה: באים עם שכנה? ״אגיע עם עוד״, ואז 1.
rsvp_count = איזה יופי. כמה אנשים נוספים יבואו?
    .help =
        למה: בלי שמות, רק מספר, כדי להתכונן.
        דוגמה: 2
