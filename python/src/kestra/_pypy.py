"""What CPython has in its C module `_json`, for a Python without it, such as PyPy."""

from json.encoder import JSONEncoder, encode_basestring_ascii

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["encode_basestring_ascii", "make_encoder"]


def make_encoder(*arguments: "Any") -> "Any":
    """Return what encodes a value, as `_json.make_encoder` does with the same arguments."""
    markers, default, _encoder, indent, colon, comma, sort_keys, skipkeys, allow_nan = arguments
    encode = JSONEncoder(
        check_circular=markers is not None,
        default=default,
        indent=indent,
        separators=(comma, colon),
        sort_keys=sort_keys,
        skipkeys=skipkeys,
        allow_nan=allow_nan,
    ).encode
    return lambda value, _level: (encode(value),)
