# reviewed: no
# What others changed since a stage was last open.

changed-heading = ما تغيّر منذ المرّة السابقة:
changed-line = { $topic }: التغيير من { $name }، { $day }
