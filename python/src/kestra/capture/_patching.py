"""Replaces functions, and restores them."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_patched: "list[tuple[Any, str, Any, Any]]" = []


def patch(owner: "Any", name: str, wrap: "Callable[..., Any]") -> None:
    """Replace a function by `wrap(function)` until the last capture ends."""
    original = getattr(owner, name)
    replacement = wrap(original)
    setattr(owner, name, replacement)
    _patched.append((owner, name, original, replacement))


def original_of(function: "Any") -> "Any":
    """Return what one of our functions has replaced; any other function as it is."""
    return next((original for _, _, original, replacement in _patched if replacement is function), function)


def unpatch() -> None:
    """Restore the functions; where other code has replaced ours, it stays underneath."""
    for owner, name, original, replacement in _patched:
        if getattr(owner, name) is replacement:
            setattr(owner, name, original)
    _patched.clear()
