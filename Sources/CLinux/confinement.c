#define _GNU_SOURCE
#include "confinement.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

int muniment_landlock_abi(void) {
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return abi < 0 ? 0 : (int)abi;
}

/// Every right over files that the kernel's ABI can take away.
static uint64_t handled_rights(int abi) {
    uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    if (abi >= 2) rights |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3) rights |= LANDLOCK_ACCESS_FS_TRUNCATE;
    return rights;
}

static int allow_path(int ruleset, const char *path, uint64_t rights) {
    int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0) return errno == ENOENT ? 0 : errno;
    struct stat status;
    if (fstat(file, &status) == 0 && !S_ISDIR(status.st_mode))
        rights &= LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_TRUNCATE;
    struct landlock_path_beneath_attr rule = {.allowed_access = rights, .parent_fd = file};
    int code = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0 ? 0 : errno;
    close(file);
    return code;
}

static int restrict_files(const struct muniment_confinement *rules) {
    int abi = muniment_landlock_abi();
    if (abi == 0) return 0;
    uint64_t handled = handled_rights(abi);
    struct landlock_ruleset_attr attributes = {.handled_access_fs = handled};
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0);
    if (ruleset < 0) return errno;
    uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    if (rules->may_execute) reading |= LANDLOCK_ACCESS_FS_EXECUTE;
    int code = 0;
    for (const char *const *path = rules->readable; code == 0 && *path; path++) code = allow_path(ruleset, *path, reading);
    for (const char *const *path = rules->writable; code == 0 && *path; path++)
        code = allow_path(ruleset, *path, handled & ~(uint64_t)LANDLOCK_ACCESS_FS_EXECUTE);
    if (code == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) code = errno;
    close(ruleset);
    return code;
}

static int limit(int resource, uint64_t value) {
    struct rlimit limits;
    if (getrlimit(resource, &limits) != 0) return errno;
    // Whoever started us may have set less, which cannot be raised and need not be.
    if (limits.rlim_max < value) value = limits.rlim_max;
    limits = (struct rlimit){.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &limits) == 0 ? 0 : errno;
}

static int set_limits(const struct muniment_confinement *rules) {
    int code = limit(RLIMIT_CORE, 0);
    if (code == 0) code = limit(RLIMIT_AS, rules->memory_bytes);
    if (code == 0) code = limit(RLIMIT_CPU, rules->processor_seconds);
    if (code == 0) code = limit(RLIMIT_FSIZE, rules->file_bytes);
    if (code == 0) code = limit(RLIMIT_NOFILE, rules->open_files);
    if (code == 0) code = limit(RLIMIT_NPROC, rules->processes);
    return code;
}

/// Calls that no reader of documents needs and that lead out of the confinement, or that Landlock leaves open: it has no say over
/// modes, owners, times and attributes of files, and before its ABI 3 none over truncation by name.
static const int refused_calls[] = {
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(process_madvise), SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp), SCMP_SYS(move_pages), SCMP_SYS(migrate_pages),
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(fsopen), SCMP_SYS(fsmount), SCMP_SYS(fspick), SCMP_SYS(move_mount), SCMP_SYS(open_tree),
    SCMP_SYS(mount_setattr), SCMP_SYS(quotactl),
    SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(perf_event_open),
    SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(init_module), SCMP_SYS(finit_module),
    SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(reboot), SCMP_SYS(swapon), SCMP_SYS(swapoff),
    // A reader that gives up by abort() still ends: where its signal is refused, by an instruction that is none.
    SCMP_SYS(kill), SCMP_SYS(tkill), SCMP_SYS(tgkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo), SCMP_SYS(pidfd_send_signal),
    // The ways out of the process group by which a worker is ended with all that it started.
    SCMP_SYS(setsid), SCMP_SYS(setpgid),
    SCMP_SYS(truncate), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown),
    SCMP_SYS(fchownat), SCMP_SYS(utime), SCMP_SYS(utimes), SCMP_SYS(futimesat), SCMP_SYS(utimensat), SCMP_SYS(setxattr),
    SCMP_SYS(lsetxattr), SCMP_SYS(fsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr),
    SCMP_SYS(shmget), SCMP_SYS(msgget), SCMP_SYS(semget), SCMP_SYS(mq_open),
    SCMP_SYS(name_to_handle_at), SCMP_SYS(open_by_handle_at), SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register),
};
static const int refused_programs[] = {SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork)};
static const int socket_calls[] = {
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4),
};

static int refuse(scmp_filter_ctx filter, const int *calls, size_t count) {
    int code = 0;
    for (size_t i = 0; code == 0 && i < count; i++) code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 0);
    return code;
}

/// What is refused only for some arguments. `clone3` hides its flags in memory, where a filter cannot look: libc does without it.
static int refuse_by_argument(scmp_filter_ctx filter) {
    static const uint64_t namespaces[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP};
    // fchmodat2, setxattrat, removexattrat: younger than the headers of Debian 12, with the same numbers on every processor.
    static const int younger[] = {452, 463, 466};
    int code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    for (size_t i = 0; code == 0 && i < sizeof(namespaces) / sizeof(uint64_t); i++)
        code = seccomp_rule_add(
            filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, namespaces[i], namespaces[i]));
    for (size_t i = 0; code == 0 && i < sizeof(younger) / sizeof(int); i++)
        code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), younger[i], 0);
    // Others' limits.
    if (code == 0) code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A0_32(SCMP_CMP_NE, 0));
    return code;
}

static int restrict_sockets(scmp_filter_ctx filter, int may_use_local_sockets) {
    if (!may_use_local_sockets) return refuse(filter, socket_calls, sizeof(socket_calls) / sizeof(int));
    int code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socket), 1, SCMP_A0_32(SCMP_CMP_NE, AF_UNIX));
    if (code == 0) code = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(socketpair), 1, SCMP_A0_32(SCMP_CMP_NE, AF_UNIX));
    return code;
}

static int restrict_calls(const struct muniment_confinement *rules) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter) return ENOMEM;
    // All threads that there are, not only the one that asks.
    int code = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);
    if (code == 0) code = refuse(filter, refused_calls, sizeof(refused_calls) / sizeof(int));
    if (code == 0 && !rules->may_execute) code = refuse(filter, refused_programs, sizeof(refused_programs) / sizeof(int));
    if (code == 0) code = refuse_by_argument(filter);
    if (code == 0) code = restrict_sockets(filter, rules->may_use_local_sockets);
    if (code == 0) code = seccomp_load(filter);
    seccomp_release(filter);
    return -code;
}

static int write_text(const char *path, const char *text) {
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return errno;
    int code = write(file, text, strlen(text)) < 0 ? errno : 0;
    close(file);
    return code;
}

/// Namespaces of its own, as the same user inside as outside.
static int leave_namespaces(void) {
    char users[64], groups[64];
    snprintf(users, sizeof(users), "%u %u 1", geteuid(), geteuid());
    snprintf(groups, sizeof(groups), "%u %u 1", getegid(), getegid());
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWIPC) != 0)
        // Where users may make none, root still can.
        return unshare(CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWIPC) == 0 ? 0 : errno;
    int code = write_text("/proc/self/setgroups", "deny");
    if (code == 0) code = write_text("/proc/self/uid_map", users);
    return code == 0 ? write_text("/proc/self/gid_map", groups) : code;
}

int muniment_withdraw(const char *folder, uint64_t bytes, const char **step) {
    *step = "namespaces";
    int code = leave_namespaces();
    if (code != 0) return code;
    *step = "folder";
    char options[64];
    snprintf(options, sizeof(options), "mode=0700,nr_inodes=10000,size=%llu", (unsigned long long)bytes);
    // What is mounted here must not be seen outside.
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return errno;
    return mount("muniment", folder, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options) == 0 ? 0 : errno;
}

int muniment_confine(const struct muniment_confinement *rules, const char **step) {
    *step = "no_new_privs";
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return errno;
    *step = "landlock";
    int code = restrict_files(rules);
    if (code != 0) return code;
    *step = "limits";
    code = set_limits(rules);
    if (code != 0) return code;
    *step = "seccomp";
    return restrict_calls(rules);
}

int muniment_socket_pair(int sockets[2]) {
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) == 0 ? 0 : errno;
}

int muniment_send(int socket, const void *bytes, size_t count, int descriptor) {
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
    union { char bytes[CMSG_SPACE(sizeof(int))]; struct cmsghdr align; } control;
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (descriptor >= 0) {
        memset(&control, 0, sizeof(control));
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof(control.bytes);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
    }
    while (sendmsg(socket, &message, MSG_NOSIGNAL) < 0) {
        if (errno != EINTR) return errno;
    }
    return 0;
}

long muniment_receive(int socket, void *bytes, size_t capacity, int *descriptor) {
    struct iovec part = {.iov_base = bytes, .iov_len = capacity};
    union { char bytes[CMSG_SPACE(sizeof(int))]; struct cmsghdr align; } control;
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof(control.bytes)};
    ssize_t count;
    *descriptor = -1;
    while ((count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC)) < 0) {
        if (errno != EINTR) return -(long)errno;
    }
    if (message.msg_flags & MSG_TRUNC) return -(long)EMSGSIZE;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS) memcpy(descriptor, CMSG_DATA(header), sizeof(int));
    return count;
}

static int start(const char *program, char *const arguments[], int input, int output, int errors, int own_group, int *process) {
    char *const environment[] = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent", "OMP_THREAD_LIMIT=1", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    if (input >= 0) posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    else posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (output >= 0) posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    else posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (errors >= 0) posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    else posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // Files that other threads have open meanwhile, and not all of them are closed on exec.
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    // A group of its own is set before the program runs: afterwards the kernel refuses it.
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | (own_group ? POSIX_SPAWN_SETPGROUP : 0));
    int code = posix_spawn(process, program, &actions, &attributes, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return code;
}

int muniment_start_worker(const char *program, char *const arguments[], int socket, int errors, int *process) {
    // Its own group, so that it can be ended with all that it started.
    return start(program, arguments, socket, -1, errors, 1, process);
}

int muniment_start_tool(const char *program, char *const arguments[], int input, int output, int *process) {
    return start(program, arguments, input, output, -1, 0, process);
}

int muniment_memory_file(void) {
    int file = memfd_create("muniment", MFD_CLOEXEC);
    return file < 0 ? -errno : file;
}

int muniment_pipe(int ends[2]) {
    return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
}
