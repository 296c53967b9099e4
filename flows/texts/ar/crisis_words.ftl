# reviewed: no
# What a crisis space says in messages, pictures and papers.

## Where to think

crisis-room = الأزمة التي فتحناها
crisis-go-on = نكمل: { $title }
crisis-open =
    .crisis_checkin = كيف حالي
    .crisis_ask = سؤال الجميع عن حالهم
crisis-for-coalition = مع التركيز: { $coalition }
crisis-for-me = تفكير وحدي، بخصوصية
crisis-only-for-its-team = هذه المساحة مفتوحة لفريقها فقط.
crisis-ally = { $name } · { $what }
choice-word-answer = كانت هذه إجابة

## In danger

crisis-danger-told = بلاغ عن خطر على حياة أو سلامة، من { $name }. من المهمّ التواصل الآن.
crisis-called =
    { $count ->
        [one] أُرسلت الرسالة إلى شخص واحد في التركيز.
        [two] أُرسلت الرسالة إلى شخصين في التركيز.
       *[other] أُرسلت الرسالة في التركيز، عدد الأشخاص: { $count }
    }
crisis-nobody-to-call = لا أحد الآن نُبلغه عبر البوت. الاتّصال هو الأسرع.

## The picture

crisis-about = { $title }
crisis-kind = { $words }
crisis-and = { $one } · { $other }
crisis-list =
    .facts =
        معروف:
        { $items }
    .unknowns =
        غير معروف بعد:
        { $items }
    .goals =
        أهداف:
        { $items }
    .options =
        خيارات:
        { $items }
crisis-count =
    .facts = معروف: { $count }
    .unknowns = غير معروف بعد: { $count }
    .goals = أهداف: { $count }
    .options = خيارات: { $count }
crisis-more = وأيضًا { $count }
crisis-line-of = – { $text } ({ $names })
crisis-decided = تقرّر: { $text }
crisis-actions = أعمال: { $count }، تمّ منها: { $done }
crisis-thinking = كتب حتى الآن { $count } من { $total } في الفريق
crisis-next-look = الفحص القادم: { $day }
crisis-way =
    .pause = التوقّف قليلًا
    .council = الانتقال إلى سلطة محلية
    .knesset = الانتقال إلى الكنيست
    .office = الانتقال إلى المهنيين
    .court = الانتقال إلى محكمة
    .media = الانتقال إلى الإعلام
    .field = العودة إلى الميدان
    .alliance = بناء شراكة جديدة
crisis-next =
    .one_hour = بعد ساعة ({ $hour })
    .three_hours = بعد 3 ساعات ({ $hour })
    .tonight = هذا المساء { $hour }
    .tomorrow = غدًا { $hour }
    .other = موعد آخر
    .never = بلا تذكير
crisis-role =
    .facts = حقائق
    .voice = إعلام
    .partners = شركاء
    .care = رعاية الناس
    .legal = مرافقة قانونية
crisis-role-line = – { $role }: { $name }، بديل: { $backup }
crisis-role-alone = – { $role }: { $name }

## The team

crisis-invite =
    أزمة في «{ $coalition }». طلب من { $name }: أن نفكّر معًا الآن.
    نفكّر هنا، في هذه المحادثة. ما يُكتب يبقى في الفريق.
choice-crisis-join = دخول وتفكير معًا
crisis-invited =
    { $count ->
        [0] لم تُرسل دعوة. ربّما الرسائل هناك صامتة.
        [one] أُرسلت الدعوة إلى شخص واحد.
        [two] أُرسلت الدعوة إلى شخصين.
       *[other] أُرسلت الدعوات، عددها: { $count }
    }
crisis-opened-told = فُتحت مساحة للتفكير في أزمة من أجل «{ $coalition }»، من { $name }. يمكن الدخول والاطّلاع.
crisis-somebody-joined = انضمام إلى فريق الأزمة: { $name }
crisis-live =
    الصورة كما هي الآن:

    { $picture }
crisis-team-name = فريق أزمة
choice-crisis-open = فتح المساحة
crisis-code =
    رمز فريق الأزمة: { $code }
    نرسله فقط إلى من نثق بهم. ساري المفعول، عدد الساعات: { $hours }، عدد الأشخاص: { $uses }
crisis-leads-now = قيادة الأزمة عندك من الآن. يمكن الدعوة والقرار وتحديد الفحص القادم.
crisis-left = تمّ الخروج من فريق الأزمة. شكرًا على ما قُدّم.
crisis-join-over = هذه الدعوة لم تعد سارية. يمكن طلب دعوة جديدة.
crisis-thank-you = شكرًا. ما كُتب هنا صار جزءًا من صورة الجميع.

## Decisions, actions, partners

decision-logged = سُجّل في سجلّ القرارات، رقم { $number }.
alert-decision =
    .review = حان وقت إعادة النظر في القرار: «{ $title }». هل ما زال صحيحًا؟
alert-crisis_task =
    .now = حان الوقت: «{ $title }» ({ $day }). المسؤولية: { $owner }. أين يقف الأمر؟
crisis-steps-kept =
    { $count ->
        [one] حُفظت خطوة واحدة، مع تذكير في موعدها.
        [two] حُفظت خطوتان، مع تذكير في الموعد.
       *[other] حُفظت خطوات مع تذكير في مواعيدها، عددها: { $count }
    }
crisis-connect-kept =
    حُفظ طلب الوصل. لا يوجد في البوت بعد فريق استشارة يجيب، فالتوجّه المباشر هو الأسرع.
    { $contact }
crisis-connect-nobody = لم يُعيَّن هنا بعد شخص يمكن التوجّه إليه.

## The statement

statement-part =
    .feel = { $text }
    .known = ما نعرفه: { $text }
    .unknown = قيد الفحص: { $text }
    .doing = ماذا نفعل الآن: { $text }
    .next = التحديث القادم: { $text }
    .contact = للأسئلة: { $text }
statement-second =
    بلغة أخرى:
    { $text }
statement-state =
    .none = لم نطلب موافقة بعد.
    .asked = ننتظر موافقة { $name }.
    .approved = تمّت الموافقة من { $name }.
    .returned = أُعيد للتصحيح من { $name }: { $remark }
    .outside = موافقة { $name } خارج البوت. بعدها يمكن النشر.
statement-ask = طلب من { $name }: الموافقة على بيان قبل صدوره. الأمر قصير.
choice-statement-read = قراءة وموافقة
statement-asked = أُرسل الطلب. الجواب يصل إلى هنا.
statement-not-here = الاسم { $name } ليس في الفريق هنا، فنطلب الموافقة بطريقة أخرى ثم نعود إلى هنا.
statement-approved-told = تمّت الموافقة على البيان من { $name }.
statement-returned-told = أُعيد البيان للتصحيح من { $name }: { $remark }
statement-thanks = شكرًا. أُرسل الجواب.
statement-gone = لا بيان الآن ينتظر موافقة.
statement-ready = هذا هو البيان، جاهز للنسخ:
statement-released =
    .public = نشر البيان الأوّل
    .reactive = الردّ فقط إن سُئلنا
    .wait = الانتظار مع البيان
statement-empty = لم يُكتب بعد. الأمر قصير: ستّ جمل، ويمكن تخطّي أيّ منها.
statement-not-approved = للانتباه: لا موافقة بعد على هذا البيان.

## The clock

crisis-update-due = حان وقت الفحص من جديد: «{ $title }». ما الجديد؟ ماذا نقرّر؟
crisis-update-again = لم نفحص من جديد بعد: «{ $title }». «لا جديد» جواب أيضًا. يمكن تحديد موعد آخر.
choice-crisis-round = إلى الجولة القادمة
crisis-next-kept = نفحص من جديد: { $day }. نذكّر.
crisis-closed-told = انتهت الأزمة: «{ $title }». شكرًا لكلّ من فكّر معنا. بعد أيام نسأل ماذا تعلّمنا.
crisis-closed = أُغلقت الأزمة. توقّفت تذكيراتها، وكلّ ما كُتب محفوظ في السجلّ.
crisis-review-due = أيام بعد الأزمة «{ $title }»: ماذا خطّطنا، ماذا حدث، ماذا نحفظ وماذا نغيّر؟ عشر دقائق.
choice-crisis-review = إلى استخلاص العبر

## The card and the log

crisis-card-caption = بطاقة الأزمة بتاريخ { $date }. للفريق فقط.
crisis-log-caption = سجلّ الأزمة بتاريخ { $date }. للفريق فقط.
crisis-page =
    .card = بطاقة أزمة
    .log = سجلّ أزمة
    .next = الفحص القادم
    .lead = القيادة
    .started = البداية
    .kind = النوع والحال
    .facts = معروف
    .unknowns = غير معروف بعد
    .rumours = شائعات، لا حقائق
    .affected = اتّصال شخصي
    .goals = أهداف
    .control = بأيدينا
    .influence = يمكن التأثير
    .aside = جانبًا الآن
    .options = خيارات
    .decision = القرار
    .hour = في الساعة القريبة
    .day = حتى مساء الغد
    .week = حتى آخر الأسبوع القادم
    .partners = شركاء، وماذا نطلب
    .team = الفريق
    .timeline = خطّ الزمن
    .decisions = سجلّ القرارات
    .actions = جدول الأعمال
    .picture = الصورة
    .thinking = ما فكّرنا به
    .statement = البيان الأوّل
    .care = رعاية الناس
    .checks = الساعة الأولى، تمّ
    .opened = فُتحت مساحة للتفكير
    .released = تقرّر بشأن البيان الأوّل
    .ended = انتهت الأزمة
    .began = هكذا بدأت
    .when = متى
    .what = ماذا
    .number = رقم
    .reason = لماذا
    .weighed = وُزن أيضًا
    .by = من قرّر
    .review = إعادة النظر
    .horizon = المدى
    .action = عمل
    .owner = المسؤولية
    .due = الموعد
    .done = تمّ
    .yes = نعم
    .page = صفحة
    .of = من
    .confidential = لفريق الأزمة فقط
    .empty = لم يُكتب شيء بعد. كلّ جزء بداية جيّدة.
