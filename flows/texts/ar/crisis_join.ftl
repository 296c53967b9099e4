# reviewed: no
# Somebody is asked to think along.

crisis_join-title = دخول فريق أزمة

cj_asked = هناك طلب للتفكير معًا في أزمة. ما يُكتب هناك يبقى في الفريق وعند التركيز. ندخل؟
    .choice-yes = دخول
    .choice-no = ليس الآن
    .help =
        السبب: كلّ واحد يفكّر في محادثته، والكلّ يصبح صورة واحدة.
        مثال: ثلاث حقائق وخياران، وهذا كثير.
