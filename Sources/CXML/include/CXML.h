/// Going through XML and HTML with libxml2, whose own headers bring ICU's with them and cannot stand beside Foundation's.
#pragma once
#include <stddef.h>

enum { muniment_xml_start = 1, muniment_xml_end = 2, muniment_xml_text = 3 };

/// How far the reading came; of several things that were amiss the highest.
enum {
    muniment_xml_whole = 0,
    /// Broken somewhere: what can be read after it has been given too.
    muniment_xml_damaged = 1,
    /// Names something outside itself, which is never loaded.
    muniment_xml_outside = 2,
    /// Its own entities make far more of it than it is; left where there was too much.
    muniment_xml_multiplied = 3,
    /// Nested too deep; left there.
    muniment_xml_deep = 4,
};

/// Takes an event: an element's local name, or a text, ended by a zero byte. `element` is for `muniment_xml_attribute`, during a start only.
typedef void (*muniment_xml_event)(void *context, int kind, const char *text, const void *element);

/// Reads XML without loading anything from outside and no deeper than `deepest`; its own entities stand for what they say. White space
/// alone between two tags is given only where `xml:space` wants it kept.
int muniment_read_xml(const char *bytes, size_t count, int deepest, muniment_xml_event take, void *context);

/// Reads HTML in UTF-8 as browsers do, however deep and broken; the same events, without attributes.
int muniment_read_html(const char *bytes, size_t count, muniment_xml_event take, void *context);

/// The value of the element's attribute of this local name, to be freed by the caller; NULL where it has none.
char *muniment_xml_attribute(const void *element, const char *name);
