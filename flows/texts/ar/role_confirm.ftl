# reviewed: no
# Opened by a role's buttons: yes, or no and why.

role_confirm-title = دوري

role_answer =
    النشاط: { $action }
    متى: { $date }
    الدور: { $role }

    هل هذا مناسب؟
    .choice-yes = نعم، الدور عليّ
    .choice-no = ليس هذه المرّة
    .help =
        السبب: حين نعرف مبكّرًا يبقى وقت لإيجاد بديل.
        مثال: «ليس هذه المرّة» جواب جيّد حين يأتي في وقته.
role_why = لا بأس، شكرًا على الجواب. ما السبب، بكلمة؟ يمكن التخطّي.
    .help =
        السبب: قد يناسب دور أصغر أو ساعة أخرى.
        مثال: «وردية ليل».
