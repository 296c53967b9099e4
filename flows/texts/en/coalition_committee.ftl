# Stage E: who steers, whose voice must be there, how we talk and decide.

coalition_committee-title = Stage E · Steering committee

e_role = A steering committee runs the coalition from day to day. What does it decide, and what stays with each organisation?
    .topic = Role of the committee
    .help =
        Why: powers in writing save hurt feelings.
        Example: “Decides on messages and budget, not on what an organisation does by itself”.
e_voices = Which voices must sit at the table? Tick all that fit.
    .topic = Voices at the table
    .choice-affected = Those who live it
    .choice-founders = Founding groups
    .choice-arabic = Arabic speakers
    .choice-periphery = The periphery
    .choice-youth = Young people
    .choice-disability = People with disabilities
    .choice-experts = Professional knowledge
    .choice-field = Field activists
    .choice-women = Women
    .help =
        Why: those who were not in the room seldom agree to what was decided there.
        Example: if only directors sit at the table, “Field activists” are missing.
e_members = Whom shall we invite to the committee? One name per line. Five to nine people is a good size.
    .topic = Who is on it
    .help =
        Why: a small committee decides, a big one only meets. A name or nickname is enough.
        Example: Suha, and on the next line: Eran from the advice centre.
e_seats =
    .topic = Who brings which voice
e_dialogue = Which agreements will help everyone talk well? Tick all that fit.
    .topic = How we talk
    .choice-rounds = Speaking in rounds
    .choice-rotate = Rotating chair
    .choice-agenda = Agenda beforehand
    .choice-bilingual = Hebrew and Arabic
    .choice-summary = Notes within a day
    .choice-dissent = Disagreeing is fine
    .choice-credit = Shared credit
    .choice-conflict = A way to settle disputes
    .choice-hours = Hours that suit all
    .help =
        Why: a good talk among different voices does not happen by itself.
        Example: every meeting opens with a minute for each person: “Speaking in rounds”.
e_lead = Whom can we trust to coordinate the committee and lead the coalition? A name is enough, no phone number.
    .topic = Who coordinates
    .help =
        Why: coordinating is a role with hours, not just good will.
        Example: “Amir”, who has two days a week for it.
e_deputy = And who stands in? A name is enough, no phone number.
    .topic = Who stands in
    .help =
        Why: every important role needs two people.
        Example: “Amal”, who knows all the partners.
e_decide = How will we make decisions?
    .topic = How we decide
    .choice-consent = No serious objection
    .choice-consensus = Full agreement
    .choice-majority = Simple majority
    .choice-two_thirds = Two-thirds majority
    .choice-mixed = Depends on the matter
    .help =
        Why: a rule made before the first argument is fair to all.
        Example: the budget by majority and everything else by agreement is “Depends on the matter”.
e_name_use = Who speaks for us all, and when does an organisation speak for itself?
    .topic = Speaking for us all
    .help =
        Why: a statement sent “for the coalition” without approval is a common crisis.
        Example: “Two spokespeople, and the committee approves within two hours”.
e_rhythm = How often will we meet?
    .topic = Meeting rhythm
    .choice-weekly = Every week
    .choice-biweekly = Every two weeks
    .choice-monthly = Once a month
    .help =
        Why: a steady rhythm keeps things moving.
        Example: “Every week” in a month with hearings, less often afterwards.
e_barriers = And what could make working together hard? Tick all that fit. Better to say it now.
    .topic = Possible barriers
    .choice-turf = Rivalry and credit
    .choice-history = Old grievances
    .choice-elite = The strong dominating
    .choice-far = Far from the community
    .choice-capacity = Too little time or skill
    .choice-money = Money and funding
    .choice-lead = Unclear leadership
    .choice-cost = More effort than gain
    .choice-none = Nothing for now
    .help =
        Why: a difficulty called by its name is easier to solve.
        Example: “Rivalry and credit”, and you agree that logos stand in alphabetical order.
e_fix = Which seat shall we correct?
    .topic = One of the seats
    .help =
        Why: so we see which voices are really at the table.
        Example: somebody left? Take the name off.
e_missing =
    These voices have no place at the table yet:
    { $voices }
    No need to stop for that. Think together whom else to invite.
e_next = That was stage E. Ready for stage F, vision and goals?
    .choice-f = Yes, to stage F
    .choice-later = Another time
    .help =
        Why: in stage F you write where you are going, and the next steps. About three minutes.
        Example: go on now, or at the committee’s first meeting.
