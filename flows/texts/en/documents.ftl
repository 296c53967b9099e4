# What the coalition has made so far.

documents-title = Our documents

documents_menu = What would you like to see?
    .choice-plan = Plan
    .choice-map = Power map
    .choice-timeline = Timeline
    .choice-inventory = List of resources
    .choice-share_card = Card to share
    .choice-card = Coalition card
    .choice-earlier = Earlier versions
    .choice-back = To the menu
    .help =
        Why: documents are made from your answers, always from what is known now.
        Example: the power map opens a meeting well, the card suits new partners.
documents_card =
    Coalition card

    { $card }
documents_earlier = Which earlier version would you like to see?
    .help =
        Why: every changed answer opens a new version, and the earlier ones stay exactly as they were.
        Example: see the plan as it was approved a month ago.
