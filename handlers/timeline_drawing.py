"""Words the timeline: the picture with its caption, and the same for people who cannot see a picture."""

from flows.rules.inventory import withheld_from
from flows.rules.plan import timeline_for
from flows.rules.plan_sections import Source
from flows.rules.timeline import Timeline
from handlers.artefacts.timeline import TimelineWords, draw_timeline, timeline_in_words
from handlers.labels import labels_for, months_for, weekdays_for
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter


def timeline_drawn(sitter: Sitter) -> Drawn:
    content = draw_timeline(_timeline_of(sitter), timeline_words_for(sitter), sitter.voice.language)
    return Drawn(sitter.caption("timeline-caption"), Attachment(content, "timeline.png", "image/png"))


def timeline_told(sitter: Sitter) -> Drawn:
    lines = timeline_in_words(_timeline_of(sitter), timeline_words_for(sitter))
    return Drawn(sitter.read((sitter.caption("timeline-caption"), *lines)))


def timeline_words_for(sitter: Sitter) -> TimelineWords:
    def word(attribute: str) -> str:
        return sitter.words(f"timeline.{attribute}")

    return TimelineWords(
        title=word("title"),
        coalition=sitter.coalition_name,
        date=sitter.day,
        today=word("today"),
        launch=word("launch"),
        milestone=word("milestone"),
        task=word("task"),
        done=word("done"),
        late=word("late"),
        no_date=word("no_date"),
        empty=word("empty"),
        months=months_for(sitter),
        weekdays=weekdays_for(sitter),
        at_risk=word("at_risk"),
    )


def _timeline_of(sitter: Sitter) -> Timeline:
    """As in the plan: the owner's name as this reader may see it."""
    words = {"withheld": sitter.words("plan.withheld")}
    withheld = withheld_from(sitter.tables, sitter.reader)
    return timeline_for(Source(sitter.tables, words, labels_for(sitter), sitter.reader, withheld), sitter.today)
