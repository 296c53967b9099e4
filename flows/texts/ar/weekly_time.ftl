# reviewed: no
# On which day and hour the weekly check-in comes.

weekly_time-title = وقت المتابعة الأسبوعية

wt_day = في أيّ يوم نرسل المتابعة الأسبوعية؟
    .topic = يوم المتابعة
    .choice-sun = الأحد
    .choice-mon = الاثنين
    .choice-tue = الثلاثاء
    .choice-wed = الأربعاء
    .choice-thu = الخميس
    .choice-fri = الجمعة
    .choice-sat = السبت
    .choice-never = بلا متابعة أسبوعية
    .help =
        السبب: يوم ثابت يجعلها خمس دقائق لا عبئًا.
        مثال: الخميس، قبل نهاية الأسبوع.
wt_hour = وفي أيّ ساعة؟
    .topic = ساعة المتابعة
    .choice-9 = 9:00
    .choice-12 = 12:00
    .choice-15 = 15:00
    .choice-18 = 18:00
    .choice-20 = 20:00
    .help =
        السبب: في ساعة مريحة نجيب بسهولة. في أوقات الهدوء ننتظر حتى تنتهي.
        مثال: 20:00، بعد أن ينام الأولاد.
mydata-weekly = المتابعة الأسبوعية: { $time }
wt_kept = حُفظ: { $time }
weekly-time = { $day }، الساعة { $hour }
weekly-time-never = بلا متابعة أسبوعية. يمكن التغيير هنا في أيّ وقت.
