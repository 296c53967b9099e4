# One action day: its name, and a hub of parts with how far each has come.

ac_title = איך נקרא לפעולה הזאת? שם קצר, שיופיע בהזמנה.
    .topic = שם הפעולה
    .help =
        למה: בשם קצר כולם יודעים על מה מדברים.
        דוגמה: ״משמרת מול העירייה״.
ac_untitled = בלי שם אין מה לשמור, וזה בסדר. אפשר להתחיל בפעם אחרת.
ac_part =
    מתי: { $date }
    איפה: { $place }

    { $parts }

    מה נפתח עכשיו?
    .choice-form = מטרה וצורה
    .choice-legal = בדיקת רישיון
    .choice-roles = תפקידים ותוכנית
    .choice-safety = בטיחות
    .choice-publish = תדריך ופרסום
    .choice-day = יום לפני והיום עצמו
    .choice-review = מה למדנו
    .choice-other = פעולה אחרת
    .choice-back = לתפריט
    .help =
        למה: אפשר לפתוח כל חלק, בכל סדר. הכול נשמר תוך כדי.
        דוגמה: שלושה שבועות לפני – מטרה וצורה. שבועיים לפני – רישיון. שבוע לפני – תפקידים.
