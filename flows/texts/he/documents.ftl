# What the coalition has made so far.

documents-title = המסמכים שלנו

documents_menu =
    { $form ->
        [f] מה תרצי לראות?
        [m] מה תרצה לראות?
       *[plural] מה תרצו לראות?
    }
    .choice-plan = התוכנית
    .choice-map = מפת הכוח
    .choice-timeline = ציר הזמן
    .choice-inventory = רשימת המשאבים
    .choice-share_card = הכרטיס לשיתוף
    .choice-card = כרטיס הקואליציה
    .choice-earlier = גרסאות קודמות
    .choice-back = לתפריט
    .help =
        למה: המסמכים נבנים מהתשובות, ותמיד לפי מה שידוע עכשיו.
        דוגמה: מפת הכוח טובה לפתיחת ישיבה, הכרטיס טוב לשותפים חדשים.
documents_card =
    כרטיס הקואליציה

    { $card }
documents_earlier =
    { $form ->
        [f] איזו גרסה קודמת תרצי לראות?
        [m] איזו גרסה קודמת תרצה לראות?
       *[plural] איזו גרסה קודמת תרצו לראות?
    }
    .help =
        למה: כל שינוי בתשובות פותח גרסה חדשה, והקודמות נשארות בדיוק כפי שהיו.
        דוגמה: לראות את התוכנית כפי שאושרה לפני חודש.
