"""`python -m factcheck`: the command line where no script is on the path."""

import sys

from factcheck.cli import script

sys.exit(script())
