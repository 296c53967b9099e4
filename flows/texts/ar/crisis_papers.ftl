# reviewed: no
# The card and the log.

cr_papers = ماذا نُعدّ؟
    .choice-card = بطاقة الأزمة
    .choice-log = سجلّ: زمن، قرارات
    .choice-decision = تسجيل قرار
    .choice-care = رعاية الفريق
    .choice-back = رجوع
    .help =
        السبب: بطاقة واحدة تجمع الجميع على صفحة واحدة.
        مثال: البطاقة صورة. والسجلّ ورقة للطباعة.
