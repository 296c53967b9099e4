# reviewed: no
# الموافقة الثانية.

crisis_approve-title = الموافقة على الطوارئ
