# Opened by the invitation's buttons: coming, not, or with others.

rsvp-title = Am I coming

rsvp_off = “{ $action }” will not take place. Thank you for wanting to come.
rsvp_answer =
    The action: { $action }
    When: { $date }
    Where: { $place }

    What is your answer?
    .choice-coming = I am coming
    .choice-cannot = Not this time
    .choice-bring = I bring others
    .help =
        Why: this tells how much water and how many marshals are needed. You can change it at any moment.
        Example: coming with a neighbour? “I bring others”, then 1.
rsvp_count = How nice. How many others will come?
    .help =
        Why: no names, only a number, to be prepared.
        Example: 2
