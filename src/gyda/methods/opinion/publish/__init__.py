"""Publishing counts so that nothing can be worked out about fewer than ten people."""
# SPDX-License-Identifier: AGPL-3.0-or-later
