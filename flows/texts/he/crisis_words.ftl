# What a crisis space says in messages, pictures and papers.

## Where to think

crisis-room = המשבר שפתחנו
crisis-go-on = להמשיך: { $title }
crisis-open =
    .crisis_checkin = מה שלומי
    .crisis_ask = לשאול מה שלום כולם
crisis-for-coalition = עם הריכוז: { $coalition }
crisis-for-me = לחשוב לבד, בפרטי
crisis-only-for-its-team = המרחב הזה פתוח רק לצוות שלו.
crisis-ally = { $name } · { $what }
choice-word-answer = זו הייתה תשובה

## In danger

crisis-danger-told = דיווח על סכנה לחיים או לבטיחות, מאת { $name }. כדאי ליצור קשר עכשיו.
crisis-called =
    { $count ->
        [one] ההודעה נשלחה לאדם אחד מהריכוז.
        [two] ההודעה נשלחה לשני אנשים מהריכוז.
       *[other] ההודעה נשלחה ל־{ $count } אנשים מהריכוז.
    }
crisis-nobody-to-call = אין כרגע למי להודיע דרך הבוט. הכי מהיר הוא להתקשר.

## The picture

crisis-about = { $title }
crisis-kind = { $words }
crisis-and = { $one } · { $other }
crisis-list =
    .facts =
        ידוע:
        { $items }
    .unknowns =
        עוד לא ידוע:
        { $items }
    .goals =
        מטרות:
        { $items }
    .options =
        אפשרויות:
        { $items }
crisis-count =
    .facts = ידוע: { $count }
    .unknowns = עוד לא ידוע: { $count }
    .goals = מטרות: { $count }
    .options = אפשרויות: { $count }
crisis-more =
    { $count ->
        [one] ועוד אחת
       *[other] ועוד { $count }
    }
crisis-line-of = – { $text } ({ $names })
crisis-decided = הוחלט: { $text }
crisis-actions =
    { $count ->
        [one] פעולה אחת, בוצעו: { $done }
       *[other] { $count } פעולות, בוצעו: { $done }
    }
crisis-thinking = כתבו עד עכשיו { $count } מתוך { $total } בצוות
crisis-next-look = הבדיקה הבאה: { $day }
crisis-way =
    .pause = לעצור רגע
    .council = לעבור לרשות מקומית
    .knesset = לעבור לכנסת
    .office = לעבור לדרג המקצועי
    .court = לעבור לבית משפט
    .media = לעבור לתקשורת
    .field = לחזור לשטח ולקהילה
    .alliance = לבנות שותפות חדשה
crisis-next =
    .one_hour = בעוד שעה ({ $hour })
    .three_hours = בעוד 3 שעות ({ $hour })
    .tonight = הערב ב־{ $hour }
    .tomorrow = מחר ב־{ $hour }
    .other = מועד אחר
    .never = בלי תזכורת
crisis-role =
    .facts = עובדות
    .voice = דוברות
    .partners = שותפים
    .care = דאגה לאנשים
    .legal = ליווי משפטי
crisis-role-line = – { $role }: { $name }, גיבוי: { $backup }
crisis-role-alone = – { $role }: { $name }

## The team

crisis-invite =
    משבר ב״{ $coalition }״. בקשה מאת { $name }: לחשוב יחד עכשיו.
    חושבים כאן, בצ׳אט הזה. מה שנכתב נשאר בצוות.
choice-crisis-join = להיכנס ולחשוב יחד
crisis-invited =
    { $count ->
        [0] לא נשלחה הזמנה. אולי ההודעות שם מושתקות.
        [one] ההזמנה נשלחה לאדם אחד.
        [two] ההזמנה נשלחה לשני אנשים.
       *[other] ההזמנה נשלחה ל־{ $count } אנשים.
    }
crisis-opened-told = נפתח מרחב חשיבה במשבר עבור ״{ $coalition }״, מאת { $name }. אפשר להיכנס ולראות.
crisis-somebody-joined = הצטרפות לצוות המשבר: { $name }
crisis-live =
    התמונה, כמו שהיא עכשיו:

    { $picture }
crisis-team-name = צוות משבר
choice-crisis-open = לפתוח את המרחב
crisis-code =
    הקוד לצוות המשבר: { $code }
    שולחים רק לאנשים שסומכים עליהם. תקף { $hours } שעות, לעד { $uses } אנשים.
crisis-leads-now = מעכשיו ההובלה של המשבר אצלך. אפשר לזמן, להחליט ולקבוע מתי בודקים שוב.
crisis-left = יצאת מצוות המשבר. תודה על מה שהבאת.
crisis-join-over = ההזמנה הזאת כבר לא בתוקף. אפשר לבקש הזמנה חדשה.
crisis-thank-you = תודה. מה שכתבת מחובר עכשיו לתמונה של כולם.

## Decisions, actions, partners

decision-logged = נרשם ביומן ההחלטות, מספר { $number }.
alert-decision =
    .review = הגיע הזמן לבדוק שוב את ההחלטה: ״{ $title }״. היא עדיין נכונה?
alert-crisis_task =
    .now = הגיעה השעה: ״{ $title }״ ({ $day }). אחריות: { $owner }. איפה זה עומד?
crisis-steps-kept =
    { $count ->
        [one] צעד אחד נשמר, עם תזכורת במועד.
        [two] שני צעדים נשמרו, עם תזכורת במועד.
       *[other] { $count } צעדים נשמרו, עם תזכורת במועד.
    }
crisis-connect-kept =
    הבקשה לחיבור נשמרה. בבוט עוד אין צוות ייעוץ שעונה, אז הכי מהיר לפנות ישירות.
    { $contact }
crisis-connect-nobody = עוד לא הוגדר כאן אדם שאפשר לפנות אליו.

## The statement

statement-part =
    .feel = { $text }
    .known = מה ידוע לנו: { $text }
    .unknown = מה עוד נבדק: { $text }
    .doing = מה עושים עכשיו: { $text }
    .next = העדכון הבא: { $text }
    .contact = לשאלות: { $text }
statement-second =
    בשפה נוספת:
    { $text }
statement-state =
    .none = עוד לא ביקשנו אישור.
    .asked = מחכים לאישור של { $name }.
    .approved = אושר על ידי { $name }.
    .returned = הוחזר לתיקון על ידי { $name }: { $remark }
    .outside = האישור של { $name } הוא מחוץ לבוט. אחריו אפשר לפרסם.
statement-ask =
    בקשה מאת { $name }: לאשר הודעה לפני שהיא יוצאת. זה קצר.
choice-statement-read = לקרוא ולאשר
statement-asked = הבקשה נשלחה. התשובה תגיע לכאן.
statement-not-here = השם { $name } לא בצוות שכאן, אז מבקשים את האישור בדרך אחרת. אחר כך חוזרים לכאן.
statement-approved-told = ההודעה אושרה על ידי { $name }.
statement-returned-told = ההודעה חזרה לתיקון מאת { $name }: { $remark }
statement-thanks = תודה. התשובה נשלחה.
statement-gone = אין כרגע הודעה שמחכה לאישור.
statement-ready = זו ההודעה, מוכנה להעתקה:
statement-released =
    .public = לפרסם את ההודעה הראשונה
    .reactive = לענות רק אם פונים
    .wait = להמתין עם ההודעה
statement-empty = עוד לא נכתבה. זה קצר: שישה משפטים, ואפשר לדלג על כל אחד.
statement-not-approved = שימו לב: עוד אין אישור להודעה הזאת.

## The clock

crisis-update-due = הגיעה השעה לבדוק שוב: ״{ $title }״. מה חדש? מה מחליטים?
crisis-update-again = עוד לא בדקנו שוב: ״{ $title }״. גם ״אין חדש״ היא תשובה. אפשר לקבוע מועד אחר.
choice-crisis-round = לסבב הבא
crisis-next-kept = נבדוק שוב: { $day }. נזכיר.
crisis-closed-told = המשבר הסתיים: ״{ $title }״. תודה לכל מי שחשבו יחד. בעוד כמה ימים נשאל מה למדנו.
crisis-closed = המשבר נסגר. התזכורות שלו נעצרו, וכל מה שנכתב שמור ביומן.
crisis-review-due = כמה ימים אחרי המשבר: ״{ $title }״. מה תכננו, מה קרה, מה נשמר ומה נשנה? עשר דקות.
choice-crisis-review = להפקת לקחים

## The card and the log

crisis-card-caption = כרטיס המשבר, נכון לתאריך { $date }. רק לצוות.
crisis-log-caption = יומן המשבר, נכון לתאריך { $date }. רק לצוות.
crisis-page =
    .card = כרטיס משבר
    .log = יומן משבר
    .next = הבדיקה הבאה
    .lead = הובלה
    .started = התחיל
    .kind = מה ואיפה עומד
    .facts = ידוע
    .unknowns = עוד לא ידוע
    .rumours = שמועות, לא עובדות
    .affected = להתקשר אישית
    .goals = מטרות
    .control = בשליטה שלנו
    .influence = אפשר להשפיע
    .aside = בצד כרגע
    .options = אפשרויות
    .decision = ההחלטה
    .hour = בשעה הקרובה
    .day = עד מחר בערב
    .week = עד סוף השבוע הבא
    .partners = שותפים, ומה מבקשים
    .team = צוות
    .timeline = ציר הזמן
    .decisions = יומן ההחלטות
    .actions = טבלת הפעולות
    .picture = התמונה
    .thinking = מה חשבנו
    .statement = ההודעה הראשונה
    .care = דאגה לאנשים
    .checks = שעה ראשונה, בוצע
    .opened = נפתח מרחב חשיבה
    .released = הוחלט על ההודעה הראשונה
    .ended = המשבר הסתיים
    .began = כך זה התחיל
    .when = מתי
    .what = מה
    .number = מס׳
    .reason = למה
    .weighed = נשקל גם
    .by = מי החליט
    .review = לבדוק שוב
    .horizon = טווח
    .action = פעולה
    .owner = אחריות
    .due = מועד
    .done = בוצע
    .yes = כן
    .page = עמוד
    .of = מתוך
    .confidential = רק לצוות המשבר
    .empty = עוד לא נכתב דבר. אפשר להתחיל בכל חלק.
