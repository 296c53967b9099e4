# The playground's own page: what stands around the phones. What the bot says in them stands elsewhere.

playground-title = רכזת: מגרש ניסיונות
playground-name = רכזת
playground-needs-script = הדף הזה צריך JavaScript. כדאי להפעיל אותו ולטעון את הדף שוב.
playground-hello = שלום
playground-people = דנה, סמיר, נועה, לילא, יואב, רים, תמר, אמיר, מיכל, היבא, אורי, סלמא
playground-look-telegram = טלגרם
playground-look-whatsapp = וואטסאפ
playground-phones = הטלפונים
playground-phone-of = הטלפון של
playground-unread = חדשות:
playground-menu = עוד אפשרויות
playground-close = סגירה
playground-language = שפת הדף
playground-language-he = עברית
playground-language-ar = العربية
playground-language-en = English

## Clock
playground-clock = השעה במגרש
playground-clock-1h = עוד שעה
playground-clock-1d = עוד יום
playground-clock-next = ההתראה הבאה
playground-clock-fired = התראות שהגיע זמנן:
playground-clock-sent = הודעות שנשלחו:
playground-clock-quiet = הזמן עבר בשקט, אין מה לשלוח.
playground-clock-no-next = אין התראה שמחכה.

## Adding phones
playground-add = טלפון נוסף
playground-add-telegram = טלפון בטלגרם
playground-add-whatsapp = טלפון בוואטסאפ

## A phone
playground-chat = השיחה עם רכזת
playground-bot = בוט
playground-business = חשבון עסקי
playground-empty-telegram = כאן מתחילה השיחה. לחיצה על ״התחלה״, ורכזת תשאל את השאלה הראשונה.
playground-empty-whatsapp = כאן מתחילה השיחה. מילת שלום אחת, ורכזת תשאל את השאלה הראשונה.
playground-start-telegram = התחלה
playground-start-whatsapp = לומר שלום
playground-say = הודעה
playground-send = שליחה
playground-you-said = נשלח מכאן:
playground-bot-said = רכזת:
playground-edited = נערך
playground-edit = לתקן את ההודעה
playground-editing = תיקון ההודעה
playground-newest = להודעה האחרונה
playground-cancel = ביטול
playground-picture-sent = תמונה מרכזת. לחיצה פותחת אותה בגדול
playground-open-in = לפתוח את ההזמנה אצל
playground-open-new = טלפון חדש

## What else a phone can send
playground-more = לצרף משהו
playground-send-voice = הודעה קולית
playground-send-picture = תמונה
playground-send-sticker = מדבקה
playground-send-place = מיקום
playground-send-file = קובץ
playground-send-contact = פרטי קשר
playground-contact-name = שם
playground-contact-number = מספר טלפון
playground-open-invite = לפתוח הזמנה
playground-invite-field = קישור או קוד של הזמנה
playground-invite-open = פתיחה
playground-invite-wrong = זה לא נראה כמו קישור או קוד של הזמנה.
playground-block = לחסום את רכזת
playground-unblock = לבטל את החסימה
playground-blocked = רכזת חסומה בטלפון הזה.

## Drawer
playground-drawer = מאחורי הקלעים
playground-drawer-outbox = דואר יוצא
playground-drawer-timers = התראות
playground-drawer-records = תשובות
playground-drawer-map = מפה
playground-empty-outbox = עוד לא נשלחה אף הודעה.
playground-empty-timers = אין התראה שמחכה.
playground-empty-records = עוד אין תשובות שמורות.
playground-empty-map = המפה תצויר כשיהיו שחקנים במפת הכוחות.
playground-map-of = מפת הכוחות של
playground-map-choose = איזו קואליציה?

playground-column-id = מספר
playground-column-queued_at = נכתב
playground-column-due_at = מתי
playground-column-answered_at = נענה
playground-column-current = תקף
playground-column-at = מתי
playground-column-due = מתי
playground-column-sent = נשלח
playground-column-to = אל
playground-column-who = מי
playground-column-whom = למי
playground-column-person = מי
playground-column-workspace = קואליציה
playground-column-channel = ערוץ
playground-column-class = סוג
playground-column-lane = מסלול
playground-column-kind = סוג
playground-column-what = מה
playground-column-key = מפתח
playground-column-field = שדה
playground-column-value = תשובה
playground-column-text = תוכן
playground-column-state = מצב
playground-column-reason = סיבה
playground-column-expires = בתוקף עד
playground-column-version = גרסה

playground-state-queued = בתור
playground-state-sending = בדרך
playground-state-accepted = הגיעה
playground-state-refused = סורבה
playground-state-unknown = לא ידוע
playground-state-expired = פג הזמן
playground-state-cancelled = בוטלה
playground-state-waiting = מחכה
playground-state-fired = הופעלה
playground-state-void = בטלה

playground-channel-playground_telegram = טלגרם
playground-channel-playground_whatsapp = וואטסאפ
playground-class-c0 = תשובה
playground-class-c1 = תפוצה
playground-class-c2 = משבר
playground-class-c3 = חד־פעמי
playground-lane-crisis = משבר
playground-lane-reply = תשובה
playground-lane-handover = העברה
playground-lane-scheduled = מתוזמן
playground-lane-bulk = תפוצה
playground-kind-retention = ניקוי מה שפג זמנו
playground-kind-forget_unconsented = מחיקת מי שלא הסכימו

## When something does not work
playground-lost = אין קשר עם השרת. ממשיכים לנסות.
playground-error = זה לא הצליח. אפשר לנסות שוב.
playground-error-text_too_long = ההודעה ארוכה מדי לטלפון הזה.
playground-error-number_invalid = זה לא נראה כמו מספר טלפון.
playground-error-too_many_phones = יש כבר שנים עשר טלפונים. זה מספיק לניסיון.
playground-error-not_kept = ההודעה לא נשמרה. כדאי לשלוח שוב.
