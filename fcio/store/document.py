"""Case documents as text and back, letter for letter."""

import json
from typing import Any

from fcio.store.errors import Refused


def text_of(document: dict[str, Any]) -> str:
    """JSON text of a document, from which the same document can be read.

    Raises Refused for anything that would come back changed: a tuple, a key that is not text, NaN, half of a
    surrogate pair.

    >>> text_of({"client": {"name": "Zoë"}})
    '{"client":{"name":"Zoë"}}'
    """
    if not isinstance(document, dict):
        raise Refused("is not an object with named fields")
    try:
        text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
        unchanged = json.loads(text) == document
    except UnicodeEncodeError as error:
        raise Refused("holds half a character (a lone surrogate): type that text again") from error
    except (TypeError, ValueError, RecursionError) as error:
        raise Refused("holds a value that JSON cannot express") from error
    if not unchanged:
        raise Refused("holds a value that JSON would change")
    return text


def read(text: str) -> dict[str, Any]:
    """The document that a text holds, as a fresh object."""
    document: dict[str, Any] = json.loads(text)
    return document


def same(left: str, right: str) -> bool:
    """Whether two texts hold equal documents, whatever the order of their fields.

    >>> same('{"a":1,"b":2}', '{"b":2,"a":1}'), same('{"a":1}', '{"a":true}')
    (True, False)
    """
    return left == right or _in_order(left) == _in_order(right)


def plain(what: str, value: str) -> str:
    """The value itself, if it is text that can be stored; raises Refused if not."""
    if not isinstance(value, str):
        raise Refused("is not text", what=what)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise Refused("holds half a character (a lone surrogate): type it again", what=what) from error
    return value


def _in_order(text: str) -> str:
    return json.dumps(json.loads(text), sort_keys=True)
