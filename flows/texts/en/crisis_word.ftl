# The word was an answer.

crisis_word-title = An answer
