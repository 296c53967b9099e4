# What the coalition has made so far.

documents-title = המסמכים שלנו

documents_menu =
    { $form ->
        [f] מה תרצי לראות?
        [m] מה תרצה לראות?
       *[plural] מה תרצו לראות?
    }
    .choice-map = מפת הכוח
    .choice-card = כרטיס הקואליציה
    .choice-back = לתפריט
    .help =
        למה: המסמכים נבנים מהתשובות, ותמיד לפי מה שידוע עכשיו.
        דוגמה: מפת הכוח טובה לפתיחת ישיבה, הכרטיס טוב לשותפים חדשים.
documents_card =
    כרטיס הקואליציה

    { $card }
