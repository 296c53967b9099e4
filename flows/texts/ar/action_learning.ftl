# reviewed: no
# Opened by a button of the days after: the after-action review.

action_learning-title = ماذا تعلّمنا
