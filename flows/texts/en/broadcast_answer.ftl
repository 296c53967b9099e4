broadcast_answer-title = Answer to a message

ba_answer = What is your answer to “{ $words }”?
    .help =
        Why: answers help with planning. You can change yours at any time.
        Example: “will say later” is an answer too.
