# One confirmation, then everything about the person goes at once. Calm words, no exclamation marks.

forget-title = Erasing everything

forget_sure = Erase everything kept about you? Your name, the link to this chat, your choices and memberships go at once, and this cannot be undone. Answers you gave stay in the coalition, without your name.
    .choice-yes = Yes, erase it all
    .choice-no = Erase nothing
    .help =
        Why: it happens at once and there is no way back, so we ask this one time. Nobody else has to agree.
        Example: to see first what is kept, open “What is kept” in the settings.
