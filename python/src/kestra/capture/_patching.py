"""How a function is replaced, and put back."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_patched: "list[tuple[Any, str, Any, Any]]" = []


def patch(owner: "Any", name: str, wrap: "Callable[..., Any]") -> None:
    """Put what `wrap` makes of a function in its place, until the last capture ends."""
    original = getattr(owner, name)
    replacement = wrap(original)
    setattr(owner, name, replacement)
    _patched.append((owner, name, original, replacement))


def unpatch() -> None:
    """Put back what was there; where another has come on top, ours stays below."""
    for owner, name, original, replacement in _patched:
        if getattr(owner, name) is replacement:
            setattr(owner, name, original)
    _patched.clear()
