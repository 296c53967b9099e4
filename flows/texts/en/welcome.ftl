# First contact: language, consent, form of address, name, and what to expect.

welcome-title = Getting to know you

# Shown before a language is chosen, so it is the same in every language's file.
choose_language =
    שלום! באיזו שפה נוח להמשיך?
    أهلًا! بأيّ لغة نكمل؟
    Hello! Which language suits you?
    .choice-he = עברית
    .choice-ar = العربية
    .choice-en = English
    .help =
        כל ההודעות יהיו בשפה שנבחרה, ואפשר להחליף בהגדרות.
        كلّ الرسائل ستكون باللغة المختارة، ويمكن تغييرها في الإعدادات.
        All messages will be in this language; you can change it in the settings.

privacy_consent =
    Before we begin:
    This bot is run by { $operator }.
    Telegram and Meta (WhatsApp) can read what is written here, so never write what could put people at risk.
    We keep only answers, to build a plan. You can see, correct and delete them at any time.
    Shall we go on?
    .choice-yes = Yes, go on
    .choice-more = Read more
    .choice-no = Not now
    .help =
        Why: opinions and public action are very sensitive information, so we ask first.
        Example: instead of a witness’s full name, write “a resident of the area”.
privacy_more =
    Kept: answers, the coalition’s until deleted, beside the name you chose. The link to this chat is encrypted; delivery records go in a week.
    Who sees: members see shared maps and summaries, coordinators your name, never your number.
    Leaving? “Delete”, one confirmation, and all is erased.

address_form = How should we address you?
    .choice-plural = Plural
    .choice-f = Feminine
    .choice-m = Masculine
    .help =
        Why: Hebrew and Arabic can hardly speak without gender, so it is better to ask.
        Example: “write” is said in three ways, one for each form.
display_name = What name or nickname should we use? It need not be your real one.
    .help =
        Why: so that we know what to call you; this name stands beside your answers in the coalition.
        Example: “Noor”, “Rotem from the neighbourhood”.
describe_self = Nice to meet you, { $name }. What describes you best right now?
    .choice-solo = Acting on my own
    .choice-group = A local group
    .choice-org = An organisation
    .choice-coalition = A working coalition
    .choice-adviser = Advice and support
    .help =
        Why: so that what we offer fits your size and stage. It neither gives nor takes permissions.
        Example: a parents’ committee is “A local group”.
field_traits = Changing policy is a long journey: many players, little certainty and sudden turns. Take a breath. We go in small steps, keep to one aim, and update the plan whenever reality moves.
