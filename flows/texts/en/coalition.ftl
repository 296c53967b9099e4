# The stages of building a coalition, each open at any time.

coalition-title = Coalition stages

stage_jump =
    This is where things stand:
    { $stages }

    Which stage shall we open?
    .choice-intro = Opening
    .choice-a = A: Need and goal
    .choice-b = B: The map
    .choice-c = C: Partners
    .choice-d = D: Resources
    .choice-e = E: Committee
    .choice-f = F: Goals
    .choice-g = G: Launch
    .choice-week = Weekly check-in
    .help =
        Why: you can correct one stage without touching the others, in any order.
        Example: remembered one more player? Open stage B and add it.
