"""What the units of the demo have answered so far: every state there is, told through the commands."""

from wian.responses.story.earlier import run_earlier
from wian.responses.story.names import names
from wian.responses.story.now import run
from wian.responses.story.projects import projects

__all__ = ["names", "projects", "run", "run_earlier"]
