"""Words the card that a coalition shows the world: the picture, and a text to post beside it."""

from handlers.artefacts.share_card import (
    ShareCard,
    ShareCardWords,
    draw_share_card,
    share_card_in_words,
    share_card_of,
)
from handlers.messages import Attachment
from handlers.sitter import Drawn, Sitter


def card_drawn(sitter: Sitter) -> Drawn:
    card = share_card_of(sitter.tables)
    content = draw_share_card(card, card_words_for(sitter, card), sitter.voice.language)
    # Not who approved it: whoever passes the card on passes its caption on, and it shall name nobody.
    return Drawn(sitter.headline("share-card-caption"), Attachment(content, "card.png", "image/png"))


def card_told(sitter: Sitter) -> Drawn:
    card = share_card_of(sitter.tables)
    return Drawn(sitter.read(share_card_in_words(card, card_words_for(sitter, card))))


def card_words_for(sitter: Sitter, card: ShareCard) -> ShareCardWords:
    return ShareCardWords(
        title=sitter.words("share-card.title"),
        partners=sitter.words("share-card.partners", {"count": card.partners or 0}),
        goal=sitter.words("share-card.goal"),
        launch=sitter.words("share-card.launch"),
        call=sitter.words("share-card.call"),
    )
