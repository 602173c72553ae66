"""What the demo tells: one folder of TOML for each made-up hub, read into typed rows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.site.demo.story.told import DATA, Story, stories

__all__ = ["DATA", "Story", "stories"]
