# reviewed: no
# What the coalition has made so far.

documents-title = مستنداتنا

documents_menu =
    { $form ->
        [f] ماذا تريدين أن تري؟
        [m] ماذا تريد أن ترى؟
       *[plural] ماذا تريدون أن تروا؟
    }
    .choice-map = خريطة القوى
    .choice-card = بطاقة الائتلاف
    .choice-back = إلى القائمة
    .help =
        السبب: المستندات تُبنى من الإجابات، ودائمًا حسب المعروف الآن.
        مثال: خريطة القوى تصلح لافتتاح جلسة، والبطاقة لشركاء جدد.
documents_card =
    بطاقة الائتلاف

    { $card }
