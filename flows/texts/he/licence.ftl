# The decision aid about a police licence. The rules and their dates stand in the operator's table (content.yaml);
# somebody with legal knowledge may lay other sentences over these.

licence-verdict =
    .not_needed = כנראה לא נדרש רישיון מהמשטרה.
    .coordination_optional = כנראה לא נדרש רישיון. אפשר לתאם עם המשטרה, וזו לא חובה.
    .likely = כנראה נדרש רישיון. מגישים לפחות { $days } ימים לפני, ועדיף שבוע.
    .counsel_first = קודם מדברים עם עורכת או עורך דין.
licence-reason =
    .online = הפעולה ברשת, ואין התקהלות.
    .permit_always = באזור הכנסת נדרש אישור לכל התקהלות, בכל גודל ובכל נושא.
    .not_assembly_rule = מקום סגור כנראה לא לפי הכלל הזה. אולי צריך אישור מבעלי המקום.
    .unlikely = פחות מ־{ $crowd } אנשים: כנראה לא נדרש.
    .unlikely_conditions = מספר של { $crowd } ומעלה, בלי נאומים ובלי תהלוכה: כנראה לא נדרש. המשטרה יכולה לקבוע תנאים, ולכן צריך מי שבקשר איתה.
    .likely = תהלוכה של { $crowd } אנשים ומעלה: כנראה נדרש.
    .depends_on_subject = נאומים לפני { $crowd } אנשים ומעלה: תלוי בנושא.
    .unclear = חלק מהשאלות עוד בלי תשובה, ולכן בדקנו לפי המקרה הזהיר.
    .special_terms = יש כאן מקום או ציוד עם כללים נוספים.
    .check_home_front = יש מצב חירום: בודקים את הנחיות ההתקהלות עכשיו, ושוב ביום עצמו.
licence-unchecked = עוד לא נבדקו אצל מי שמפעילים את הבוט
