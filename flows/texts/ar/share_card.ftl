# reviewed: no
# The words of the card that a coalition shows the world.

share-card =
    .title = ننطلق معًا
    .partners =
        { $count ->
            [few] شركاء معًا
            [many] شريكًا معًا
           *[other] شريك معًا
        }
    .goal = غايتنا الأولى
    .launch = ننطلق
    .call = يمكن الانضمام. يسعدنا الحديث.
share-card-caption = بطاقة «{ $coalition }»، نسخة { $version }. يمكن تمريرها خارج الائتلاف أيضًا.
share-card-forward = يمكن تمرير البطاقة خارج الائتلاف أيضًا. ليس فيها اسم أيّ شخص.
