"""The guarantee under every booking: one resource is never taken twice at one time.

The database itself holds it, also against a raw INSERT: PostgreSQL by exclusion
constraints, SQLite by triggers. Spans are half-open, so 10-11 and 11-12 both fit. SQLite
drops triggers when a later migration rebuilds the table: such a migration must run
:func:`install` again, and :func:`missing` tells (a system check asks it).
"""

from typing import Any

TABLE = "bookings_allocation"
RESOURCES = ("photographer", "room")

_EXCLUSION = """
ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE USING gist (
    int8range({resource}_id, {resource}_id, '[]') WITH &&,
    tstzrange("start", "end", '[)') WITH &&
) WHERE ({resource}_id IS NOT NULL)
"""
_SPAN_CHECK = """
ALTER TABLE {table} ADD CONSTRAINT allocation_within_a_day
CHECK ("end" <= "start" + interval '24 hours')
"""

# SQLite keeps instants as text. Only Django's own form (UTC, a space, no zone) is let in, so
# that comparing text is comparing time. Allocations that stand never overlap, so the one that
# starts last before the new end is the only one that can still reach past the new start:
# one step in the index, however many rows there are.
_TRIGGER = """
CREATE TRIGGER {name} BEFORE {event} ON {table}
FOR EACH ROW BEGIN
    SELECT RAISE(ABORT, 'allocation_instants_in_utc')
    WHERE NEW."start" NOT GLOB '{instant}' OR NEW."end" NOT GLOB '{instant}'
       OR datetime(NEW."start") IS NULL OR datetime(NEW."end") IS NULL
       OR length(NEW."start") NOT IN (19, 26) OR length(NEW."end") NOT IN (19, 26);
    SELECT RAISE(ABORT, 'allocation_within_a_day')
    WHERE julianday(NEW."end") - julianday(NEW."start") > 1.0000001;
    {overlaps}
END
"""
_OVERLAP = """
    SELECT RAISE(ABORT, '{constraint}')
    WHERE NEW.{resource}_id IS NOT NULL AND (
        SELECT standing."end" FROM {table} AS standing
        WHERE standing.{resource}_id = NEW.{resource}_id
          AND standing."start" < NEW."end" {others}
        ORDER BY standing."start" DESC LIMIT 1
    ) > NEW."start";
"""
_INSTANT = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]*"


def constraint_name(resource: str) -> str:
    """What the database names when it refuses a second taking of `resource`."""
    return f"allocation_{resource}_no_overlap"


def install(schema_editor: Any) -> None:
    """Put the guard in place on the engine of `schema_editor`; safe to run again."""
    remove(schema_editor)
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def remove(schema_editor: Any) -> None:
    """Take the guard away, for a migration that rebuilds the table."""
    if schema_editor.connection.vendor == "postgresql":
        for name in [*map(constraint_name, RESOURCES), "allocation_within_a_day"]:
            schema_editor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT IF EXISTS {name}")
    else:
        for event in ("insert", "update"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {_trigger_name(event)}")


def missing(connection: Any) -> list[str]:
    """Names of the guard's parts that the database of `connection` does not have."""
    if connection.vendor == "postgresql":
        wanted = {*map(constraint_name, RESOURCES), "allocation_within_a_day"}
        query = "SELECT conname FROM pg_constraint WHERE conrelid = to_regclass(%s)"
    else:
        wanted = {_trigger_name("insert"), _trigger_name("update")}
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    with connection.cursor() as cursor:
        cursor.execute(query, [TABLE])
        found = {name for (name,) in cursor.fetchall()}
    return sorted(wanted - found)


def _statements(vendor: str) -> list[str]:
    if vendor == "postgresql":
        exclusions = [
            _EXCLUSION.format(table=TABLE, name=constraint_name(resource), resource=resource)
            for resource in RESOURCES
        ]
        return [*exclusions, _SPAN_CHECK.format(table=TABLE)]
    return [_trigger("insert", ""), _trigger("update", "AND standing.id <> OLD.id")]


def _trigger(event: str, others: str) -> str:
    overlaps = "".join(
        _OVERLAP.format(
            table=TABLE, resource=resource, constraint=constraint_name(resource), others=others
        )
        for resource in RESOURCES
    )
    return _TRIGGER.format(
        name=_trigger_name(event), event=event, table=TABLE, instant=_INSTANT, overlaps=overlaps
    )


def _trigger_name(event: str) -> str:
    return f"allocation_no_overlap_{event}"
