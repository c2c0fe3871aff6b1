"""Send logs, outputs and metrics from a script to Kestra, the orchestrator, and read the execution that it runs in.

>>> from kestra import Kestra
>>> Kestra.logger().info("Hello World!")
::{"logs":[{"level":"INFO","message":"Hello World!"}]}::
"""

import sys

if sys.version_info < (3, 9):  # noqa: UP036 - a copied folder has no `requires-python`
    raise ImportError("kestra needs Python 3.9 or newer, this is {}.{}".format(*sys.version_info))

from ._api import Kestra

__all__ = [  # without `context`, which exists in a task of Kestra only
    "CONTEXT_FILE",
    "ExecutionContext",
    "FailedExponentialBackoff",
    "Flow",
    "FlowError",
    "FlowExecution",
    "FlowNotInstalledError",
    "FlowTimeoutError",
    "JsonFormatter",
    "Kestra",
    "KestraHandler",
    "LogFormatter",
    "load_execution_context",
]
__version__ = "3.0.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._context import CONTEXT_FILE, ExecutionContext, load_execution_context
    from ._formatters import JsonFormatter, LogFormatter
    from ._logger import KestraHandler
    from .flow import FailedExponentialBackoff, Flow, FlowError, FlowExecution, FlowNotInstalledError, FlowTimeoutError

    context: ExecutionContext
else:  # type checkers would accept any name because of this function
    # The module of each name that is loaded when it is first used: a script that only logs starts without them.
    _MODULES = {
        "CONTEXT_FILE": "_context",
        "ExecutionContext": "_context",
        "FailedExponentialBackoff": "flow",
        "Flow": "flow",
        "FlowError": "flow",
        "FlowExecution": "flow",
        "FlowNotInstalledError": "flow",
        "FlowTimeoutError": "flow",
        "JsonFormatter": "_formatters",
        "KestraHandler": "_logger",
        "LogFormatter": "_formatters",
        "load_execution_context": "_context",
    }
    _context = None  # the execution context, once it is loaded; a test may set it to None, as with version 2.0.0

    def __getattr__(name):  # noqa: ANN001, ANN202
        if name == "context":
            from ._context import current_context

            return current_context()
        if name not in _MODULES:
            raise AttributeError(f"module 'kestra' has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"kestra.{_MODULES[name]}"), name)
        return value

    def __dir__():  # noqa: ANN202
        return sorted({*globals(), *_MODULES})
