# What people are told in a check-in and a crisis: the question, calls for help, how it stands, the switch.


## השאלה

checkin-hello = היי { $name },
checkin-hello-all = היי,
checkin-asks =
    .usual = { $hello } רק בודקים: מה שלומך עכשיו?
    .siren = { $hello } הייתה אזעקה. הכול בסדר אצלך?
    .home = { $hello } רק בודקים: הגעת הביתה בשלום?
    .news = { $hello } שמענו את החדשות. מה שלומך עכשיו?
checkin-from = בדיקת שלום מ״{ $coalition }״.
checkin-drill = זה תרגול. אין מצב חירום.
checkin-again = עוד לא שמענו ממך, ולכן נשאל שוב:
checkin-how = לחיצה אחת מספיקה. אפשר גם לענות במילה: ״בסדר״ או ״צריך עזרה״.
crisis-mark-number = הודעה מס׳ { $number }
crisis-mark-repeat = חזרה על הודעה מס׳ { $number }. אם כבר הגיעה, אין צורך לענות שוב.


## אחרי התשובה

checkin-thanks =
    .ok = תודה, טוב לשמוע. נרשם.
    .unsure = תודה, נרשם.
checkin-told =
    { $count ->
        [0] נרשם שנחוצה עזרה. לא מצאנו כרגע למי להודיע; בסכנה כדאי להתקשר מיד למספרי החירום.
        [one] נרשם, והודענו עכשיו לאדם אחד שדואג כאן לאנשים.
        [two] נרשם, והודענו עכשיו לשני אנשים שדואגים כאן לאנשים.
       *[other] נרשם, והודענו עכשיו ל־{ $count } אנשים שדואגים כאן לאנשים.
    }
checkin-told-before = נרשם. מי שדואגים כאן לאנשים כבר יודעים.
checkin-finished = תודה על התשובות. הן יימחקו 30 יום אחרי שהבדיקה תיסגר.
checkin-not-read = הגיעה ההודעה ״{ $text }״, ולא היינו בטוחים מה זה אומר. זו השאלה:
was-it-checkin = הגיעה ההודעה ״{ $text }״. זו תשובה לבדיקת השלום, או לשאלה שפתוחה כאן?
checkin-just-in-case = ליתר ביטחון כבר הודענו למי שדואגים כאן לאנשים.


## קריאות לעזרה

care-call =
    .help = { $name }: נחוצה עזרה.
    .danger = דחוף. { $name }: סכנה מיידית.
care-call-silent =
    { $count ->
        [one] אדם אחד עוד לא ענה לבדיקת השלום. כדאי להתקשר:
        [two] שני אנשים עוד לא ענו לבדיקת השלום. כדאי להתקשר:
       *[other] { $count } אנשים עוד לא ענו לבדיקת השלום. כדאי להתקשר:
    }
    { $names }
care-more = ועוד { $count }
care-again = עוד אף אחד לא לקח את זה.
care-needs = מה יעזור: { $needs }
care-followup =
    .call = לחזור בשיחה.
    .text = לחזור בהודעה, לא בשיחה.
    .none = אין צורך לחזור.
care-update = עדכון. { $name }:
care-answered =
    .ok = { $name }: עכשיו יש תשובה – בסדר.
    .help = { $name }: עכשיו יש תשובה – נחוצה עזרה.
    .unsure = { $name }: עכשיו יש תשובה – לא לגמרי ברור.
care-drill = תרגול.
choice-on-it = אני על זה
care-taken = { $name } על זה: { $what }
care-taken-by-you = תודה. רשמנו שזה אצלך, והאחרים ידעו: { $what }
care-taken-already = { $name } כבר על זה: { $what }
care-over = הקריאה הזאת כבר הסתיימה. תודה.
care-what =
    .person = { $name }
    .silent = מי שלא ענו
care-not-yours = הקריאה הזאת פתוחה למי שדואגים כאן לאנשים.
care-report =
    דיווח מהשטח ({ $source }):
    { $text }
care-source =
    .saw = נראה בעיניים
    .told = מפי אחרים
    .online = מהרשת
    .unknown = מקור לא ידוע


## תמונת מצב

rollup =
    { $head }
    בסדר: { $ok }
    נחוצה עזרה: { $help }
    לא ברור: { $unsure }
    אין תשובה: { $silent }
    לא הגענו: { $unreached }
    יחד: { $asked }
rollup-head =
    .open = בדיקת השלום, משעה { $time }
    .drill = תרגול: בדיקת השלום, משעה { $time }
    .closed = בדיקת השלום, משעה { $time }. סגורה.
    .cancelled = אזעקת שווא, משעה { $time }. בוטלה.
rollup-names =
    .help = נחוצה עזרה: { $names }
    .unsure = לא ברור: { $names }
rollup-danger = { $name } (סכנה)
rollup-taken = { $name } ({ $by } על זה)
rollup-need = { $need }: צריכים { $needing }, מציעים { $offering }
choice-silent-names = מי עוד לא ענו
choice-connect = צרכים והצעות
choice-close-checkin = לסגור את הבדיקה
checkin-sent =
    { $count ->
        [0] אין כרגע למי לשלוח: אף אחד אחר לא מקבל כאן הודעות.
        [one] השאלה יצאה לאדם אחד. המספרים כאן מתעדכנים לבד.
        [two] השאלה יצאה לשני אנשים. המספרים כאן מתעדכנים לבד.
       *[other] השאלה יצאה ל־{ $count } אנשים. המספרים כאן מתעדכנים לבד.
    }
checkin-open-already = כבר פתוחה כאן בדיקה. כך היא עומדת:
checkin-none-open = אין כרגע בדיקה פתוחה.
checkin-closed = הבדיקה נסגרה. התשובות יימחקו ב־{ $date }, והמספרים יישארו.
checkin-everybody-answered = כולם ענו.
checkin-silent-names =
    עוד לא ענו:
    { $names }
checkin-unreached-names =
    לא הגענו אליהם (חסמו את הבוט, או הפסיקו את ההודעות):
    { $names }


## צרכים והצעות

match-label = לחבר: { $need }
match-nobody = לשאלה הזאת אין כרגע מי שמציעים.
match-connected =
    חיברנו: { $need }
    { $pairs }
    כדאי לפנות עכשיו לשני הצדדים.
match-pair = { $needing } – { $offering }
match-to-needing = מצאנו מי שיכולים לעזור: { $need }. { $lead } בקשר, ויחזרו אליך.
match-to-offering = תודה שהצעת. צריך עכשיו: { $need }. { $lead } בקשר, ויחזרו אליך.


## מי דואגים לאנשים, ובדיקה לפי שעון

care-nobody-named = הריכוז
care-nobody-on-duty = עוד אין
care-unknown = לא מצאנו כאן חברות או חברים בשם הזה.
care-now = { $name } ברשימה של מי שדואגים לאנשים.
care-no-more = { $name } כבר לא ברשימה.
care-you-are = מעכשיו קריאות לעזרה מ״{ $coalition }״ מגיעות גם אליך.
duty-now = { $name } בתורנות: אפשר להפעיל מצב חירום בלי אישור נוסף.
duty-no-more = { $name } כבר לא בתורנות.
duty-told = תורנות ב״{ $coalition }״: { $name }. מי שבתורנות יכולים להפעיל מצב חירום בלי אישור נוסף.
state-of =
    .calm =
        לשאול את כולם ״{ $question }״
        { $count ->
            [0] אין כאן עוד אנשים שאפשר להגיע אליהם.
            [one] השאלה תצא לאדם אחד.
            [two] השאלה תצא לשני אנשים.
           *[other] השאלה תצא ל־{ $count } אנשים.
        }
    .alarm = מצב חירום פועל ב״{ $coalition }״.
    .alarm_drill = תרגול של מצב חירום פועל ב״{ $coalition }״.
plan-none = עדיין לא נקבעה בדיקה לפי שעון.
plan-is =
    .once = נקבע: ב{ $day } בשעה { $hour }.
    .day = נקבע: כל יום בשעה { $hour }.
    .week = נקבע: כל { $day } בשעה { $hour }.
plan-kept = רשמנו.
plan-dropped = הבדיקה לפי שעון בוטלה.
plan-is-over = השעה הזאת כבר עברה. נקבע שעה אחרת.


## מצב חירום

alarm-approval =
    .second = צריך אישור של עוד אדם, תוך שתי דקות.
    .duty = התורנות אצלך, ולכן לא צריך אישור נוסף.
    .nobody = אין כרגע מי שיאשר. אפשר לקבוע תורנות ב״מי דואגים לאנשים״, ובינתיים לשאול את כולם בלי מצב חירום.
alarm-asked =
    { $count ->
        [one] ביקשנו אישור מאדם אחד. התשובה צריכה להגיע תוך שתי דקות.
        [two] ביקשנו אישור משני אנשים. די באחד, תוך שתי דקות.
       *[other] ביקשנו אישור מ־{ $count } אנשים. די באחד, תוך שתי דקות.
    }
alarm-wanted = { $name }: להפעיל מצב חירום ב״{ $coalition }״? כולם יקבלו הודעה, ותזכורות שגרה ייעצרו. האישור בתוקף עד { $time }.
alarm-wanted-drill = { $name }: להפעיל תרגול של מצב חירום ב״{ $coalition }״? האישור בתוקף עד { $time }.
choice-approve-alarm = לאשר
choice-refuse-alarm = לא עכשיו
alarm-nobody = אין כאן עוד מי שיאשר, ואין תורנות שלך. אפשר לקבוע תורנות ב״מי דואגים לאנשים״, או לשאול את כולם בלי מצב חירום.
alarm-too-many = היום כבר הופעל כאן מצב חירום שלוש פעמים. אפשר עדיין לשאול את כולם ״מה שלומך״.
alarm-is-on = מצב חירום כבר פועל.
alarm-waits = כבר ביקשנו אישור, והוא עוד בתוקף.
alarm-lapsed = לא הגיע אישור תוך שתי דקות, ומצב החירום לא הופעל. לא נשלחה שום הודעה.
alarm-too-late = הבקשה הזאת כבר לא בתוקף. תודה.
alarm-own = האישור צריך לבוא מאדם אחר.
alarm-refused = { $name }: לא עכשיו. מצב החירום לא הופעל.
alarm-refused-by-you = בסדר. מצב החירום לא הופעל.
alarm-started = מצב חירום ב״{ $coalition }״.
alarm-started-drill = תרגול: מצב חירום ב״{ $coalition }״.
alarm-on =
    { $count ->
        [0] מצב החירום פועל. אין כרגע למי לשלוח הודעה.
        [one] מצב החירום פועל. ההודעה ובדיקת השלום יצאו לאדם אחד, ותזכורות השגרה נעצרו.
        [two] מצב החירום פועל. ההודעה ובדיקת השלום יצאו לשני אנשים, ותזכורות השגרה נעצרו.
       *[other] מצב החירום פועל. ההודעה ובדיקת השלום יצאו ל־{ $count } אנשים, ותזכורות השגרה נעצרו.
    }
alarm-approved-by = האישור הגיע: { $name }
alarm-think = מרחב החשיבה פתוח: מה קורה, מה המטרה, מה עושים עכשיו.
choice-think-space = למרחב החשיבה
alarm-over = מצב החירום ב״{ $coalition }״ הסתיים. חוזרים לשגרה. תודה לכולם.
alarm-over-drill = התרגול של מצב החירום ב״{ $coalition }״ הסתיים. תודה לכולם.
alarm-false = ההודעה הקודמת מ״{ $coalition }״ הייתה אזעקת שווא. אין מצב חירום, ואין צורך לענות. סליחה על הבהלה.
alarm-false-drill = התרגול ב״{ $coalition }״ בוטל. אין צורך לענות.
alarm-ended =
    { $count ->
        [0] הסתיים. אף אחד עוד לא קיבל את ההודעה הראשונה, ולכן לא צריך להודיע.
        [one] הסתיים. הודענו לאדם אחד, ותזכורות השגרה חזרו.
        [two] הסתיים. הודענו לשני אנשים, ותזכורות השגרה חזרו.
       *[other] הסתיים. הודענו ל־{ $count } אנשים, ותזכורות השגרה חזרו.
    }
alarm-not-on = אין כרגע מצב חירום.
alarm-ended-by = מצב החירום הסתיים. כך הוחלט על ידי { $name }.
mydata-checkin = בדיקת שלום מתאריך { $date }
