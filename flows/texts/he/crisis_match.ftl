# What people need beside what others offer; one tap connects, through whoever leads.

crisis_match-title = צרכים והצעות

cm_none = אין כרגע צרכים פתוחים.
cm_which =
    מה צריכים, ומה מציעים:
    { $lines }

    מה נחבר? שני הצדדים ישמעו שהקשר יעבור דרכך, בלי שמות.
    .help =
        למה: מי שצריכים ומי שיכולים לעזור לא מכירים תמיד.
        דוגמה: ״תרגום: 2 צריכים, 1 מציעים״.
