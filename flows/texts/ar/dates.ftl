# reviewed: no
# Days: pressed or written, said back with the weekday, and confirmed.

date-today = اليوم · { $day }
date-tomorrow = غدًا · { $day }
date-this_thursday = الخميس · { $day }
date-next_week = الأسبوع القادم · { $day }
date-echo = { $date }. هل هذا صحيح؟
choice-date-right = نعم، صحيح
choice-date-other = تاريخ آخر
date-not-understood =
    { $form ->
        [f] كتبتِ «{ $text }»، ولم نفهم أيّ يوم هو المقصود. يمكن الضغط على زرّ، أو الكتابة، مثلًا 5.1.2027.
        [m] كتبتَ «{ $text }»، ولم نفهم أيّ يوم هو المقصود. يمكن الضغط على زرّ، أو الكتابة، مثلًا 5.1.2027.
       *[plural] كتبتم «{ $text }»، ولم نفهم أيّ يوم هو المقصود. يمكن الضغط على زرّ، أو الكتابة، مثلًا 5.1.2027.
    }
date-past = التاريخ «{ $text }» مضى. يمكن الضغط على زرّ، أو كتابة تاريخ لم يأتِ بعد.
date-which = هناك أكثر من تاريخ يناسب ما كُتب. أيّ تاريخ هو المقصود؟
date-or-type = يمكن كتابة تاريخ، مثل 5.1.2027، وكذلك كلمات مثل «الخميس 18:00» أو «آخر أيار».
date-kept = سُجّل: { $date }
dates-heard =
    هذه المواعيد التي فهمناها:
    { $items }
    يمكن التصحيح في أيّ وقت.
owned-item = { $title } – { $owner }
owned-dated-item = { $title } – { $owner }، { $day }
dated-item = { $title } – { $day }
day = { $weekday }، { $date }
day-and-hour = { $weekday }، { $date }، الساعة { $hour }
weekday =
    .monday = الاثنين
    .tuesday = الثلاثاء
    .wednesday = الأربعاء
    .thursday = الخميس
    .friday = الجمعة
    .saturday = السبت
    .sunday = الأحد
