"""A message to the studio, and its receipt."""

import pytest

from bookings.booking.links import enquiry_path
from bookings.moments import Contact
from tests.bookings.notices.writing import CARE, FOOT, SITE, letter, links, message
from tests.factories import ANSWERS

pytestmark = pytest.mark.django_db


def test_a_message_reaches_the_studio_with_the_answers_in_words() -> None:
    asked = message(
        text="Do you come to us?\n\nWe are on the third floor.", answers={**ANSWERS, **CARE}
    )
    link = f"{SITE}/admin/bookings/enquiry/{asked.pk}/change/"

    sent = letter("enquiry_message", asked)

    assert (sent.subject, sent.reply_to) == ("Message from Ines Okafor", "ines@example.com")
    contents, _heading, answers = sent.text.partition("THEIR ANSWERS\n\n")
    assert contents == (
        "Someone filled in the questionnaire and would like an answer. Reply to\n"
        "this letter to write to them.\n\n"
        "  Ines Okafor\n"
        "  ines@example.com\n"
        "  +49 761 5550143\n\n"
        "THE MESSAGE\n\n"
        "  Do you come to us?\n\n"
        "  We are on the third floor.\n\n"
    )
    blocks = answers.split("\n\n")
    assert blocks[0] == "We recommended\n  Corporate headshot"
    assert [block.splitlines()[1:] for block in blocks[1:-2]] == [
        ["  LinkedIn or another work profile", "  Business cards"],
        ["  For work"],
        ["  Head and shoulders"],
        ["  Plain"],
    ]
    assert "\n\n".join(blocks[-2:]) == f"{link}\n\n{FOOT}"
    assert links(sent.html) == ["mailto:ines@example.com", link]


def test_the_receipt_says_what_happens_next_and_repeats_nothing() -> None:
    asked = message(text="zebra")
    link = f"{SITE}{enquiry_path(asked)}"

    sent = letter("enquiry_receipt", asked)

    assert sent.subject == "Studio Halden has your message"
    assert sent.text == (
        "Hello Ines Okafor,\n\n"
        "Thank you for writing. Your message and your answers are with the\n"
        "studio. Someone reads them and answers you by e-mail within two working\n"
        "days; nothing is booked, and nothing is charged.\n\n"
        "YOUR ANSWERS\n\n"
        "They are kept. You can change them, or go on from there, on any device.\n"
        "The link is yours alone.\n\n"
        f"{link}\n\n"
        "If you didn't write to us, someone gave your address by mistake. You\n"
        "need do nothing.\n\n"
        f"{FOOT}"
    )
    assert links(sent.html) == [link]
    assert "zebra" not in sent.html


def test_hostile_words_stay_words() -> None:
    name = "Eve\r\nBcc: all@example.com\n\n<script>alert(1)</script>"
    asked = message(Contact(name, "eve@example.com"), text="<img src=x onerror=alert(2)>")

    sent = letter("enquiry_message", asked)

    assert sent.subject == ("Message from Eve Bcc: all@example.com <script>alert(1)</script>")
    assert "  <img src=x onerror=alert(2)>\n" in sent.text
    assert (sent.html.count("<script"), sent.html.count("<img")) == (0, 0)
    assert sent.html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 1
    assert sent.html.count("&lt;img src=x onerror=alert(2)&gt;") == 1
