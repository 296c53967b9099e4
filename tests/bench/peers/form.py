"""Holds the form that the other bots ask, so that each does the same work: six questions, two with buttons."""

CHOICES = ("one", "two", "three")
QUESTIONS = (
    ("text", "What is the problem you want to solve together?"),
    ("text", "Why does it need more than one organisation?"),
    ("choice", "How closely would you like to work together?"),
    ("text", "What is the first goal?"),
    ("number", "How many people could take part?"),
    ("choice", "Is all of this right?"),
)
"""Question by question: how it is answered, and its words."""

DONE = "Thank you, it is kept."
PORT, API, SECRET = "BENCH_PORT", "BENCH_API", "BENCH_SECRET"
"""The environment by which a bot is told where it listens, where the platform is, and the webhook's secret."""
FOLDER = "BENCH_FOLDER"
TOKEN = "123456789:AAbenchbenchbenchbenchbenchbenchbench"
