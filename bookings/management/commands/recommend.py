"""`manage.py recommend`: the recommendation for each line of answers."""

from typing import Any

from bookings.management.json_lines import JsonLinesCommand
from guidance.questionnaire import parse
from guidance.routing import recommend


class Command(JsonLinesCommand):
    help = "Recommends headshot, portrait or document photo for each line of answers, with reasons."

    def answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The recommendation for the answers `asked`."""
        return recommend(parse(asked)).as_json()
