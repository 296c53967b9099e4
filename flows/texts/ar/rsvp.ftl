# reviewed: no
# Opened by the invitation's buttons: coming, not, or with others.

rsvp-title = حضوري

rsvp_off = النشاط «{ $action }» لن يُقام. شكرًا على الرغبة في المجيء.
rsvp_answer =
    النشاط: { $action }
    متى: { $date }
    أين: { $place }

    ما الجواب؟
    .choice-coming = سأحضر
    .choice-cannot = ليس هذه المرّة
    .choice-bring = سأحضر مع آخرين
    .help =
        السبب: هكذا نعرف كم ماءً وكم منظّمًا يلزم. يمكن التغيير في كلّ لحظة.
        مثال: مع جارة؟ «سأحضر مع آخرين»، ثمّ 1.
rsvp_count = رائع. كم شخصًا آخر سيأتي؟
    .help =
        السبب: بلا أسماء، رقم فقط، لنستعدّ.
        مثال: 2
