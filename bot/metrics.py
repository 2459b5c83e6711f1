"""What the service counts, for Prometheus."""

from prometheus_client import Counter, Gauge, Histogram

UPDATES = Counter("parkbot_updates_total", "Updates accepted from Telegram", ["seen"])
WORKED = Counter("parkbot_updates_worked_total", "Updates worked off, by what became of them", ["outcome"])
BACKLOG = Gauge("parkbot_inbox", "Updates in the inbox that are not done", ["state"])
ANSWERS = Counter("parkbot_answers_total", "Questions answered", ["outcome", "language"])
ANSWER_SECONDS = Histogram(
    "parkbot_answer_seconds",
    "Seconds inside the assistant for one question",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1),
)
OUTBOX = Gauge("parkbot_outbox", "Messages in the outbox that are not over", ["state"])
REMINDERS = Counter(
    "parkbot_reminders_total", "Reminders of events and mentoring days written, by whether that was late", ["late"]
)
ATTEMPTS = Counter(
    "parkbot_outbox_attempts_total", "Attempts at messages of the outbox, by what became of them", ["outcome"]
)
