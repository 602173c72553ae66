"""What an operator can do at the command line."""
# SPDX-License-Identifier: AGPL-3.0-or-later
