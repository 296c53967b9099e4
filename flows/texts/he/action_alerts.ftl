# מה שנאמר לאנשים על יום פעולה: הזמנות, תזכורות, שינויים, הדרך הביתה; והדף לכל מי שבאים.


## יציאה לדרך, שינוי, ביטול

action-missing =
    לפני שההזמנה יוצאת, אנשים צריכים לדעת:
    { $parts }
action-missing-part =
    .purpose = בשביל מה הפעולה
    .start_at = מתי היא
    .place = איפה היא
    .nonviolence = הסכמת הפעולה: בלי אלימות, ובהקשבה
    .reviewed_by = מי עבר על התוכנית, כי הסיכון גבוה
action-published =
    { $count ->
        [one] ההזמנה יצאה לאדם אחד. כמה באים אפשר לראות כאן בכל רגע.
        [two] ההזמנה יצאה לשני אנשים. כמה באים אפשר לראות כאן בכל רגע.
       *[other] ההזמנה יצאה ל־{ $count } אנשים. כמה באים אפשר לראות כאן בכל רגע.
    }
action-published-alone = הפעולה פורסמה. עדיין אין כאן את מי להזמין; מי שיצטרפו לפני המועד יקבלו הזמנה.
action-published-before = ההזמנה כבר יצאה.
action-over = המועד כבר עבר. אחרי שיהיה תאריך חדש, ההזמנה תוכל לצאת.
action-gone = הפעולה הזאת כבר לא לפנינו, ואין יותר על מה לענות.
action-called-off =
    { $count ->
        [0] הפעולה בוטלה. אף אחד אחר עוד לא אישר הגעה.
        [one] הפעולה בוטלה. נמסר לאדם אחד שתכנן לבוא.
        [two] הפעולה בוטלה. נמסר לשני אנשים שתכננו לבוא.
       *[other] הפעולה בוטלה. נמסר ל־{ $count } אנשים שתכננו לבוא.
    }
action-counts =
    { $coming ->
        [one] ״{ $title }״: אדם אחד בא
        [two] ״{ $title }״: שני אנשים באים
       *[other] ״{ $title }״: { $coming } אנשים באים
    }{ $guests ->
        [0] {""}
        [one] , ועוד אדם אחד איתם
        [two] , ועוד שניים איתם
       *[other] , ועוד { $guests } איתם
    }{ $cannot ->
        [0] .
        [one] . אחד לא יכול לבוא.
        [two] . שניים לא יכולים לבוא.
       *[other] . { $cannot } לא יכולים לבוא.
    }


## לכולם

action-invite =
    הזמנה מ״{ $coalition }״: { $title }
    מתי: { $day }
    איפה: { $place }
action-invite-purpose = בשביל מה: { $purpose }
action-ask-again =
    { $form ->
        [f] עוד לא שמענו ממך: { $title }
        [m] עוד לא שמענו ממך: { $title }
       *[plural] עוד לא שמענו מכם: { $title }
    }
    מתי: { $day }
    איפה: { $place }
    { $form ->
        [f] תבואי? גם ״לא״ עוזר לנו.
        [m] תבוא? גם ״לא״ עוזר לנו.
       *[plural] תבואו? גם ״לא״ עוזר לנו.
    }
choice-rsvp-coming =
    { $form ->
        [f] אני באה
        [m] אני בא
       *[plural] באים
    }
choice-rsvp-bring =
    { $form ->
        [f] באה ומביאה עוד
        [m] בא ומביא עוד
       *[plural] באים ומביאים עוד
    }
choice-rsvp-cannot =
    { $form ->
        [f] לא יכולה
        [m] לא יכול
       *[plural] לא יכולים
    }
choice-rsvp-confirm =
    { $form ->
        [f] כן, אני באה
        [m] כן, אני בא
       *[plural] כן, באים
    }
choice-rsvp-still =
    { $form ->
        [f] עדיין באה
        [m] עדיין בא
       *[plural] עדיין באים
    }
rsvp-thanks-coming =
    { $form ->
        [f] נרשם: את באה. זה חשוב.
        [m] נרשם: אתה בא. זה חשוב.
       *[plural] נרשם: אתם באים. זה חשוב.
    }
rsvp-thanks-bring =
    { $guests ->
        [one] נרשם: הגעה עם עוד אדם אחד. זה חשוב.
        [two] נרשם: הגעה עם עוד שני אנשים. זה חשוב.
       *[other] נרשם: הגעה עם עוד { $guests } אנשים. זה חשוב.
    }
rsvp-thanks-cannot = נרשם: הפעם בלי הגעה. תודה שנאמר לנו.
choice-rsvp-change = לשנות את התשובה
mydata-action = הגעה אל ״{ $title }״
mydata-coming =
    .coming = כן
    .cannot = לא
    .bring = כן, עם עוד אנשים
action-catch-up =
    מה כדאי לדעת עכשיו על ״{ $title }״:
    מתי: { $day }
    איפה: { $place }
action-roles =
    מי עושה מה:
    { $roles }
action-role-line = – { $role }: { $name }
action-reminder =
    נתראה בקרוב: { $title }
    מתי: { $day }
    איפה: { $place }
action-your-part =
    { $form ->
        [f] החלק שלך: { $roles }
        [m] החלק שלך: { $roles }
       *[plural] החלק שלכם: { $roles }
    }
action-you-bring =
    { $form ->
        [f] מה שאת מביאה:
        [m] מה שאתה מביא:
       *[plural] מה שאתם מביאים:
    }
    { $things }
action-bring-usual = כדאי לקחת: תעודת זהות, מים, כובע וטלפון טעון.
action-tomorrow =
    מחר: { $title }
    מתי: { $day }
    איפה: { $place }
    { $form ->
        [f] את באה?
        [m] אתה בא?
       *[plural] אתם באים?
    }
action-soon =
    בעוד כמה שעות: { $title }
    נפגשים ב־{ $hour }, כאן: { $place }
action-legal-line = הקו המשפטי להיום: { $line }
action-moved =
    המועד של ״{ $title }״ השתנה.
    היה: { $old }
    עכשיו: { $day }
    איפה: { $place }
    { $form ->
        [f] את עדיין באה?
        [m] אתה עדיין בא?
       *[plural] אתם עדיין באים?
    }
action-cancelled = הפעולה ״{ $title }״ ({ $day }) בוטלה. תודה על הנכונות לבוא.
action-put-off = הפעולה ״{ $title }״ ({ $day }) לא תתקיים במועד הזה. כשיהיה תאריך חדש זה ייכתב כאן; התשובה שניתנה נשמרת.
action-goes-ahead =
    בסוף יוצאים אל ״{ $title }״.
    מתי: { $day }
    איפה: { $place }
action-thanks = תודה על ההגעה אל ״{ $title }״. בלי כל מי שבאו זה היה קטן יותר.
action-next-ask = והצעד הבא: { $ask }


## תפקידים

role-ask =
    { $form ->
        [f] השם שלך נרשם לתפקיד ב״{ $title }״: { $role }
        [m] השם שלך נרשם לתפקיד ב״{ $title }״: { $role }
       *[plural] השם שלכם נרשם לתפקיד ב״{ $title }״: { $role }
    }
    מתי: { $day }
    איפה: { $place }
    { $form ->
        [f] תוכלי לקחת את זה?
        [m] תוכל לקחת את זה?
       *[plural] תוכלו לקחת את זה?
    }
role-ask-backup =
    { $form ->
        [f] השם שלך נרשם כגיבוי ב״{ $title }״: { $role }. מי שהתפקיד היה אצלם לא יכולים לבוא.
        [m] השם שלך נרשם כגיבוי ב״{ $title }״: { $role }. מי שהתפקיד היה אצלם לא יכולים לבוא.
       *[plural] השם שלכם נרשם כגיבוי ב״{ $title }״: { $role }. מי שהתפקיד היה אצלם לא יכולים לבוא.
    }
    מתי: { $day }
    איפה: { $place }
    { $form ->
        [f] תוכלי לקחת את זה?
        [m] תוכל לקחת את זה?
       *[plural] תוכלו לקחת את זה?
    }
choice-role-yes = כן, זה עליי
choice-role-no =
    { $form ->
        [f] לא יכולה
        [m] לא יכול
       *[plural] לא יכולים
    }
role-thanks-yes =
    { $form ->
        [f] תודה. זה שלך, והרכזות והרכזים רואים את זה.
        [m] תודה. זה שלך, והרכזות והרכזים רואים את זה.
       *[plural] תודה. זה שלכם, והרכזות והרכזים רואים את זה.
    }
role-thanks-no = תודה שנאמר בזמן. הרכזות והרכזים כבר יודעים.
role-not-yours =
    { $form ->
        [f] התפקיד הזה כבר לא מחכה לתשובה ממך.
        [m] התפקיד הזה כבר לא מחכה לתשובה ממך.
       *[plural] התפקיד הזה כבר לא מחכה לתשובה מכם.
    }
role-refused = אין אפשרות להגיע לתפקיד ״{ $role }״ ב״{ $title }״: { $name }. בגיבוי: { $backup }, והשאלה נשלחת עכשיו.
role-refused-by-all = אין אפשרות להגיע לתפקיד ״{ $role }״ ב״{ $title }״: { $name }. אין עוד שם לתפקיד הזה, וצריך למצוא.
role-refused-because = מה שנכתב על זה: { $reason }


## לרכזות ולרכזים

action-open-points =
    מה עוד פתוח:
    { $points }
action-all-settled = שום דבר לא נשאר פתוח. הוכן היטב.
action-point =
    .role-unnamed = נרשם שם, אבל לא מתוך הקואליציה כאן, אז כדאי לשאול ישירות: { $about }
    .role-asked = עוד בלי אישור: { $about }
    .role-refused = כל מי שנרשמו לתפקיד לא יכולים: { $about }
    .equipment = לא נכתב מה מביאים
action-go =
    מחר: { $title }
    מתי: { $day }
    איפה: { $place }
    יוצאים?
choice-go-decide = להחליט עכשיו
action-decided =
    .go = הוחלט לגבי ״{ $title }״: יוצאים. ההחלטה נרשמה מאת { $name }.
    .change = הוחלט לגבי ״{ $title }״: משנים משהו. ההחלטה נרשמה מאת { $name }.
    .stop = הוחלט לגבי ״{ $title }״: לא עכשיו. ההחלטה נרשמה מאת { $name }. תאריך חדש אפשר לקבוע בפרטי הפעולה.
action-begins = ״{ $title }״ מתחילה. היומן פתוח: עובדות קצרות, שעה ומקום, בלי שמות.
choice-open-log = לפתוח את היומן
action-review = איך היה ב״{ $title }״? עשר דקות של מבט לאחור עכשיו שוות יותר מפגישה ארוכה בעוד חודש.
choice-review = להסתכל לאחור יחד


## הביתה בשלום

home-ask =
    { $form ->
        [f] ״{ $title }״ הסתיימה. הגעת הביתה בשלום?
        [m] ״{ $title }״ הסתיימה. הגעת הביתה בשלום?
       *[plural] ״{ $title }״ הסתיימה. הגעתם הביתה בשלום?
    }
home-ask-again =
    { $form ->
        [f] לא שמענו ממך מאז ״{ $title }״. את בבית?
        [m] לא שמענו ממך מאז ״{ $title }״. אתה בבית?
       *[plural] לא שמענו מכם מאז ״{ $title }״. אתם בבית?
    }
choice-home-yes = כן, בבית
choice-home-help =
    { $form ->
        [f] צריכה עזרה
        [m] צריך עזרה
       *[plural] צריכים עזרה
    }
home-thanks = טוב לדעת. מנוחה טובה.
home-help-called = נדרשת עזרה אחרי ״{ $title }״: { $name }. חשוב ליצור קשר עכשיו.
home-after-all = הגיעה הודעה מהבית אחרי ״{ $title }״: { $name }.
home-silent =
    אין תשובה מאז ״{ $title }״ מ:
    { $names }
    חשוב להתקשר.


## הדף לכל מי שבאים

action-brief =
    .title = מה כדאי לדעת לפני שנפגשים
    .when = מתי
    .where = איפה
    .purpose = בשביל מה
    .bring = כדאי לקחת
    .bring_usual = תעודת זהות, מים, כובע, טלפון טעון
    .programme = לוח הזמנים
    .licence = תנאי הרישיון
    .legal_line = הקו המשפטי ליום הזה
    .access = כדי שכולם יוכלו להשתתף
    .agreement = על מה הסכמנו
    .agreement_usual = בלי אלימות ובלי ציוד מסוכן. מכבדים זה את זה ומקשיבים לצוות.
    .photo = צילום
    .responses = מה עושים אם
    .after = ואחר כך
    .page = עמוד
    .of = מתוך
action-brief-caption = מה כדאי לדעת: ״{ $title }״, נכון ל־{ $date }
action-calendar = ליומן: ״{ $title }״
action-calendar-off = ליומן: ״{ $title }״ בוטלה, והקובץ הזה מוציא אותה מהיומן
