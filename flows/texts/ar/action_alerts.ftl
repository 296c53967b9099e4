# reviewed: no
# ما يُقال للناس عن يوم عمل: دعوات، تذكير، تغييرات، العودة إلى البيت؛ والصفحة لكلّ من يأتي.


## الانطلاق، التغيير، الإلغاء

action-missing =
    قبل أن تخرج الدعوة، يحتاج الناس أن يعرفوا:
    { $parts }
action-missing-part =
    .purpose = من أجل ماذا العمل
    .start_at = متى يكون
    .place = أين يكون
    .nonviolence = اتّفاق العمل: بلا عنف، وبإصغاء
    .reviewed_by = من راجع الخطة، لأنّ الخطر عالٍ
action-published =
    { $count ->
        [zero] لم تخرج الدعوة إلى أحد.
        [one] خرجت الدعوة إلى شخص واحد. عدد القادمين يظهر هنا في كلّ وقت.
        [two] خرجت الدعوة إلى شخصين. عدد القادمين يظهر هنا في كلّ وقت.
        [few] خرجت الدعوة إلى { $count } أشخاص. عدد القادمين يظهر هنا في كلّ وقت.
        [many] خرجت الدعوة إلى { $count } شخصًا. عدد القادمين يظهر هنا في كلّ وقت.
       *[other] خرجت الدعوة إلى { $count } شخص. عدد القادمين يظهر هنا في كلّ وقت.
    }
action-published-alone = نُشر العمل. لا أحد هنا بعد لدعوته؛ ومن ينضمّ قبل الموعد تصله الدعوة.
action-published-before = خرجت الدعوة من قبل.
action-over = مضى هذا الموعد. بعد تحديد تاريخ جديد يمكن أن تخرج الدعوة.
action-gone = هذا العمل لم يعد أمامنا، ولم يعد هناك ما يُجاب عنه.
action-called-off =
    { $count ->
        [zero] أُلغي العمل. لم يؤكّد أحد غيركم الحضور بعد.
        [one] أُلغي العمل. أُبلغ شخص واحد كان ينوي الحضور.
        [two] أُلغي العمل. أُبلغ شخصان كانا ينويان الحضور.
        [few] أُلغي العمل. أُبلغ { $count } أشخاص كانوا ينوون الحضور.
        [many] أُلغي العمل. أُبلغ { $count } شخصًا كانوا ينوون الحضور.
       *[other] أُلغي العمل. أُبلغ { $count } شخص كانوا ينوون الحضور.
    }
action-counts =
    { $coming ->
        [zero] «{ $title }»: لا أحد يأتي حتى الآن
        [one] «{ $title }»: شخص واحد يأتي
        [two] «{ $title }»: شخصان يأتيان
        [few] «{ $title }»: { $coming } أشخاص يأتون
        [many] «{ $title }»: { $coming } شخصًا يأتون
       *[other] «{ $title }»: { $coming } شخص يأتون
    }{ $guests ->
        [zero] {""}
        [one] ، ومعهم شخص آخر
        [two] ، ومعهم شخصان آخران
        [few] ، ومعهم { $guests } آخرون
        [many] ، ومعهم { $guests } آخرون
       *[other] ، ومعهم { $guests } آخرون
    }{ $cannot ->
        [zero] .
        [one] . شخص واحد لا يستطيع المجيء.
        [two] . شخصان لا يستطيعان المجيء.
        [few] . { $cannot } لا يستطيعون المجيء.
        [many] . { $cannot } لا يستطيعون المجيء.
       *[other] . { $cannot } لا يستطيعون المجيء.
    }


## للجميع

action-invite =
    دعوة من «{ $coalition }»: { $title }
    متى: { $day }
    أين: { $place }
action-invite-purpose = من أجل ماذا: { $purpose }
action-ask-again =
    { $form ->
        [f] لم نسمع منكِ بعد: { $title }
        [m] لم نسمع منكَ بعد: { $title }
       *[plural] لم نسمع منكم بعد: { $title }
    }
    متى: { $day }
    أين: { $place }
    { $form ->
        [f] هل تأتين؟ حتى «لا» تساعدنا.
        [m] هل تأتي؟ حتى «لا» تساعدنا.
       *[plural] هل تأتون؟ حتى «لا» تساعدنا.
    }
choice-rsvp-coming =
    { $form ->
        [f] سآتي
        [m] سآتي
       *[plural] سنأتي
    }
choice-rsvp-bring =
    { $form ->
        [f] سآتي ومعي آخرون
        [m] سآتي ومعي آخرون
       *[plural] سنأتي ومعنا آخرون
    }
choice-rsvp-cannot =
    { $form ->
        [f] لا أستطيع
        [m] لا أستطيع
       *[plural] لا نستطيع
    }
choice-rsvp-confirm =
    { $form ->
        [f] نعم، سآتي
        [m] نعم، سآتي
       *[plural] نعم، سنأتي
    }
choice-rsvp-still =
    { $form ->
        [f] ما زلت آتية
        [m] ما زلت آتيًا
       *[plural] ما زلنا آتين
    }
rsvp-thanks-coming = سُجّل الحضور. هذا مهمّ.
rsvp-thanks-bring =
    { $guests ->
        [zero] سُجّل الحضور. هذا مهمّ.
        [one] سُجّل الحضور مع شخص آخر. هذا مهمّ.
        [two] سُجّل الحضور مع شخصين آخرين. هذا مهمّ.
        [few] سُجّل الحضور مع { $guests } أشخاص آخرين. هذا مهمّ.
        [many] سُجّل الحضور مع { $guests } شخصًا آخرين. هذا مهمّ.
       *[other] سُجّل الحضور مع { $guests } شخص آخرين. هذا مهمّ.
    }
rsvp-thanks-cannot = سُجّل عدم الحضور هذه المرّة. شكرًا على الإبلاغ.
choice-rsvp-change = تغيير الإجابة
mydata-action = المجيء إلى «{ $title }»
mydata-coming =
    .coming = نعم
    .cannot = لا
    .bring = نعم، مع آخرين
action-catch-up =
    ما يلزم معرفته الآن عن «{ $title }»:
    متى: { $day }
    أين: { $place }
action-roles =
    من يقوم بماذا:
    { $roles }
action-role-line = – { $role }: { $name }
action-reminder =
    نلتقي قريبًا: { $title }
    متى: { $day }
    أين: { $place }
action-your-part =
    { $form ->
        [f] دورُكِ: { $roles }
        [m] دورُكَ: { $roles }
       *[plural] دوركم: { $roles }
    }
action-you-bring =
    { $form ->
        [f] ما تحضرينه معكِ:
        [m] ما تحضره معكَ:
       *[plural] ما تحضرونه معكم:
    }
    { $things }
action-bring-usual = يُستحسن أخذ: بطاقة الهوية، ماء، قبّعة وهاتف مشحون.
action-tomorrow =
    غدًا: { $title }
    متى: { $day }
    أين: { $place }
    { $form ->
        [f] هل تأتين؟
        [m] هل تأتي؟
       *[plural] هل تأتون؟
    }
action-soon =
    بعد ساعات قليلة: { $title }
    نلتقي الساعة { $hour }، هنا: { $place }
action-legal-line = الخطّ القانوني لهذا اليوم: { $line }
action-moved =
    تغيّر موعد «{ $title }».
    كان: { $old }
    الآن: { $day }
    أين: { $place }
    { $form ->
        [f] هل ما زلتِ آتية؟
        [m] هل ما زلتَ آتيًا؟
       *[plural] هل ما زلتم آتين؟
    }
action-cancelled = أُلغي العمل «{ $title }» ({ $day }). شكرًا على الاستعداد للمجيء.
action-put-off = العمل «{ $title }» ({ $day }) لن يكون في هذا الموعد. حين يُحدَّد تاريخ جديد سيُكتب هنا؛ والإجابة محفوظة.
action-goes-ahead =
    في النهاية ننطلق إلى «{ $title }».
    متى: { $day }
    أين: { $place }
action-thanks = شكرًا على المجيء إلى «{ $title }». لولا من جاؤوا لكان أصغر.
action-next-ask = والخطوة التالية: { $ask }


## الأدوار

role-ask =
    { $form ->
        [f] سُجّل اسمكِ لدور في «{ $title }»: { $role }
        [m] سُجّل اسمكَ لدور في «{ $title }»: { $role }
       *[plural] سُجّل اسمكم لدور في «{ $title }»: { $role }
    }
    متى: { $day }
    أين: { $place }
    { $form ->
        [f] هل يمكنكِ القيام به؟
        [m] هل يمكنكَ القيام به؟
       *[plural] هل يمكنكم القيام به؟
    }
role-ask-backup =
    { $form ->
        [f] سُجّل اسمكِ بديلًا في «{ $title }»: { $role }. صاحب الدور لا يستطيع المجيء.
        [m] سُجّل اسمكَ بديلًا في «{ $title }»: { $role }. صاحب الدور لا يستطيع المجيء.
       *[plural] سُجّل اسمكم بديلًا في «{ $title }»: { $role }. صاحب الدور لا يستطيع المجيء.
    }
    متى: { $day }
    أين: { $place }
    { $form ->
        [f] هل يمكنكِ القيام به؟
        [m] هل يمكنكَ القيام به؟
       *[plural] هل يمكنكم القيام به؟
    }
choice-role-yes = نعم، هذا عليّ
choice-role-no =
    { $form ->
        [f] لا أستطيع
        [m] لا أستطيع
       *[plural] لا نستطيع
    }
role-thanks-yes =
    { $form ->
        [f] شكرًا. هذا الدور لكِ، والمنسّقون يرون ذلك.
        [m] شكرًا. هذا الدور لكَ، والمنسّقون يرون ذلك.
       *[plural] شكرًا. هذا الدور لكم، والمنسّقون يرون ذلك.
    }
role-thanks-no = شكرًا على الإبلاغ في الوقت المناسب. المنسّقون يعرفون الآن.
role-not-yours =
    { $form ->
        [f] هذا الدور لم يعد ينتظر إجابة منكِ.
        [m] هذا الدور لم يعد ينتظر إجابة منكَ.
       *[plural] هذا الدور لم يعد ينتظر إجابة منكم.
    }
role-refused = لا يمكن القيام بدور «{ $role }» في «{ $title }»: { $name }. البديل: { $backup }، ويُسأل الآن.
role-refused-by-all = لا يمكن القيام بدور «{ $role }» في «{ $title }»: { $name }. لا اسم آخر لهذا الدور، ويلزم اسم.
role-refused-because = ما كُتب عن ذلك: { $reason }


## للمنسّقين والمنسّقات

action-open-points =
    ما زال مفتوحًا:
    { $points }
action-all-settled = لم يبقَ شيء مفتوحًا. تحضير جيّد.
action-point =
    .role-unnamed = سُجّل اسم ليس من الائتلاف هنا، فيُرجى السؤال مباشرة: { $about }
    .role-asked = بلا تأكيد بعد: { $about }
    .role-refused = كلّ من سُجّلوا للدور لا يستطيعون: { $about }
    .equipment = لم يُكتب ما الذي نحضره
action-go =
    غدًا: { $title }
    متى: { $day }
    أين: { $place }
    هل ننطلق؟
choice-go-decide = لنقرّر الآن
action-decided =
    .go = تقرّر بشأن «{ $title }»: ننطلق. سُجّل القرار من { $name }.
    .change = تقرّر بشأن «{ $title }»: نغيّر شيئًا. سُجّل القرار من { $name }.
    .stop = تقرّر بشأن «{ $title }»: ليس الآن. سُجّل القرار من { $name }. يمكن تحديد تاريخ جديد في تفاصيل العمل.
action-begins = «{ $title }» يبدأ. السجلّ مفتوح: حقائق قصيرة، ساعة ومكان، بلا أسماء.
choice-open-log = فتح السجلّ
action-review = كيف كان «{ $title }»؟ عشر دقائق من النظر إلى الوراء الآن أفضل من اجتماع طويل بعد شهر.
choice-review = لننظر معًا إلى الوراء


## العودة بسلام

home-ask =
    { $form ->
        [f] انتهى «{ $title }». هل وصلتِ إلى البيت بسلام؟
        [m] انتهى «{ $title }». هل وصلتَ إلى البيت بسلام؟
       *[plural] انتهى «{ $title }». هل وصلتم إلى البيت بسلام؟
    }
home-ask-again =
    { $form ->
        [f] لم نسمع منكِ منذ «{ $title }». هل أنتِ في البيت؟
        [m] لم نسمع منكَ منذ «{ $title }». هل أنتَ في البيت؟
       *[plural] لم نسمع منكم منذ «{ $title }». هل أنتم في البيت؟
    }
choice-home-yes = نعم، في البيت
choice-home-help =
    { $form ->
        [f] أحتاج مساعدة
        [m] أحتاج مساعدة
       *[plural] نحتاج مساعدة
    }
home-thanks = جيّد أن نعرف. راحة طيّبة.
home-help-called = مطلوبة مساعدة بعد «{ $title }»: { $name }. يُرجى التواصل الآن.
home-after-all = وصل خبر من البيت بعد «{ $title }»: { $name }.
home-silent =
    لا جواب منذ «{ $title }» من:
    { $names }
    يُرجى الاتّصال.


## الصفحة لكلّ من يأتي

action-brief =
    .title = ما يلزم معرفته قبل أن نلتقي
    .when = متى
    .where = أين
    .purpose = من أجل ماذا
    .bring = يُستحسن أخذ
    .bring_usual = بطاقة الهوية، ماء، قبّعة، هاتف مشحون
    .programme = البرنامج
    .licence = شروط الترخيص
    .legal_line = الخطّ القانوني لهذا اليوم
    .access = لكي يستطيع الجميع المشاركة
    .agreement = على ماذا اتّفقنا
    .agreement_usual = بلا عنف وبلا أدوات خطرة. نحترم بعضنا ونصغي إلى الطاقم.
    .photo = التصوير
    .responses = ماذا نفعل إذا
    .after = وبعد ذلك
    .page = صفحة
    .of = من
action-brief-caption = ما يلزم معرفته: «{ $title }»، حتى { $date }
action-calendar = للتقويم: «{ $title }»
action-calendar-off = للتقويم: أُلغي «{ $title }»، وهذا الملفّ يزيله من التقويم
