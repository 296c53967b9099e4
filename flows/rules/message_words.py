"""Lists words in messages that deserve a second look, as they are typed: who is left out, what smells of theft."""

from collections.abc import Mapping

ONE_GENDER: Mapping[str, Mapping[str, str]] = {
    "he": {
        "אתה": "לך, אליך, כתבת",
        "מוזמן": "ההזמנה פתוחה",
        "מוזמנים": "ההזמנה פתוחה לכל הקהל",
        "בוא": "בואו",
        "חברים": "חברות וחברים",
        "מתנדבים": "מתנדבות ומתנדבים",
        "פעילים": "פעילות ופעילים",
        "תושבים": "תושבות ותושבים",
        "מפגינים": "מי שמפגינים",
    },
    "ar": {
        "عزيزي": "تحيّة للجميع",
        "أنت": "لكم، معكم",
        "تعال": "لنلتقِ، الحضور",
        "ناشطين": "ناشطات وناشطين",
        "متطوعين": "متطوعات ومتطوعين",
        "مدعو": "الدعوة مفتوحة",
    },
}
"""A form that speaks to one gender alone, and what speaks to everybody. Not what is said of a committee too."""

BESIDE: Mapping[str, frozenset[str]] = {
    "חברים": frozenset({"חברות"}),
    "מתנדבים": frozenset({"מתנדבות"}),
    "פעילים": frozenset({"פעילות"}),
    "תושבים": frozenset({"תושבות"}),
    "מוזמנים": frozenset({"מוזמנות"}),
    "ناشطين": frozenset({"ناشطات"}),
    "متطوعين": frozenset({"متطوعات"}),
}
"""The other form: where it stands too, nobody is left out."""

BOTH_FORMS = r"[\u05d0-\u05ea]{2,}(?:[./])(?:ת|ה|ית|ות|ים)(?![\u05d0-\u05ea])"
"""Two forms put into one word with a dot or a slash: phones take it for a link, screen readers stumble."""

SECRETS = (
    "סיסמה", "סיסמא", "קוד אימות", "קוד האימות", "מספר כרטיס",
    "كلمة السر", "كلمة المرور", "رمز التحقق",
    "password", "passcode", "verification code", "pin code", "card number",
)  # fmt: skip
"""A bot that asks for these, or seems to, teaches people to be robbed."""
