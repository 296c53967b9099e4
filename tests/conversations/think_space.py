"""The think-space as it is lived: alone from the first message ever, at a dead end, by a team in two languages."""

from collections.abc import Mapping
from datetime import timedelta

from tests.conversations.scripts import Play, at_the_menu
from tests.conversations.transcript import Player

OTHER = {"he": "ar", "ar": "he", "en": "ar"}
"""In which language the rest of the team thinks."""

NAMES = {"he": ("סוהא", "רותם", "אביגיל"), "ar": ("سهى", "سمير", "رنا")}

SAID: Mapping[str, Mapping[str, str]] = {
    "he": {
        "what": "כתבה בערב טענה שהסתרנו תרומה\nהטלפון לא מפסיק לצלצל",
        "facts": "הכתבה עלתה ב־20:15 (אתר החדשות)\nהתרומה רשומה בדוח השנתי (רואת החשבון)",
        "unknown": "מי העביר לכתב – נטע בודקת",
        "goals": "חייב: לשמור על השותפים\nאסור: לחשוף את התורמת\nמספיק טוב: תיקון בכתבה",
        "ways": "מכתב פרטי לעורך\nפרסום הדוח המלא\nלחכות ליום ראשון",
        "way": "מכתב פרטי לעורך",
        "why": "אפשר לפרסם גם מחר, ומפרסום אי אפשר לחזור",
        "hour": "להתקשר לתורמת",
        "day": "לשלוח את הדוח לעורך",
        "partners": "ארגון אחות: שיחה הערב",
        "stuck": "הוועדה דחתה אותנו בפעם השלישית, ואף אחד לא עונה",
        "keep": "לא לאבד את הקבוצה",
        "ours": "עם מי נדבר השבוע",
        "theirs": "מה ייכתב בפרוטוקול",
        "aside": "הכותרות",
        "feel": "קשה לנו לקרוא את הדברים, ואנחנו עם התורמת",
        "known": "התרומה רשומה בדוח השנתי",
        "checking": "מקור הידיעה עוד נבדק",
        "doing": "שלחנו את הדוח לעורך",
        "update": "מחר ב־10:00",
        "contact": "צוות הדוברות, בדף הקואליציה",
        "remark": "להוסיף תודה לשותפים",
        "thinker": "עומר",
        "fact": "שלושה שותפים התקשרו לשאול",
        "option": "שיחה משותפת עם השותפים",
        "step": "לכתוב לשותפים שורה אחת",
        "problem": "אין אוטובוס בלילה",
    },
    "ar": {
        "what": "تقرير في المساء يدّعي أنّنا أخفينا تبرّعًا\nالهاتف لا يتوقّف",
        "facts": "التقرير نُشر في 20:15 (موقع الأخبار)\nالتبرّع مسجّل في التقرير السنوي (المحاسبة)",
        "unknown": "من نقل للصحافي – سهى تتحقّق",
        "goals": "يجب: الحفاظ على الشركاء\nلا يجب: كشف المتبرّعة\nيكفي: تصحيح في التقرير",
        "ways": "رسالة خاصة إلى المحرّر\nنشر التقرير كاملًا\nانتظار حتى الأحد",
        "way": "رسالة خاصة إلى المحرّر",
        "why": "النشر ممكن غدًا أيضًا، ولا رجوع عنه",
        "hour": "اتّصال بالمتبرّعة",
        "day": "إرسال التقرير إلى المحرّر",
        "partners": "جمعية شقيقة: مكالمة هذا المساء",
        "stuck": "اللجنة رفضتنا للمرّة الثالثة، ولا أحد يجيب",
        "keep": "ألّا نخسر المجموعة",
        "ours": "مع من نتحدّث هذا الأسبوع",
        "theirs": "ما يُكتب في المحضر",
        "aside": "العناوين",
        "feel": "صعب علينا أن نقرأ هذا، ونحن مع المتبرّعة",
        "known": "التبرّع مسجّل في التقرير السنوي",
        "checking": "مصدر الخبر قيد الفحص",
        "doing": "أرسلنا التقرير إلى المحرّر",
        "update": "غدًا في 10:00",
        "contact": "فريق الإعلام، في صفحة الائتلاف",
        "remark": "إضافة شكر للشركاء",
        "thinker": "لينا",
        "fact": "ثلاثة شركاء اتّصلوا ليسألوا",
        "option": "مكالمة مشتركة مع الشركاء",
        "step": "كتابة سطر واحد للشركاء",
        "problem": "لا يوجد باص في الليل",
    },
    "en": {
        "what": "An evening article claims that we hid a donation\nThe phone does not stop ringing",
        "facts": "The article went up at 20:15 (news site)\nThe donation stands in the yearly report (accountant)",
        "unknown": "Who told the journalist – Robin checks",
        "goals": "Must: keep the partners\nMust not: expose the donor\nGood enough: a correction in the article",
        "ways": "A private letter to the editor\nPublish the whole report\nWait until Sunday",
        "way": "A private letter to the editor",
        "why": "Publishing is possible tomorrow too, and cannot be undone",
        "hour": "Call the donor",
        "day": "Send the report to the editor",
        "partners": "Sister organisation: a talk this evening",
        "stuck": "The committee refused us for the third time, and nobody answers",
        "keep": "Not to lose the group",
        "ours": "Whom we talk to this week",
        "theirs": "What goes into the minutes",
        "aside": "The headlines",
        "feel": "It is hard to read this, and we stand with the donor",
        "known": "The donation stands in the yearly report",
        "checking": "The source of the report is being checked",
        "doing": "We sent the report to the editor",
        "update": "Tomorrow at 10:00",
        "contact": "The press team, on the coalition’s page",
        "remark": "Add thanks to the partners",
        "thinker": "Omar",
        "fact": "Three partners called to ask",
        "option": "A joint call with the partners",
        "step": "Write one line to the partners",
        "problem": "There is no bus at night",
    },
}


async def crisis_first(play: Play) -> None:
    """A crisis word as the very first message: alone from there to the card, the next look, the end, the review."""
    said = SAID[play.language]
    neta = play.enter("coordinator")
    await neta.say(play.word("crisis"))
    await neta.press("privacy_consent.choice-yes")
    await neta.press("cr_safety.choice-unsure")
    await neta.say(said["what"])
    await neta.press("cr_trigger.choice-media")
    await thinks(neta, said)
    await neta.press("cr_hub.choice-papers")
    await neta.press("cr_papers.choice-log")
    await neta.press("cr_papers.choice-back")
    await neta.press("cr_hub.choice-partners")
    await neta.press("choice-keep")
    await neta.press("cr_connect.choice-now")
    await neta.press("cr_hub.choice-back")
    await play.transcript.world.move(timedelta(hours=1, minutes=5))
    play.transcript.note("… an hour passes …")
    await neta.press("choice-work-done")
    await neta.say(play.word("skip"))
    await play.transcript.world.move(timedelta(days=1))
    play.transcript.note("… it is the next morning …")
    await neta.press("choice-crisis-round")
    await neta.press("cr_close.choice-closed")
    await neta.press("cr_review.choice-later")
    await play.transcript.world.move(timedelta(days=2, hours=2))
    play.transcript.note("… two days later …")
    await neta.press("choice-crisis-review")


async def thinks(neta: Player, said: Mapping[str, str]) -> None:
    """From how grave it is to the card."""
    await neta.press("cr_severity.choice-mid")
    await neta.press("cr_hold.choice-save")
    await neta.press("choice-done")
    for name in ("facts", "unknown", "goals", "ways"):
        await lists(neta, said[name])
    await neta.press(said["way"])
    await neta.say(said["why"])
    for name in ("hour", "day", "partners"):
        await lists(neta, said[name])
    await neta.press(neta.who.words("crisis-next.tomorrow", hour="09:00"))


async def lists(who: Player, lines: str) -> None:
    await who.say(lines)
    await who.press("choice-done")


async def crisis_dead_end(play: Play) -> None:
    """The word in the middle of a question, once as its answer; then a dead end: goals, circles, another arena."""
    said = SAID[play.language]
    neta = await at_the_menu(play, founded=True)
    await neta.press("main_menu.choice-coalition")
    await neta.press("stage_jump.choice-a")
    await neta.say(play.word("crisis"))
    await neta.press("choice-word-answer")
    await neta.say(play.word("crisis"))
    await neta.press("cr_safety.choice-no")
    await neta.press("crisis-for-me")
    await neta.say(said["stuck"])
    await neta.press("cr_trigger.choice-dead_end")
    for name in ("keep", "ours", "theirs", "aside"):
        await lists(neta, said[name])
    await neta.press("cr_arena.choice-council")
    await neta.press("choice-done")
    await lists(neta, said["option"])
    await neta.press("crisis-way.council")
    await neta.say(said["why"])
    await neta.say(play.word("skip"))
    await lists(neta, said["day"])
    await neta.say(play.word("skip"))
    await neta.press("crisis-next.never")
    await neta.press("cr_hub.choice-back")


async def crisis_team(play: Play) -> None:
    """A team of five in two languages: invited, each in their own chat, one picture, one approval, one owner each."""
    said, other = SAID[play.language], OTHER[play.language]
    neta = await at_the_menu(play, founded=True)
    team = [await joins(play, neta, name, other) for name in NAMES[other]]
    omer = await joins(play, neta, said["thinker"], play.language)
    await neta.say(play.word("crisis"))
    await neta.press("cr_safety.choice-no")
    await neta.press(neta.who.words("crisis-for-coalition", coalition=play.word("coalition")))
    await neta.say(said["what"])
    await neta.press("cr_trigger.choice-media")
    await thinks(neta, said)
    await neta.press("cr_hub.choice-team")
    await neta.press("cr_team.choice-invite")
    for one in (*team, omer):
        await neta.press(one.who.name)
    await neta.press("choice-done")
    await neta.press("cr_team.choice-back")
    for one in team:
        await thinks_along(play, one, SAID[other], other)
    await thinks_along(play, omer, said, play.language)
    await neta.press("choice-crisis-open")
    await neta.press("cr_hub.choice-actions")
    await neta.press("choice-keep")
    await neta.press("choice-keep")
    await neta.say(play.word("skip"))
    await neta.press(said["step"])
    await neta.press("choice-done")
    await neta.press("cr_share.choice-now")
    await neta.press(omer.who.name)
    await asks_for_approval(neta, omer, said)
    await play.transcript.world.move(timedelta(hours=1, minutes=5))
    play.transcript.note("… an hour passes …")


async def joins(play: Play, neta: Player, name: str, language: str) -> Player:
    """Somebody comes into the coalition; how is not written down."""
    one = play.transcript.player(name, language, "plural")
    await one.who.joins(await neta.who.invites())
    await neta.who.say("/menu")
    for player in play.transcript.people:
        list(player.news())
    return one


async def thinks_along(play: Play, who: Player, said: Mapping[str, str], language: str) -> None:
    skip = {"he": "דילוג", "ar": "تخطي", "en": "skip"}[language]
    await who.press("choice-crisis-join")
    await lists(who, said["fact"])
    await who.say(skip)
    await who.say(skip)
    await lists(who, said["option"])
    await lists(who, said["step"])
    await who.say(skip)
    await who.say(skip)


async def asks_for_approval(neta: Player, omer: Player, said: Mapping[str, str]) -> None:
    await neta.press("cr_hub.choice-voice")
    await neta.press("cr_statement.choice-write")
    for part in ("feel", "known", "checking", "doing", "update", "contact"):
        await neta.say(said[part])
    await neta.press("cr_statement.choice-approve")
    await neta.press(omer.who.name)
    await omer.press("choice-statement-read")
    await omer.press("sv_answer.choice-return")
    await omer.say(said["remark"])
    await neta.press("cr_statement.choice-approve")
    await neta.press(omer.who.name)
    await omer.press("choice-statement-read")
    await omer.press("sv_answer.choice-ok")
    await neta.press("cr_statement.choice-release")
    await neta.press("cr_release.choice-public")
