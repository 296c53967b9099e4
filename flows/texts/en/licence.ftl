# The decision aid about a police licence. The rules and their dates stand in the operator's table (content.yaml);
# somebody with legal knowledge may lay other sentences over these.

licence-verdict =
    .not_needed = A police licence is probably not needed.
    .coordination_optional = A licence is probably not needed. Coordinating with the police is possible, not required.
    .likely = A licence is probably needed. The request goes in at least { $days } days before, better a week.
    .counsel_first = First speak to a lawyer.
licence-reason =
    .online = The action is online, and nobody gathers.
    .permit_always = In the Knesset area every gathering needs a permit, whatever its size or subject.
    .not_assembly_rule = A closed place probably does not fall under this rule. The owners may have to agree.
    .unlikely = Fewer than { $crowd } people: probably not needed.
    .unlikely_conditions = With { $crowd } and more, without speeches or a procession: probably not needed. The police may set terms, so somebody should be in contact with them.
    .likely = A procession of { $crowd } people or more: probably needed.
    .depends_on_subject = Speeches before { $crowd } people or more: it depends on the subject.
    .unclear = Some questions have no answer yet, so we looked at the more careful case.
    .special_terms = There is a place or equipment here with rules of its own.
    .check_home_front = There is a state of emergency: check the limits on gatherings now, and again on the day.
licence-unchecked = not yet, by those who run this bot
