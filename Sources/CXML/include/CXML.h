/// Going through XML and HTML with libxml2, whose own headers bring ICU's with them and cannot stand beside Foundation's.
#pragma once
#include <stddef.h>

enum { muniment_xml_start = 1, muniment_xml_end = 2, muniment_xml_text = 3 };

/// Takes an event: an element's local name, or a text. `reader` is for `muniment_xml_attribute`, during a start only.
typedef void (*muniment_xml_event)(void *context, int kind, const char *text, void *reader);

/// Reads XML without loading anything from outside and no deeper than `deepest`. Returns 1, or 0 where it is damaged.
int muniment_read_xml(const char *bytes, size_t count, int deepest, muniment_xml_event take, void *context);

/// Reads HTML in UTF-8 as browsers do; the same events, without attributes. Returns 1, or 0 where nothing could be read.
int muniment_read_html(const char *bytes, size_t count, int deepest, muniment_xml_event take, void *context);

/// The value of the element's attribute of this local name, to be freed by the caller; NULL where it has none.
char *muniment_xml_attribute(void *reader, const char *name);
