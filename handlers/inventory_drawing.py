"""Words the list of resources: the spreadsheet, and the same for the chat."""

from handlers.artefacts.inventory import INVENTORY_WORDS, inventory_in_words, inventory_of, inventory_sheet
from handlers.labels import labels_for
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def inventory_drawn(sitter: Sitter) -> Drawn:
    inventory = inventory_of(sitter.tables, sitter.reader)
    content = inventory_sheet(inventory, inventory_words_for(sitter), labels_for(sitter), sitter.voice.language)
    return Drawn(sitter.caption("inventory-caption"), Attachment(content, "resources.xlsx", _SPREADSHEET))


def inventory_told(sitter: Sitter) -> Drawn:
    inventory = inventory_of(sitter.tables, sitter.reader)
    lines = inventory_in_words(inventory, inventory_words_for(sitter), labels_for(sitter))
    return Drawn(sitter.read((sitter.caption("inventory-caption"), "", *lines)))


def inventory_words_for(sitter: Sitter) -> dict[str, str]:
    return {word: sitter.words(f"inventory.{word}") for word in INVENTORY_WORDS}
