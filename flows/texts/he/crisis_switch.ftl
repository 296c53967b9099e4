# The crisis switch: proposed here, approved by another person within two minutes.

crisis_switch-title = מצב חירום

sw_sure =
    מצב חירום ב״{ $coalition }״: כולם מקבלים הודעה ובדיקת שלום, תזכורות שגרה נעצרות, ומרחב החשיבה נפתח. { $approval }
    .choice-start = להפעיל
    .choice-drill = תרגול
    .choice-back = חזרה
    .help =
        למה: לחיצה אחת, וכל הקואליציה נערכת. אזעקת שווא אפשר לבטל מיד, ומי שקיבלו הודעה ידעו שבוטלה.
        דוגמה: מעצר של פעילות באמצע הלילה.
