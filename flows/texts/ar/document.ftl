# reviewed: no
# Under a document: approve, change, share; and what is said when that was done.

document_what =
    { $document ->
        [plan] هذه هي الخطة، حسب المعروف الآن.
        [power_map] هذه خريطة القوى، حسب المعروف الآن.
        [timeline] هذا هو الخطّ الزمني، حسب المعروف الآن.
        [inventory] هذه قائمة الموارد، حسب المعروف الآن.
        [share_card] هذه بطاقة للمشاركة. يمكن تمريرها خارج الائتلاف أيضًا: ليس فيها اسم أيّ شخص.
       *[other] هذا هو المستند، حسب المعروف الآن.
    }
    ماذا نفعل به؟
    .choice-approve = إقرار
    .choice-change_plan = تعديل الخطة
    .choice-change_map = تعديل الخريطة
    .choice-change_timeline = تعديل المواعيد
    .choice-change_inventory = تعديل الموارد
    .choice-change_card = تعديل البطاقة
    .choice-share = مشاركة
    .choice-back = متابعة
    .help =
        السبب: المستند الذي أُقرّ يُحفظ كنسخة، ويمكن العودة إليه حتى بعد التغييرات.
        مثال: نُقرّ الخطة في جلسة، نشاركها، ثم نعدّل من دون أن نفقد ما أُقرّ.
document_share =
    { $form ->
        [f] مع من تريدين مشاركة المستند؟
        [m] مع من تريد مشاركة المستند؟
       *[plural] مع من تريدون مشاركة المستند؟
    }
    .choice-coordinators = التركيز فقط
    .choice-members = كلّ الائتلاف
    .choice-nobody = ليس بعد
    .help =
        السبب: يصل المستند إلى كلّ شخص بلغته، وفيه فقط ما يجوز له أن يراه.
        مثال: أولًا إلى التركيز، وبعد التعديل إلى كلّ الائتلاف.
document-name =
    .plan = الخطة
    .power_map = خريطة القوى
    .timeline = الخطّ الزمني
    .inventory = قائمة الموارد
    .share_card = بطاقة للمشاركة
document-approved =
    أُقرّ وحُفظ: { $document }، نسخة { $version }.
    الإقرار: { $name }، { $date }.
    تغيير الإجابات يفتح نسخة جديدة، وهذه النسخة تبقى.
document-shared-with =
    { $count ->
        [zero] لم يُرسَل المستند إلى أحد.
        [one] أُرسل المستند إلى شخص واحد.
        [two] أُرسل المستند إلى شخصين.
        [few] أُرسل المستند إلى { $count } أشخاص.
        [many] أُرسل المستند إلى { $count } شخصًا.
       *[other] أُرسل المستند إلى { $count } شخص.
    }
shared-document =
    مستند من { $by }، لأجل «{ $coalition }»: { $document }.
    يمكن رؤية كلّ شيء في القائمة، تحت «مستنداتنا».
version-label = { $document } { $number }، { $day }
version-approved = هذه النسخة أُقرّت: { $name }، { $date }
version-gone = هذه النسخة لم تعد موجودة. هذه هي المستندات الموجودة الآن.
