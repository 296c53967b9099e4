# reviewed: no
# What every conversation shares: progress, choices that steer, kind answers to what does not fit, notices.
#
# For whoever edits these files: $form (plural, f, m) is always there; where the three differ, write three sentences.
# Every line starts with a letter of its language, because phones take the direction of a line from its first letter.
# No marks for direction: inserted values are set apart by themselves.


## Going on, skipping, going back

cannot-skip = لا يمكن تخطّي هذا السؤال. نختار إجابة واحدة ثم نكمل.
skipped = تخطّينا السؤال. سجّلنا «لم يتّضح بعد»، ويمكن الإجابة لاحقًا.
nothing-before = هذا هو السؤال الأوّل هنا، ولا سؤال قبله.
more-offer = أمر واحد آخر قد يساعد: { $topic }. هل نضيفه الآن؟
more-offer-help =
    السبب: هذا ليس إلزاميًا، لكنّ كلّ تفصيل كهذا يقوّي الخطة. أمر واحد في كلّ مرّة.
    مثال: عند التعب، «هذا يكفي» إجابة جيّدة.
progress = { $stage } · { $number } من { $total }
progress-more = { $stage }
conversation-label = { $title } · { $coalition }
about-item = بطاقة: { $item }
answered-so-far = الإجابة حتى الآن: { $value }
welcome-back =
    { $form ->
        [f] أهلًا بعودتك. نكمل من حيث توقّفتِ.
        [m] أهلًا بعودتك. نكمل من حيث توقّفتَ.
       *[plural] أهلًا بعودتكم. نكمل من حيث توقّفتم.
    }
place-moved = السؤال الذي توقّفنا عنده تبدّل في هذه الأثناء. كلّ ما كُتب محفوظ، ونكمل من هنا.
since-you-were-here =
    { $count ->
        [zero] منذ المرّة السابقة لم تتغيّر أيّ إجابة عند { $name } والآخرين.
        [one] منذ المرّة السابقة تغيّرت إجابة واحدة، من { $name } وآخرين.
        [two] منذ المرّة السابقة تغيّرت إجابتان، من { $name } وآخرين.
        [few] منذ المرّة السابقة تغيّرت { $count } إجابات، من { $name } وآخرين.
        [many] منذ المرّة السابقة تغيّرت { $count } إجابة، من { $name } وآخرين.
       *[other] منذ المرّة السابقة تغيّرت { $count } إجابة، من { $name } وآخرين.
    }
since-you-were-here-by-one =
    { $count ->
        [zero] منذ المرّة السابقة لم تتغيّر أيّ إجابة عند { $name }.
        [one] منذ المرّة السابقة تغيّرت إجابة واحدة، من { $name }.
        [two] منذ المرّة السابقة تغيّرت إجابتان، من { $name }.
        [few] منذ المرّة السابقة تغيّرت { $count } إجابات، من { $name }.
        [many] منذ المرّة السابقة تغيّرت { $count } إجابة، من { $name }.
       *[other] منذ المرّة السابقة تغيّرت { $count } إجابة، من { $name }.
    }


## Choices that steer

choice-keep = إبقاؤها كما هي
choice-done = انتهيت
choice-drop-last = حذف الأخير
choice-now = نعم، الآن
choice-something-else = شيء آخر
choice-enough = هذا يكفي
choice-none-of-these = لا شيء من هذه
choice-my-answer = هذه إجابتي
choice-back-to-question = عودة إلى السؤال
choice-add-to-earlier = إضافة إلى السابقة
answer-yes = نعم
answer-no = لا
open-word =
    .save = طلب حفظ
    .stop = طلب توقّف
    .delete = طلب حذف
    .person = التحدّث مع شخص
    .unsubscribe = إيقاف الرسائل
    .checkin = إلى الاطمئنان
choose-by-number =
    { $form ->
        [f] اكتبي رقم الإجابة.
        [m] اكتب رقم الإجابة.
       *[plural] اكتبوا رقم الإجابة.
    }
choose-several-by-number =
    { $form ->
        [f] يمكن اختيار أكثر من إجابة: اكتبي كلّ الأرقام في رسالة واحدة، مثلًا 2,5,7.
        [m] يمكن اختيار أكثر من إجابة: اكتب كلّ الأرقام في رسالة واحدة، مثلًا 2,5,7.
       *[plural] يمكن اختيار أكثر من إجابة: اكتبوا كلّ الأرقام في رسالة واحدة، مثلًا 2,5,7.
    }
list-button = اختيار من القائمة
part = الجزء { $number } من { $total }


## What did not fit, and what was meant

was-it-an-answer =
    { $form ->
        [f] كتبتِ «{ $text }». هل هذه إجابة عن السؤال، أم طلب؟
        [m] كتبتَ «{ $text }». هل هذه إجابة عن السؤال، أم طلب؟
       *[plural] كتبتم «{ $text }». هل هذه إجابة عن السؤال، أم طلب؟
    }
and-this = وصلت رسالة أخرى: «{ $text }». هل هي إجابة عن السؤال الجديد، أم تكملة للإجابة السابقة؟
added-to-earlier = أضفنا إلى الإجابة السابقة: «{ $text }»
could-not-add = لا يمكن الإضافة إلى الإجابة السابقة، فبقيت كما هي. حتى لا يضيع شيء، هذا ما كُتب: «{ $text }»
unfit =
    .voice = لا نستطيع بعد سماع الرسائل الصوتية. هنا نجيب بكلمات مكتوبة أو بضغطة.
    .picture = لا نستطيع بعد قراءة الصور. هنا نجيب بكلمات مكتوبة أو بضغطة.
    .sticker = الملصق لطيف، لكنّنا لا نعرف ماذا يقول. هنا نجيب بكلمات أو بضغطة.
    .place = لا نحفظ المواقع، فهذا أكثر أمانًا. هنا نجيب بكلمات مكتوبة أو بضغطة.
    .file = لا نستطيع بعد فتح الملفّات. يمكن نسخ الجملة المهمّة إلى هنا.
    .contact = جهة الاتصال لا تناسب هذا السؤال، ولم نحفظها. هنا نجيب بكلمات أو بضغطة.
    .other = لا نستطيع بعد قراءة رسالة كهذه. هنا نجيب بكلمات مكتوبة أو بضغطة.
no-such-choice = لم نجد خيارًا كهذا. هذه هي الإجابات الممكنة:
did-not-fit =
    { $form ->
        [f] كتبتِ «{ $text }»، وهذه ليست من الإجابات هنا. اختاري الأقرب إليها.
        [m] كتبتَ «{ $text }»، وهذه ليست من الإجابات هنا. اختر الأقرب إليها.
       *[plural] كتبتم «{ $text }»، وهذه ليست من الإجابات هنا. اختاروا الأقرب إليها.
    }
nothing-readable =
    { $form ->
        [f] لم نجد كلمات في الرسالة. حاولي مرّة أخرى، وجملة قصيرة تكفي.
        [m] لم نجد كلمات في الرسالة. حاول مرّة أخرى، وجملة قصيرة تكفي.
       *[plural] لم نجد كلمات في الرسالة. حاولوا مرّة أخرى، وجملة قصيرة تكفي.
    }
not-a-number = نحتاج هنا إلى رقم، مثلًا 12. بدلًا منه كُتب «{ $text }».
list-is-full = القائمة ممتلئة، وعدد سطورها { $total }. ما كُتب الآن لم يدخل؛ يمكن الإنهاء أو حذف الأخير.
listed-so-far =
    القائمة حتى الآن:
    { $items }
numbered = { $number }. { $text }
list-goes-on =
    { $form ->
        [f] هل هناك المزيد؟ اكتبي هنا، سطرًا لكلّ أمر. وإن كان هذا كلّ شيء، اضغطي «انتهيت».
        [m] هل هناك المزيد؟ اكتب هنا، سطرًا لكلّ أمر. وإن كان هذا كلّ شيء، اضغط «انتهيت».
       *[plural] هل هناك المزيد؟ اكتبوا هنا، سطرًا لكلّ أمر. وإن كان هذا كلّ شيء، اضغطوا «انتهيت».
    }
kept-name-only = حفظنا الاسم فقط. رقم الهاتف لم يُحفظ.
stale-button = هذا الزرّ من سؤال سابق. هذا هو السؤال المفتوح الآن:
not-your-button = هذا الزرّ تابع لمحادثة أخرى، لذلك لم نغيّر شيئًا.
edited-kept = رأينا التصحيح، والإجابة الآن هي: «{ $text }»


## Answers as people read them back

not-clear-yet = لم يتّضح بعد
and-list =
    {""}
    { $items }
dash-line = – { $text }
answer-line = { $topic }: { $value }
summary-line = { $topic }: { $value }
stage-line = { $stage } – { $state }
stage-state =
    .empty = لم نبدأ بعد
    .begun = قيد العمل
    .answered = توجد إجابات
    .approved = تمّ الإقرار
approved = تمّ الإقرار والحفظ، شكرًا. يمكن التعديل بعد الإقرار أيضًا.


## Saving, stopping, coming back after an outage

saved-word = كلّ شيء محفوظ. يمكن التوقّف هنا، والعودة في أيّ وقت بكلمة «القائمة».
we-stopped = توقّفنا لحظة. ما كُتب محفوظ، ونكمل من هنا.
fallback-line = النصّ الذي كان هنا تبدّل. نكمل من هنا.
error-on-our-side = حدث خلل عندنا. ما كُتب محفوظ، وقد وصلنا بلاغ عن ذلك.


## A person, and a crisis

person-contact =
    يمكن التحدّث مع شخص. هكذا يكون التوجّه:
    { $contact }
person-no-contact = لم يُحدَّد هنا بعد شخص يمكن التوجّه إليه. يمكن سؤال من يتولّون تركيز الائتلاف.
crisis-safety =
    السلامة أوّلًا. عند وجود خطر على الحياة، { $form ->
        [f] اتّصلي
        [m] اتّصل
       *[plural] اتّصلوا
    } الآن بأحد الأرقام:

    { $numbers }

    عندما يصبح الوضع آمنًا، نكمل هنا.
number-line = { $name } – هاتف { $number }
numbers-checked = فُحصت الأرقام بتاريخ { $date }.
numbers-unchecked = لم تُفحص الأرقام بعد. إن لم يكن هناك ردّ، تُفضَّل تجربة رقم آخر.


## The coalition and the people in it

head-coalition = ائتلاف: { $coalition }
unnamed-coalition = الائتلاف الجديد
former-member = شخص كان هنا سابقًا
nameless-member = شخص بلا اسم
coordinators-only = هذا القسم مفتوح لمن يتولّون تركيز الائتلاف.
no-longer-member = انتهت العضوية في هذا الائتلاف، لذلك أُغلق السؤال.
code-unknown = هذه الدعوة لا تعمل. ربّما انتهت مدّتها، وربّما وقع خطأ في الرمز. يمكن طلب دعوة جديدة ممّن أرسلها.
joined-welcome =
    { $form ->
        [f] أهلًا بكِ في «{ $coalition }». من الآن يمكننا الإجابة معًا ورؤية الخرائط والملخّصات التي تمّت مشاركتها.
        [m] أهلًا بكَ في «{ $coalition }». من الآن يمكننا الإجابة معًا ورؤية الخرائط والملخّصات التي تمّت مشاركتها.
       *[plural] أهلًا بكم في «{ $coalition }». من الآن يمكننا الإجابة معًا ورؤية الخرائط والملخّصات التي تمّت مشاركتها.
    }
somebody-joined = انضمام جديد إلى «{ $coalition }»: { $name }
invite-ready =
    الدعوة جاهزة. الرمز: { $code }
    نرسل الرمز، ومن ينضمّ يكتبه هنا، في محادثة البوت.
    تسري { $hours ->
        [zero] { $hours } ساعة
        [one] ساعة واحدة
        [two] ساعتين
        [few] { $hours } ساعات
        [many] { $hours } ساعة
       *[other] { $hours } ساعة
    }، وتصلح { $uses ->
        [zero] لـ { $uses } انضمام
        [one] لانضمام واحد
        [two] لانضمامين
        [few] لـ { $uses } انضمامات
        [many] لـ { $uses } انضمامًا
       *[other] لـ { $uses } انضمام
    } كحدّ أقصى. تُرسَل فقط إلى من نثق بهم.
invite-link =
    رابط الانضمام:
    { $link }
role-label =
    .coordinator = تركيز الائتلاف
    .member = عضوية في الائتلاف
became-coordinator =
    { $form ->
        [f] من الآن أنتِ مركّزة «{ $coalition }». يمكنكِ دعوة الناس ومشاركة الملخّصات وتغيير الأدوار.
        [m] من الآن أنتَ مركّز «{ $coalition }». يمكنكَ دعوة الناس ومشاركة الملخّصات وتغيير الأدوار.
       *[plural] من الآن تركيز «{ $coalition }» عندكم. يمكنكم دعوة الناس ومشاركة الملخّصات وتغيير الأدوار.
    }
became-member =
    { $form ->
        [f] انتقل تركيز «{ $coalition }» إلى غيرك. تبقين عضوة في الائتلاف، وشكرًا على كلّ ما قدّمتِ.
        [m] انتقل تركيز «{ $coalition }» إلى غيرك. تبقى عضوًا في الائتلاف، وشكرًا على كلّ ما قدّمتَ.
       *[plural] انتقل تركيز «{ $coalition }» إلى غيركم. عضويتكم في الائتلاف مستمرّة، وشكرًا على كلّ ما قدّمتم.
    }
removed-from =
    { $form ->
        [f] انتهت عضويتكِ في الائتلاف: «{ $coalition }». الإجابات تبقى عنده، وكلمة «حذف» تمحو أيضًا ما حُفظ عنكِ.
        [m] انتهت عضويتكَ في الائتلاف: «{ $coalition }». الإجابات تبقى عنده، وكلمة «حذف» تمحو أيضًا ما حُفظ عنكَ.
       *[plural] انتهت عضويتكم في الائتلاف: «{ $coalition }». الإجابات تبقى عنده، وكلمة «حذف» تمحو أيضًا ما حُفظ عنكم.
    }
role-changed = تمّ تحديث الدور: { $member }
last-coordinator = يجب أن يبقى في تركيز الائتلاف شخص واحد على الأقلّ. نضيف أوّلًا شخصًا آخر إلى التركيز، وبعدها يصبح ذلك ممكنًا.
left-coalition =
    { $form ->
        [f] خرجتِ من الائتلاف: «{ $coalition }». لن تصلكِ منه رسائل أخرى.
        [m] خرجتَ من الائتلاف: «{ $coalition }». لن تصلكَ منه رسائل أخرى.
       *[plural] خرجتم من الائتلاف: «{ $coalition }». لن تصلكم منه رسائل أخرى.
    }
shared-summary =
    ملخّص جديد من { $by }، لأجل «{ $coalition }».
    الموضوع: { $stage }

    { $summary }

    يمكن رؤية كلّ شيء في القائمة، تحت «مستنداتنا».
shared-with =
    { $count ->
        [zero] لم يُرسَل الملخّص إلى أحد.
        [one] أُرسل الملخّص إلى شخص واحد.
        [two] أُرسل الملخّص إلى شخصين.
        [few] أُرسل الملخّص إلى { $count } أشخاص.
        [many] أُرسل الملخّص إلى { $count } شخصًا.
       *[other] أُرسل الملخّص إلى { $count } شخص.
    }
nobody-to-share-with = لا أحد بعد لنشاركه. يمكن الدعوة من القائمة، في «الناس والدعوات».
unmuted = عادت رسائل «{ $coalition }».
nothing-to-mute = لا يوجد حاليًا ائتلاف يرسل رسائل إلى هنا.


## Own data, deleting, being forgotten

mydata =
    هذا هو المحفوظ هنا:
    الاسم: { $name }
    اللغة: { $language }
    صيغة المخاطبة: { $address }
    الموافقة بتاريخ: { $consented }
    عنوان المحادثة: محفوظ مشفّرًا

    الائتلافات:
    { $coalitions }

    الإجابات: { $answers }
mydata-coalition = { $coalition } – الدور: { $role }، الإجابات: { $count }
mydata-answer = عند { $coalition } · { $topic }: { $value }
answer-topic = إجابة سابقة
deleted-answer = حُذفت الإجابة: { $topic }
deleted-conversation = حُذفت المحادثة، ومعها الإجابات التي قُدّمت فيها.
nothing-to-delete = لا شيء هنا الآن لحذفه.
forgotten =
    { $form ->
        [f] كلّ ما حفظناه عنكِ مُحي. الإجابات التي قدّمتِها تبقى في الائتلاف من دون اسمك. الرسائل في هذه المحادثة يمكن حذفها من الهاتف. إن أردتِ العودة، فالباب مفتوح.
        [m] كلّ ما حفظناه عنكَ مُحي. الإجابات التي قدّمتَها تبقى في الائتلاف من دون اسمك. الرسائل في هذه المحادثة يمكن حذفها من الهاتف. إن أردتَ العودة، فالباب مفتوح.
       *[plural] كلّ ما حفظناه عنكم مُحي. الإجابات التي قدّمتموها تبقى في الائتلاف من دون اسمكم. الرسائل في هذه المحادثة يمكن حذفها من الهاتف. إن أردتم العودة، فالباب مفتوح.
    }
forgotten-before-consent = لا بأس. لم نحفظ شيئًا. يمكن العودة إلى هنا في أيّ وقت.


## The power map, drawn and in words

map-caption = خريطة القوى لـ «{ $coalition }»، نسخة { $version }، بتاريخ { $date }
map-in-words =
    خريطة القوى لـ «{ $coalition }»، بالكلمات:
    { $lines }
map-line =
    { $heading }:
    { $players }
map-empty = الخريطة فارغة بعد. بضعة أسماء في المرحلة ب، وتمتلئ.
power-map =
    .title = خريطة القوى
    .stance-active_ally = تعمل معنا
    .stance-passive_ally = توافق ولا تعمل
    .stance-neutral = محايدة
    .stance-passive_opp = تعارض بصمت
    .stance-active_opp = تعمل ضدّنا
    .influence-high = تأثير كبير
    .influence-mid = تأثير متوسّط
    .influence-low = تأثير قليل
    .axis-stance = الموقف من الغاية
    .axis-influence = التأثير على القرار
    .corner-work_closely = نعمل يدًا بيد
    .corner-keep_satisfied = نصغي ونحاول التقريب
    .corner-keep_informed = نُطلع ونصِل
    .corner-monitor = نتابع من بعيد
    .mark-pressure = على من نضغط
    .mark-primary = المستهدَف الأساسي
    .mark-shares = تريد ما يشبه غايتنا
    .mark-guess = تقدير لم يُفحص بعد
    .strip = لا مكان لها بعد في الخريطة
    .strip-ours = في صفّنا، بلا مكان بعد
    .strip-unknown = لم يتّضح بعد في أيّ صفّ
    .strip-other = في الصفّ الآخر، بلا مكان بعد
    .next = مع من نتحدّث الآن
    .legend = مفتاح الخريطة
    .more = وأيضًا { $count }


## Names of things

language-name =
    .he = العبرية
    .ar = العربية
    .en = الإنجليزية
form-name =
    .plural = صيغة الجمع
    .f = صيغة المؤنّث
    .m = صيغة المذكّر
operator-unknown = مشغّلي هذا الخادم


## What the platforms show about the bot

command-menu = فتح القائمة
command-help = لماذا نسأل، مع مثال
command-crisis = أزمة: أرقام الطوارئ، ثم مساحة للتفكير
command-mydata = ما المحفوظ عنّي
command-forget = محو كلّ ما حُفظ عنّي
command-stop = التوقّف قليلًا، أو إيقاف الرسائل
block = { $lines }


## Two people at one question, and whom a step belongs to

both-kept = في هذه الأثناء كُتبت هنا إجابة أخرى: «{ $text }». الاثنتان محفوظتان.
meanwhile-answered = في هذه الأثناء أُعطيت هنا إجابة أخرى: { $value }. الإجابة الأخيرة هي المعتمدة الآن، والسابقة محفوظة.
choice-me = أنا
