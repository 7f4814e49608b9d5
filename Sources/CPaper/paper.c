#include "CPaper.h"
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

struct muniment_paper {
    GByteArray *bytes;
    cairo_surface_t *surface;
    cairo_t *pen;
    PangoFontMap *fonts;
    PangoContext *setting;
    char *family;
    int outcome;
};

struct line {
    PangoLayoutLine *line;
    double x, top, baseline;
};

struct muniment_text {
    GPtrArray *layouts;
    GArray *lines;
    double end;
};

/// How many bytes are broken into lines at once: the time that Pango takes for a paragraph grows with the square of its length.
enum { stretch = 2048 };

static void note(struct muniment_paper *paper) {
    if (paper->outcome != muniment_paper_whole) return;
    paper->outcome = (int)cairo_status(paper->pen);
    if (!paper->outcome) paper->outcome = (int)cairo_surface_status(paper->surface);
}

// MARK: Fonts

/// Only the fonts that the XML lets in: what else a machine has changes no form.
static PangoFontMap *make_fonts(const char *xml) {
    FcConfig *config = FcConfigCreate();
    if (!config) return NULL;
    PangoFontMap *fonts = NULL;
    if (FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)xml, FcTrue) && FcConfigBuildFonts(config)) {
        FcFontSet *found = FcConfigGetFonts(config, FcSetSystem);
        if (found && found->nfont > 0) {
            fonts = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
            if (fonts) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts), config);
        }
    }
    FcConfigDestroy(config);
    return fonts;
}

static PangoContext *make_setting(PangoFontMap *fonts) {
    PangoContext *setting = pango_font_map_create_context(fonts);
    pango_cairo_context_set_resolution(setting, 72);
    // The environment's language must not decide which of a character's shapes is drawn.
    pango_context_set_language(setting, pango_language_from_string("zh-cn"));
    pango_context_set_base_dir(setting, PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(setting, FALSE);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(setting, options);
    cairo_font_options_destroy(options);
    return setting;
}

// MARK: The paper

static cairo_status_t take(void *given, const unsigned char *bytes, unsigned int count) {
    GByteArray *array = given;
    // GLib stops the process at an array that is too large.
    if (count > G_MAXINT / 2 - array->len) return CAIRO_STATUS_WRITE_ERROR;
    g_byte_array_append(array, bytes, count);
    return CAIRO_STATUS_SUCCESS;
}

struct muniment_paper *muniment_paper_open(const struct muniment_paper_plan *plan) {
    struct muniment_paper *paper = calloc(1, sizeof *paper);
    if (!paper) return NULL;
    paper->bytes = g_byte_array_new();
    paper->family = g_strdup(plan->family);
    paper->surface = cairo_pdf_surface_create_for_stream(take, paper->bytes, plan->width, plan->height);
    paper->pen = cairo_create(paper->surface);
    cairo_set_line_width(paper->pen, 0.5);
    note(paper);
    if (paper->outcome != muniment_paper_whole) return paper;
    cairo_pdf_surface_set_metadata(paper->surface, CAIRO_PDF_METADATA_TITLE, plan->title);
    cairo_pdf_surface_set_metadata(paper->surface, CAIRO_PDF_METADATA_CREATOR, "Muniment");
    cairo_pdf_surface_set_metadata(paper->surface, CAIRO_PDF_METADATA_CREATE_DATE, plan->time);
    cairo_pdf_surface_set_metadata(paper->surface, CAIRO_PDF_METADATA_MOD_DATE, plan->time);
    paper->fonts = make_fonts(plan->fonts);
    if (!paper->fonts) {
        paper->outcome = muniment_paper_no_font;
        return paper;
    }
    paper->setting = make_setting(paper->fonts);
    return paper;
}

int muniment_paper_outcome(const struct muniment_paper *paper) { return paper->outcome; }

const char *muniment_paper_reason(int outcome) { return cairo_status_to_string((cairo_status_t)outcome); }

void muniment_paper_end_page(struct muniment_paper *paper) {
    cairo_show_page(paper->pen);
    note(paper);
}

int muniment_paper_close(struct muniment_paper *paper, const char **bytes, size_t *count) {
    note(paper);
    cairo_surface_finish(paper->surface);
    note(paper);
    *bytes = (const char *)paper->bytes->data;
    *count = paper->bytes->len;
    return paper->outcome;
}

void muniment_paper_free(struct muniment_paper *paper) {
    if (!paper) return;
    if (paper->setting) g_object_unref(paper->setting);
    if (paper->fonts) g_object_unref(paper->fonts);
    cairo_destroy(paper->pen);
    cairo_surface_destroy(paper->surface);
    g_byte_array_unref(paper->bytes);
    g_free(paper->family);
    free(paper);
}

void muniment_paper_fill(struct muniment_paper *paper, double x, double y, double width, double height, double grey) {
    cairo_set_source_rgb(paper->pen, grey, grey, grey);
    cairo_rectangle(paper->pen, x, y, width, height);
    cairo_fill(paper->pen);
}

void muniment_paper_rule(struct muniment_paper *paper, double x, double y, double width, double height) {
    cairo_set_source_rgb(paper->pen, 0.25, 0.25, 0.25);
    if (height > 0) {
        cairo_rectangle(paper->pen, x, y, width, height);
    } else {
        cairo_move_to(paper->pen, x, y);
        cairo_line_to(paper->pen, x + width, y);
    }
    cairo_stroke(paper->pen);
}

// MARK: Text

static PangoLayout *make_layout(struct muniment_paper *paper, const struct muniment_text_style *style) {
    PangoLayout *layout = pango_layout_new(paper->setting);
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, paper->family);
    pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
    pango_font_description_set_weight(font, style->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_auto_dir(layout, FALSE);
    pango_layout_set_width(layout, pango_units_from_double(style->width));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(
        layout, style->alignment == 2 ? PANGO_ALIGN_RIGHT : style->alignment == 1 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    if (style->most_lines > 0) {
        pango_layout_set_height(layout, -style->most_lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    // A hyphen where a number or a digest is broken would be taken for a part of it.
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    return layout;
}

/// Adds a layout's lines, or all but the last.
static void add_lines(struct muniment_text *text, PangoLayout *layout, int with_last) {
    int left = pango_layout_get_line_count(layout) - (with_last ? 0 : 1);
    double above = text->end;
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    for (; left > 0; left--) {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter, NULL, &logical);
        struct line line = {
            .line = pango_layout_iter_get_line_readonly(iter),
            .x = pango_units_to_double(logical.x),
            .top = above + pango_units_to_double(logical.y),
            .baseline = above + pango_units_to_double(pango_layout_iter_get_baseline(iter)),
        };
        g_array_append_val(text->lines, line);
        text->end = above + pango_units_to_double(logical.y + logical.height);
        pango_layout_iter_next_line(iter);
    }
    pango_layout_iter_free(iter);
}

/// How many of the bytes are broken at once: not too many, and no character is cut.
static size_t next_stretch(const char *utf8, size_t count) {
    if (count <= stretch) return count;
    size_t end = stretch;
    while (end > 0 && ((unsigned char)utf8[end] & 0xC0) == 0x80) end--;
    return end;
}

struct muniment_text *muniment_text_set(struct muniment_paper *paper, const char *utf8, const struct muniment_text_style *style) {
    struct muniment_text *text = g_new0(struct muniment_text, 1);
    text->layouts = g_ptr_array_new_with_free_func(g_object_unref);
    text->lines = g_array_new(FALSE, FALSE, sizeof(struct line));
    size_t left = strlen(utf8);
    do {
        size_t count = next_stretch(utf8, left);
        PangoLayout *layout = make_layout(paper, style);
        g_ptr_array_add(text->layouts, layout);
        pango_layout_set_text(layout, utf8, (int)count);
        int lines = pango_layout_get_line_count(layout);
        // The last line of a stretch goes on in the next, and is broken there.
        int is_last = count == left || style->most_lines > 0 || lines < 2;
        add_lines(text, layout, is_last);
        if (style->most_lines > 0) break;
        if (!is_last) count = (size_t)pango_layout_get_line_readonly(layout, lines - 1)->start_index;
        utf8 += count;
        left -= count;
    } while (left > 0);
    return text;
}

static struct line *line_of(const struct muniment_text *text, int number) { return &g_array_index(text->lines, struct line, number); }

int muniment_text_lines(const struct muniment_text *text) { return (int)text->lines->len; }

double muniment_text_top(const struct muniment_text *text, int line) {
    return line < (int)text->lines->len ? line_of(text, line)->top : text->end;
}

void muniment_text_draw(struct muniment_paper *paper, const struct muniment_text *text, int first, int count, double x, double y) {
    cairo_set_source_rgb(paper->pen, 0, 0, 0);
    for (int i = first; i < first + count && i < (int)text->lines->len; i++) {
        const struct line *line = line_of(text, i);
        cairo_move_to(paper->pen, x + line->x, y + line->baseline - line_of(text, first)->top);
        pango_cairo_show_layout_line(paper->pen, line->line);
    }
    note(paper);
}

void muniment_text_free(struct muniment_text *text) {
    g_array_free(text->lines, TRUE);
    g_ptr_array_free(text->layouts, TRUE);
    g_free(text);
}
