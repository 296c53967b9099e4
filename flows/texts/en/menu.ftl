# The menu: where everything starts again.

menu-title = Menu

main_menu = What shall we do today?
    .choice-resume = Continue a chat
    .choice-found = Start a coalition
    .choice-coalition = Coalition stages
    .choice-crisis = Crisis now
    .choice-care = Check-in and help
    .choice-action = Action day
    .choice-call = Message to many
    .choice-docs = Our documents
    .choice-people = People and invites
    .choice-switch = Another coalition
    .choice-settings = Settings, privacy
    .help =
        Why: the word “menu” always brings you back here. Other words that work at any moment: help, back, skip, save, stop, delete, person, crisis.
        Example: “crisis” opens the emergency numbers at once.
