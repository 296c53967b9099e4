# Stage A: the need, why together, a first goal.

coalition_need-title = Stage A · Need and goal

a_problem = What in people’s lives do we want to put right? One sentence, no solution yet.
    .topic = The problem
    .help =
        Why: people agree on the problem first, and only then on the solution.
        Example: “Old people run out of medicine at the end of the month”.
a_affected = Who is harmed by this day to day? One group per line, with a + beside those already in the conversation.
    .topic = Who is affected
    .help =
        Why: those who live the problem should lead, not only be represented. No private names needed.
        Example: public-housing tenants + and on the next line: carers.
a_evidence = How do we know? One number and one story are enough.
    .topic = A number and a story
    .help =
        Why: this is the first question you will hear in every meeting. Leave full names out of the story.
        Example: “41 complaints a year, and the story of Umm Ali”.
a_causes = Why does this happen? Ask “why” three times, and write each answer on a line.
    .topic = Causes of the problem
    .help =
        Why: when only the symptom is treated, the problem returns.
        Example: no budget, because there is no post, because the law does not require one.
a_why_together = What can we achieve together that no group can achieve alone?
    .topic = Why together
    .help =
        Why: this is the best reason there is for a coalition.
        Example: “Only together do we have residents, figures and a way into the committee”.
a_first_goal = What is our first goal? Roughly is fine. It will get better as we go.
    .topic = First goal
    .help =
        Why: even a provisional goal lets us invite partners.
        Example: “A basic basket of medicines without co-payment”.
a_next = That was stage A. Ready for stage B, mapping the players?
    .choice-b = Yes, to stage B
    .choice-later = Another time
    .help =
        Why: in stage B you list names, tick a few, and get a map. About three minutes.
        Example: go on now, or together at the next meeting.
