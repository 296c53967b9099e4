"""Takes the README's picture of the playground from a real conversation, so that it never shows what is not there.

`python -m tests.e2e.picture_for_readme` writes `bot/playground/playground.png`. Choices are found by their words:
when a conversation changes, this stops at the step that is gone.
"""

import os
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.e2e.conftest import ARGUMENTS, browser_path, serving

PICTURE = Path(__file__).resolve().parents[2] / "bot" / "playground" / "playground.png"
MORNING = "manual:2026-11-22T10:00+02:00"
NOWHERE = "http://127.0.0.1:9"  # a clock may only be set by hand where no platform can be reached

# (phone, what is done, with which words): press a choice, say something, or open the invitation that stands there.
SCENE = (
    ("t1", "press", "עברית"),
    ("t1", "press", "כן, להמשיך"),
    ("t1", "press", "לשון רבים"),
    ("t1", "say", "דנה"),
    ("t1", "press", "קבוצה מקומית"),
    ("t1", "press", "הקמת קואליציה"),
    ("t1", "press", "כוח לחץ"),
    ("t1", "press", "סיימתי"),
    ("t1", "say", "אוויר נקי לחיפה"),
    ("t1", "press", "יש כבר שותפים"),
    ("t1", "press", "זה מספיק"),
    ("t1", "press", "מאושר"),
    ("t1", "press", "כן, לשלב"),
    ("t1", "say", "המפעל ליד הנמל מזהם את השכונות התחתונות"),
    ("t1", "say", "כל קבוצה לבדה נשמעת פחות. ביחד נגיע לעירייה ולמשרד להגנת הסביבה"),
    ("t1", "say", "תחנת ניטור ראשונה עד האביב"),
    ("t1", "press", "זה מספיק"),
    ("t1", "press", "מאושר"),
    ("t1", "press", "כן, לשלב"),
    ("t1", "press", "ארגונים חברתיים"),
    ("t1", "press", "סיימתי"),
    ("t1", "say", "רופאות למען הסביבה\nועד שכונת הדר\nجمعية نساء الكرمل\nעיריית חיפה\nחברת הנמל"),
    ("t1", "press", "סיימתי"),
    ("t1", "press", "רופאות"),
    ("t1", "press", "ועד"),
    ("t1", "press", "نساء"),
    ("t1", "press", "סיימתי"),
    ("t1", "press", "עיריית"),
    ("t1", "press", "חברת"),
    ("t1", "press", "סיימתי"),
    ("t1", "press", "כן, עכשיו"),
    ("t1", "press", "ניטרלי"),
    ("t1", "press", "הרבה"),
    ("t1", "press", "מתנגד בשקט"),
    ("t1", "press", "הרבה"),
    ("t1", "press", "פועל איתנו"),
    ("t1", "press", "בינונית"),
    ("t1", "press", "מסכים"),
    ("t1", "press", "מעט"),
    ("t1", "press", "פועל איתנו"),
    ("t1", "press", "הרבה"),
    ("t1", "press", "לא"),
    ("t1", "press", "זה מספיק"),
    ("t1", "say", "תפריט"),
    ("t1", "press", "אנשים"),
    ("t1", "press", "להזמין"),
    ("t1", "open", "סמיר"),
    ("w1", "press", "עברית"),
    ("w1", "press", "כן, להמשיך"),
    ("w1", "press", "לשון זכר"),
    ("w1", "say", "סמיר"),
    ("w1", "press", "כן, להצטרף"),
)


def act(page: Page, phone_id: str, deed: str, words: str) -> None:
    """Do one thing and wait until the bot's next words stand there."""
    phone = page.get_by_test_id(f"phone-{phone_id}")
    chats = page.locator(".phones")
    before = chats.inner_text()
    if deed == "press":
        phone.get_by_test_id("choice").filter(has_text=words).last.click()
    elif deed == "open":
        page.get_by_test_id("open-in").filter(has_text=words).last.click()
    else:
        phone.get_by_test_id(f"say-{phone_id}").fill(words)
        phone.get_by_test_id(f"say-{phone_id}").press("Enter")
    expect(chats).not_to_have_text(before, use_inner_text=True)
    settle(page)


def settle(page: Page) -> None:
    """Wait until nothing has changed on the page for a moment."""
    page.evaluate("""() => new Promise((done) => {
      const rest = () => { watch.disconnect(); done(); };
      let waiting = setTimeout(rest, 400);
      const watch = new MutationObserver(() => { clearTimeout(waiting); waiting = setTimeout(rest, 400); });
      watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    })""")


def play(page: Page) -> None:
    page.get_by_test_id("start-t1").click()
    page.get_by_test_id("phone-t1").get_by_test_id("choice").first.wait_for()
    for phone_id, deed, words in SCENE:
        act(page, phone_id, deed, words)


def main() -> None:
    os.environ["RAKEZET_CLOCK"] = MORNING
    os.environ["RAKEZET_TELEGRAM_API_URL"] = os.environ["RAKEZET_WHATSAPP_API_URL"] = NOWHERE
    with serving("bot", "demo", "--no-browser", "--port", "0") as (address, _), sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS))
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        try:
            play(page)
            page.screenshot(path=PICTURE)
        finally:
            chromium.close()


if __name__ == "__main__":
    main()
