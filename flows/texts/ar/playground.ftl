# reviewed: no
# The playground's own page: what stands around the phones. What the bot says in them stands elsewhere.

playground-title = راكيزت: ساحة التجربة
playground-name = راكيزت
playground-needs-script = هذه الصفحة تحتاج إلى JavaScript. يُرجى تشغيله وتحميل الصفحة من جديد.
playground-hello = مرحبًا
playground-people = دانا، سمير، نوعا، ليلى، يوآف، ريم، تمار، أمير، ميخال، هبة، أوري، سلمى
playground-look-telegram = تيليغرام
playground-look-whatsapp = واتساب
playground-phones = الهواتف
playground-phone-of = هاتف
playground-unread = جديد:
playground-menu = خيارات أخرى
playground-close = إغلاق
playground-language = لغة الصفحة
playground-language-he = עברית
playground-language-ar = العربية
playground-language-en = English

## Clock
playground-clock = الوقت هنا
playground-clock-1h = بعد ساعة
playground-clock-1d = بعد يوم
playground-clock-next = التنبيه التالي
playground-clock-fired = تنبيهات حان وقتها:
playground-clock-sent = رسائل أُرسلت:
playground-clock-quiet = مرّ الوقت بهدوء، لا شيء للإرسال.
playground-clock-no-next = لا تنبيه في الانتظار.

## Adding phones
playground-add = إضافة هاتف
playground-add-telegram = هاتف تيليغرام
playground-add-whatsapp = هاتف واتساب

## A phone
playground-chat = المحادثة مع راكيزت
playground-bot = بوت
playground-business = حساب تجاري
playground-empty-telegram = هنا تبدأ المحادثة. ضغطة على «بدء»، ثم تطرح راكيزت السؤال الأول.
playground-empty-whatsapp = هنا تبدأ المحادثة. كلمة مرحبًا واحدة، ثم تطرح راكيزت السؤال الأول.
playground-start-telegram = بدء
playground-start-whatsapp = إلقاء التحية
playground-say = رسالة
playground-send = إرسال
playground-you-said = أُرسل من هنا:
playground-bot-said = راكيزت:
playground-edited = مُعدَّلة
playground-edit = تصحيح الرسالة
playground-editing = تصحيح الرسالة
playground-newest = إلى آخر رسالة
playground-cancel = إلغاء
playground-picture-sent = صورة من راكيزت. الضغط يفتحها بحجم كبير
playground-open-in = فتح الدعوة عند
playground-open-new = هاتف جديد

## What else a phone can send
playground-more = إرفاق شيء
playground-send-voice = رسالة صوتية
playground-send-picture = صورة
playground-send-sticker = ملصق
playground-send-place = موقع
playground-send-file = ملف
playground-send-contact = جهة اتصال
playground-contact-name = الاسم
playground-contact-number = رقم الهاتف
playground-open-invite = فتح دعوة
playground-invite-field = رابط الدعوة أو رمزها
playground-invite-open = فتح
playground-invite-wrong = هذا لا يبدو رابط دعوة أو رمزها.
playground-block = حظر راكيزت
playground-unblock = إلغاء الحظر
playground-blocked = راكيزت محظورة على هذا الهاتف.

## Drawer
playground-drawer = خلف الكواليس
playground-drawer-outbox = البريد الصادر
playground-drawer-timers = التنبيهات
playground-drawer-records = الإجابات
playground-drawer-map = الخريطة
playground-empty-outbox = لم تُرسل أي رسالة بعد.
playground-empty-timers = لا تنبيه في الانتظار.
playground-empty-records = لا إجابات محفوظة بعد.
playground-empty-map = تُرسم الخريطة عندما يكون عليها لاعبون.
playground-map-of = خريطة القوى لـ
playground-map-choose = أي ائتلاف؟

playground-column-id = رقم
playground-column-queued_at = كُتبت
playground-column-due_at = الموعد
playground-column-answered_at = وقت الإجابة
playground-column-current = سارية
playground-column-at = متى
playground-column-due = الموعد
playground-column-sent = أُرسلت
playground-column-to = إلى
playground-column-who = من
playground-column-whom = لمن
playground-column-person = من
playground-column-workspace = الائتلاف
playground-column-channel = القناة
playground-column-class = الفئة
playground-column-lane = المسار
playground-column-kind = النوع
playground-column-what = ماذا
playground-column-key = المفتاح
playground-column-field = الحقل
playground-column-value = الإجابة
playground-column-text = النص
playground-column-state = الحالة
playground-column-reason = السبب
playground-column-expires = صالح حتى
playground-column-version = النسخة

playground-state-queued = في الطابور
playground-state-sending = في الطريق
playground-state-accepted = وصلت
playground-state-refused = رُفضت
playground-state-unknown = غير مؤكد
playground-state-expired = انتهى وقتها
playground-state-cancelled = أُلغيت
playground-state-waiting = في الانتظار
playground-state-fired = نُفّذت
playground-state-void = ملغاة

playground-channel-playground_telegram = تيليغرام
playground-channel-playground_whatsapp = واتساب
playground-class-c0 = ردّ
playground-class-c1 = تعميم
playground-class-c2 = أزمة
playground-class-c3 = لمرّة واحدة
playground-lane-crisis = أزمة
playground-lane-reply = ردّ
playground-lane-handover = تسليم
playground-lane-scheduled = مُجدوَل
playground-lane-bulk = تعميم
playground-kind-retention = حذف ما انتهت مدّته
playground-kind-forget_unconsented = نسيان من لم يوافقوا

## When something does not work
playground-lost = لا اتصال بالخادم. المحاولة مستمرة.
playground-error = لم ينجح ذلك. يمكن المحاولة مرة أخرى.
playground-error-text_too_long = الرسالة أطول مما يتسع له هذا الهاتف.
playground-error-number_invalid = هذا لا يبدو رقم هاتف.
playground-error-too_many_phones = هناك اثنا عشر هاتفًا، وهذا يكفي للتجربة.
playground-error-not_kept = لم تُحفظ الرسالة. يُرجى إرسالها من جديد.
