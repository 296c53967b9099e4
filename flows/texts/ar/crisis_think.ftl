# reviewed: no
# The space to think: what stands there now, and which part to open.

crisis_think-title = مساحة للتفكير في أزمة

cr_ahead = نمشي ببطء، أمر واحد في كلّ مرّة: ماذا حدث، ما المعروف، ما الأهداف، أيّ طرق هناك، ماذا نقرّر وماذا نفعل. نحو عشر دقائق. كلّ إجابة تُحفظ، ويمكن التوقّف والعودة.
cr_told_in =
    شكرًا على الدخول. هذا ما حدث:

    { $what }

    الآن بضعة أسئلة، واحد في كلّ مرّة. يمكن تخطّي كلّ سؤال بالكلمة «تخطّي».
cr_hub =
    { $picture }

    ماذا الآن؟
    .choice-known = حقائق وأسئلة
    .choice-goals = أهداف ودوائر
    .choice-choose = خيارات وقرار
    .choice-actions = أعمال
    .choice-partners = شركاء وصلات
    .choice-voice = البيان الأوّل
    .choice-team = الفريق
    .choice-papers = البطاقة والسجلّ
    .choice-round = جولة جديدة أو ختام
    .choice-back = خروج من هنا
    .help =
        السبب: يمكن فتح كلّ جزء بأيّ ترتيب. كلّ شيء يُحفظ بعد كلّ إجابة.
        مثال: وصلت معلومة؟ «حقائق وأسئلة». هناك ما ننشره؟ «البيان الأوّل».
cr_chosen_again =
    القرار القائم الآن: { $decision }
    السبب: { $reason }
cr_unchosen_again = لم يُتّخذ قرار بعد. ما كُتب هنا أمام من يقود المعالجة.
cr_thought_of = حُفظ. شكرًا، هذا واضح.
