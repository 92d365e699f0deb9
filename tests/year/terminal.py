"""A command that asks, on a terminal of its own."""
import os
import pty


def answered(command, answers, environment):
    """Answers each question as it comes; the exit status, and what stands on the screen at the end."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(command[0], command, environment)
    said = b""
    answers = list(answers)
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        said += piece
        if said.endswith(b" ") and answers:
            os.write(terminal, (answers.pop(0) + "\n").encode())
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return status, said.decode().replace("\r\n", "\n")
