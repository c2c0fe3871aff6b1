"""Send logs, outputs and metrics from a script to Kestra, the orchestrator.

>>> from kestra import Kestra
>>> Kestra.logger().info("Hello World!")
::{"logs":[{"level":"INFO","message":"Hello World!"}]}::
"""

from ._api import Kestra

__all__ = ["Kestra", "KestraHandler"]
__version__ = "3.0.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._logger import KestraHandler
else:  # type checkers would accept any name because of this function

    def __getattr__(name):  # noqa: ANN001, ANN202
        if name == "KestraHandler":  # not before it is asked for: it brings `logging`
            from ._logger import KestraHandler

            return KestraHandler
        if name in ("Flow", "context", "load_execution_context"):
            raise ImportError(f"kestra 3 has no {name}, only what a script prints: install 'kestra<3' for it")
        raise AttributeError(f"module 'kestra' has no attribute {name!r}")
