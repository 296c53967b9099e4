# One role of an action: who, and who stands in.

ac_role_owner = { $role }: מי? שם אחד, בלי טלפון.
    .topic = מי בתפקיד
    .help =
        למה: כדאי שלאדם אחד יהיה רק תפקיד אחד.
        דוגמה: מי שבקשר עם המשטרה לא נואמת.
ac_role_backup = { $role }: ומי בגיבוי?
    .topic = מי בגיבוי
    .help =
        למה: אנשים חולים, ורכבות מאחרות.
        דוגמה: ״נטע, אם סמיר לא מגיע״.
