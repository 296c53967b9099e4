# Opened by the buttons after an action: home, or help is needed.

home_safely-title = Safely home

home_answer = “{ $action }” is behind us. Is everything all right?
    .choice-yes = Yes, I am home
    .choice-help = I need help
    .help =
        Why: an action ends when everyone is home.
        Example: gone to relatives, and all is well? “Yes, I am home”.
home_help =
    Thank you for answering. The coordinators are being told now.
    Legal line: { $line }
    In danger to life, the word “crisis” opens the emergency numbers at once.
