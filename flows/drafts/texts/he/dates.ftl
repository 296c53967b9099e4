# Days: pressed or written, said back with the weekday, and confirmed.

date-today = היום
date-tomorrow = מחר
date-this_thursday = יום חמישי הקרוב
date-next_week = בשבוע הבא
date-echo = { $date }. נכון?
choice-date-right = כן, נכון
choice-date-other = תאריך אחר
date-not-understood =
    { $form ->
        [f] כתבת ״{ $text }״, ולא הבנו לאיזה יום הכוונה. אפשר ללחוץ על כפתור, או לכתוב למשל 5.1.2027.
        [m] כתבת ״{ $text }״, ולא הבנו לאיזה יום הכוונה. אפשר ללחוץ על כפתור, או לכתוב למשל 5.1.2027.
       *[plural] כתבתם ״{ $text }״, ולא הבנו לאיזה יום הכוונה. אפשר ללחוץ על כפתור, או לכתוב למשל 5.1.2027.
    }
date-past = התאריך ״{ $text }״ כבר עבר. אפשר ללחוץ על כפתור, או לכתוב תאריך שעוד לא הגיע.
date-which = יש כמה תאריכים שמתאימים למה שנכתב. לאיזה מהם הכוונה?
date-or-type = לחיצה מספיקה, וגם מילים כמו ״יום ה׳ 18:00״.
