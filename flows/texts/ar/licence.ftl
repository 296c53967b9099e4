# reviewed: no
# The decision aid about a police licence. The rules and their dates stand in the operator's table (content.yaml);
# somebody with legal knowledge may lay other sentences over these.

licence-verdict =
    .not_needed = على الأرجح لا حاجة إلى ترخيص من الشرطة.
    .coordination_optional = على الأرجح لا حاجة إلى ترخيص. يمكن التنسيق مع الشرطة، وليس ذلك واجبًا.
    .likely = على الأرجح هناك حاجة إلى ترخيص. يُقدَّم الطلب قبل { $days } أيام على الأقلّ، ويُفضَّل أسبوع.
    .counsel_first = أوّلًا نتحدّث مع محامية أو محامٍ.
licence-reason =
    .online = النشاط في الشبكة، ولا تجمّع.
    .permit_always = في منطقة الكنيست يحتاج كلّ تجمّع إلى تصريح، بأيّ عدد وفي أيّ موضوع.
    .not_assembly_rule = المكان المغلق على الأرجح لا تشمله هذه القاعدة. قد تلزم موافقة أصحاب المكان.
    .unlikely = أقلّ من { $crowd } شخصًا: على الأرجح لا حاجة.
    .unlikely_conditions = عدد { $crowd } فأكثر، بلا خطابات وبلا مسيرة: على الأرجح لا حاجة. يمكن للشرطة أن تضع شروطًا، ولذلك يلزم من يكون على اتصال معها.
    .likely = مسيرة فيها { $crowd } شخصًا فأكثر: على الأرجح هناك حاجة.
    .depends_on_subject = خطابات أمام { $crowd } شخصًا فأكثر: الأمر يتعلّق بالموضوع.
    .unclear = بعض الأسئلة بلا إجابة بعد، ولذلك فحصنا بحسب الحالة الأكثر حذرًا.
    .special_terms = هنا مكان أو معدّات لها قواعد إضافية.
    .check_home_front = هناك حالة طوارئ: نفحص تعليمات التجمّع الآن، ومرّة أخرى في اليوم نفسه.
licence-unchecked = لم تُفحص بعد لدى من يشغّلون هذا البوت
