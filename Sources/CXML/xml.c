#include "CXML.h"
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/// What is known while one document is read; parsers point to it by `_private`, also those that libxml2 makes for entities.
struct reading {
    muniment_xml_event take;
    void *context;
    int outcome, depth, deepest;
    /// For each depth whether white space is kept.
    char *keeps;
    /// The text since the last tag, which comes in pieces.
    char *text;
    size_t length, capacity;
    /// Whether it counts though it is white space.
    int counts;
    /// How much text may still come: a document without entities has less than its own size.
    size_t room;
};

struct element {
    int count;
    const xmlChar **attributes;
};

static void note(struct reading *r, int outcome) {
    if (outcome > r->outcome) r->outcome = outcome;
}

/// libxml2 passes over references, `&amp;` too, once it knows of damage; so the damage is known here instead.
static struct reading *of(void *context) {
    xmlParserCtxtPtr parser = context;
    if (!parser->wellFormed) note(parser->_private, muniment_xml_damaged);
    parser->wellFormed = 1;
    return parser->_private;
}

static void leave(void *parser, int outcome) {
    note(of(parser), outcome);
    xmlStopParser(parser);
}

static int is_left(const struct reading *r) { return r->outcome >= muniment_xml_multiplied; }

static void give_text(struct reading *r) {
    if (!r->length) return;
    r->text[r->length] = 0;
    if (r->counts || r->text[strspn(r->text, " \t\r\n")]) r->take(r->context, muniment_xml_text, r->text, NULL);
    r->length = 0;
    r->counts = 0;
}

static void add_text(void *parser, const xmlChar *text, int count) {
    struct reading *r = of(parser);
    if (is_left(r)) return xmlStopParser(parser);
    if ((size_t)count > r->room) return leave(parser, muniment_xml_multiplied);
    r->room -= (size_t)count;
    if (r->length + (size_t)count >= r->capacity) {
        size_t wanted = 2 * (r->length + (size_t)count) + 1024;
        char *larger = realloc(r->text, wanted);
        if (!larger) return leave(parser, muniment_xml_multiplied);
        r->text = larger;
        r->capacity = wanted;
    }
    memcpy(r->text + r->length, text, (size_t)count);
    r->length += (size_t)count;
    if (!r->keeps || r->keeps[r->depth]) r->counts = 1;
}

static void add_block(void *parser, const xmlChar *text, int count) {
    of(parser)->counts = 1;
    add_text(parser, text, count);
}

// MARK: XML

static void start_element(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces, const xmlChar **space,
                          int count, int defaulted, const xmlChar **attributes) {
    struct reading *r = of(parser);
    if (is_left(r)) return xmlStopParser(parser);
    if (r->depth >= r->deepest) return leave(parser, muniment_xml_deep);
    give_text(r);
    r->depth += 1;
    r->keeps[r->depth] = r->keeps[r->depth - 1];
    for (int i = 0; i < count; i++) {
        const xmlChar **one = attributes + 5 * i;
        if (one[1] && xmlStrEqual(one[1], BAD_CAST "xml") && xmlStrEqual(one[0], BAD_CAST "space"))
            r->keeps[r->depth] = one[4] - one[3] == 8 && memcmp(one[3], "preserve", 8) == 0;
    }
    struct element element = {count, attributes};
    r->take(r->context, muniment_xml_start, (const char *)name, &element);
}

static void end_element(void *parser, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct reading *r = of(parser);
    if (is_left(r)) return xmlStopParser(parser);
    give_text(r);
    if (r->depth > 0) r->depth -= 1;
    r->take(r->context, muniment_xml_end, (const char *)name, NULL);
}

char *muniment_xml_attribute(const void *given, const char *name) {
    const struct element *element = given;
    for (int i = 0; i < element->count; i++) {
        const xmlChar **one = element->attributes + 5 * i;
        if (strcmp((const char *)one[0], name) == 0) return strndup((const char *)one[3], (size_t)(one[4] - one[3]));
    }
    return NULL;
}

/// Only an entity that says itself what it stands for is one.
static xmlEntityPtr own(void *parser, xmlEntityPtr entity) {
    if (!entity || entity->etype == XML_INTERNAL_GENERAL_ENTITY || entity->etype == XML_INTERNAL_PARAMETER_ENTITY ||
        entity->etype == XML_INTERNAL_PREDEFINED_ENTITY)
        return entity;
    note(of(parser), muniment_xml_outside);
    return NULL;
}

static xmlEntityPtr get_entity(void *parser, const xmlChar *name) { return own(parser, xmlSAX2GetEntity(parser, name)); }

static xmlEntityPtr get_parameter(void *parser, const xmlChar *name) { return own(parser, xmlSAX2GetParameterEntity(parser, name)); }

/// An entity that a definition outside may declare: that of XHTML has the names of HTML.
static void reference(void *parser, const xmlChar *name) {
    const htmlEntityDesc *known = htmlEntityLookup(name);
    xmlChar letter[8];
    if (known) add_text(parser, letter, xmlCopyCharMultiByte(letter, (int)known->value));
    else note(of(parser), muniment_xml_outside);
}

static void notice(void *parser, xmlErrorPtr error) {
    if (error->code == XML_ERR_ENTITY_LOOP) note(of(parser), muniment_xml_multiplied);
}

static xmlParserInputPtr refuse(const char *url, const char *id, xmlParserCtxtPtr parser) { return NULL; }

int muniment_read_xml(const char *bytes, size_t count, int deepest, muniment_xml_event take, void *context) {
    if (count > INT_MAX) return muniment_xml_damaged;
    xmlSetExternalEntityLoader(refuse);
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    char *keeps = calloc((size_t)deepest + 1, 1);
    if (!parser || !keeps) {
        free(keeps);
        xmlFreeParserCtxt(parser);
        return muniment_xml_damaged;
    }
    struct reading r = {.take = take, .context = context, .deepest = deepest, .keeps = keeps, .room = 2 * count + (1 << 20)};
    parser->_private = &r;
    xmlSAXHandlerPtr sax = parser->sax;
    sax->startElementNs = start_element;
    sax->endElementNs = end_element;
    sax->characters = sax->ignorableWhitespace = add_text;
    sax->cdataBlock = add_block;
    sax->getEntity = get_entity;
    sax->getParameterEntity = get_parameter;
    sax->reference = reference;
    sax->serror = notice;
    sax->comment = NULL;
    sax->processingInstruction = NULL;
    // Entities are replaced by what they say; libxml2 ends what multiplies without measure.
    int options = XML_PARSE_NOENT | XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    xmlFreeDoc(xmlCtxtReadMemory(parser, bytes, (int)count, NULL, NULL, options));
    if (!parser->wellFormed) note(&r, muniment_xml_damaged);
    give_text(&r);
    xmlFreeParserCtxt(parser);
    free(r.text);
    free(keeps);
    return r.outcome;
}

// MARK: HTML

static void start_html(void *parser, const xmlChar *name, const xmlChar **attributes) {
    struct reading *r = of(parser);
    give_text(r);
    r->take(r->context, muniment_xml_start, (const char *)name, NULL);
}

static void end_html(void *parser, const xmlChar *name) {
    struct reading *r = of(parser);
    give_text(r);
    r->take(r->context, muniment_xml_end, (const char *)name, NULL);
}

int muniment_read_html(const char *bytes, size_t count, muniment_xml_event take, void *context) {
    if (count > INT_MAX) return muniment_xml_damaged;
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return muniment_xml_damaged;
    struct reading r = {.take = take, .context = context, .room = 2 * count + (1 << 20)};
    parser->_private = &r;
    // No tree is made, and so no depth is too deep.
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = start_html;
    parser->sax->endElement = end_html;
    parser->sax->characters = parser->sax->ignorableWhitespace = add_text;
    parser->sax->cdataBlock = add_block;
    int options = HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
    xmlFreeDoc(htmlCtxtReadMemory(parser, bytes, (int)count, NULL, "UTF-8", options));
    // What browsers forgive is no damage.
    if (r.outcome == muniment_xml_damaged) r.outcome = muniment_xml_whole;
    if (parser->disableSAX) note(&r, muniment_xml_damaged);
    give_text(&r);
    htmlFreeParserCtxt(parser);
    free(r.text);
    return r.outcome;
}
