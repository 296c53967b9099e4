# One part in the crisis team.

cr_role_owner = { $role }: מי על זה?
    .topic = מי על זה
    .help =
        למה: שם אחד לכל תפקיד.
        דוגמה: עובדות: סמאח.
cr_role_backup = { $role }: ומי בגיבוי?
    .topic = מי בגיבוי
    .help =
        למה: גם מי שמחזיקים הרבה צריכים לישון.
        דוגמה: עובדות: סמאח, גיבוי: עומר.
