"""Who runs the tasks of a build: this process, processes of this machine, or those of a cluster."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from generator.records.processes import FORKS, start_pool
from generator.site.dispatch import (
    Dispatcher,
    ExecutorFactory,
    SharedDiskDispatcher,
    dispatch,
    run_here,
)
from generator.site.options import BuildOptions
from generator.site.outputs import OutputWriter
from generator.site.remote import RemoteDispatcher
from generator.site.task_kinds import Task
from generator.site.worker import BatchResult, BuildContext, write_context

_PENDING_PER_PROCESS = 8
"""Batches that wait for each process of a pool."""


@dataclass(frozen=True, slots=True)
class TaskRunner:
    """Runs tasks by those workers that the options of a build ask for.

    `project` is the mkdocs.yml of the site. Workers that see no folder of ours send their files
    back, and these go to `writer`.
    """

    options: BuildOptions
    project: Path
    writer: OutputWriter
    has_desk: bool

    def run(self, name: str, tasks: Sequence[Task], context: BuildContext) -> BatchResult:
        """Run tasks in a context that is shared under `name`; with one job, in this process."""
        options = self.options
        if options.executor is None and (options.jobs == 1 or len(tasks) <= 1):
            return run_here(tasks, name, options.progress)
        dispatcher, start_executor = self._dispatcher(name, context)
        return dispatch(tasks, dispatcher, start_executor, options.progress)

    def _dispatcher(self, name: str, context: BuildContext) -> tuple[Dispatcher, ExecutorFactory]:
        """How tasks go to the workers, and what starts these."""
        options = self.options
        if options.executor is None:
            return self._pool(name, context)
        given = nullcontext(options.executor)
        if options.remote:
            edition = context.edition
            remote = RemoteDispatcher(name, edition, self.project, self.writer, self.has_desk)
            return remote, lambda: given
        write_context(name)
        return SharedDiskDispatcher(name), lambda: given

    def _pool(self, name: str, context: BuildContext) -> tuple[Dispatcher, ExecutorFactory]:
        """Processes of this machine: half as many the second time, after some were killed."""
        if FORKS:
            context.prepare()
        else:
            write_context(name)
        jobs = self.options.jobs
        fewer = iter((jobs, max(jobs // 2, 1)))
        dispatcher = SharedDiskDispatcher(name, _PENDING_PER_PROCESS * jobs)
        return dispatcher, lambda: start_pool(next(fewer, 1))
