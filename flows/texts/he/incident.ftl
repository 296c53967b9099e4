# Opened by a button of the day: one line of the log.

incident-title = יומן היום

incident_what = הפעולה: { $action }. מה קורה?
    .choice-note = שורה ביומן
    .choice-detained = מישהו בעיכוב
    .choice-back = כלום
    .help =
        למה: מה שנרשם עכשיו לא נשכח אחר כך.
        דוגמה: צפיפות בשער? ״שורה ביומן״.
