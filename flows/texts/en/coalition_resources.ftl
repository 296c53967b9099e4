# Stage D: who brings what, and what is still missing.

coalition_resources-title = Stage D · Resources

d_none = Who is with us already? One organisation or group per line.
    .topic = Who is with us
    .help =
        Why: to list resources we need to know whose they are.
        Example: the tenants’ committee, and on the next line: the students’ union.
d_org = Whose resources shall we list now?
    .help =
        Why: every partner brings something, even without money.
        Example: a residents’ group brings knowledge of the neighbourhood.
d_types = What can { $organisation } bring? Tick all that fit.
    .topic = Resources
    .help =
        Why: a coalition is as strong as what its members put together.
        Example: a mailing list of 4,000 people is “Media channels”.
d_details =
    .topic = Details of resources
d_gaps = And what do we still lack in order to succeed? Tick all that fit.
    .topic = What is missing
    .help =
        Why: what we know to be missing, we can ask of the next partner.
        Example: nobody to translate the leaflet? “Arabic translation”.
d_asks =
    .topic = Asking for the missing
d_visibility = Who may see the list of resources?
    .topic = Who sees the list
    .choice-steering = Steering committee
    .choice-members = The whole coalition
    .choice-lead = Coordinators only
    .help =
        Why: amounts and names are sensitive.
        Example: there are amounts on the list? “Steering committee” is enough.
d_fix = Which resource shall we correct?
    .topic = One of the resources
    .help =
        Why: right details prevent disappointment.
        Example: only four volunteers are left? Correct it here.
d_next = The list is saved. What would you like to do now?
    .choice-again = List one more
    .choice-e = To stage E
    .choice-later = Another time
    .help =
        Why: in stage E you settle who leads, and how to talk and decide together.
        Example: list one more organisation now, and the rest at the meeting.

resource-kind =
    .volunteers = Volunteers
    .staff = Professionals
    .advisers = Outside advice
    .money = Money
    .media = Media channels
    .knowledge = Knowledge, research
    .experience = Experience
    .space = Space and equipment
    .access = Access to deciders
gap-kind =
    .volunteers = Volunteers
    .staff = Professionals
    .legal = Legal advice
    .money = Money
    .media = Media
    .data = Figures
    .arabic = Arabic translation
    .space = Space and equipment
    .none = Nothing right now
resource-line = { $organisation }: { $type } – { $detail }
resource-line-bare = { $organisation }: { $type }
gap-line = Missing: { $gap }. To be asked: { $asked }
gap-line-bare = Missing: { $gap }
