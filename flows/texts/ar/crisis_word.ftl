# reviewed: no
# The word was an answer.

crisis_word-title = إجابة
