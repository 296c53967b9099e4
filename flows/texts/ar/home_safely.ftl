# reviewed: no
# Opened by the buttons after an action: home, or help is needed.

home_safely-title = في البيت بسلام

home_answer = النشاط «{ $action }» وراءنا. هل كلّ شيء بخير؟
    .choice-yes = نعم، في البيت
    .choice-help = أحتاج إلى مساعدة
    .help =
        السبب: النشاط ينتهي حين يكون الجميع في البيت.
        مثال: زيارة عند الأقارب وكلّ شيء بخير؟ «نعم، في البيت».
home_help =
    شكرًا على الجواب. نُبلغ الآن من يركّزون الائتلاف.
    الخط القانوني: { $line }
    عند خطر على الحياة، كلمة «أزمة» تفتح فورًا أرقام الطوارئ.
