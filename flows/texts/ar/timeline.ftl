# reviewed: no
# The words of the timeline, as a picture and in the chat.

timeline =
    .title = الخطّ الزمني
    .today = اليوم
    .launch = ننطلق
    .milestone = محطة رئيسية
    .task = خطوة
    .done = تمّ
    .late = فات الموعد
    .at_risk = في خطر
    .no_date = بلا موعد بعد
    .empty = لا مواعيد بعد. يمكن إضافتها في المرحلة «و».
timeline-caption = الخطّ الزمني لـ «{ $coalition }»، نسخة { $version }، بتاريخ { $date }
month-name =
    .january = كانون الثاني
    .february = شباط
    .march = آذار
    .april = نيسان
    .may = أيار
    .june = حزيران
    .july = تموز
    .august = آب
    .september = أيلول
    .october = تشرين الأول
    .november = تشرين الثاني
    .december = كانون الأول
weekday-short =
    .monday = الاثنين
    .tuesday = الثلاثاء
    .wednesday = الأربعاء
    .thursday = الخميس
    .friday = الجمعة
    .saturday = السبت
    .sunday = الأحد
