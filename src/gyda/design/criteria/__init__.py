"""Who gets help: rules that all can read, tried out before they hold."""
# SPDX-License-Identifier: AGPL-3.0-or-later
