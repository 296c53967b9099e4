"""Looks at the playground in a real browser: can it be read, reached and used, on small and large screens?"""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import end, post, serving

pytestmark = pytest.mark.browser

SMALL, LARGE = (360, 740), (1440, 900)
SIZES = [pytest.param(SMALL, id="small"), pytest.param(LARGE, id="large")]
LANGUAGES = {"he": "rtl", "ar": "rtl", "en": "ltr"}
CUES = ("long", "two", "picture", "file", "invite", "ten")

# What a person cannot read, reach or see whole. Only what is in sight counts: chats scroll, and that is no fault.
FAULTS = """() => {
  const faults = [], inSight = [];
  const tag = (element) => `<${element.tagName.toLowerCase()} class="${element.className}">`;
  const words = (element) => (element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 40);
  const say = (what, element) => faults.push(`${what}: ${tag(element)} ${words(element)}`);
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(at).backgroundColor);
      layers.push([r, g, b, a]);
      if (a === 1) break;
    }
    return layers.reverse().reduce((under, [r, g, b, a]) =>
      [r, g, b].map((v, at) => v * a + under[at] * (1 - a)), [255, 255, 255]);
  };
  const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !element.closest(".unseen, [inert], thead");
  const clip = (element) => {
    const box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflowY === "visible") continue;
      const r = at.getBoundingClientRect();
      box.top = Math.max(box.top, r.top); box.bottom = Math.min(box.bottom, r.bottom);
    }
    return box;
  };
  const above = ".veil, .sheet, .menu, .notice, .toast, .down, .drawer"; // these lie over others on purpose
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
  for (const element of document.querySelectorAll("body *")) {
    if (!visible(element)) continue;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (["auto", "scroll", "hidden"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      && element.tagName !== "TEXTAREA") say("is cut or scrolls sideways", element);
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (hasText || element.placeholder) {
      if (parseFloat(style.fontSize) < 16) say(`text of ${style.fontSize}`, element);
      if (box.left < -1 || box.right > innerWidth + 1) say("leaves the screen", element);
      const colour = element.placeholder ? getComputedStyle(element, "::placeholder").color : style.color;
      const [a, b] = [light(parse(colour)), light(behind(element))].sort((x, y) => y - x);
      if ((a + 0.05) / (b + 0.05) < 4.5) say(`contrast ${((a + 0.05) / (b + 0.05)).toFixed(2)}`, element);
    }
    if (!element.matches("button, a, input, select, textarea")) continue;
    if (box.width < 43.5 || box.height < 43.5) say(`tap of ${box.width} by ${box.height}`, element);
    const seen = clip(element), x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (y < seen.top || y > seen.bottom) continue;
    inSight.push(element);
    const top = document.elementFromPoint(x, y);
    if (top && !element.contains(top) && !top.contains(element) && !top.closest(above))
      say(`lies under ${tag(top)}`, element);
  }
  return { faults, inSight: inSight.length };
}"""


@pytest.fixture(scope="module")
def stage() -> Iterator[str]:
    with serving("tests.e2e.rehearsal") as (address, _):
        yield address


@pytest.fixture
def look(browser: Browser, stage: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page with empty phones, at the size the test asks for; any fault of a script fails the test."""
    post(f"{stage}/again")
    yield from opened(browser, stage, getattr(request, "param", LARGE))


def opened(browser: Browser, address: str, size: tuple[int, int]) -> Iterator[Page]:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=width < 600)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.goto(address)
    page.wait_for_selector("body[data-ready]")
    yield page
    context.close()
    assert not wrong


def phone(page: Page, look: str) -> Locator:
    """A fresh phone, in sight."""
    before = page.locator(".phone").count()
    page.get_by_test_id("menu").click()
    page.get_by_test_id(f"add-{look}").click()
    expect(page.locator(".phone")).to_have_count(before + 1)
    fresh = page.locator(".phone").last
    expect(fresh).to_be_visible()
    return fresh


def say(of: Locator, text: str) -> None:
    """Write and wait until the bot has answered."""
    answered = of.locator(".theirs").count()
    field = of.locator(".say")
    field.fill(text)
    field.press("Enter")
    expect(of.locator(".theirs")).not_to_have_count(answered)


def speak(page: Page, language: str) -> None:
    page.get_by_test_id("menu").click()
    page.get_by_test_id(f"language-{language}").click()
    expect(page.locator("html")).to_have_attribute("lang", language)


def faults(page: Page) -> list[str]:
    """What cannot be read, reached or seen whole, with moving things at rest."""
    page.evaluate("() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => 0)))")
    found: dict[str, Any] = page.evaluate(FAULTS)
    assert found["inSight"] > 5, "the measuring itself sees nothing"
    return list(found["faults"])


def test_the_page_opens_in_hebrew_from_right_to_left(look: Page) -> None:
    expect(look.locator("html")).to_have_attribute("dir", "rtl")
    expect(look.locator(".brand")).to_have_text("רכזת")
    for each in ("t1", "w1"):
        expect(look.get_by_test_id(f"phone-{each}")).to_be_visible()
    telegram, whatsapp = (look.get_by_test_id(f"phone-{each}").bounding_box() for each in ("t1", "w1"))
    assert telegram
    assert whatsapp
    assert telegram["x"] >= whatsapp["x"] + whatsapp["width"], "the first phone stands on the right"


@pytest.mark.parametrize("look", SIZES, indirect=True)
@pytest.mark.parametrize("kind", ["telegram", "whatsapp"])
def test_everything_can_be_read_and_reached(look: Page, kind: str) -> None:
    mine = phone(look, kind)
    assert faults(look) == []
    for cue in CUES:
        say(mine, cue)
    for language in LANGUAGES:
        speak(look, language)
        for place in (0, 1):
            mine.locator(".log").evaluate("(log, place) => log.scrollTo(0, place * log.scrollHeight)", place)
            assert faults(look) == [], (language, place)


@pytest.mark.parametrize("look", SIZES, indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_menu_sheets_and_drawer_can_be_read_and_reached(look: Page, language: str) -> None:
    speak(look, language)
    assert look.locator("html").get_attribute("dir") == LANGUAGES[language]
    look.get_by_test_id("menu").click()
    assert faults(look) == []
    look.keyboard.press("Escape")
    expect(look.locator(".menu")).to_be_hidden()
    shown = look.locator(".phone:visible").first
    for entry in (None, "more-contact", "more-invite"):
        shown.locator(".more").click()
        if entry:
            shown.get_by_test_id(entry).click()
        assert faults(look) == [], entry
        look.keyboard.press("Escape")
        expect(shown.locator(".sheet")).to_be_hidden()
    look.get_by_test_id("drawer").click()
    for tab in ("outbox", "timers", "records", "map"):
        look.get_by_test_id(f"drawer-{tab}").click()
        expect(look.locator(".drawer-body > *").first).to_be_visible()
        assert faults(look) == [], tab


def test_the_measuring_finds_what_is_wrong(look: Page) -> None:
    look.evaluate("""() => {
      const place = document.querySelector(".brand");
      const pale = Object.assign(document.createElement("a"), { href: "#", textContent: "pale" });
      Object.assign(pale.style, { fontSize: "9px", color: "#ddd" });
      place.append(pale);
      document.querySelector(".moves").style.transform = "translateX(-2000px)";
    }""")
    found = " ".join(faults(look))
    for fault in ("text of 9px", "contrast", "tap of", "leaves the screen"):
        assert fault in found


def test_each_paragraph_has_its_own_direction(look: Page) -> None:
    say(look.get_by_test_id("phone-t1"), "long")
    words = look.get_by_test_id("phone-t1").get_by_test_id("bubble-text").last
    style: dict[str, str] = words.evaluate(
        "(e) => ({ bidi: getComputedStyle(e).unicodeBidi, space: getComputedStyle(e).whiteSpace, dir: e.dir })"
    )
    assert (style["bidi"], style["space"], style["dir"]) == ("plaintext", "pre-wrap", "auto")


def test_words_stay_words_whatever_they_look_like(look: Page) -> None:
    mine = look.get_by_test_id("phone-t1")
    say(mine, "<img src=x onerror=alert(1)><b>bold</b>")
    expect(mine.locator(".mine .words").last).to_have_text("<img src=x onerror=alert(1)><b>bold</b>")
    expect(mine.locator(".bubble b, .words img")).to_have_count(0)


def test_a_pressed_keyboard_goes_and_its_choice_stays(look: Page) -> None:
    mine = look.get_by_test_id("phone-t1")
    say(mine, "two")
    mine.get_by_test_id("choice").filter(has_text="לא הפעם").last.click()
    expect(mine.locator(".words").filter(has_text="✓ key.1").last).to_be_visible()
    expect(mine.locator(".toast")).to_have_text("נרשם")


def test_a_list_on_whatsapp_opens_as_a_sheet_and_the_row_is_said(look: Page) -> None:
    mine = look.get_by_test_id("phone-w1")
    say(mine, "ten")
    mine.get_by_test_id("picker").last.click()
    rows = mine.locator(".sheet").get_by_test_id("choice")
    expect(rows).to_have_count(10)
    expect(rows.first).to_be_focused()
    rows.nth(2).click()
    expect(mine.locator(".sheet")).to_be_hidden()
    expect(mine.locator(".mine .words").last).to_have_text("מפת הכוחות")


def test_everything_works_by_keyboard(look: Page) -> None:
    mine = look.get_by_test_id("phone-t1")
    say(mine, "two")
    choice = mine.get_by_test_id("choice").last
    choice.focus()
    outline = choice.evaluate("(e) => getComputedStyle(e).outlineStyle")
    look.keyboard.press("Shift+Tab")
    look.keyboard.press("Tab")
    assert choice.evaluate("(e) => e === document.activeElement")
    assert choice.evaluate("(e) => getComputedStyle(e).outlineStyle") == "solid", outline
    look.keyboard.press("Enter")
    expect(mine.locator(".words").filter(has_text="✓ key.1").last).to_be_visible()
    expect(look.locator("body")).not_to_be_focused()
    mine.locator(".more").press("Enter")
    expect(mine.get_by_test_id("more-voice")).to_be_focused()
    look.keyboard.press("Escape")
    expect(mine.locator(".more")).to_be_focused()


def test_new_messages_are_said_aloud(look: Page) -> None:
    expect(look.get_by_test_id("log-t1")).to_have_attribute("role", "log")
    expect(look.get_by_test_id("notice")).to_have_attribute("role", "status")


def test_an_own_message_can_be_corrected_on_telegram(look: Page) -> None:
    mine = look.get_by_test_id("phone-t1")
    say(mine, "frist")
    mine.locator(".mine").last.hover()
    mine.get_by_test_id("edit").last.click()
    expect(mine.locator(".say")).to_have_value("frist")
    mine.locator(".say").fill("first")
    mine.locator(".send").click()
    expect(mine.locator(".mine .words").filter(has_text="first")).to_be_visible()
    expect(look.get_by_test_id("phone-w1").get_by_test_id("edit")).to_have_count(0)


@pytest.mark.parametrize("kind", ["voice", "picture", "sticker", "place", "file"])
def test_other_things_can_be_sent(look: Page, kind: str) -> None:
    mine = look.get_by_test_id("phone-w1")
    mine.locator(".more").click()
    mine.get_by_test_id(f"more-{kind}").click()
    expect(mine.locator(f".mine .wordless.{kind}").last).to_be_visible()


def test_a_contact_shows_name_and_number(look: Page) -> None:
    mine = look.get_by_test_id("phone-t1")
    mine.locator(".more").click()
    mine.get_by_test_id("more-contact").click()
    mine.get_by_test_id("contact-name").fill("סמיר")
    mine.get_by_test_id("contact-number").fill("050-1234567")
    mine.get_by_test_id("sheet-go").click()
    expect(mine.locator(".mine .words").last).to_have_text("סמיר\n050-1234567")


def test_a_blocked_bot_can_be_unblocked(look: Page) -> None:
    mine = look.get_by_test_id("phone-t1")
    mine.locator(".more").click()
    mine.get_by_test_id("more-block").click()
    expect(mine.locator(".composer")).to_be_hidden()
    mine.locator(".unblock").click()
    expect(mine.locator(".composer")).to_be_visible()


def test_an_invitation_opens_on_another_phone(look: Page) -> None:
    mine, other = look.get_by_test_id("phone-t1"), look.get_by_test_id("phone-w1")
    say(mine, "invite")
    chips = mine.locator(".invitations").get_by_test_id("open-in")
    expect(chips.filter(has_text="סמיר")).to_have_count(1)  # the link and the code are one invitation
    chips.first.click()
    expect(other.locator(".mine .words").last).to_have_text("j_BMNX7N2W")


@pytest.mark.parametrize("pasted", ["https://t.me/Bot?start=j_BMNX7N2W", "bmnx-7n2w", "הקוד: BMNX-7N2W"])
def test_an_invitation_can_be_pasted(look: Page, pasted: str) -> None:
    mine = look.get_by_test_id("phone-w1")
    mine.locator(".more").click()
    mine.get_by_test_id("more-invite").click()
    field = mine.get_by_test_id("invite-field")
    field.fill("no code here")
    mine.get_by_test_id("sheet-go").click()
    expect(field).to_be_visible()
    field.fill(pasted)
    mine.get_by_test_id("sheet-go").click()
    expect(mine.locator(".mine .words").last).to_have_text("j_BMNX7N2W")


@pytest.mark.parametrize("look", [pytest.param(SMALL, id="small")], indirect=True)
def test_on_a_small_screen_phones_change_places_behind_tabs(look: Page) -> None:
    telegram, whatsapp = look.get_by_test_id("phone-t1"), look.get_by_test_id("phone-w1")
    look.get_by_test_id("tab-t1").click()
    expect(telegram).to_be_visible()
    expect(whatsapp).to_be_hidden()
    look.get_by_test_id("clock-next").click()
    expect(look.get_by_test_id("tab-w1").locator(".count")).to_contain_text("1")
    look.get_by_test_id("tab-w1").click()
    expect(whatsapp.get_by_test_id("bubble-text").last).to_have_text("תזכורת")
    expect(look.get_by_test_id("tab-w1").locator(".count")).to_have_count(0)


def test_moving_the_clock_moves_every_hour_on_the_page(look: Page) -> None:
    before = look.get_by_test_id("clock").inner_text()
    look.get_by_test_id("clock-1h").click()
    after = f"{(int(before[:2]) + 1) % 24:02}{before[2:]}"
    expect(look.get_by_test_id("clock")).to_have_text(after)
    expect(look.get_by_test_id("phone-t1").locator(".status-hour")).to_have_text(after)
    day = look.get_by_test_id("clock-day").inner_text()
    look.get_by_test_id("clock-1d").click()
    expect(look.get_by_test_id("clock-day")).not_to_have_text(day)


def test_after_forty_messages_the_first_new_one_is_in_sight(look: Page) -> None:
    mine = look.get_by_test_id("phone-t1")
    say(mine, "forty")
    expect(mine.locator(".words").filter(has_text="הודעה 40.").last).to_be_attached()
    expect(mine.locator(".words").filter(has_text="הודעה 1.").last).to_be_in_viewport()
    mine.locator(".down").click()
    expect(mine.locator(".words").filter(has_text="הודעה 40.").last).to_be_in_viewport()


def test_an_open_page_neither_holds_the_server_nor_hides_that_it_went(browser: Browser) -> None:
    with serving("tests.e2e.rehearsal") as (address, program):
        pages = opened(browser, address, LARGE)
        page = next(pages)
        assert end(program) == 0, "an open page does not keep the server from ending"
        expect(page.get_by_test_id("notice")).to_be_visible()
        page.context.close()


def test_calm_motion_is_respected(browser: Browser, stage: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(stage)
    page.wait_for_selector("body[data-ready]")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")]
      .filter((e) => getComputedStyle(e).transitionDuration.split(", ").some((each) => each !== "0s")).length""")
    context.close()
    assert moving == 0


def test_a_first_conversation_with_the_real_bot(browser: Browser) -> None:
    with serving("bot", "demo", "--no-browser", "--port", "0") as (address, program):
        for size, mine in ((LARGE, "t1"), (SMALL, "w1")):
            for page in opened(browser, address, size):
                choose_hebrew(page, mine)
                assert faults(page) == []
        assert end(program) == 0


def choose_hebrew(page: Page, phone_id: str) -> None:
    mine = page.get_by_test_id(f"phone-{phone_id}")
    if not mine.is_visible():
        page.get_by_test_id(f"tab-{phone_id}").click()
    page.get_by_test_id(f"start-{phone_id}").click()
    mine.get_by_test_id("choice").filter(has_text="עברית").click()
    expect(mine.locator(".theirs").nth(1)).to_be_visible()
    expect(mine.get_by_test_id("choice").last).to_be_visible()
