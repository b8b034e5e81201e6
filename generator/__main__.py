"""`python -m generator` is the same command as `niemyet`."""

import sys

from generator.cli import main

sys.exit(main())
