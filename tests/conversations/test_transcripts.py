"""What the bot says in whole conversations, word for word: whoever changes a sentence sees where people meet it."""

from pathlib import Path

import pytest

from tests.cast import world_in
from tests.conversations import action_days, broadcasts, checkins, later_stages, think_space
from tests.conversations.scripts import SCRIPTS as FIRST_SCRIPTS
from tests.conversations.scripts import Play
from tests.conversations.transcript import Transcript
from tests.conversations.weekly import weekly
from tests.conversations.words import WORDS

SCRIPTS = {
    **FIRST_SCRIPTS,
    "stage_c_talks": later_stages.stage_c_talks,
    "stage_d_ledger": later_stages.stage_d_ledger,
    "stage_e_committee": later_stages.stage_e_committee,
    "stage_f_goals": later_stages.stage_f_goals,
    "stage_g_launch": later_stages.stage_g_launch,
    "crisis_first": think_space.crisis_first,
    "crisis_dead_end": think_space.crisis_dead_end,
    "crisis_team": think_space.crisis_team,
    "weekly": weekly,
    "action_day": action_days.action_day,
    "check_in": checkins.check_in,
    "crisis_switch": checkins.crisis_switch,
    "broadcast": broadcasts.broadcast,
}
TRANSCRIPTS = Path(__file__).parent / "transcripts"
LANGUAGES = {"he": "Hebrew", "ar": "Arabic", "en": "English"}


async def played(name: str, language: str, folder: Path) -> str:
    script = SCRIPTS[name]
    async with world_in(folder) as world:
        transcript = Transcript(world, f"{(script.__doc__ or name).strip()} ({LANGUAGES[language]})")
        await script(Play(transcript, language))
        return transcript.text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCRIPTS)
async def test_the_conversation_goes_as_it_is_written_down(
    name: str, language: str, tmp_path: Path, rewriting: bool
) -> None:
    file = TRANSCRIPTS / language / f"{name}.txt"
    said = await played(name, language, tmp_path)
    if rewriting:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(said, encoding="utf-8")
    written = file.read_text(encoding="utf-8") if file.exists() else ""
    assert said == written, "changed on purpose? pytest tests/conversations --update-transcripts, and read it"


def test_every_transcript_belongs_to_a_script() -> None:
    assert {(file.parent.name, file.stem) for file in TRANSCRIPTS.glob("*/*")} == {
        (language, name) for language in LANGUAGES for name in SCRIPTS
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_parts_and_words(language: str) -> None:
    assert WORDS[language].keys() == WORDS["he"].keys()
