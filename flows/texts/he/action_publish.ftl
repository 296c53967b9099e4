# The brief for everyone who comes; publishing, or calling the action off.

ac_brief_lacks = לתדריך חסר עוד יום או מקום. שניהם בחלק ״מטרה וצורה״.
ac_review_due = הסיכון בפעולה הזאת גבוה. לפני שמפרסמים, אדם מהייעוץ צריך להסתכל על התוכנית.
ac_reviewed = מי מהייעוץ הסתכל על התוכנית? שם מספיק. אם עוד אף אחד, כותבים ״דילוג״.
    .topic = מי ייעץ
    .help =
        למה: עין נוספת רואה מה שפספסנו, כשאנשים עלולים להיפגע.
        דוגמה: ״מאיה מהייעוץ, 3.11״.
ac_unreviewed = עוד לא מפרסמים, וזה בסדר. הכול שמור, ומחכה לעין נוספת. המילה ״אדם״ מראה למי אפשר לפנות.
ac_brief =
    כך ייראה התדריך:
    { $brief }

    עוד פתוח:
    { $open }

    איך ממשיכים?
    .choice-ok = לפרסם ולהזמין
    .choice-count = כמה באים
    .choice-edit = לתקן משהו
    .choice-cancel = לבטל את הפעולה
    .choice-back = עוד לא
    .help =
        למה: תדריך אחד לכולם. אחרי פרסום כל מי שבקואליציה מקבלים הזמנה.
        דוגמה: לבדוק עוד פעם יום, שעה וקו משפטי, ואז לפרסם.
ac_cancel = לבטל את הפעולה ״{ $action }״? מי שהתכוונו לבוא יקבלו הודעה.
    .choice-yes = כן, לבטל
    .choice-no = לא, להשאיר
    .help =
        למה: הודעה מוקדמת שומרת על אמון.
        דוגמה: אם רק היום משתנה, משנים אותו ב״מטרה וצורה״ ולא מבטלים.

brief-line =
    .when = מתי: { $text }
    .where = איפה: { $text }
    .purpose = למה באים: { $text }
    .programme = לוח זמנים: { $text }
    .bring = מה מביאים: { $text }
    .terms = תנאי הרישיון: { $text }
    .legal = קו משפטי: { $text }
    .access = נגישות: { $text }
    .photo = צילום: { $text }
    .agreement = הסכמה: { $text }
    .responses = מה עושים אם: { $text }
    .next = ומה אחר כך: { $text }
response-line = { $risk }: { $text }
action-agreement = בלי אלימות ובלי ציוד מסוכן, מכבדים כל אדם, מקשיבים לצוות
