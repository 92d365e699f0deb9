// One face: opened by HarfBuzz, asked for glyphs.
#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <utility>

#include "base/file.h"
#include "base/message.h"
#include "text/faces.h"

namespace text {

namespace {

constexpr std::size_t page_size = 256;
constexpr std::size_t page_count = 0x110000 / page_size;
constexpr std::uint32_t not_looked_up = UINT32_MAX;

}  // namespace

void unreadable_face(const std::string& path) {
    throw base::FileError(base::say("the face `{}` cannot be read; install its package again", path));
}

Face::Face(FaceInfo info) : info_(std::move(info)) {}

Face::Face(Face&& other) noexcept
    : info_(std::move(other.info_)),
      face_(std::exchange(other.face_, nullptr)),
      font_(std::exchange(other.font_, nullptr)),
      units_per_em_(other.units_per_em_),
      pages_(std::move(other.pages_)),
      shaped_(std::move(other.shaped_)) {}

Face& Face::operator=(Face&& other) noexcept {
    std::swap(info_, other.info_);
    std::swap(face_, other.face_);
    std::swap(font_, other.font_);
    std::swap(units_per_em_, other.units_per_em_);
    std::swap(pages_, other.pages_);
    std::swap(shaped_, other.shaped_);
    return *this;
}

Face::~Face() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
}

void Face::open() {
    if (face_ != nullptr) return;
    hb_blob_t* blob = hb_blob_create_from_file_or_fail(info_.path.c_str());
    if (blob == nullptr) unreadable_face(info_.path);
    face_ = hb_face_create(blob, static_cast<unsigned>(info_.index));
    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(face_) == 0) unreadable_face(info_.path);
    font_ = hb_font_create(face_);
    units_per_em_ = hb_face_get_upem(face_);
    pages_.resize(page_count);
}

hb_face_t* Face::opened() {
    open();
    return face_;
}

std::int32_t Face::thousandths(std::int64_t units) const {
    const std::int64_t scaled = units * 2000;
    return static_cast<std::int32_t>((scaled + (units < 0 ? -units_per_em_ : units_per_em_)) / (2 * units_per_em_));
}

FaceGlyph Face::look_up(char32_t c) {
    hb_codepoint_t id = 0;
    if (hb_font_get_nominal_glyph(font_, c, &id) == 0) return {};
    return {id, thousandths(hb_font_get_glyph_h_advance(font_, id))};
}

FaceGlyph Face::glyph(char32_t c) {
    open();
    std::unique_ptr<FaceGlyph[]>& page = pages_[c / page_size];
    if (!page) {
        page = std::make_unique<FaceGlyph[]>(page_size);
        for (std::size_t i = 0; i < page_size; ++i) page[i].id = not_looked_up;
    }
    FaceGlyph& glyph = page[c % page_size];
    if (glyph.id == not_looked_up) glyph = look_up(c);
    return glyph;
}

std::optional<FaceGlyph> Face::variant(char32_t base, char32_t selector) {
    open();
    hb_codepoint_t id = 0;
    if (hb_font_get_variation_glyph(font_, base, selector, &id) == 0) return std::nullopt;
    return FaceGlyph{id, thousandths(hb_font_get_glyph_h_advance(font_, id))};
}

std::optional<std::int32_t> Face::middle(std::uint32_t glyph) {
    open();
    hb_glyph_extents_t extents;
    if (hb_font_get_glyph_extents(font_, glyph, &extents) == 0 || extents.width == 0) return std::nullopt;
    return thousandths((std::int64_t{extents.x_bearing} * 2 + extents.width) / 2);
}

const std::vector<ShapedGlyph>& Face::shape(const std::string& text) {
    open();
    const auto [found, fresh] = shaped_.try_emplace(text);
    if (!fresh) return found->second;
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string("ja", -1));
    constexpr unsigned whole = HB_FEATURE_GLOBAL_END;
    const std::array<hb_feature_t, 3> features = {{{HB_TAG('l', 'i', 'g', 'a'), 0, 0, whole},
                                                   {HB_TAG('c', 'l', 'i', 'g'), 0, 0, whole},
                                                   {HB_TAG('d', 'l', 'i', 'g'), 0, 0, whole}}};
    hb_shape(font_, buffer, features.data(), features.size());
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; ++i) {
        found->second.push_back({infos[i].codepoint, thousandths(positions[i].x_advance),
                                 thousandths(positions[i].x_offset), thousandths(positions[i].y_offset),
                                 infos[i].cluster});
    }
    hb_buffer_destroy(buffer);
    return found->second;
}

}  // namespace text
