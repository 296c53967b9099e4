# Under a document: approve, change, share; and what is said when that was done.

document_what =
    { $document ->
        [plan] זו התוכנית, לפי מה שידוע עכשיו.
        [power_map] זו מפת הכוח, לפי מה שידוע עכשיו.
        [timeline] זה ציר הזמן, לפי מה שידוע עכשיו.
        [inventory] זו רשימת המשאבים, לפי מה שידוע עכשיו.
        [share_card] זה הכרטיס לשיתוף. אפשר להעביר אותו גם מחוץ לקואליציה: אין בו שם של אף אדם.
       *[other] זה המסמך, לפי מה שידוע עכשיו.
    }
    מה עושים איתו?
    .choice-approve = לאשר
    .choice-change_plan = לתקן את התוכנית
    .choice-change_map = לתקן את המפה
    .choice-change_timeline = לתקן את המועדים
    .choice-change_inventory = לתקן את המשאבים
    .choice-change_card = לתקן את הכרטיס
    .choice-share = לשתף
    .choice-back = להמשיך
    .help =
        למה: מסמך שאושר נשמר כגרסה, ואפשר לחזור אליו גם אחרי שינויים.
        דוגמה: לאשר את התוכנית בישיבה, לשתף אותה, ולתקן אחר כך בלי לאבד את מה שאושר.
document_share =
    { $form ->
        [f] עם מי תרצי לשתף את המסמך?
        [m] עם מי תרצה לשתף את המסמך?
       *[plural] עם מי תרצו לשתף את המסמך?
    }
    .choice-coordinators = רק עם הריכוז
    .choice-members = עם כל הקואליציה
    .choice-nobody = עדיין לא
    .help =
        למה: כל אחת ואחד יקבלו את המסמך בשפה שלהם, ורק את מה שמותר להם לראות.
        דוגמה: קודם לריכוז, ואחרי תיקון לכל הקואליציה.
document-name =
    .plan = התוכנית
    .power_map = מפת הכוח
    .timeline = ציר הזמן
    .inventory = רשימת המשאבים
    .share_card = הכרטיס לשיתוף
document-approved =
    אושר ונשמר: { $document }, גרסה { $version }.
    האישור: { $name }, { $date }.
    שינוי בתשובות יפתח גרסה חדשה, והגרסה הזאת תישאר.
document-shared-with =
    { $count ->
        [one] המסמך נשלח לאדם אחד.
        [two] המסמך נשלח לשני אנשים.
       *[other] המסמך נשלח ל־{ $count } אנשים.
    }
shared-document =
    מסמך מאת { $by }, עבור ״{ $coalition }״: { $document }.
    אפשר לראות את הכול בתפריט, תחת ״המסמכים שלנו״.
version-label = { $document } { $number }, { $day }
version-approved = גרסה זו אושרה: { $name }, { $date }
version-gone = הגרסה הזאת כבר לא קיימת. הנה המסמכים שיש עכשיו.
