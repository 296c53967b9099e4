# One milestone in one colour; red for the second week asks for a person.

wk_milestone = How is this milestone doing? Due: { $day }
    .topic = The milestone’s state
    .choice-green = On track
    .choice-yellow = Needs attention
    .choice-red = At risk
    .help =
        Why: one colour that means the same to everybody.
        Example: two weeks late is “Needs attention”.
wk_red_again =
    This milestone is at risk for the second week. It is worth stopping for a moment to think with somebody: another date, another way, a smaller size.
    { $person }
