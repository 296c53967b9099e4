# Are you all right? Opened by a button of the check-in, or by a typed word.

crisis_checkin-title = בדיקת שלום

ci_over = הבדיקה הזאת הסתיימה, ואין צורך לענות. אם צריך עזרה עכשיו, היא בתפריט, תחת ״בדיקת שלום ועזרה״.
ci_ok = { $question }
    .choice-ok = בסדר גמור
    .choice-help = נחוצה לי עזרה
    .choice-unsure = לא לגמרי ברור
    .help =
        למה: קודם האנשים. בלי מיקום ובלי שמות של אחרים; את התשובה רואים רק מי שדואגים כאן לאנשים.
        דוגמה: אפשר לענות גם אם הכול בסדר – זה עוזר לנו.
ci_danger = יש סכנה מיידית לך או לאנשים לידך?
    .help =
        למה: כדי לדעת אם צריך עזרה דחופה.
        דוגמה: אם כן, קודם כול להתקשר למוקד חירום.
ci_need = מה יעזור עכשיו? אפשר כמה.
    .choice-talk = מישהו לדבר איתו
    .choice-info = מידע ברור
    .choice-legal = עזרה משפטית
    .choice-ride = הסעה או ציוד
    .choice-shelter = מקום לשהות בו
    .choice-digital = הגנה דיגיטלית
    .choice-media = עזרה מול תקשורת
    .choice-translate = תרגום
    .choice-rest = הפסקה ומחליף
    .help =
        למה: בקשה ממוקדת מקבלת מענה מהיר.
        דוגמה: צריך תרגום לערבית בתחנה? ״תרגום״.
ci_can_help = ואם יש לך כוח – במה אפשר לעזור?
    .choice-calls = שיחות טלפון
    .choice-presence = להגיע פיזית
    .choice-ride = הסעות
    .choice-legal = ידע משפטי
    .choice-translate = תרגום
    .choice-design = עיצוב ותוכן
    .choice-docs = תיעוד ועובדות
    .choice-care = הקשבה ותמיכה
    .choice-none = לא כרגע
    .help =
        למה: מותר גם ״לא כרגע״.
        דוגמה: שעה אחת של שיחות זה המון.
ci_when = מתי זה אפשרי מבחינתך?
    .choice-now = עכשיו
    .choice-today = היום בהמשך
    .choice-week = השבוע
    .help =
        למה: עוזר לחלק משמרות.
        דוגמה: אחרי 18:00? ״היום בהמשך״.
ci_seen = ראית או שמעת משהו שחשוב שהצוות ידע?
    .choice-report = כן, לספר
    .choice-no = לא
    .help =
        למה: מידע מהשטח מגיע מהר מהחדשות.
        דוגמה: שער שנסגר.
ci_report = מה קרה? רק עובדות, בלי שמות.
    .help =
        למה: עובדה קצרה עוזרת לצוות להחליט.
        דוגמה: ״שער צפוני סגור, 17:40״.
ci_source = מאיפה המידע?
    .choice-saw = ראיתי בעצמי
    .choice-told = סיפרו לי
    .choice-online = ברשת
    .help =
        למה: כדי לא להפיץ שמועות.
        דוגמה: סרטון ששלחו בקבוצה הוא ״ברשת״.
ci_follow = איך נחזור אליך?
    .choice-call = בשיחה
    .choice-text = בהודעה
    .choice-none = אין צורך
    .help =
        למה: לא תמיד אפשר לדבר בקול.
        דוגמה: הודעה, כי הילדים ישנים.
