# The card and the log.

cr_papers = מה להכין?
    .choice-card = כרטיס המשבר
    .choice-log = יומן: זמן, החלטות
    .choice-decision = לרשום החלטה
    .choice-care = דאגה לצוות
    .choice-back = חזרה
    .help =
        למה: כרטיס אחד מחזיק את כולם באותו דף.
        דוגמה: הכרטיס הוא תמונה. היומן הוא מסמך להדפסה.
