# What others changed since a stage was last open.

changed-heading = מה השתנה מאז הפעם הקודמת:
changed-line = { $topic }: עודכן על ידי { $name }, { $day }
