# One thing that one organisation brings: how much, when, under which conditions.

d_detail = { $type } from { $organisation }: how much, and what exactly?
    .topic = How much and what
    .help =
        Why: “we will help” does not fit into a plan, “6 hours a week” does. You can add who to talk to, without a phone number.
        Example: “12 volunteers in Haifa, talk to Reem”.
d_from = From when is it there? A day from the buttons, or any other date.
    .topic = From when
    .help =
        Why: so that we do not build on something that is not there yet.
        Example: “early March”, or simply “today”.
d_until = And until when? Choose, or write a rough date.
    .topic = Until when
    .help =
        Why: a resource that runs out halfway brings an action down. If it has no end, write “skip”.
        Example: “end of June”.
d_conditions = Are there conditions or limits? “None” is an answer too.
    .topic = Conditions
    .help =
        Why: clear limits keep trust.
        Example: “Money for transport only, logo only when approved”.
