"""What every measured broadcast has in common: what is said, to whom, how fast, and how its end is told."""

import signal

RATE, FIRST, CHATS = "BENCH_RATE", "BENCH_FIRST", "BENCH_CHATS"
"""Names in the environment: messages a second, the number of the first chat, how many follow it."""
WORDS = "On Thursday at six we stand at the town hall, all of us. Bring water, and somebody you like."
DONE = "broadcast done"


def finished() -> None:
    """Say so, and stay: what the system knows of a process is gone with it."""
    print(DONE, flush=True)
    signal.pause()
