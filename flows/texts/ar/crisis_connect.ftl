# reviewed: no
# Asking for a connection.

cr_connect = نطلب وصلنا بجهات يمكن أن تساعد؟
    .topic = طلب وصل
    .choice-now = نعم، عاجل
    .choice-soon = نعم، هذا الأسبوع
    .choice-no = لا حاجة
    .help =
        السبب: هناك صلات ليست عندنا وهي عند غيرنا.
        مثال: صحافية، أو مساعدة برلمانية.
