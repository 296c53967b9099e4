# What every conversation shares: progress, choices that steer, kind answers to what does not fit, notices.
#
# For whoever edits these files: $form (plural, f, m) is always there; where the three differ, write three sentences.
# Every line starts with a letter of its language, because phones take the direction of a line from its first letter.
# No marks for direction: inserted values are set apart by themselves.


## Going on, skipping, going back

cannot-skip = על השאלה הזאת אי אפשר לדלג. נבחר תשובה אחת, ונמשיך.
skipped = דילגנו. נרשם ״עוד לא ברור״, ואפשר לענות אחר כך.
nothing-before = זו השאלה הראשונה כאן, ואין לאן לחזור.
more-offer = עוד דבר אחד שיכול לעזור: { $topic }. נוסיף עכשיו?
more-offer-help =
    למה: זו לא חובה, אבל כל פרט כזה מחזק את התוכנית. דבר אחד בכל פעם.
    דוגמה: כשהראש מלא, ״זה מספיק״ היא תשובה טובה.
progress = { $stage } · { $number } מתוך { $total }
progress-more = { $stage }
conversation-label = { $title } · { $coalition }
about-item = כרטיס: { $item }
answered-so-far = התשובה עד עכשיו: { $value }
welcome-back =
    { $form ->
        [f] טוב שחזרת. נמשיך מאיפה שעצרת.
        [m] טוב שחזרת. נמשיך מאיפה שעצרת.
       *[plural] טוב שחזרתם. נמשיך מאיפה שעצרתם.
    }
place-moved = השאלה שעצרנו בה הוחלפה בינתיים. מה שנכתב נשמר, ונמשיך מכאן.
since-you-were-here =
    { $count ->
        [one] מאז הפעם הקודמת { $name } ועוד אנשים עדכנו תשובה אחת.
        [two] מאז הפעם הקודמת { $name } ועוד אנשים עדכנו שתי תשובות.
       *[other] מאז הפעם הקודמת { $name } ועוד אנשים עדכנו { $count } תשובות.
    }
since-you-were-here-by-one =
    { $count ->
        [one] מאז הפעם הקודמת עודכנה תשובה אחת, על ידי { $name }.
        [two] מאז הפעם הקודמת עודכנו שתי תשובות, על ידי { $name }.
       *[other] מאז הפעם הקודמת עודכנו { $count } תשובות, על ידי { $name }.
    }


## Choices that steer

choice-keep = להשאיר כך
choice-done = סיימתי
choice-drop-last = למחוק את האחרון
choice-now = כן, עכשיו
choice-something-else = משהו אחר
choice-enough = זה מספיק
choice-none-of-these = אף אחת מאלה
choice-my-answer = זו התשובה שלי
choice-back-to-question = בחזרה לשאלה
choice-add-to-earlier = להוסיף לתשובה הקודמת
answer-yes = כן
answer-no = לא
open-word =
    .save = לשמור
    .stop = לעצור
    .delete = למחוק
    .person = לדבר עם אדם
    .unsubscribe = להפסיק הודעות
    .checkin = לבדיקת השלום
choose-by-number =
    { $form ->
        [f] כתבי את המספר של התשובה.
        [m] כתוב את המספר של התשובה.
       *[plural] כתבו את המספר של התשובה.
    }
choose-several-by-number =
    { $form ->
        [f] אפשר לבחור כמה: כתבי את כל המספרים בהודעה אחת, למשל 2,5,7.
        [m] אפשר לבחור כמה: כתוב את כל המספרים בהודעה אחת, למשל 2,5,7.
       *[plural] אפשר לבחור כמה: כתבו את כל המספרים בהודעה אחת, למשל 2,5,7.
    }
list-button = לבחור מהרשימה
part = חלק { $number } מתוך { $total }


## What did not fit, and what was meant

was-it-an-answer =
    { $form ->
        [f] כתבת ״{ $text }״. זו תשובה לשאלה, או בקשה לעשות משהו?
        [m] כתבת ״{ $text }״. זו תשובה לשאלה, או בקשה לעשות משהו?
       *[plural] כתבתם ״{ $text }״. זו תשובה לשאלה, או בקשה לעשות משהו?
    }
and-this = הגיעה עוד הודעה: ״{ $text }״. זו תשובה לשאלה החדשה, או המשך של התשובה הקודמת?
added-to-earlier = הוספנו לתשובה הקודמת: ״{ $text }״
could-not-add = לתשובה הקודמת אי אפשר להוסיף, והיא נשארה כמו שהיא. כדי שלא ילך לאיבוד, זה מה שנכתב: ״{ $text }״
unfit =
    .voice = הודעה קולית עוד לא נוכל לשמוע. כאן עונים במילים כתובות או בלחיצה.
    .picture = תמונה עוד לא נוכל לקרוא. כאן עונים במילים כתובות או בלחיצה.
    .sticker = מדבקה זה נחמד, אבל לא נדע מה היא אומרת. כאן עונים במילים או בלחיצה.
    .place = מיקום לא נשמור, וכך בטוח יותר. כאן עונים במילים כתובות או בלחיצה.
    .file = קובץ עוד לא נוכל לפתוח. אפשר להעתיק לכאן את המשפט החשוב.
    .contact = איש קשר לא מתאים לשאלה הזאת, ולא שמרנו אותו. כאן עונים במילים או בלחיצה.
    .other = הודעה כזאת עוד לא נוכל לקרוא. כאן עונים במילים כתובות או בלחיצה.
no-such-choice = לא מצאנו אפשרות כזאת. אלה התשובות שאפשר לבחור:
did-not-fit =
    { $form ->
        [f] כתבת ״{ $text }״, וזו לא אחת התשובות כאן. בחרי מה הכי קרוב.
        [m] כתבת ״{ $text }״, וזו לא אחת התשובות כאן. בחר מה הכי קרוב.
       *[plural] כתבתם ״{ $text }״, וזו לא אחת התשובות כאן. בחרו מה הכי קרוב.
    }
nothing-readable =
    { $form ->
        [f] לא מצאנו בהודעה מילים. נסי שוב, גם משפט קצר מספיק.
        [m] לא מצאנו בהודעה מילים. נסה שוב, גם משפט קצר מספיק.
       *[plural] לא מצאנו בהודעה מילים. נסו שוב, גם משפט קצר מספיק.
    }
not-a-number = כאן צריך מספר, למשל 12. במקומו נכתב ״{ $text }״.
list-is-full = הרשימה מלאה, יש בה { $total } שורות. מה שנכתב עכשיו לא נכנס; אפשר לסיים או למחוק את האחרון.
listed-so-far =
    הרשימה עד עכשיו:
    { $items }
numbered = { $number }. { $text }
list-goes-on =
    { $form ->
        [f] יש עוד? כתבי כאן, שורה לכל דבר. אם זה הכול, לחצי ״סיימתי״.
        [m] יש עוד? כתוב כאן, שורה לכל דבר. אם זה הכול, לחץ ״סיימתי״.
       *[plural] יש עוד? כתבו כאן, שורה לכל דבר. אם זה הכול, לחצו ״סיימתי״.
    }
kept-name-only = שמרנו רק את השם. מספר הטלפון לא נשמר.
stale-button = הכפתור הזה משאלה קודמת. זו השאלה הפתוחה עכשיו:
not-your-button = הכפתור הזה שייך לשיחה אחרת, ולכן לא שינינו דבר.
edited-kept = ראינו את התיקון, ועכשיו התשובה היא: ״{ $text }״


## Answers as people read them back

not-clear-yet = עוד לא ברור
and-list =
    {""}
    { $items }
dash-line = – { $text }
answer-line = { $topic }: { $value }
summary-line = { $topic }: { $value }
stage-line = { $stage } – { $state }
stage-state =
    .empty = עוד לא התחלנו
    .begun = באמצע
    .answered = יש תשובות
    .approved = מאושר
approved = מאושר ונשמר, תודה. גם אחרי אישור אפשר לתקן.


## Saving, stopping, coming back after an outage

saved-word = הכול שמור. אפשר לעצור כאן, ולחזור מתי שנוח במילה ״תפריט״.
we-stopped = עצרנו לרגע. מה שנכתב נשמר, ונמשיך מכאן.
fallback-line = הטקסט שהיה כאן התחלף. נמשיך מכאן.
error-on-our-side = משהו השתבש אצלנו. מה שנכתב נשמר, וכבר קיבלנו על כך הודעה.


## A person, and a crisis

person-contact =
    אפשר לדבר עם אדם. כך פונים:
    { $contact }
person-no-contact = כאן עוד לא הוגדר אדם שאפשר לפנות אליו. אפשר לשאול את מי שמרכזים את הקואליציה.
crisis-safety =
    קודם כול הביטחון. אם יש סכנה לחיים, { $form ->
        [f] התקשרי
        [m] התקשר
       *[plural] התקשרו
    } עכשיו לאחד המספרים:

    { $numbers }

    כשיהיה בטוח, נמשיך כאן.
number-line = { $name } – טלפון { $number }
numbers-checked = המספרים נבדקו בתאריך { $date }.
numbers-unchecked = המספרים עוד לא נבדקו. אם אין מענה, כדאי לנסות מספר אחר.


## The coalition and the people in it

head-coalition = קואליציה: { $coalition }
unnamed-coalition = הקואליציה החדשה
former-member = מי שהיו כאן קודם
nameless-member = אדם בלי שם
coordinators-only = החלק הזה פתוח למי שמרכזים את הקואליציה.
no-longer-member = החברות בקואליציה הזאת הסתיימה, ולכן השאלה נסגרה.
code-unknown = ההזמנה הזאת לא עובדת. אולי עבר הזמן שלה, ואולי נפלה טעות בקוד. אפשר לבקש הזמנה חדשה ממי ששלחו אותה.
joined-welcome =
    { $form ->
        [f] ברוכה הבאה אל ״{ $coalition }״. מעכשיו אפשר לענות יחד ולראות את המפות ואת הסיכומים ששותפו.
        [m] ברוך הבא אל ״{ $coalition }״. מעכשיו אפשר לענות יחד ולראות את המפות ואת הסיכומים ששותפו.
       *[plural] ברוכים הבאים אל ״{ $coalition }״. מעכשיו אפשר לענות יחד ולראות את המפות ואת הסיכומים ששותפו.
    }
somebody-joined = הצטרפות חדשה אל ״{ $coalition }״: { $name }
invite-ready =
    ההזמנה מוכנה. הקוד: { $code }
    שולחים את הקוד, ומי שמצטרפים כותבים אותו כאן, בצ׳אט עם הבוט.
    בתוקף { $hours ->
        [one] לשעה אחת
        [two] לשעתיים
       *[other] ל־{ $hours } שעות
    }, ומתאימה { $uses ->
        [one] להצטרפות אחת
        [two] לשתי הצטרפויות
       *[other] לעד { $uses } הצטרפויות
    }. כדאי לשלוח רק לאנשים שסומכים עליהם.
invite-link =
    קישור להצטרפות:
    { $link }
role-label =
    .coordinator = ריכוז הקואליציה
    .member = חברות בקואליציה
became-coordinator =
    { $form ->
        [f] מעכשיו את מרכזת את ״{ $coalition }״. אפשר להזמין אנשים, לשתף סיכומים ולשנות תפקידים.
        [m] מעכשיו אתה מרכז את ״{ $coalition }״. אפשר להזמין אנשים, לשתף סיכומים ולשנות תפקידים.
       *[plural] מעכשיו הריכוז של ״{ $coalition }״ אצלכם. אפשר להזמין אנשים, לשתף סיכומים ולשנות תפקידים.
    }
became-member =
    { $form ->
        [f] הריכוז של ״{ $coalition }״ עבר הלאה. את נשארת חברה בקואליציה, ותודה על הדרך.
        [m] הריכוז של ״{ $coalition }״ עבר הלאה. אתה נשאר חבר בקואליציה, ותודה על הדרך.
       *[plural] הריכוז של ״{ $coalition }״ עבר הלאה. החברות שלכם בקואליציה נמשכת, ותודה על הדרך.
    }
removed-from =
    { $form ->
        [f] החברות שלך בקואליציה הסתיימה: ״{ $coalition }״. התשובות נשארות אצלה, והמילה ״מחיקה״ מוחקת גם את מה שנשמר עלייך.
        [m] החברות שלך בקואליציה הסתיימה: ״{ $coalition }״. התשובות נשארות אצלה, והמילה ״מחיקה״ מוחקת גם את מה שנשמר עליך.
       *[plural] החברות שלכם בקואליציה הסתיימה: ״{ $coalition }״. התשובות נשארות אצלה, והמילה ״מחיקה״ מוחקת גם את מה שנשמר עליכם.
    }
role-changed = התפקיד עודכן: { $member }
last-coordinator = בקואליציה צריך להישאר לפחות אדם אחד בריכוז. קודם נעביר את הריכוז לעוד מישהו, ואז זה אפשרי.
left-coalition =
    { $form ->
        [f] יצאת מהקואליציה: ״{ $coalition }״. לא יגיעו אלייך משם עוד הודעות.
        [m] יצאת מהקואליציה: ״{ $coalition }״. לא יגיעו אליך משם עוד הודעות.
       *[plural] יצאתם מהקואליציה: ״{ $coalition }״. לא יגיעו אליכם משם עוד הודעות.
    }
shared-summary =
    סיכום חדש מאת { $by }, עבור ״{ $coalition }״.
    הנושא: { $stage }

    { $summary }

    אפשר לראות את הכול בתפריט, תחת ״המסמכים שלנו״.
shared-with =
    { $count ->
        [one] הסיכום נשלח לאדם אחד.
        [two] הסיכום נשלח לשני אנשים.
       *[other] הסיכום נשלח ל־{ $count } אנשים.
    }
nobody-to-share-with = עוד אין עם מי לשתף. אפשר להזמין דרך התפריט, ב״אנשים והזמנות״.
unmuted = ההודעות של ״{ $coalition }״ חזרו.
nothing-to-mute = אין כרגע קואליציה ששולחת לכאן הודעות.


## Own data, deleting, being forgotten

mydata =
    זה מה ששמור כאן:
    שם: { $name }
    שפה: { $language }
    לשון פנייה: { $address }
    הסכמה מתאריך: { $consented }
    הקשר לצ׳אט: שמור מוצפן

    הקואליציות:
    { $coalitions }

    תשובות: { $answers }
mydata-coalition = { $coalition } – תפקיד: { $role }, תשובות: { $count }
mydata-answer = אצל { $coalition } · { $topic }: { $value }
answer-topic = תשובה קודמת
deleted-answer = התשובה נמחקה: { $topic }
deleted-conversation = השיחה נמחקה, עם התשובות שניתנו בה.
nothing-to-delete = אין כאן עכשיו מה למחוק.
forgotten =
    { $form ->
        [f] כל מה ששמרנו עלייך נמחק. תשובות שנתת נשארות בקואליציה, בלי השם שלך. את ההודעות שבצ׳אט הזה אפשר למחוק מהטלפון. אם תרצי לחזור, הדלת פתוחה.
        [m] כל מה ששמרנו עליך נמחק. תשובות שנתת נשארות בקואליציה, בלי השם שלך. את ההודעות שבצ׳אט הזה אפשר למחוק מהטלפון. אם תרצה לחזור, הדלת פתוחה.
       *[plural] כל מה ששמרנו עליכם נמחק. תשובות שנתתם נשארות בקואליציה, בלי השם שלכם. את ההודעות שבצ׳אט הזה אפשר למחוק מהטלפון. אם תרצו לחזור, הדלת פתוחה.
    }
forgotten-before-consent = בסדר גמור. לא שמרנו דבר. אפשר לחזור לכאן בכל זמן.


## The power map, drawn and in words

map-caption = מפת הכוח של ״{ $coalition }״, גרסה { $version }, נכון לתאריך { $date }
map-in-words =
    מפת הכוח של ״{ $coalition }״, במילים:
    { $lines }
map-line =
    { $heading }:
    { $players }
map-empty = המפה עוד ריקה. כמה שמות בשלב ב׳, והיא תתמלא.
power-map =
    .title = מפת כוח
    .stance-active_ally = פועלים איתנו
    .stance-passive_ally = מסכימים, לא פועלים
    .stance-neutral = ניטרליים
    .stance-passive_opp = מתנגדים בשקט
    .stance-active_opp = פועלים נגד
    .influence-high = הרבה השפעה
    .influence-mid = השפעה בינונית
    .influence-low = מעט השפעה
    .axis-stance = עמדה כלפי המטרה
    .axis-influence = השפעה על ההחלטה
    .corner-work_closely = לעבוד יד ביד
    .corner-keep_satisfied = להקשיב ולנסות לקרב
    .corner-keep_informed = לעדכן ולחבר
    .corner-monitor = לעקוב מרחוק
    .mark-pressure = על מי ללחוץ
    .mark-primary = היעד המרכזי
    .mark-shares = רוצים דבר דומה
    .mark-guess = השערה, עוד לא נבדק
    .strip = עוד בלי מקום במפה
    .strip-ours = בצד שלנו, בלי מקום במפה
    .strip-unknown = עוד לא ברור באיזה צד
    .strip-other = בצד השני, בלי מקום במפה
    .next = עם מי כדאי לדבר עכשיו
    .legend = מקרא
    .more = ועוד { $count }


## Names of things

language-name =
    .he = עברית
    .ar = ערבית
    .en = אנגלית
form-name =
    .plural = לשון רבים
    .f = לשון נקבה
    .m = לשון זכר
operator-unknown = המפעילים של השרת הזה


## What the platforms show about the bot

command-menu = לפתוח את התפריט
command-help = למה שואלים, עם דוגמה
command-crisis = משבר: מספרי חירום, ואז מרחב לחשוב
command-mydata = לראות מה נשמר עליי
command-forget = למחוק כל מה שנשמר עליי
command-stop = לעצור לרגע, או להפסיק הודעות
block = { $lines }


## Two people at one question, and whom a step belongs to

both-kept = בינתיים נכתבה כאן גם תשובה אחרת: ״{ $text }״. שתיהן שמורות.
meanwhile-answered = בינתיים נתנו כאן תשובה אחרת: { $value }. התשובה שלך היא שקובעת עכשיו, והקודמת שמורה.
choice-me = אני
