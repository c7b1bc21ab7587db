"""What each database engine needs beside its address."""

from typing import Any

# WAL lets readers go on while one writes; synchronous=NORMAL is safe with it; the cache is
# 16 MiB. IMMEDIATE makes writers take turns at BEGIN instead of failing at COMMIT.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16384;"
    ),
}


def with_engine_options(database: dict[str, Any]) -> dict[str, Any]:
    """`database` as Django takes it, completed with the options of its engine."""
    if database["ENGINE"] == "django.db.backends.sqlite3":
        return {**database, "OPTIONS": {**database.get("OPTIONS", {}), **SQLITE_OPTIONS}}
    if database["ENGINE"] == "django.db.backends.postgresql":
        return {**database, "CONN_HEALTH_CHECKS": True}
    raise ValueError("DATABASE_URL must name SQLite or PostgreSQL")
