#pragma once
#include <stddef.h>
#include <stdint.h>

/// Renames without replacing: fails with EEXIST where `to` exists. Returns 0 or an errno.
int muniment_rename_exclusive(const char *from, const char *to);

/// Exchanges two names atomically. Both must exist. Returns 0 or an errno.
int muniment_exchange(const char *first, const char *second);

/// Takes (or tries to take) an advisory lock on an open file; `exclusive` and `wait` are booleans.
/// Returns 0, or an errno: EWOULDBLOCK when somebody else holds it and `wait` is 0.
int muniment_lock(int descriptor, int exclusive, int wait);

/// Lets go of the lock on an open file. Returns 0 or an errno.
int muniment_unlock(int descriptor);

/// Writes the whole file system of `descriptor` to the disk. Returns 0 or an errno.
int muniment_sync_file_system(int descriptor);

/// Gives `descriptor` real blocks up to `length`. Returns 0 or an errno.
int muniment_preallocate(int descriptor, int64_t length);

/// The magic number of the file system that holds `path` (statfs f_type), or -errno.
int64_t muniment_file_system_type(const char *path);

/// Where `pattern` first stands in `bytes`; NULL where it does not.
const void *muniment_find(const void *bytes, size_t count, const void *pattern, size_t length);

/// Opens a plain file for reading, and nothing else; `path` is one name in `folder` or, with AT_FDCWD, a whole path. Without
/// `follow` a link is not followed. Returns the descriptor or -errno: ELOOP for a link, EISDIR, ENXIO for pipes, devices, sockets.
int muniment_open_regular(int folder, const char *path, int follow);

/// Opens a folder that lies in another one, never by a link. Returns the descriptor or -errno: ENOTDIR for a link.
int muniment_open_subfolder(int folder, const char *name);

/// Takes a lease on a file open for reading: whoever opens it for writing meanwhile waits a while. Returns 0 or an errno:
/// EAGAIN where somebody has it open for writing already.
int muniment_lease(int descriptor);

/// Gives a lease back. Returns 0 or an errno.
int muniment_end_lease(int descriptor);

/// Whether the lease holds and nobody waits for its end.
int muniment_holds_lease(int descriptor);
