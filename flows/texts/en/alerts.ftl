# Alerts that come by the clock, to whoever leads a thing, then to the committee.

alert-milestone =
    .t-14 = In two weeks: “{ $title }” ({ $day }). Led by: { $owner }. What has to happen until then?
    .t-7 = In a week: “{ $title }” ({ $day }). Led by: { $owner }. Where does it stand?
    .t-1 = Tomorrow: “{ $title }” ({ $day }). Led by: { $owner }. Where does it stand?
    .due = Today: “{ $title }” ({ $day }). Led by: { $owner }. Have we got there?
    .overdue = Yesterday was the day of “{ $title }” ({ $day }). Led by: { $owner }. Where does it stand? “Stuck” is a good answer too.
    .overdue_committee = “{ $title }” has been waiting for days ({ $day }). Led by: { $owner }. It may help to ask what is needed, or to set a new day.
alert-task =
    .t-1 = Tomorrow: “{ $title }” ({ $day }). Led by: { $owner }. Where does it stand?
    .due = Today: “{ $title }” ({ $day }). Led by: { $owner }. Where does it stand?
    .overdue = Yesterday was the day of “{ $title }” ({ $day }). Led by: { $owner }. Where does it stand? “Stuck” is a good answer too.
    .overdue_committee = “{ $title }” has been waiting for days ({ $day }). Led by: { $owner }. It may help to ask what is needed, or to set a new day.
alert-talk =
    .t-1 = Tomorrow is the talk with “{ $title }” ({ $day }). Led by: { $owner }. Take the five questions along, and mostly listen.
    .report = Yesterday a talk with “{ $title }” was planned ({ $day }). Led by: { $owner }. How was it? Two minutes of notes help everybody.
waiting-for-committee =
    { $count ->
       *[other] { $count } things are waiting for those who lead:
    }
    { $lines }
waiting-settled = What was waiting here is taken care of.
waiting-line = “{ $title }”, { $day }. Led by: { $owner }
waiting-more =
    { $count ->
        [one] And one more.
       *[other] And { $count } more.
    }
choice-see-plan = See the plan
nobody-yet = nobody yet
choice-report-talk = Tell how it was
choice-work-done = Done
choice-work-going = Under way
choice-work-stuck = Stuck
