# reviewed: no
# One action day: its name, and a hub of parts with how far each has come.

ac_title = ماذا نسمّي هذا النشاط؟ اسم قصير يظهر في الدعوة.
    .topic = اسم النشاط
    .help =
        السبب: باسم قصير يعرف الجميع عمّ نتحدّث.
        مثال: «وقفة أمام البلدية».
ac_untitled = من دون اسم لا شيء نحفظه، ولا بأس. يمكن أن نبدأ في مرّة أخرى.
ac_part =
    متى: { $date }
    أين: { $place }

    { $parts }

    ماذا نفتح الآن؟
    .choice-form = الهدف والشكل
    .choice-legal = فحص الترخيص
    .choice-roles = الأدوار والبرنامج
    .choice-safety = السلامة
    .choice-publish = الإرشادات والنشر
    .choice-day = قبل بيوم، واليوم نفسه
    .choice-review = ماذا تعلّمنا
    .choice-other = نشاط آخر
    .choice-back = إلى القائمة
    .help =
        السبب: يمكن فتح كلّ قسم، بأيّ ترتيب. كلّ شيء يُحفظ أوّلًا بأوّل.
        مثال: قبل ثلاثة أسابيع الهدف والشكل، قبل أسبوعين الترخيص، قبل أسبوع الأدوار.
