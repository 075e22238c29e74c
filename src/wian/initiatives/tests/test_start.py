"""Starting an initiative with its framework."""

from wian.directory.models import Post
from wian.directory.tests.support import written
from wian.initiatives.commands.start import start
from wian.kit import clock

FRAMEWORK = [("คนกับต้นไม้", ["ร่มเงา", "ทางเดิน"]), ("เมืองกับต้นไม้", ["สวน", "ถนน", "คลอง"])]


def test_it_belongs_to_the_post_and_keeps_its_framework_in_order(story):
    owner = story.cast.parts["owner"]
    post = Post.objects.get(pk=owner.post)
    with written() as entries:
        initiative = start("ต้นไม้ใหญ่", owner=post, framework=FRAMEWORK, by=owner, at=clock.now())
    assert (initiative.title, initiative.owner, initiative.started_at) == ("ต้นไม้ใหญ่", post, clock.now())
    pillars = initiative.pillars.all()
    assert [(pillar.title, [issue.title for issue in pillar.issues.all()]) for pillar in pillars] == FRAMEWORK
    assert [pillar.order for pillar in pillars] == [1, 2]
    assert entries == [
        ("initiatives.started", {"initiative": initiative.pk, "owner": post.pk, "pillars": 2, "issues": 5})
    ]


def test_a_framework_is_not_needed(story):
    owner = story.cast.parts["owner"]
    initiative = start("ต้นไม้ใหญ่", owner=Post.objects.get(pk=owner.post), by=owner, at=clock.now())
    assert list(initiative.pillars.all()) == []
