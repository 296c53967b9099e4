# reviewed: no
# One milestone in one colour; red for the second week asks for a person.

wk_milestone = ما حال هذه المحطة؟ الموعد: { $day }
    .topic = حال المحطة
    .choice-green = على المسار
    .choice-yellow = تحتاج انتباهًا
    .choice-red = في خطر
    .help =
        السبب: لون واحد يفهمه الجميع بالمعنى نفسه.
        مثال: تأخير أسبوعين هو «تحتاج انتباهًا».
wk_red_again =
    هذه المحطة في خطر للأسبوع الثاني. من المفيد أن نتوقّف لحظة ونفكّر مع شخص آخر: تغيير الموعد أو الطريق أو الحجم.
    { $person }
