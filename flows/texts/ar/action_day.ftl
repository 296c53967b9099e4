# reviewed: no
# An action day, from its purpose to what was learnt; parts open in any order.

action_day-title = يوم نشاط

ac_which = أيّ نشاط نفتح؟
    .help =
        السبب: كلّ نشاط محفوظ وحده، مع طاقمه وخطته.
        مثال: «وقفة أمام البلدية»، أو نشاط جديد.

action-new = نشاط جديد
action-label = { $title } · { $day }
choice-to-menu = إلى القائمة
choice-no-hour = ليست معروفة بعد
choice-rest = ما لم يكتمل بعد
choice-part-back = إلى الأقسام
action-part-lacking = { $part } – { $state }، بلا بديل: { $count }
action-state =
    .published = نُشر
    .put_off = تأجّل
    .cancelled = أُلغي
action-open =
    .licence = الترخيص لم يُحسم بعد
    .review = لم تمرّ الخطة على استشارة، والخطر مرتفع
    .roles = هناك دور بلا اسم
    .legal_line = لا رقم لخط قانوني
    .responses = هناك خطر بلا خطة
    .emergency = تعليمات الطوارئ لذلك اليوم لم تُفحص
action-nothing-open = كلّ شيء محسوم.
no-legal-line = لم يُسجّل بعد. يُفضَّل السؤال الآن لدى التركيز.
log-line = السجلّ، { $hour }: { $text }
role-kind =
    .lead = قيادة وقرارات
    .police = اتصال مع الشرطة
    .marshals = تنظيم وإرشاد
    .medic = إسعاف أوّلي
    .legal = خط قانوني
    .media = نطق باسم النشاط
    .docs = توثيق
    .access = إتاحة وترجمة
    .care = تهدئة ودعم
risk-kind =
    .heat = حرّ أو مطر
    .crowd = ازدحام
    .counter = مظاهرة مضادّة
    .police = احتكاك مع الشرطة
    .alarm = صفّارة إنذار
    .medical = حالة طبّية
    .kids = مشاركة قاصرين
    .online = مضايقة في الشبكة
    .photo = كشف هويّات
