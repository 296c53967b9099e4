"""Spells what people type as an answer to "are you all right?", in three languages: a grammar, not what we say."""

from typing import Final

OK: Final = (
    "בסדר", "בסדר גמור", "הכל בסדר", "הכול בסדר", "הכל טוב", "הכול טוב", "טוב", "בטוח", "בטוחה", "מוגן", "מוגנת",
    "סבבה", "הכל סבבה", "הכול סבבה", "תקין", "במקום בטוח", "בבית בשלום", "שלום לי", "שלומי טוב",
    "safe", "ok", "okay", "fine", "good", "all good", "all ok", "all fine", "all safe", "alright", "all right",
    "well", "im ok", "im fine", "im safe", "im okay", "yes safe", "everything is ok", "everything ok",
    "بخير", "تمام", "كله تمام", "كلو تمام", "كل شي تمام", "كل شيء تمام", "بأمان", "في أمان", "آمن", "آمنة",
    "سالم", "سالمة", "سليم", "سليمة", "الحمد لله", "الحمدلله", "كويس", "كويسة", "منيح", "منيحة", "كلنا بخير",
)  # fmt: skip
HELP: Final = (
    "צריך עזרה", "צריכה עזרה", "צריכים עזרה", "צריכות עזרה", "דרושה עזרה", "דרושה לי עזרה", "נחוצה עזרה",
    "נחוצה לי עזרה", "עזרה דחוף", "עזרה דחופה", "הצילו", "הצילו אותי", "תעזרו לי", "תעזרו", "לא בסדר", "בסכנה",
    "סכנה", "בצרה", "בקשת עזרה", "עזרו לי",
    "need help", "needs help", "i need help", "help me", "sos", "s o s", "not ok",
    "not okay", "not safe", "not fine", "not good", "in danger", "danger", "in trouble", "send help", "emergency",
    "بحاجة لمساعدة", "بحاجة إلى مساعدة", "بحاجه لمساعده", "أحتاج مساعدة", "أحتاج إلى مساعدة", "أحتاج للمساعدة",
    "محتاج مساعدة", "محتاجة مساعدة", "بدي مساعدة", "ساعدوني", "النجدة", "نجدة", "لست بخير", "مش بخير", "في خطر",
    "خطر", "مش منيح", "مش منيحة", "مش تمام", "أنقذوني", "أريد مساعدة",
)  # fmt: skip
UNSURE: Final = (
    "לא ברור", "לא לגמרי ברור", "לא יודע", "לא יודעת", "לא בטוח", "לא בטוחה", "ככה ככה", "לא ממש",
    "unsure", "not sure", "unclear", "dont know", "don t know", "not really", "so so",
    "غير واضح", "ليس واضحا", "مش واضح", "لست متأكد", "لست متأكدة", "لست متأكدا", "مش متأكد", "مش متأكدة",
    "لا أعرف", "مش عارف", "مش عارفة", "لا أدري", "بين بين",
)  # fmt: skip
ASKING_FOR_HELP: Final = ("עזרה", "help", "مساعدة")
"""Words that otherwise ask why something is asked; said to "are you all right?" they mean what they say."""

AROUND: Final = (
    "תודה", "רבה", "אני", "אנחנו", "כרגע", "עכשיו", "היי", "ברוך", "השם", "כאן", "בבקשה",
    "thanks", "thank", "you", "thx", "i", "m", "am", "im", "we", "are", "re", "now", "hi", "here", "please",
    "شكرا", "شكرًا", "جزيلا", "أنا", "انا", "نحن", "إحنا", "الآن", "هلق",
)  # fmt: skip
"""What people say around the word that counts."""

OK_SIGNS: Final = ("👍", "👌", "✅")
HELP_SIGNS: Final = ("🆘",)
