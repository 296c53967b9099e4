# reviewed: no
# Days: pressed or written, said back with the weekday, and confirmed.

date-today = اليوم
date-tomorrow = غدًا
date-this_thursday = الخميس القريب
date-next_week = الأسبوع القادم
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
date-or-type = ضغطة تكفي، وكذلك كلمات مثل «الخميس 18:00».
