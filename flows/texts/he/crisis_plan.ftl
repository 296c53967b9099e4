# A check-in that goes out by itself.

crisis_plan-title = בדיקה לפי שעון

cp_every =
    { $plan }
    מתי תצא בדיקת שלום לבד?
    .choice-once = פעם אחת
    .choice-day = כל יום
    .choice-week = פעם בשבוע
    .choice-never = לבטל את מה שנקבע
    .choice-back = חזרה
    .help =
        למה: בתקופה קשה טוב שהשאלה באה מעצמה. מי שנחים באותה שעה לא נשאלים.
        דוגמה: כל יום ב־20:00.
cp_date = באיזה יום?
    .topic = היום של הבדיקה
    .help =
        למה: הבדיקה תצא פעם אחת.
        דוגמה: מחר
cp_day = באיזה יום בשבוע?
    .choice-sun = יום ראשון
    .choice-mon = יום שני
    .choice-tue = יום שלישי
    .choice-wed = יום רביעי
    .choice-thu = יום חמישי
    .choice-fri = יום שישי
    .choice-sat = יום שבת
    .help =
        למה: אותו יום בכל שבוע.
        דוגמה: יום ראשון
cp_hour = באיזו שעה?
    .choice-7 = 7:00
    .choice-9 = 9:00
    .choice-12 = 12:00
    .choice-15 = 15:00
    .choice-18 = 18:00
    .choice-20 = 20:00
    .choice-22 = 22:00
    .help =
        למה: שעה שבה רוב האנשים ליד הטלפון.
        דוגמה: 20:00
cp_words = באילו מילים?
    .choice-usual = מה שלומך עכשיו?
    .choice-home = הגעת הביתה?
    .choice-news = אחרי חדשות קשות
    .choice-again = מילים ששלחנו כבר
    .help =
        למה: אלה המילים שיופיעו בכל פעם.
        דוגמה: ״מה שלומך עכשיו?״
cp_again = אילו מילים?
    .help =
        למה: מה שעבד פעם, יעבוד שוב.
        דוגמה: השאלה מהשבוע שעבר.
