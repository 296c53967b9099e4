# reviewed: no
# Alerts that come by the clock, to whoever leads a thing, then to the committee.

alert-milestone =
    .t-14 = بعد أسبوعين: «{ $title }» ({ $day }). المسؤولية: { $owner }. ماذا يجب أن يحدث حتى ذلك الحين؟
    .t-7 = بعد أسبوع: «{ $title }» ({ $day }). المسؤولية: { $owner }. أين وصل الأمر؟
    .t-1 = غدًا: «{ $title }» ({ $day }). المسؤولية: { $owner }. أين وصل الأمر؟
    .due = اليوم: «{ $title }» ({ $day }). المسؤولية: { $owner }. هل وصلنا؟
    .overdue = أمس كان موعد «{ $title }» ({ $day }). المسؤولية: { $owner }. أين وصل الأمر؟ «عالق» أيضًا جواب جيّد.
    .overdue_committee = «{ $title }» ينتظر منذ أيّام ({ $day }). المسؤولية: { $owner }. ربّما يُستحسن السؤال كيف نساعد، أو تحديد موعد جديد.
alert-task =
    .t-1 = غدًا: «{ $title }» ({ $day }). المسؤولية: { $owner }. أين وصل الأمر؟
    .due = اليوم: «{ $title }» ({ $day }). المسؤولية: { $owner }. أين وصل الأمر؟
    .overdue = أمس كان موعد «{ $title }» ({ $day }). المسؤولية: { $owner }. أين وصل الأمر؟ «عالق» أيضًا جواب جيّد.
    .overdue_committee = «{ $title }» ينتظر منذ أيّام ({ $day }). المسؤولية: { $owner }. ربّما يُستحسن السؤال كيف نساعد، أو تحديد موعد جديد.
alert-talk =
    .t-1 = غدًا الحديث مع «{ $title }» ({ $day }). القيادة: { $owner }. يُستحسن أخذ الأسئلة الخمسة، والإصغاء قبل كلّ شيء.
    .report = أمس كان موعد الحديث مع «{ $title }» ({ $day }). القيادة: { $owner }. كيف كان؟ دقيقتان من التلخيص تساعدان الجميع.
nobody-yet = لا أحد بعد
choice-report-talk = أحكي كيف كان
choice-work-done = تمّ
choice-work-going = قيد العمل
choice-work-stuck = عالق
