#define _GNU_SOURCE
#include "files.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

int muniment_rename_exclusive(const char *from, const char *to) {
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int muniment_exchange(const char *first, const char *second) {
    return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int muniment_lock(int descriptor, int exclusive, int wait) {
    int operation = (exclusive ? LOCK_EX : LOCK_SH) | (wait ? 0 : LOCK_NB);
    while (flock(descriptor, operation) != 0) {
        if (errno != EINTR) return errno;
    }
    return 0;
}

int muniment_unlock(int descriptor) {
    return flock(descriptor, LOCK_UN) == 0 ? 0 : errno;
}

int muniment_sync_file_system(int descriptor) {
    return syncfs(descriptor) == 0 ? 0 : errno;
}

int muniment_preallocate(int descriptor, int64_t length) {
    return posix_fallocate(descriptor, 0, length);
}

int64_t muniment_file_system_type(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (int64_t)status.f_type : -(int64_t)errno;
}

const void *muniment_find(const void *bytes, size_t count, const void *pattern, size_t length) {
    return memmem(bytes, count, pattern, length);
}

int muniment_open_regular(int folder, const char *path, int follow) {
    // First without opening what is there: a device or a pipe may act on being opened.
    int place = openat(folder, path, O_PATH | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW));
    if (place < 0) return -errno;
    struct stat status;
    int file;
    if (fstat(place, &status) != 0) file = -errno;
    else if (S_ISLNK(status.st_mode)) file = -ELOOP;
    else if (S_ISDIR(status.st_mode)) file = -EISDIR;
    else if (!S_ISREG(status.st_mode)) file = -ENXIO;
    else {
        char same[32];
        snprintf(same, sizeof(same), "/proc/self/fd/%d", place);
        file = open(same, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        if (file < 0) file = -errno;
    }
    close(place);
    return file;
}

int muniment_open_subfolder(int folder, const char *name) {
    int found = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return found < 0 ? -errno : found;
}

int muniment_lease(int descriptor) {
    // The kernel tells of a break by SIGIO, which would end the process; SIGURG is passed over by default.
    if (fcntl(descriptor, F_SETSIG, SIGURG) != 0) return errno;
    return fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0 ? 0 : errno;
}

int muniment_end_lease(int descriptor) { return fcntl(descriptor, F_SETLEASE, F_UNLCK) == 0 ? 0 : errno; }

int muniment_holds_lease(int descriptor) { return fcntl(descriptor, F_GETLEASE) == F_RDLCK; }
