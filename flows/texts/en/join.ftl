# Coming in by an invitation. The words for a failed one never say why it failed.

join-title = Joining

join_failed = This invitation does not work. It may have run out, or there may be a mistake in the code. Ask whoever sent it for a new one.
join_already = You are already part of “{ $coalition }”, so there is no need to join again.
join_confirm = You are invited to “{ $coalition }”. People there will see the name you chose, not your number. Join?
    .choice-yes = Yes, join
    .choice-no = Not now
    .help =
        Why: joining is always your choice, and you can leave at any moment under “People and invites”.
        Example: not sure who invited you? Ask first, then join.
