# reviewed: no

broadcast_past-title = رسالة أُرسلت

bp_what = ماذا نفعل مع «{ $words }»؟
    .choice-again = كما في المرّة السابقة
    .choice-sheet = التقرير كجدول
    .choice-star = حفظ كنموذج
    .choice-unstar = إزالة من النماذج
    .choice-follow = كيف تتقدّم
    .choice-back = رجوع
    .help =
        السبب: ما نجح مرّة قد ينجح مجدّدًا.
        مثال: الدعوة نفسها بتاريخ جديد.
