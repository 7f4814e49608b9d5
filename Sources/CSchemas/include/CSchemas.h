/// Files of the checkout that are embedded in the program.
#pragma once
#include <stddef.h>

/// An embedded file: a text, in which there is no zero byte.
struct schema_file {
    /// Its path below the checkout's root; null behind the last.
    const char *path;
    const unsigned char *bytes;
    size_t length;
};

/// The file at a place in the list; behind the last one, one without a path.
struct schema_file schema_file_at(size_t place);
