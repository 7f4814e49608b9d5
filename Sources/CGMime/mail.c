#define _GNU_SOURCE
#include "CGMime.h"
#include <gmime/gmime.h>
#include <string.h>

struct walk {
    muniment_mail_part take;
    void *context;
    size_t left;
    int left_out;
};

static void take_text_part(struct walk *walk, GMimePart *part, const char *type) {
    char *text = g_mime_text_part_get_text((GMimeTextPart *)part);
    if (!text) return;
    size_t count = strlen(text);
    if (count <= walk->left) {
        walk->left -= count;
        walk->take(walk->context, type, g_mime_part_get_filename(part), 1, text, count);
    } else {
        walk->left_out = 1;
    }
    g_free(text);
}

static void take_bytes_part(struct walk *walk, GMimePart *part, const char *type) {
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    if (!content) return;
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(content, stream);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
    if (bytes->len <= walk->left) {
        walk->left -= bytes->len;
        walk->take(walk->context, type, g_mime_part_get_filename(part), 0, (const char *)bytes->data, bytes->len);
    } else {
        walk->left_out = 1;
    }
    g_object_unref(stream);
}

static void take_headers(struct walk *walk, GMimeMessage *message) {
    GString *text = g_string_new(NULL);
    const char *subject = g_mime_message_get_subject(message);
    if (subject) g_string_append_printf(text, "%s\n", subject);
    InternetAddressList *lists[] = {
        g_mime_message_get_from(message), g_mime_message_get_to(message), g_mime_message_get_cc(message)};
    for (size_t i = 0; i < 3; i++) {
        if (!lists[i]) continue;
        char *addresses = internet_address_list_to_string(lists[i], NULL, FALSE);
        if (addresses && *addresses) g_string_append_printf(text, "%s\n", addresses);
        g_free(addresses);
    }
    const char *date = g_mime_object_get_header((GMimeObject *)message, "Date");
    if (date) g_string_append_printf(text, "%s\n", date);
    walk->take(walk->context, "message/headers", NULL, 1, text->str, text->len);
    g_string_free(text, TRUE);
}

static void take_part(GMimeObject *parent, GMimeObject *part, gpointer data) {
    (void)parent;
    struct walk *walk = data;
    if (GMIME_IS_MESSAGE_PART(part)) {
        GMimeMessage *inner = g_mime_message_part_get_message((GMimeMessagePart *)part);
        if (inner) {
            take_headers(walk, inner);
            g_mime_message_foreach(inner, take_part, data);
        }
        return;
    }
    if (!GMIME_IS_PART(part)) return;
    char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(part));
    if (GMIME_IS_TEXT_PART(part) && !g_mime_part_get_filename((GMimePart *)part)) take_text_part(walk, (GMimePart *)part, type);
    else take_bytes_part(walk, (GMimePart *)part, type);
    g_free(type);
}

/// Whether a message of several parts lacks the line that closes the last of them (RFC 2046, 5.1.1).
static int lacks_end(GMimeMessage *message, const char *bytes, size_t count) {
    GMimeObject *part = g_mime_message_get_mime_part(message);
    if (!part || !GMIME_IS_MULTIPART(part)) return 0;
    const char *boundary = g_mime_multipart_get_boundary((GMimeMultipart *)part);
    if (!boundary) return 0;
    char *closing = g_strconcat("--", boundary, "--", NULL);
    int lacks = memmem(bytes, count, closing, strlen(closing)) == NULL;
    g_free(closing);
    return lacks;
}

int muniment_read_mail(
    const char *bytes, size_t count, int is_mailbox, size_t most_bytes, muniment_mail_part take, void *context,
    struct muniment_mail_shortfall *shortfall) {
    g_mime_init();
    const char *charsets[] = {"utf-8", "gb18030", "iso-8859-1", NULL};
    GMimeParserOptions *options = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options, charsets);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes, count);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_format(parser, is_mailbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    struct walk walk = {.take = take, .context = context, .left = most_bytes};
    int read = 0;
    while (read < 10000) {
        GMimeMessage *message = g_mime_parser_construct_message(parser, options);
        if (!message) break;
        read++;
        take_headers(&walk, message);
        g_mime_message_foreach(message, take_part, &walk);
        // Of a mailbox that was cut, the last message was.
        shortfall->is_cut = lacks_end(message, bytes, count);
        g_object_unref(message);
        if (!is_mailbox || g_mime_parser_eos(parser)) break;
        if (read == 10000) walk.left_out = 1;
    }
    shortfall->is_left_out = walk.left_out;
    g_object_unref(parser);
    g_object_unref(stream);
    return read;
}
