"""`manage.py brief`: the shoot brief for each line of answers, kit and room."""

from typing import Any

from bookings.management.json_lines import JsonLinesCommand
from guidance.answers import AnswerError, parse
from guidance.brief import compose, parse_kit, parse_room
from guidance.routing import recommend
from guidance.texts import gettext_noop, text

KEYS = ("answers", "kit", "room")


class Command(JsonLinesCommand):
    help = "Composes the shoot brief for each line of answers, kit and room."

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The brief for `asked`; without a room it is as long as it has to be."""
        _check_keys(asked)
        answers = parse(asked["answers"])
        kit = parse_kit(asked["kit"])
        room = None if asked.get("room") is None else parse_room(asked["room"])
        return compose(answers, recommend(answers), kit, room).as_json()


def _check_keys(asked: dict[str, Any]) -> None:
    accepted = ", ".join(KEYS)
    for key, value in asked.items():
        if key not in KEYS:
            message = gettext_noop("There is no “{key}” in a brief’s line. Accepted: {accepted}.")
            raise AnswerError(key, value, text(message, key=key[:80], accepted=accepted), KEYS)
    for key in ("answers", "kit"):
        if key not in asked:
            message = gettext_noop("The line needs “{key}”. Accepted: {accepted}.")
            raise AnswerError(key, None, text(message, key=key, accepted=accepted), KEYS)
    if not isinstance(asked["answers"], dict):
        message = gettext_noop("“answers” takes an object of keys and values.")
        raise AnswerError("answers", asked["answers"], text(message))
