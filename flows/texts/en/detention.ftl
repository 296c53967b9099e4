# Somebody is held: the legal line first, place and hour without a name, our people told.

ac_detained =
    First of all call the legal line: { $line }
    Here we write only place and hour, no name. Tell the legal line and the support team now?
    .topic = Somebody held
    .choice-yes = Yes, tell them
    .choice-no = No
    .choice-call = Which number?
    .help =
        Why: names go to the lawyers only, by phone.
        Example: “One person held, 19:05, central station”.
ac_numbers =
    Legal line: { $line }
    The word “crisis” opens the emergency numbers.
ac_held = Where did it happen, and at what hour? No name and nothing that identifies.
    .topic = Place and hour
    .help =
        Why: so the legal line knows where to turn, and the person is protected.
        Example: “19:05, central station”.
ac_held_next = Now it matters that somebody stays with those who were near. Publish no names and no pictures.

detention-told =
    Urgent, from “{ $action }”: somebody is held.
    Place and hour: { $text }
    The name goes only by phone, to the legal line.
detention-tells =
    { $count ->
        [0] Nobody else is listed for the legal line or support, so no message was sent. Better call.
        [one] We told one person of the team. Better call as well.
       *[other] We told { $count } people of the team. Better call as well.
    }
