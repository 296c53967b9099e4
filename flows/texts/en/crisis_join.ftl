# Somebody is asked to think along.

crisis_join-title = Joining a crisis team

cj_asked = You are asked to think along in a crisis. What is written there stays with the team and the coordinators. Come in?
    .choice-yes = Come in
    .choice-no = Not now
    .help =
        Why: each thinks in their own chat, and all of it becomes one picture.
        Example: three facts and two options are a lot already.
