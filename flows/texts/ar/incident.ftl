# reviewed: no
# Opened by a button of the day: one line of the log.

incident-title = سجلّ اليوم

incident_what = النشاط: { $action }. ماذا يحدث؟
    .choice-note = سطر في السجلّ
    .choice-detained = هناك من احتُجز
    .choice-back = لا شيء
    .help =
        السبب: ما يُكتب الآن لا يُنسى لاحقًا.
        مثال: ازدحام عند البوّابة؟ «سطر في السجلّ».
