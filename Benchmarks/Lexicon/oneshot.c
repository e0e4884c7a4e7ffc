/* Runs commands as a user does, a process for each question, in turns; says what processor time and memory they took.
 *
 *     oneshot COMMANDS QUESTIONS
 *
 * A line of COMMANDS has, with tabs between them: a group, a title, in how many rounds it runs, which field of the
 * question its answer must contain (0 for none), and the command with its arguments, in which {1} stands for the first
 * field of the question. A line of QUESTIONS is a question; each round has the next one.
 *
 * Before anything is measured, every command answers every question it will be asked, and the answer is looked at, blanks
 * and line ends counting alike. Then a line is written for each command, with tabs: group, title, peak memory in kB, then
 * for each round processor time in ms.
 *
 * This program is small, for what it takes counts in the peak memory of those it starts.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_COMMANDS = 64, MOST_QUESTIONS = 128, MOST_FIELDS = 32, MOST_ROUNDS = 101, LONGEST = 8192 };

struct command {
    char *fields[MOST_FIELDS + 1];
    int rounds, wanted;
    long memory;
    double times[MOST_ROUNDS];
};

static struct command commands[MOST_COMMANDS];
static char *questions[MOST_QUESTIONS][MOST_FIELDS + 1];

static void die(const char *what) {
    fprintf(stderr, "oneshot: %s: %s\n", what, strerror(errno));
    exit(1);
}

static int split(char *line, char **fields) {
    int count = 0;
    line[strcspn(line, "\n")] = '\0';
    while (line != NULL && count < MOST_FIELDS) fields[count++] = strsep(&line, "\t");
    fields[count] = NULL;
    return count;
}

/* Reads the file at `path`, `fields` of each line apart from those of the next by `step` pointers. */
static int read_lines(const char *path, char **fields, size_t step, int most) {
    char *line = NULL;
    size_t room = 0;
    int count = 0;
    FILE *file = fopen(path, "r");
    if (file == NULL) die(path);
    while (count < most && getline(&line, &room, file) > 0)
        if (*line != '\n' && *line != '#') split(strdup(line), fields + (size_t)count++ * step);
    free(line);
    fclose(file);
    return count;
}

/* `text` with the fields of the question in it. */
static char *filled(const char *text, char **question) {
    static char whole[LONGEST];
    size_t length = 0;
    while (*text != '\0' && length + 1 < LONGEST) {
        if (text[0] == '{' && text[1] >= '1' && text[1] <= '9' && text[2] == '}') {
            const char *field = question[text[1] - '1'];
            length += (size_t)snprintf(whole + length, LONGEST - length, "%s", field);
            text += 3;
        } else {
            whole[length++] = *text++;
        }
    }
    whole[length < LONGEST ? length : LONGEST - 1] = '\0';
    return strdup(whole);
}

/* Starts a command; its output goes to `output`. */
static pid_t start(struct command *command, char **question, int output) {
    char *arguments[MOST_FIELDS + 1];
    int count = 0;
    for (char **field = command->fields + 4; *field != NULL; field++) arguments[count++] = filled(*field, question);
    arguments[count] = NULL;
    pid_t process = fork();
    if (process < 0) die("fork");
    if (process == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, STDIN_FILENO);
        dup2(output < 0 ? null : output, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        execvp(arguments[0], arguments);
        _exit(127);
    }
    while (count > 0) free(arguments[--count]);
    return process;
}

static double milliseconds(struct timeval time) { return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3; }

static void measure(struct command *command, char **question, int round) {
    struct rusage usage;
    pid_t process = start(command, question, -1);
    if (wait4(process, NULL, 0, &usage) < 0) die("wait");
    command->times[round] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    if (usage.ru_maxrss > command->memory) command->memory = usage.ru_maxrss;
}

/* Takes runs of blanks and line ends for one blank. */
static void squeeze(char *text) {
    char *out = text;
    int is_blank = 0;
    for (; *text != '\0'; text++) {
        int was_blank = is_blank;
        is_blank = strchr(" \t\r\n", *text) != NULL;
        if (!is_blank) *out++ = *text;
        else if (!was_blank) *out++ = ' ';
    }
    *out = '\0';
}

/* Whether the answer contains what it must. */
static int is_right(struct command *command, char **question) {
    static char answer[1 << 22];
    int ends[2], status;
    if (pipe(ends) != 0) die("pipe");
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    pid_t process = start(command, question, ends[1]);
    close(ends[1]);
    size_t length = 1;
    *answer = ' ';
    for (ssize_t got = 1; got > 0; length += (size_t)got) {
        got = read(ends[0], answer + length, sizeof answer - 1 - length);
        if (got < 0) die("read");
    }
    close(ends[0]);
    answer[length] = '\0';
    waitpid(process, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 127) return 0;
    squeeze(answer);
    return command->wanted == 0 || strstr(answer, question[command->wanted - 1]) != NULL;
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    size_t command_step = sizeof *commands / sizeof(char *);
    int command_count = read_lines(arguments[1], commands->fields, command_step, MOST_COMMANDS);
    int question_count = read_lines(arguments[2], questions[0], MOST_FIELDS + 1, MOST_QUESTIONS);
    int most = 0, wrong = 0;
    if (command_count == 0 || question_count == 0) die("nothing to do");
    for (struct command *command = commands; command < commands + command_count; command++) {
        command->rounds = atoi(command->fields[2]);
        command->wanted = atoi(command->fields[3]);
        if (command->rounds > MOST_ROUNDS) command->rounds = MOST_ROUNDS;
        if (command->rounds > most) most = command->rounds;
        for (int i = 0; i < question_count && i < command->rounds && command->wanted > 0; i++) {
            if (is_right(command, questions[i])) continue;
            fprintf(stderr, "oneshot: %s, %s: no '%s' in the answer to '%s'\n", command->fields[0], command->fields[1],
                    questions[i][command->wanted - 1], questions[i][0]);
            wrong = 1;
        }
    }
    if (wrong) return 1;
    for (int round = 0; round < most; round++)
        for (struct command *command = commands; command < commands + command_count; command++)
            if (round < command->rounds) measure(command, questions[round % question_count], round);
    for (struct command *command = commands; command < commands + command_count; command++) {
        printf("%s\t%s\t%ld", command->fields[0], command->fields[1], command->memory);
        for (int round = 0; round < command->rounds; round++) printf("\t%.3f", command->times[round]);
        putchar('\n');
    }
    return 0;
}
