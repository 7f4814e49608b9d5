/// Reading mail through GMime, whose own interface is made of macros that Swift cannot see.
#pragma once
#include <stddef.h>

/// Takes one part of a message. `name` is NULL where the part has none; `is_text` says that the bytes are UTF-8 text.
typedef void (*muniment_mail_part)(void *context, const char *type, const char *name, int is_text, const char *bytes, size_t count);

/// What of a mail was not given: its last part was cut, or parts were more than fit.
struct muniment_mail_shortfall {
    int is_cut;
    int is_left_out;
};

/// Reads one message, or every message of a mailbox, from a file's bytes and gives the headers (as a part of type
/// `message/headers`), then each body and attachment, decoded. Returns how many messages were read.
int muniment_read_mail(
    const char *bytes, size_t count, int is_mailbox, size_t most_bytes, muniment_mail_part take, void *context,
    struct muniment_mail_shortfall *shortfall);
