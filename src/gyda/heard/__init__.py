"""Who takes part beside who lives here, and what each person needs to take part."""
# SPDX-License-Identifier: AGPL-3.0-or-later
