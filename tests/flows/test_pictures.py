"""A picture is an answer where one is wanted, two answers with its caption, and elsewhere a kind word."""

from flows.effects import Save
from flows.events import PictureReceived
from tests.flows.worlds import Talk, flows

SHOWN = flows(
    "flow: shown\nsteps:\n"
    "  words: {ask: text, fits: broadcast, save: coalition.words}\n"
    "  shown: {ask: picture, choices: [without], save: coalition.shown}\n"
    "  plain: {ask: text, save: coalition.plain}\n"
)


def talk() -> Talk:
    return Talk(SHOWN).start()


def kept(of: Talk) -> dict[str, object]:
    return {save.field: save.value for save in of.saves if isinstance(save, Save)}


def test_a_picture_with_its_caption_is_the_words_and_the_picture() -> None:
    said = talk()
    said.happens(PictureReceived("telegram|AgAC", "Come on Wednesday"))
    assert kept(said) == {"picture": "telegram|AgAC", "alt": None, "words": "Come on Wednesday"}
    assert said.step == "shown"


def test_a_picture_without_words_is_kept_and_the_words_are_asked_for() -> None:
    said = talk()
    said.happens(PictureReceived("telegram|AgAC"))
    assert kept(said)["picture"] == "telegram|AgAC"
    assert said.step == "words"
    assert said.keys == ["picture-kept", "words"]


def test_where_a_picture_is_wanted_its_caption_describes_it() -> None:
    said = talk()
    said.says("Come")
    said.happens(PictureReceived("telegram|AgAC", "A poster"))
    assert kept(said) == {"shown": "telegram|AgAC", "alt": "A poster"}
    assert said.step == "plain"


def test_words_where_a_picture_is_wanted_are_answered_kindly() -> None:
    said = talk()
    said.says("Come")
    said.says("no idea")
    assert said.keys == ["you-wrote", "picture-wanted", "shown"]
    said.presses("without")
    assert said.step == "plain"


def test_elsewhere_a_picture_is_not_kept() -> None:
    said = talk()
    said.says("Come")
    said.presses("without")
    said.happens(PictureReceived("telegram|AgAC", "words"))
    assert said.keys == ["unfit.picture", "plain"]
    assert said.step == "plain"


def test_words_that_must_be_mended_are_not_kept() -> None:
    said = talk()
    said.says("https://bit.ly/a")
    assert kept(said) == {}
    assert said.keys == ["you-wrote", "message-check-blocked", "words"]


def test_words_worth_a_second_look_are_kept_and_it_is_said() -> None:
    said = talk()
    said.says("call 050-1234567")
    assert kept(said) == {"words": "call 050-1234567"}
    assert said.keys == ["message-check-noticed", "shown"]
