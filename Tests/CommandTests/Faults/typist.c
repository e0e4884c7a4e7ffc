// Types into a program on a terminal of its own.
//
//     typist MARK KEYS… -- PROGRAM ARGUMENTS…
//
// When the program has written MARK and then nothing for a moment, the first KEYS are sent; the next when it has been
// silent again. It may run for five seconds after the last. Exits as the program does, with 128 and the number of the
// signal when one ended it.

#define _GNU_SOURCE
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **arguments) {
    int end = 2;
    while (end < count && strcmp(arguments[end], "--")) end++;
    if (count < 4 || end >= count - 1) return 64;
    struct winsize size = {16, 100, 0, 0};
    int terminal;
    pid_t program = forkpty(&terminal, NULL, NULL, &size);
    if (program < 0) return 71;
    if (program == 0) {
        execvp(arguments[end + 1], arguments + end + 1);
        _exit(127);
    }
    static char seen[1 << 20];
    size_t length = 0;
    int next = 2, is_marked = 0, silence = 0;
    for (;;) {
        struct pollfd file = {terminal, POLLIN, 0};
        int ready = poll(&file, 1, 100);
        if (ready > 0) {
            if (length > sizeof seen / 2) length = 0;
            ssize_t read_count = read(terminal, seen + length, sizeof seen - length - 1);
            if (read_count <= 0) break;
            length += read_count;
            seen[length] = 0;
            if (strstr(seen, arguments[1])) is_marked = 1;
            silence = 0;
            continue;
        }
        silence++;
        if (is_marked && next < end && silence >= 1) {
            if (write(terminal, arguments[next], strlen(arguments[next])) < 0) break;
            next++;
            silence = 0;
        } else if (silence > 50) {
            kill(program, SIGKILL);
        }
    }
    int status = 0;
    waitpid(program, &status, 0);
    // What it wrote last, without its drawing, is for whoever wants to see it.
    fwrite(seen, 1, length, stdout);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
