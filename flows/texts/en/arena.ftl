# What changed around us.

wk_arena = Did anything change around us? A person, a date, a story in the news, a decision. You can skip this.
    .topic = What changed around us
    .help =
        Why: changes are part of the way, and it helps to respond early.
        Example: the committee has a new chair.
