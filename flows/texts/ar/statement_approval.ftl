# reviewed: no
# Somebody reads a statement and says yes, or sends it back.

statement_approval-title = الموافقة على بيان

sv_answer =
    البيان للموافقة:

    { $statement }

    هل نوافق؟
    .choice-ok = موافقة
    .choice-return = إعادة للتصحيح
    .help =
        السبب: عين أخرى واحدة قبل أن يصدر.
        مثال: ينقص موعد التحديث القادم؟ «إعادة للتصحيح».
sv_reason = ما الذي يجب تصحيحه؟ جملة واحدة.
    .topic = ما يجب تصحيحه
    .help =
        السبب: ليكون التصحيح سريعًا.
        مثال: «حذف الجملة عن البلدية».
