/// Setting text and drawing it on the pages of a PDF with Pango and Cairo, whose own interfaces are made of macros that Swift cannot see.
/// Lengths are in points (1/72 inch), from the upper left corner. Nothing is shared between two papers.
#pragma once
#include <stddef.h>

/// What became of a paper; all other values are cairo's own (`cairo_status_t`).
enum {
    muniment_paper_whole = 0,
    /// The folders have no font of this family.
    muniment_paper_no_font = -1,
};

/// A PDF that is being made.
struct muniment_paper;

/// A text that was broken into lines.
struct muniment_text;

/// What a paper is made with.
struct muniment_paper_plan {
    double width, height;
    /// The one family of fonts, and fontconfig's XML that says where fonts lie.
    const char *family, *fonts;
    /// For the properties of the PDF; the time in RFC 3339.
    const char *title, *time;
};

/// How a text is set.
struct muniment_text_style {
    double size, width;
    int is_bold;
    /// 0 left, 1 centre, 2 right.
    int alignment;
    /// What goes beyond so many lines is left out with an ellipsis; 0 for all.
    int most_lines;
};

/// Begins a paper; to be freed whatever became of it. NULL only without memory.
struct muniment_paper *muniment_paper_open(const struct muniment_paper_plan *plan);

int muniment_paper_outcome(const struct muniment_paper *paper);

/// The message of cairo for an outcome of its own.
const char *muniment_paper_reason(int outcome);

/// Ends the page; what is drawn next is on another.
void muniment_paper_end_page(struct muniment_paper *paper);

/// Ends the PDF and gives its bytes, which live as long as the paper.
int muniment_paper_close(struct muniment_paper *paper, const char **bytes, size_t *count);

void muniment_paper_free(struct muniment_paper *paper);

/// Fills a rectangle with grey, 0 black to 1 white.
void muniment_paper_fill(struct muniment_paper *paper, double x, double y, double width, double height, double grey);

/// Rules a rectangle's edges; a line for one without height.
void muniment_paper_rule(struct muniment_paper *paper, double x, double y, double width, double height);

/// Breaks UTF-8, ended by a zero byte, into lines: between words, and within one that is longer than a line.
struct muniment_text *muniment_text_set(struct muniment_paper *paper, const char *utf8, const struct muniment_text_style *style);

int muniment_text_lines(const struct muniment_text *text);

/// Where a line begins below the text's upper edge; of the line after the last, where the text ends.
double muniment_text_top(const struct muniment_text *text, int line);

/// Draws some of its lines, the first of them at `y`.
void muniment_text_draw(struct muniment_paper *paper, const struct muniment_text *text, int first, int count, double x, double y);

void muniment_text_free(struct muniment_text *text);
