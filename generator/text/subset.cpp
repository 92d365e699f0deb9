// HarfBuzz cuts a face down to the outlines in use: without the other tables no closure brings in variants.
#include "text/subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "text/glyph_order.h"
#include "text/outline_tables.h"
#include "text/twins.h"

namespace text {

namespace {

struct DestroyHb {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};
template <typename T>
using OwnedHb = std::unique_ptr<T, DestroyHb>;

constexpr hb_tag_t cff_tag = HB_TAG('C', 'F', 'F', ' ');

/// A table of a face, read by offset; missing bytes are 0.
class Table {
   public:
    Table(const hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
        unsigned length = 0;
        const char* data = hb_blob_get_data(blob_.get(), &length);
        bytes_ = std::string_view(data == nullptr ? "" : data, length);
    }
    std::string_view bytes() const { return bytes_; }
    int byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
    int unsigned16(std::size_t at) const { return byte(at) * 256 + byte(at + 1); }
    int signed16(std::size_t at) const { return static_cast<std::int16_t>(unsigned16(at)); }

   private:
    OwnedHb<hb_blob_t> blob_;
    std::string_view bytes_;
};

/// Only what outlines need: with the other tables the subset would pull in variants by the hundred.
hb_blob_t* bare_table(hb_face_t*, hb_tag_t tag, void* data) {
    switch (tag) {
        case cff_tag:
        case HB_TAG('g', 'l', 'y', 'f'):
        case HB_TAG('l', 'o', 'c', 'a'):
        case HB_TAG('h', 'e', 'a', 'd'):
        case HB_TAG('h', 'h', 'e', 'a'):
        case HB_TAG('h', 'm', 't', 'x'):
        case HB_TAG('m', 'a', 'x', 'p'): return hb_face_reference_table(static_cast<hb_face_t*>(data), tag);
        default: return hb_blob_get_empty();
    }
}

/// `ids` become those that the glyphs have in the subset.
OwnedHb<hb_face_t> subset_of(hb_face_t* face, const std::vector<EmbeddedGlyph>& glyphs, bool cff,
                             std::map<std::uint32_t, std::uint32_t>& ids) {
    const OwnedHb<hb_face_t> bare(hb_face_create_for_tables(bare_table, face, nullptr));
    hb_face_set_upem(bare.get(), hb_face_get_upem(face));
    const OwnedHb<hb_subset_input_t> input(hb_subset_input_create_or_fail());
    hb_set_t* kept = hb_subset_input_glyph_set(input.get());
    for (const EmbeddedGlyph& glyph : glyphs) hb_set_add(kept, glyph.id);
    hb_subset_input_set_flags(
        input.get(), HB_SUBSET_FLAGS_NO_HINTING | (cff ? HB_SUBSET_FLAGS_DESUBROUTINIZE : HB_SUBSET_FLAGS_DEFAULT));
    const OwnedHb<hb_subset_plan_t> plan(hb_subset_plan_create_or_fail(bare.get(), input.get()));
    if (!plan) return nullptr;
    const hb_map_t* map = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const EmbeddedGlyph& glyph : glyphs) ids.emplace(glyph.id, hb_map_get(map, glyph.id));
    return OwnedHb<hb_face_t>(hb_subset_plan_execute_or_fail(plan.get()));
}

/// A TrueType subset with its glyphs in the order in which they pack best, and with the twins it needs.
OwnedHb<hb_face_t> arranged(hb_face_t* subset, const std::vector<EmbeddedGlyph>& glyphs, FontProgram& program) {
    OutlineTables tables;
    const std::pair<hb_tag_t, std::string*> named[] = {
        {HB_TAG('h', 'e', 'a', 'd'), &tables.head}, {HB_TAG('m', 'a', 'x', 'p'), &tables.maxp},
        {HB_TAG('h', 'h', 'e', 'a'), &tables.hhea}, {HB_TAG('h', 'm', 't', 'x'), &tables.hmtx},
        {HB_TAG('l', 'o', 'c', 'a'), &tables.loca}, {HB_TAG('g', 'l', 'y', 'f'), &tables.glyf}};
    for (const auto& [tag, bytes] : named) *bytes = Table(subset, tag).bytes();
    const std::vector<std::uint32_t> places = order_by_metrics(tables);
    for (auto& [glyph, id] : program.ids) id = id < places.size() ? places[id] : id;
    program.twins = add_twins(tables, glyphs, program.ids);
    OwnedHb<hb_face_t> built(hb_face_builder_create());
    for (const auto& [tag, bytes] : named) {
        const OwnedHb<hb_blob_t> blob(hb_blob_create(bytes->data(), static_cast<unsigned>(bytes->size()),
                                                     HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
        hb_face_builder_add_table(built.get(), tag, blob.get());
    }
    return built;
}

std::string bytes_of(hb_face_t* face, bool cff) {
    const OwnedHb<hb_blob_t> blob(cff ? hb_face_reference_table(face, cff_tag) : hb_face_reference_blob(face));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

int thousandths(std::int64_t units, std::int64_t upem) {
    return static_cast<int>((units * 2000 + (units < 0 ? -upem : upem)) / (2 * upem));
}

void read_metrics(hb_face_t* face, FontProgram& program) {
    const std::int64_t upem = hb_face_get_upem(face);
    const Table head(face, HB_TAG('h', 'e', 'a', 'd'));
    const Table os2(face, HB_TAG('O', 'S', '/', '2'));
    const Table post(face, HB_TAG('p', 'o', 's', 't'));
    for (std::size_t i = 0; i < 4; ++i) program.bbox[i] = thousandths(head.signed16(36 + 2 * i), upem);
    program.weight = std::clamp(os2.unsigned16(4), 100, 900);
    program.ascent = thousandths(os2.signed16(68), upem);
    program.descent = thousandths(os2.signed16(70), upem);
    program.cap_height = os2.unsigned16(0) >= 2 ? thousandths(os2.signed16(88), upem) : 0;
    if (program.cap_height == 0) program.cap_height = program.ascent;
    const int serif_style = os2.byte(33);
    program.serif = os2.byte(32) == 2 && serif_style >= 2 && serif_style <= 10;
    program.italic_angle = post.signed16(4);
    program.fixed_pitch = post.unsigned16(12) != 0 || post.unsigned16(14) != 0;
}

void read_widths(hb_face_t* face, const std::vector<EmbeddedGlyph>& glyphs, FontProgram& program) {
    const OwnedHb<hb_font_t> font(hb_font_create(face));
    const std::int64_t upem = hb_face_get_upem(face);
    const auto width = [&](std::uint32_t id) { return thousandths(hb_font_get_glyph_h_advance(font.get(), id), upem); };
    std::map<std::uint32_t, int> widths;
    for (const EmbeddedGlyph& glyph : glyphs) {
        const auto id = program.ids.find(glyph.id);
        widths.emplace(id == program.ids.end() ? glyph.id : id->second, width(glyph.id));
    }
    for (const auto& [glyph, id] : program.twins) widths.emplace(id, width(glyph.id) + 125 * glyph.eighths);
    program.widths.assign(widths.begin(), widths.end());
}

}  // namespace

FontProgram font_program(const FaceInfo& info, hb_face_t* face, const std::vector<EmbeddedGlyph>& glyphs) {
    FontProgram program;
    program.postscript_name = info.postscript_name;
    program.cff = !Table(face, cff_tag).bytes().empty();
    OwnedHb<hb_face_t> subset = subset_of(face, glyphs, program.cff, program.ids);
    if (!subset) throw std::runtime_error("the face cannot be cut down: " + info.path);
    if (program.cff) {
        program.ids.clear();  // its own list of glyphs leads from the face's ids to the outlines
    } else {
        subset = arranged(subset.get(), glyphs, program);
    }
    program.bytes = bytes_of(subset.get(), program.cff);
    read_widths(face, glyphs, program);
    read_metrics(face, program);
    return program;
}

}  // namespace text
