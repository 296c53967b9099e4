# The word "delete": this answer, this conversation, or everything about me?

delete-title = Deleting

delete_what = What shall we delete? What you choose goes at once.
    .choice-answer = The last answer
    .choice-conversation = This conversation
    .choice-everything = All about me
    .choice-nothing = Delete nothing
    .help =
        Why: so that no more is deleted than you meant. Before deleting everything we ask once more.
        Example: wrote a name by mistake? “The last answer” is enough.
