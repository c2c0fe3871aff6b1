"""The conformance suite of the lines that Kestra reads: it holds an emitter in any language to the same bytes."""

__version__ = "3.0.0"
