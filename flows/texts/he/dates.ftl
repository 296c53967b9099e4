# Days: pressed or written, said back with the weekday, and confirmed.

date-today = היום · { $day }
date-tomorrow = מחר · { $day }
date-this_thursday = יום חמישי · { $day }
date-next_week = בשבוע הבא · { $day }
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
date-or-type = אפשר לכתוב תאריך, למשל 5.1.2027, וגם מילים כמו ״יום ה׳ 18:00״ או ״סוף מאי״.
date-kept = נרשם: { $date }
dates-heard =
    אלה המועדים שהבנו:
    { $items }
    אפשר לתקן בכל זמן.
owned-item = { $title } – { $owner }
owned-dated-item = { $title } – { $owner }, { $day }
dated-item = { $title } – { $day }
day = { $weekday }, { $date }
day-and-hour = { $weekday }, { $date }, בשעה { $hour }
weekday =
    .monday = יום שני
    .tuesday = יום שלישי
    .wednesday = יום רביעי
    .thursday = יום חמישי
    .friday = יום שישי
    .saturday = שבת
    .sunday = יום ראשון
