"""Shows the knowledge's sentences, and money, in the reader's language and number format."""

from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext, pgettext

from guidance.texts import Quantity, Text, Unit, from_json, render, unit_pattern

# Currencies whose smallest unit is not a hundredth (ISO 4217, checked 2026-11-21).
MINOR_DIGITS = {"JPY": 0, "KRW": 0, "ISK": 0, "CLP": 0, "VND": 0, "KWD": 3, "BHD": 3, "TND": 3}
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}


def shown(text: Text) -> str:
    """`text` in the active language, its quantities in the reader's number format."""
    return render(text, gettext, _quantity)


def shown_stored(stored: dict[str, Any]) -> str:
    """A text that was frozen as JSON, in the active language."""
    return shown(from_json(stored))


def money(minor: int, currency: str) -> str:
    """An amount of `minor` units of `currency`, as in €95 or €1,250.50."""
    digits = MINOR_DIGITS.get(currency, 2)
    amount = Decimal(minor).scaleb(-digits)
    decimals = 0 if amount == amount.to_integral_value() else digits
    number = number_format(amount, decimal_pos=decimals, use_l10n=True, force_grouping=True)
    if currency in SYMBOLS:
        # Translators: an amount of money, as in €95; languages that write 95 € swap the fields
        # and put a no-break space between them.
        return pgettext("money", "%(symbol)s%(number)s") % {
            "symbol": SYMBOLS[currency],
            "number": number,
        }
    # Translators: an amount in a currency without a sign of its own, as in CHF 95.
    return pgettext("money", "%(code)s %(number)s") % {"code": currency, "number": number}


def _quantity(quantity: Quantity) -> str:
    # Rounded first: Django's format cuts further decimals off.
    rounded = f"{quantity.value:.{quantity.decimals}f}"
    if quantity.unit is Unit.F_NUMBER:
        # f-numbers are marks on a lens: the same in every language.
        return unit_pattern(quantity).format(rounded)
    number = number_format(Decimal(rounded), decimal_pos=quantity.decimals, use_l10n=True)
    return gettext(unit_pattern(quantity)).format(number)
