# reviewed: no
# The word "delete": this answer, this conversation, or everything about me?

delete-title = حذف

delete_what =
    { $form ->
        [f] ماذا نحذف؟ ما تختارينه يُحذف فورًا.
        [m] ماذا نحذف؟ ما تختاره يُحذف فورًا.
       *[plural] ماذا نحذف؟ ما تختارونه يُحذف فورًا.
    }
    .choice-answer = الإجابة الأخيرة
    .choice-conversation = هذه المحادثة
    .choice-everything = كلّ ما حُفظ عنّي
    .choice-nothing = بلا حذف
    .help =
        السبب: كي لا نحذف أكثر ممّا قصدنا. قبل محو كلّ شيء نسأل مرّة أخرى.
        مثال: كُتب اسم بالخطأ؟ «الإجابة الأخيرة» تكفي.
