import sys

from kestra_conformance.cli import main

sys.exit(main())
