#pragma once
#include <linux/memfd.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file in memory that has no name in any folder; -1 where there is none to be had. Glibc's own function is not seen by Swift.
static inline int muniment_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", MFD_CLOEXEC); }
