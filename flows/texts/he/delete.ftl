# The word "delete": this answer, this conversation, or everything about me?

delete-title = מחיקה

delete_what =
    { $form ->
        [f] מה למחוק? מה שתבחרי יימחק מיד.
        [m] מה למחוק? מה שתבחר יימחק מיד.
       *[plural] מה למחוק? מה שתבחרו יימחק מיד.
    }
    .choice-answer = התשובה האחרונה
    .choice-conversation = השיחה הזאת
    .choice-everything = כל מה שנשמר עליי
    .choice-nothing = לא למחוק
    .help =
        למה: כדי לא למחוק יותר ממה שהתכוונו. לפני שמוחקים הכול נשאל פעם נוספת.
        דוגמה: שם שנכתב בטעות? ״התשובה האחרונה״ מספיקה.
