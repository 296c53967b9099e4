# Stage B: who acts in this field, who is with us, whom to press.

coalition_map-title = Stage B · The map

b_groups = What kinds of players act around this cause? Tick all that fit.
    .topic = Kinds of players
    .choice-ngo = Civil society
    .choice-activists = Activist groups
    .choice-public = Public institutions
    .choice-state = State and Knesset
    .choice-business = Businesses
    .choice-local = Local authorities
    .choice-expert = Research and experts
    .choice-media = Media
    .choice-community = Affected people
    .help =
        Why: a kind forgotten on the map surprises us later.
        Example: if the cause is food prices, supermarket chains are players too.
b_names = Who stands out in this field? One name per line. Later we add detail on those who matter most.
    .topic = Names of players
    .help =
        Why: a quick list first, precision later. Write only the role of anyone who could be harmed by being named.
        Example: the housing association, and on the next line: chair of the tenants’ committee.
b_shared = Who on the list wants something similar to us? Tick all that fit.
    .topic = Who shares our aim
    .help =
        Why: these are the natural candidates to join.
        Example: a tenants’ organisation and a social workers’ union.
b_pressure = And whom must we press so that something changes? Tick all that fit.
    .topic = Whom to press
    .help =
        Why: focused, lawful, nonviolent pressure works better than general noise.
        Example: the chair of the finance committee.
b_cards =
    .topic = Places on the map
b_details =
    .topic = More about players

b_target = If we could persuade just one person, whom would we choose?
    .topic = Main target
    .help =
        Why: the one who says “yes” is always a person, not an institution.
        Example: “the director general of the ministry”, not “the ministry”.
b_influencer = Whom does our main target listen to? One name per line; you can add how we are connected.
    .topic = Who sways the target
    .help =
        Why: sometimes the way to one person leads through another.
        Example: mayors, two of whom are with us.
b_missing = Who is missing from the map? Think of language, region, age, gender and disability. One voice per line.
    .topic = Missing voices
    .help =
        Why: a narrow coalition gets stuck before a broad public.
        Example: nobody from Bedouin society.
b_remove = The map is crowded. Who can come off it? Tick those who matter less now.
    .topic = Clearing the map
    .help =
        Why: a map with few names is easier to read and to decide by.
        Example: a player written twice, or no longer active.
b_next = The map is saved. What would you like to do now?
    .choice-c = To stage C
    .choice-place = Place more players
    .choice-menu = To the menu
    .help =
        Why: a player without stance and influence waits at the edge. Two taps give it a place on the map.
        Example: “Agrees, does not act”, “A lot”, and that is all.
