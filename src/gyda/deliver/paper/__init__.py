"""Paper: notes worth hours, sheets, statements by post; for those who use no screen."""
# SPDX-License-Identifier: AGPL-3.0-or-later
