# reviewed: no

broadcast_answer-title = ردّ على رسالة

ba_answer = ما الردّ على «{ $words }»؟
    .help =
        السبب: الردّ يساعد في التخطيط، ويمكن تغييره في كلّ وقت.
        مثال: «نجيب لاحقًا» ردّ أيضًا.
