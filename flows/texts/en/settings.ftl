# Language, form of address, name, own data, and where all this comes from.

settings-title = Settings, privacy

settings_menu = What would you like to see or change?
    .choice-language = Language
    .choice-form = Form of address
    .choice-name = Name or nickname
    .choice-weekly = Weekly check-in
    .choice-quiet = Quiet times
    .choice-mydata = What is kept
    .choice-forget = Erase all about me
    .choice-found = One more coalition
    .choice-about = About this bot
    .choice-back = To the menu
    .help =
        Why: here you see and change what is personal, without touching the coalition’s answers.
        Example: put a nickname in place of your name.
settings_language = Which language shall we go on in?
    .choice-he = עברית
    .choice-ar = العربية
    .choice-en = English
    .help =
        Why: all messages and documents will be in the language you choose. Nothing changes for the others.
        Example: one coalition can answer in Hebrew, Arabic and English.
settings_form = How should we address you?
    .choice-plural = Plural
    .choice-f = Feminine
    .choice-m = Masculine
    .help =
        Why: Hebrew and Arabic can hardly speak without gender, so it is better to ask.
        Example: “write” is said in three ways, one for each form.
settings_name = What name or nickname should we write from now on?
    .help =
        Why: the name stands beside your answers in the coalition, earlier ones too. It need not be your real one.
        Example: “Noor”, “Rotem from the neighbourhood”.
about_sources =
    What we ask draws on the article “9 things to know about a coalition” (Heila Myara, 2021), on consulting tracks for policy change, and on methods known from the field. Updated: { $date }.
    This bot is run by { $operator }, in version { $version }.
    Found a mistake? Write to whoever runs it, and it will be fixed.
