// Goes down into stacks and cells until some text or picture knows its place: strips themselves keep none.
#include "layout/span.h"

namespace layout {

namespace {

base::Span span_of(const Stack& stack) {
    for (const Strip& strip : stack.strips) {
        const base::Span span = layout::span_of(strip);
        if (span.known()) return span;
    }
    return {};
}

struct Find {
    base::Span operator()(const LineOf& line) const { return span_of(*line.text); }
    base::Span operator()(const LabelOf& label) const { return span_of(*label.text); }
    base::Span operator()(const EntryOf& entry) const { return span_of(*entry.title); }
    base::Span operator()(const PictureOf& picture) const { return picture.image->span; }
    base::Span operator()(const PlacedOf& placed) const { return span_of(*placed.stack); }
    base::Span operator()(const PageTopOf& page_top) const { return span_of(*page_top.at_top); }
    base::Span operator()(const UnitOf& unit) const {
        for (const CellSet& cell : unit.unit->cells) {
            const base::Span span = span_of(cell.stack);
            if (span.known()) return span;
        }
        return {};
    }
    template <typename Other>
    base::Span operator()(const Other&) const {
        return {};
    }
};

}  // namespace

base::Span span_of(const Text& text) {
    for (const compose::Inline& source : text.sources) {
        if (source.span.known()) return source.span;
    }
    return {};
}

base::Span span_of(const Strip& strip) { return std::visit(Find{}, strip.what); }

}  // namespace layout
