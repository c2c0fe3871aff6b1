"""Send logs, outputs and metrics from a script to Kestra, the orchestrator.

>>> from kestra import Kestra
>>> Kestra.logger().info("Hello World!")
::{"logs":[{"level":"INFO","message":"Hello World!"}]}::
"""

from ._kestra import Kestra

__all__ = ["Kestra"]
__version__ = "3.0.0"
