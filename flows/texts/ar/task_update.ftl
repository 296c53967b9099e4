# reviewed: no
# Where one step stands, told by a button under an alert.

task_update-title = تحديث خطوة

tu_which = عن أيّ خطوة نحكي؟
    .help =
        السبب: تحديث قصير يوفّر على الجميع أسئلة.
        مثال: الخطوة التي كانت لهذا الأسبوع.
tu_gone = هذه الخطوة لم تعد في الخطّة، فلا شيء نحدّثه. شكرًا على العودة إليها.
