// HarfBuzz called directly, without fallback or spacing: what a PDF test needs of a face and no more.
#include "pdf/face.h"

#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb-subset.h>
#include <harfbuzz/hb.h>

#include <stdexcept>
#include <utility>

namespace test {
namespace {

struct Kept {
    hb_face_t* face;
    bool cff;
};

/// Only the tables a PDF needs, so that no closure over substitutions brings glyphs nobody used.
hb_blob_t* bare_table(hb_face_t*, hb_tag_t tag, void* data) {
    const Kept* kept = static_cast<const Kept*>(data);
    for (const char* name : {"CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"}) {
        if (tag == hb_tag_from_string(name, 4)) return hb_face_reference_table(kept->face, tag);
    }
    return nullptr;
}

std::string bytes_of(hb_blob_t* blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob, &length);
    std::string bytes(data, length);
    hb_blob_destroy(blob);
    return bytes;
}

}  // namespace

Face::Face(text::FaceId id, const std::string& path, int index, std::string postscript_name, bool cff)
    : id_(id), postscript_name_(std::move(postscript_name)), cff_(cff) {
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
    if (blob == nullptr) throw std::runtime_error("no face " + path);
    face_ = hb_face_create(blob, static_cast<unsigned>(index));
    hb_blob_destroy(blob);
    font_ = hb_font_create(face_);
}

Face::~Face() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

int Face::scaled(int units) const {
    const int upem = static_cast<int>(hb_face_get_upem(face_));
    return (units * 2000 + upem) / (2 * upem);
}

layout::Glyphs Face::set(const std::string& text, base::Point origin, base::Length size, base::Length glue) {
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font_, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    const auto upem = static_cast<std::int64_t>(hb_face_get_upem(face_));
    layout::Glyphs result;
    result.origin = origin;
    result.run.face = id_;
    result.run.size = size;
    result.run.text = text;
    for (unsigned i = 0; i < count; ++i) {
        used_.insert(infos[i].codepoint);
        result.run.glyphs.push_back({infos[i].codepoint,
                                     base::Length{positions[i].x_advance * size.value / upem} + glue,
                                     base::Length{positions[i].x_offset * size.value / upem},
                                     base::Length{positions[i].y_offset * size.value / upem}, infos[i].cluster});
    }
    hb_buffer_destroy(buffer);
    return result;
}

text::FontProgram Face::program() const {
    Kept kept{face_, cff_};
    hb_face_t* bare = hb_face_create_for_tables(bare_table, &kept, nullptr);
    hb_face_set_upem(bare, hb_face_get_upem(face_));
    hb_face_set_glyph_count(bare, hb_face_get_glyph_count(face_));
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    hb_subset_input_set_flags(input, cff_ ? HB_SUBSET_FLAGS_DESUBROUTINIZE : HB_SUBSET_FLAGS_RETAIN_GIDS);
    for (const std::uint32_t glyph : used_) hb_set_add(hb_subset_input_glyph_set(input), glyph);
    hb_face_t* subset = hb_subset_or_fail(bare, input);
    text::FontProgram program;
    program.face = id_;
    program.postscript_name = postscript_name_;
    program.cff = cff_;
    program.bytes = cff_ ? bytes_of(hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')))
                         : bytes_of(hb_face_reference_blob(subset));
    program.widths.emplace_back(0, scaled(hb_font_get_glyph_h_advance(font_, 0)));
    for (const std::uint32_t glyph : used_) {
        if (glyph != 0) program.widths.emplace_back(glyph, scaled(hb_font_get_glyph_h_advance(font_, glyph)));
    }
    program.ascent = 880;
    program.descent = -120;
    program.cap_height = 700;
    program.bbox[1] = -200;
    program.bbox[2] = 1000;
    program.bbox[3] = 1000;
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    hb_face_destroy(bare);
    return program;
}

}  // namespace test
