# Several conversations are open: which one goes on?

resume-title = Continue a chat

resume_which = Which conversation shall we go on with? The others will wait.
    .help =
        Why: several conversations can be open together, each kept at the question where it stopped.
        Example: finish stage A first, then return to the map.
