#pragma once
#include <stddef.h>
#include <stdint.h>

/// What a worker may still do once it has confined itself.
struct muniment_confinement {
    /// Folders and files that may be read (and, with `may_execute`, run); ends with NULL.
    const char *const *readable;
    /// Folders that may be written; ends with NULL.
    const char *const *writable;
    /// Whether programs below `readable` may be run.
    int may_execute;
    /// Whether sockets of this system (AF_UNIX) may be made; after `muniment_withdraw` they reach nobody outside.
    int may_use_local_sockets;
    uint64_t memory_bytes;
    uint64_t processor_seconds;
    uint64_t file_bytes;
    uint64_t open_files;
    uint64_t processes;
};

/// Confines the calling process and all it will start: limits, no new privileges, Landlock as far as the kernel has it,
/// seccomp without sockets, ptrace, mount, signals, changes of modes and owners and their like. Returns 0, or an errno with the
/// step that failed in `step`. Seccomp holds every thread of the process; Landlock the one that asks and all it will start, so
/// that it must be the only one.
int muniment_confine(const struct muniment_confinement *rules, const char **step);

/// Gives the calling process a network of its own with nobody in it, and an empty folder of at most `bytes` in memory in the place of
/// `folder`, which ends with it; to be called before `muniment_confine`. Returns 0, or an errno with the step that failed in `step`.
int muniment_withdraw(const char *folder, uint64_t bytes, const char **step);

/// The kernel's Landlock ABI; 0 where it has none.
int muniment_landlock_abi(void);

/// A pair of connected sockets that are closed on exec. Returns 0 or an errno.
int muniment_socket_pair(int sockets[2]);

/// Sends bytes, and with them an open file unless `descriptor` is negative. Returns 0 or an errno.
int muniment_send(int socket, const void *bytes, size_t count, int descriptor);

/// Receives up to `capacity` bytes and an open file, if one came (else -1). Returns the count, 0 at the end, or -errno.
long muniment_receive(int socket, void *bytes, size_t capacity, int *descriptor);

/// Starts a program with `socket` as its standard input, nothing as its standard output, `errors` as its standard error, an
/// empty environment but PATH, LANG and HOME, in a process group of its own. Returns 0 or an errno.
int muniment_start_worker(const char *program, char *const arguments[], int socket, int errors, int *process);

/// Starts a program inside a worker: `input` (or nothing, if negative) as its standard input, `output` as its standard
/// output, nothing as its standard error. Returns 0 or an errno.
int muniment_start_tool(const char *program, char *const arguments[], int input, int output, int *process);

/// A file without a name, in memory, that is closed on exec; -errno where there is none.
int muniment_memory_file(void);

/// A pipe that is closed on exec: [0] to read, [1] to write. Returns 0 or an errno.
int muniment_pipe(int ends[2]);
