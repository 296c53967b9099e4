# Somebody reads a statement and says yes, or sends it back.

statement_approval-title = אישור הודעה

sv_answer =
    ההודעה לאישור:

    { $statement }

    מאשרים?
    .choice-ok = לאשר
    .choice-return = להחזיר לתיקון
    .help =
        למה: עין נוספת אחת, לפני שזה יוצא.
        דוגמה: חסר מועד לעדכון הבא? ״להחזיר לתיקון״.
sv_reason = מה לתקן? משפט אחד.
    .topic = מה לתקן
    .help =
        למה: כדי שהתיקון יהיה מהיר.
        דוגמה: ״להוריד את המשפט על העירייה״.
