# reviewed: no
# What the coalition has made so far.

documents-title = مستنداتنا

documents_menu =
    { $form ->
        [f] ماذا تريدين أن تري؟
        [m] ماذا تريد أن ترى؟
       *[plural] ماذا تريدون أن تروا؟
    }
    .choice-plan = الخطة
    .choice-map = خريطة القوى
    .choice-timeline = الخطّ الزمني
    .choice-inventory = قائمة الموارد
    .choice-share_card = بطاقة للمشاركة
    .choice-card = بطاقة الائتلاف
    .choice-earlier = نسخ سابقة
    .choice-back = إلى القائمة
    .help =
        السبب: المستندات تُبنى من الإجابات، ودائمًا حسب المعروف الآن.
        مثال: خريطة القوى تصلح لافتتاح جلسة، والبطاقة لشركاء جدد.
documents_card =
    بطاقة الائتلاف

    { $card }
documents_earlier =
    { $form ->
        [f] أيّ نسخة سابقة تريدين أن تري؟
        [m] أيّ نسخة سابقة تريد أن ترى؟
       *[plural] أيّ نسخة سابقة تريدون أن تروا؟
    }
    .help =
        السبب: كلّ تغيير في الإجابات يفتح نسخة جديدة، والسابقة تبقى تمامًا كما كانت.
        مثال: أن نرى الخطة كما أُقرّت قبل شهر.
