"""Names what can go wrong with a database, in a leaf, so that every part of the engine room may raise it."""

from typing import ClassVar


class DatabaseTrouble(Exception):
    """Why a database was not opened; nothing on disk changed. `code` for logs, the message for operators."""

    code: ClassVar[str] = "database_trouble"


class DatabaseLocked(DatabaseTrouble):
    """Another process holds the database."""

    code = "database_locked"


class DatabaseUnreadable(DatabaseTrouble):
    """The file is no database, is damaged, or may not be read and written; the server refuses or does not answer."""

    code = "database_unreadable"


class DatabaseNewer(DatabaseTrouble):
    """The database was written by a later version of this program."""

    code = "database_newer"


class DatabaseUnsupported(DatabaseTrouble):
    """The address names a kind of database this program cannot use."""

    code = "database_unsupported"


class DatabaseClosed(Exception):
    """A unit of work came after the database was closed."""


class NotDurable(Exception):
    """A unit of work could not be made durable; the cause says why. Outside: 503.

    Nothing of it is kept, unless a server was lost while it committed: then it may be. Ask again with the same key.
    """


class Overtaken(Exception):
    """What a unit had just read was changed by another one. Where units run side by side it is run again."""
