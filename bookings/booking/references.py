"""References that people read to each other over the telephone."""

import secrets

# Without 0 O 1 I L 5 S 8 B: nothing that is misheard or misread.
ALPHABET = "ACDEFGHJKMNPQRTUVWXYZ234679"
LENGTH = 6


def new_reference() -> str:
    """A fresh reference such as `CL-7K3Q9D`; unique by the database's word, not by this one."""
    return "CL-" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
