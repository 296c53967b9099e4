# Where one step stands, told by a button under an alert.

task_update-title = עדכון של צעד

tu_which = על איזה צעד נספר?
    .help =
        למה: עדכון קצר חוסך לכולם שאלות.
        דוגמה: הצעד שהיה להשבוע.
tu_gone = הצעד הזה כבר לא בתוכנית, אז אין מה לעדכן. תודה שחזרת אליו.
