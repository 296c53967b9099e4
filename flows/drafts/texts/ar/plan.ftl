# reviewed: no
# The documents: the plan, the list of resources, the timeline, the card to share.

plan =
    .title = خطة الائتلاف
    .subtitle = ماذا نغيّر، ومع من، ومتى
    .problem = المشكلة
    .why_together = لماذا معًا
    .affected = المتضرّرون
    .evidence = رقم وقصة
    .causes = أسباب المشكلة
    .map = خريطة القوى
    .allies = حلفاء
    .opponents = معارضون
    .partners = شراكات وأحاديث
    .resources = موارد
    .gaps = ما ينقصنا
    .committee = اللجنة التوجيهية
    .principles = مبادئ العمل
    .voices = أصوات حول الطاولة
    .members = أعضاء اللجنة
    .lead = تركيز وقيادة
    .deputy = من ينوب
    .decision = كيف نقرّر
    .rhythm = وتيرة اللقاءات
    .name_use = الحديث باسمنا
    .barriers = ما قد يصعّب العمل
    .vision = رؤية
    .routes = الطريق إلى التغيير
    .goals = أهداف
    .milestones = محطات رئيسية
    .timeline = الخطّ الزمني
    .first_steps = خطوات أولى
    .means = وسائل
    .launch = الانطلاق
    .success = علامات النجاح
    .owner = المسؤولية
    .due = الموعد
    .status = الحالة
    .organisation = مؤسسة
    .type = نوع
    .amount = كم وما بالضبط
    .from = متوفّر من
    .until = متوفّر حتى
    .conditions = شروط
    .contact = للتواصل
    .empty_section = لم يُكتب هنا شيء بعد. يمكن الإكمال في أيّ وقت.
    .page = صفحة { $page } من { $total }
    .made_on = بتاريخ { $date }
    .version = نسخة { $version }
plan-caption = خطة { $coalition }، نسخة { $version }، بتاريخ { $date }
plan-in-words-heading = الخطة بالكلمات:
approve-change-share = هذه هي الخطة. إقرار أم تعديل أم مشاركة؟
inventory =
    .title = قائمة الموارد
    .sheet = موارد
    .organisation = مؤسسة
    .type = نوع
    .detail = كم وما بالضبط
    .from = متوفّر من
    .until = متوفّر حتى
    .conditions = شروط
    .gaps = ما ينقصنا
    .gap = الناقص
    .asked = ممّن نطلب
    .needed_by = متى نحتاجه
    .empty = لم تُسجَّل موارد بعد. نبدأ بها في المرحلة د.
    .caption = قائمة موارد { $coalition }، بتاريخ { $date }
timeline =
    .title = الخطّ الزمني
    .today = اليوم
    .launch = ننطلق
    .milestone = محطة رئيسية
    .task = خطوة
    .no_date = بلا موعد بعد
    .caption = الخطّ الزمني لـ { $coalition }، بتاريخ { $date }
    .empty = لا مواعيد بعد. يمكن إضافتها في المرحلة «و».
share-card =
    .title = ننطلق معًا
    .partners =
        { $count ->
            [zero] بلا شركاء بعد
            [one] شريك واحد
            [two] شريكان
            [few] { $count } شركاء
            [many] { $count } شريكًا
           *[other] { $count } شريك
        }
    .first_goal = غايتنا الأولى
    .launch_date = ننطلق: { $date }
    .invitation = يمكن الانضمام. يسعدنا الحديث.
    .caption = بطاقة { $coalition }، جاهزة للمشاركة
