#define _GNU_SOURCE
#include "restart.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const char NAME[] = "MUNIMENT_RESTARTS=";
static const int MOST_AT_ONCE = 3;
static const time_t AT_ONCE = 2;

// Made beforehand, for a handler may allocate nothing.
static char *const *given;
static char **after_short_life, **after_long_life;
static char short_count[40], long_count[40];
// What was open beforehand belongs to whoever started the program.
enum { LOOKED_AT = 1024 };
static unsigned char was_open[LOOKED_AT];
static time_t begun;
static int restarts;

static time_t seconds(void) {
    struct timespec now;
    return clock_gettime(CLOCK_MONOTONIC, &now) == 0 ? now.tv_sec : 0;
}

static void begin_anew(int number) {
    int is_short = seconds() - begun < AT_ONCE;
    if (!is_short || restarts < MOST_AT_ONCE) {
        // A thread of the library may have others blocked, and the new process would never hear them.
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        // What listens here must be free for what comes.
        for (int descriptor = 3; descriptor < LOOKED_AT; descriptor++)
            if (!was_open[descriptor]) close(descriptor);
        syscall(SYS_close_range, LOOKED_AT, ~0U, 0);
        execve("/proc/self/exe", given, is_short ? after_short_life : after_long_life);
    }
    signal(number, SIG_DFL);
    raise(number);
}

static char **environment_with(char *count) {
    size_t size = 0;
    while (environ[size]) size++;
    char **made = calloc(size + 2, sizeof(char *));
    if (!made) return NULL;
    size_t at = 0;
    for (size_t i = 0; i < size; i++)
        if (strncmp(environ[i], NAME, sizeof NAME - 1) != 0) made[at++] = environ[i];
    made[at] = count;
    return made;
}

int muniment_restart_on_bus_error(char *const arguments[]) {
    const char *before = getenv("MUNIMENT_RESTARTS");
    restarts = before ? atoi(before) : 0;
    given = arguments;
    begun = seconds();
    for (int descriptor = 3; descriptor < LOOKED_AT; descriptor++)
        was_open[descriptor] = fcntl(descriptor, F_GETFD) >= 0;
    snprintf(short_count, sizeof short_count, "%s%d", NAME, restarts + 1);
    snprintf(long_count, sizeof long_count, "%s%d", NAME, 1);
    after_short_life = environment_with(short_count);
    after_long_life = environment_with(long_count);
    if (!after_short_life || !after_long_life) return restarts;
    struct sigaction action = {0};
    action.sa_handler = begin_anew;
    action.sa_flags = SA_NODEFER;
    sigaction(SIGBUS, &action, NULL);
    return restarts;
}
