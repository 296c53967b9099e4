# reviewed: no
# The words of the list of resources, as a sheet and in the chat.

inventory =
    .title = قائمة الموارد
    .organisation = مؤسسة
    .type = النوع
    .amount = كم وما بالضبط
    .from = متوفّر من
    .until = متوفّر حتى
    .conditions = شروط
    .gaps = ما ينقصنا
    .asked = ممّن نطلب
    .needed_by = متى نحتاجه
    .empty = لم تُسجَّل موارد بعد. نبدأ بها في المرحلة د.
    .no_gaps = لم يُسجَّل بعد ما ينقصنا.
    .kept = القائمة محفوظة للتركيز واللجنة التوجيهية.
    .nothing_missing = لا ينقصنا شيء الآن.
    .withheld = الاسم محفوظ لدى التركيز
inventory-caption = قائمة موارد «{ $coalition }»، نسخة { $version }، بتاريخ { $date }
