# An action day, from its purpose to what was learnt; parts open in any order.

action_day-title = יום פעולה

ac_which = איזו פעולה נפתח?
    .help =
        למה: כל פעולה נשמרת לבד, עם הצוות והתוכנית שלה.
        דוגמה: ״משמרת מול העירייה״, או פעולה חדשה.

action-new = פעולה חדשה
action-label = { $title } · { $day }
choice-to-menu = לתפריט
choice-no-hour = עוד לא ידוע
choice-rest = מה שעוד חסר
choice-part-back = בחזרה
action-part-lacking = { $part } – { $state }, בלי גיבוי: { $count }
action-state =
    .published = פורסם
    .put_off = נדחה
    .cancelled = בוטל
action-open =
    .licence = הרישיון עוד לא סגור
    .review = עוד לא עבר ייעוץ, והסיכון גבוה
    .roles = יש תפקיד בלי שם
    .legal_line = אין מספר של קו משפטי
    .responses = יש סיכון בלי תוכנית
    .emergency = הנחיות החירום לאותו יום לא נבדקו
action-nothing-open = הכול סגור.
no-legal-line = עוד לא נרשם. כדאי לברר עכשיו אצל מי שמרכזים.
log-line = יומן, { $hour }: { $text }
role-kind =
    .lead = הובלה והחלטות
    .police = קשר עם המשטרה
    .marshals = סדרנות והכוונה
    .medic = עזרה ראשונה
    .legal = קו משפטי
    .media = דוברות
    .docs = תיעוד
    .access = נגישות ותרגום
    .care = רוגע ותמיכה
risk-kind =
    .heat = חום או גשם
    .crowd = צפיפות
    .counter = הפגנת נגד
    .police = חיכוך עם המשטרה
    .alarm = אזעקה
    .medical = אירוע רפואי
    .kids = קטינים בפעולה
    .online = הטרדה ברשת
    .photo = חשיפת זהות
