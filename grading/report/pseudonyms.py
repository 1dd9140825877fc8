"""Names that stay the same over a course's reports and tell nobody's name."""

import hmac
import secrets
from collections.abc import Iterable
from pathlib import Path

KEY = ".pseudonyms"


def pseudonyms(students: Iterable[str], root: Path) -> dict[str, str]:
    """Student id to a pseudonym such as L-3F09A2.

    It is made with a key that is kept in the course root, so it can't be guessed from a list of students.

    Raises:
        OSError: the key can't be read or made.
    """
    path = root / KEY
    if not path.exists():
        path.touch(mode=0o600)
        path.write_bytes(secrets.token_bytes(32))
    key = path.read_bytes()
    return {name: f"L-{hmac.new(key, name.encode(), 'sha256').hexdigest()[:6].upper()}" for name in students}
