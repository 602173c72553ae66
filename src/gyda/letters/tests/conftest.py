"""What the tests of letters may ask for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.letters.tests.builders import made_kinds

__all__ = ["made_kinds"]
