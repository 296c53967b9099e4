# One action, one owner.

cr_owner = Who owns “{ $action }”? One name. Due: { $day }
    .topic = Owner
    .help =
        Why: when all are responsible, nobody is.
        Example: “Samah”. She will be reminded when it is time.
