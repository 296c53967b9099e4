# reviewed: no
# The day before: go, change or put off, with what is still open before one's eyes.

ac_go =
    النشاط: { $action }
    متى: { $date }
    أين: { $place }

    ما زال مفتوحًا:
    { $open }

    ما القرار؟
    .topic = القرار
    .choice-go = نخرج
    .choice-change = نغيّر
    .choice-stop = نؤجّل
    .help =
        السبب: التأجيل أيضًا قرار جيّد.
        مثال: يُتوقّع 42 درجة؟ «نغيّر» إلى ساعات المساء.
ac_change_where = اليوم والساعة والمكان نغيّرها في القائمة: «يوم نشاط»، ثمّ «الهدف والشكل».
