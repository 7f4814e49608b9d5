#include "CXML.h"
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <limits.h>
#include <string.h>

static void give_node(xmlTextReaderPtr reader, muniment_xml_event take, void *context) {
    const char *name = (const char *)xmlTextReaderConstLocalName(reader);
    const char *value;
    switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT: {
        int empty = xmlTextReaderIsEmptyElement(reader);
        take(context, muniment_xml_start, name ? name : "", reader);
        if (empty) take(context, muniment_xml_end, name ? name : "", NULL);
        break;
    }
    case XML_READER_TYPE_END_ELEMENT:
        take(context, muniment_xml_end, name ? name : "", NULL);
        break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        value = (const char *)xmlTextReaderConstValue(reader);
        if (value) take(context, muniment_xml_text, value, NULL);
        break;
    default:
        break;
    }
}

int muniment_read_xml(const char *bytes, size_t count, int deepest, muniment_xml_event take, void *context) {
    if (count > INT_MAX) return 0;
    int options = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlTextReaderPtr reader = xmlReaderForMemory(bytes, (int)count, NULL, NULL, options);
    if (!reader) return 0;
    int code;
    while ((code = xmlTextReaderRead(reader)) == 1 && xmlTextReaderDepth(reader) < deepest) give_node(reader, take, context);
    xmlFreeTextReader(reader);
    return code == 0;
}

char *muniment_xml_attribute(void *reader, const char *name) {
    char *found = NULL;
    while (!found && xmlTextReaderMoveToNextAttribute(reader) == 1) {
        const char *local = (const char *)xmlTextReaderConstLocalName(reader);
        const char *value = (const char *)xmlTextReaderConstValue(reader);
        if (local && value && strcmp(local, name) == 0) found = strdup(value);
    }
    xmlTextReaderMoveToElement(reader);
    return found;
}

static void walk(xmlNodePtr node, int depth, muniment_xml_event take, void *context) {
    for (; node && depth > 0; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content) take(context, muniment_xml_text, (const char *)node->content, NULL);
        } else if (node->type == XML_ELEMENT_NODE) {
            take(context, muniment_xml_start, (const char *)node->name, NULL);
            walk(node->children, depth - 1, take, context);
            take(context, muniment_xml_end, (const char *)node->name, NULL);
        }
    }
}

int muniment_read_html(const char *bytes, size_t count, int deepest, muniment_xml_event take, void *context) {
    if (count > INT_MAX) return 0;
    int options = HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
    htmlDocPtr document = htmlReadMemory(bytes, (int)count, NULL, "UTF-8", options);
    if (!document) return 0;
    walk(xmlDocGetRootElement(document), deepest, take, context);
    xmlFreeDoc(document);
    return 1;
}
