"""Knows the words people type to answer a call or an invitation: whether they come, cannot, or will say later."""

from collections.abc import Collection, Mapping

from flows.typed import folded

COMING, CANNOT, LATER, SEEN = "coming", "cannot", "later", "seen"

_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    COMING: (
        "מגיע", "מגיעה", "מגיעים", "מגיעות", "מגיע/ה", "באה", "בא", "באים", "באות", "אני מגיע", "אני מגיעה", "אני בא",
        "אני באה", "אגיע", "נגיע", "אבוא", "נבוא", "כן", "כן מגיע", "כן מגיעה", "בטח", "מאשר", "מאשרת", "אשתתף",
        "جاي", "جاية", "جاي/جاية", "جايين", "أنا جاي", "أنا جاية", "سآتي", "سأحضر", "سنحضر", "نعم", "أيوه", "أكيد",
        "coming", "i am coming", "i m coming", "im coming", "i will come", "i ll come", "i ll be there", "yes", "in",
        "count me in", "going", "we are coming",
    ),
    CANNOT: (
        "לא", "לא מגיע", "לא מגיעה", "לא מגיעים", "לא אגיע", "לא אוכל", "לא נוכל", "לא יכול", "לא יכולה",
        "لا", "مش جاي", "مش جاية", "لن أحضر", "لا أستطيع", "لا أقدر", "مش قادر", "مش قادرة", "بقدرش",
        "no", "cannot", "can t", "cant", "can not", "i can t", "i cannot", "not coming", "i can t come", "out",
    ),
    LATER: (
        "אחר כך", "אולי", "עוד לא", "עוד לא ברור", "לא בטוח", "לא בטוחה", "אעדכן", "אענה אחר כך",
        "لاحقا", "بعدين", "ربما", "مش أكيد", "غير متأكد", "غير متأكدة", "يمكن",
        "later", "maybe", "not sure", "not yet", "don t know yet", "i ll tell you later", "perhaps",
    ),
    SEEN: (
        "ראיתי", "קראתי", "קיבלתי", "הבנתי", "شفت", "قرأت", "وصلت", "وصلني", "seen", "got it", "read", "ok",
    ),
}  # fmt: skip

_MEANT: Mapping[str, str] = {folded(said): answer for answer, all_ in _SPELLINGS.items() for said in all_}


def answer_meant(text: str, answers: Collection[str]) -> str | None:
    """Which of these answers a whole message is, if it is one of the words people use for it."""
    meant = _MEANT.get(folded(text))
    return meant if meant in answers else None
