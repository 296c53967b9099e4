# What others changed since a stage was last open.

changed-heading = What changed since last time:
changed-line = { $topic }: changed by { $name }, { $day }
