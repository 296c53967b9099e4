# The week in one message, for those who coordinate.

week-digest =
    The week in “{ $coalition }”:
    Done: { $done } · Stuck: { $stuck } · Milestones at risk: { $risk }
    { $more }
    A suggestion: { $suggestion }
digest-answered = Answered the check-in: { $count }
digest-wins = Small wins:{ $wins }
digest-wins-count = Small wins: { $count }
digest-mood = Energy in the team: good – { $good }, so-so – { $ok }, low – { $low }
week-suggestion =
    .time = Against “no time”, choose together one step that can wait this week.
    .answer = Steps wait for answers. One person could make a short round of calls.
    .person = Contacts are missing. Look at the power map together, and ask who knows whom.
    .money = Money is missing. Go through the list of resources and ask for one clear sum.
    .info = Information is missing. Ask somebody who studies the field one question.
    .unclear = Some steps are unclear. Ten minutes to word them together save a week.
    .changed = Something changed around us. Give it the beginning of the next meeting.
    .conflict = There is a disagreement. A short talk with each side before the meeting helps all.
    .stuck = Some steps are stuck. One question, “how can we help?”, is a good start.
    .at_risk = At least one milestone is at risk. Decide together: a new date, or a smaller step.
    .going_well = Things are moving. A word of thanks in the group, in everybody’s name, fits here.
