"""Site: settings, root urls, and the pages that know every stage."""
# SPDX-License-Identifier: AGPL-3.0-or-later
