"""The commands of `python -m kestra`, each in a module of its own."""
