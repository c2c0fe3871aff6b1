"""The signals for a command that `preview` and `run --levels` wait for: it gets each one once."""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from typing import NoReturn

# Those that end a process, or that it may handle.
# The terminal sends the others (stop, continue, window size) to its group of processes, of which the command is one.
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2")
# Kestra sends SIGTERM to each process below its task in turn, and other programs may run between two of them.
GRACE = 0.25  # seconds
STEP = 0.005
HIGHEST_DESCRIPTOR = 256  # far more than these commands open


def handled_signals() -> list[signal.Signals]:
    """Return the signals that this system has and that are not ignored: `nohup`, for example, ignores SIGHUP."""
    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    return [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]


def pass_signals_on(child: subprocess.Popen[bytes], numbers: list[signal.Signals], early: list[int], wake: int) -> None:
    """Pass the signals for this process alone on to the command; once that has ended, write to `wake` instead.

    A thread waits for the signals, which are blocked in all others: nothing interrupts what is being shown.
    """
    from threading import Thread

    def pass_on() -> None:
        while True:
            number, from_terminal = _wait_for_signal(numbers)
            if child.poll() is not None:  # the signal ends the wait for processes that the command left behind
                os.write(wake, b"\n")
            elif not witness.saw(number, grace=0 if from_terminal else GRACE) and not from_terminal:
                child.send_signal(number)

    if hasattr(signal, "pthread_sigmask"):  # Windows has Ctrl-C only, which all processes of a console get
        signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
        witness = _Witness()
        Thread(target=pass_on, daemon=True).start()
        for number in early:
            child.send_signal(number)


def _wait_for_signal(numbers: list[signal.Signals]) -> tuple[int, bool]:
    """Return the next signal, and whether it came from the terminal, which has sent it to the command as well."""
    if hasattr(signal, "sigwaitinfo"):
        came = signal.sigwaitinfo(numbers)
        return came.si_signo, came.si_code > 0  # POSIX: greater than 0 from the kernel, 0 or less from a process
    number = signal.sigwait(numbers)  # macOS does not tell where it came from
    return number, number in (signal.SIGINT, signal.SIGQUIT) and sys.stdin is not None and sys.stdin.isatty()


class _Witness:
    """A process beside the command: a signal that it gets has been sent to the command as well.

    That happens when a group of processes or, as Kestra does, each process of a task gets the signal. The system does
    not tell it otherwise: the sender is the same, and no process can ask what another one has got.
    """

    def __init__(self) -> None:
        questions, self.question = os.pipe()
        self.answer, answers = os.pipe()
        if not os.fork():
            self._watch(questions, answers)
        os.close(questions)
        os.close(answers)

    def saw(self, number: int, grace: float) -> bool:
        """Tell whether the process has got a signal since it was asked last, or gets it in some seconds."""
        from time import monotonic, sleep

        end = monotonic() + grace
        while not self._has(number):
            if monotonic() >= end:
                return False
            sleep(STEP)
        return True

    def _has(self, number: int) -> bool:
        try:
            os.write(self.question, bytes([number]))
            return os.read(self.answer, 1) == b"1"
        except OSError:  # it has been killed
            return False

    def _watch(self, questions: int, answers: int) -> NoReturn:
        """Answer questions until nothing can ask any more: the signals are blocked, and wait to be taken."""
        try:
            os.dup2(questions, 0)
            os.dup2(answers, 1)
            os.closerange(2, HIGHEST_DESCRIPTOR)  # no reader of a pipe waits for this process
            while question := os.read(0, 1):
                is_pending = question[0] in signal.sigpending()
                if is_pending:
                    signal.sigwait([question[0]])
                os.write(1, b"1" if is_pending else b"0")
        finally:
            os._exit(0)
