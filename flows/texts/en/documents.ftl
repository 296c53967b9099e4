# What the coalition has made so far.

documents-title = Our documents

documents_menu = What would you like to see?
    .choice-map = Power map
    .choice-card = Coalition card
    .choice-back = To the menu
    .help =
        Why: documents are made from your answers, always from what is known now.
        Example: the power map opens a meeting well, the card suits new partners.
documents_card =
    Coalition card

    { $card }
