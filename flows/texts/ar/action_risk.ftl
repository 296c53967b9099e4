# reviewed: no
# One thing that may go wrong: its sign, what we do, who decides.

ac_response = { $risk }: ما العلامة، ماذا نفعل، ومن يقرّر؟
    .topic = ماذا نفعل حينها
    .help =
        السبب: تحت الضغط نعمل بحسب المكتوب.
        مثال: «تدافع؟ المنظّمات يفتحن ممرًّا، نور تقرّر».
