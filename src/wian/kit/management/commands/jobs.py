from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from wian.kit.command import Command as Base
from wian.kit.work.jobs import ATTEMPTS, retry, tries
from wian.kit.work.jobs import short as short_id
from wian.kit.work.leases import alive


class Command(Base):
    help = "What waits, runs and failed; `--retry` puts failed jobs in the queue again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="what is done as well")
        parser.add_argument("--retry", metavar="JOB", help="a failed job's id, or `all`")

    def handle(self, *args: Any, **options: Any) -> None:
        if wanted := options["retry"]:
            if not (count := retry(wanted)):
                self.fail(f"jobs: no failed job is called {wanted!r}; `wian jobs` names them")
            self.stdout.write(f"jobs: {count} will be tried again")
            return
        rows = DBTaskResult.objects.order_by("enqueued_at")
        rows = rows if options["all"] else rows.exclude(status="SUCCESSFUL")
        for row in rows.iterator():
            self.stdout.write(
                f"{short_id(row)}  {row.status.lower():<10} {row.task_path} {row.args_kwargs['args']}  "
                f"{tries(row.worker_ids)}/{ATTEMPTS} tries{self.when(row)}  {row.exception_class_path}".rstrip()
            )
        if not rows.exists():
            self.stdout.write("jobs: nothing waits, nothing failed")
        if not alive():
            self.stdout.write("jobs: no worker runs; `wian serve` or `wian worker` starts one")

    def when(self, row: DBTaskResult) -> str:
        """When a job that waits for another try gets it."""
        if row.status != "READY" or not row.worker_ids:
            return ""
        seconds = max(round((row.run_after - timezone.now()).total_seconds()), 0)
        return f", next in {seconds} s"
