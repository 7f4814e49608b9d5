#define _GNU_SOURCE
#include "files.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
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
