// What fontconfig and FreeType know of the machine's faces.
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "text/faces.h"

namespace text {

namespace {

struct DestroyFc {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
    void operator()(FcObjectSet* set) const { FcObjectSetDestroy(set); }
    void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};
template <typename T>
using OwnedFc = std::unique_ptr<T, DestroyFc>;

struct Library {
    FT_Library library = nullptr;
    Library() { FT_Init_FreeType(&library); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() { FT_Done_FreeType(library); }
};

const FcChar8* utf8(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

std::string text_of(const FcPattern* pattern, const char* key, int index) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, key, index, &value) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(value);
}

int number_of(const FcPattern* pattern, const char* key) {
    int value = 0;
    FcPatternGetInteger(pattern, key, 0, &value);
    return value;
}

/// fontconfig keeps its knowledge to itself until it is told to let go.
struct Fontconfig {
    Fontconfig() { FcInit(); }
    Fontconfig(const Fontconfig&) = delete;
    Fontconfig& operator=(const Fontconfig&) = delete;
    ~Fontconfig() { FcFini(); }
};

OwnedFc<FcFontSet> listed(FcPattern* pattern) {
    static const Fontconfig fontconfig;
    const OwnedFc<FcObjectSet> keys(
        FcObjectSetBuild(FC_FAMILY, FC_STYLE, FC_FILE, FC_INDEX, FC_POSTSCRIPT_NAME, nullptr));
    return OwnedFc<FcFontSet>(FcFontList(nullptr, pattern, keys.get()));
}

bool has_value(const FcPattern* pattern, const char* key, const std::string& wanted) {
    for (int i = 0;; ++i) {
        const std::string value = text_of(pattern, key, i);
        if (value.empty()) return false;
        if (value == wanted) return true;
    }
}

FaceInfo info_of(const FcPattern* pattern) {
    return {text_of(pattern, FC_FILE, 0), number_of(pattern, FC_INDEX) & 0xFFFF,
            text_of(pattern, FC_POSTSCRIPT_NAME, 0)};
}

}  // namespace

std::optional<FaceInfo> find_family(const std::string& family, const std::string& style) {
    const OwnedFc<FcPattern> pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), FC_FAMILY, utf8(family));
    const OwnedFc<FcFontSet> found = listed(pattern.get());
    std::vector<std::pair<bool, FaceInfo>> candidates;
    for (int i = 0; i < found->nfont; ++i) {
        if (!has_value(found->fonts[i], FC_FAMILY, family)) continue;
        candidates.emplace_back(!has_value(found->fonts[i], FC_STYLE, style), info_of(found->fonts[i]));
    }
    if (candidates.empty()) return std::nullopt;
    const auto order = [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.path, a.second.index) < std::tie(b.first, b.second.path, b.second.index);
    };
    return std::min_element(candidates.begin(), candidates.end(), order)->second;
}

std::vector<std::string> installed_families() {
    const OwnedFc<FcPattern> all(FcPatternCreate());
    const OwnedFc<FcFontSet> found = listed(all.get());
    std::set<std::string> names;
    for (int i = 0; i < found->nfont; ++i) names.insert(text_of(found->fonts[i], FC_FAMILY, 0));
    return {names.begin(), names.end()};
}

bool is_installed(const std::string& family) { return find_family(family, "Regular").has_value(); }

bool may_be_embedded(const FaceInfo& info) {
    const Library freetype;
    FT_Face face = nullptr;
    if (FT_New_Face(freetype.library, info.path.c_str(), info.index, &face) != 0) unreadable_face(info.path);
    const FT_UShort flags = FT_Get_FSType_Flags(face);
    FT_Done_Face(face);
    return (flags & FT_FSTYPE_RESTRICTED_LICENSE_EMBEDDING) == 0;
}

std::optional<FaceInfo> face_in_file(const std::string& path, const std::string& family, const std::string& style,
                                     bool must_open) {
    static const Library freetype;
    const auto matches = [&](FT_Face face) {
        if (family.empty() && style.empty()) return true;
        return face->family_name != nullptr && family == face->family_name && face->style_name != nullptr &&
               style == face->style_name;
    };
    for (FT_Long index = 0, count = 1; index < count; ++index) {
        FT_Face face = nullptr;
        if (FT_New_Face(freetype.library, path.c_str(), index, &face) != 0) {
            std::error_code error;
            if (must_open && (std::filesystem::exists(path, error) || error)) unreadable_face(path);
            return std::nullopt;
        }
        count = face->num_faces;
        std::optional<FaceInfo> info;
        if (matches(face)) {
            const char* name = FT_Get_Postscript_Name(face);
            info = FaceInfo{path, static_cast<int>(index), name == nullptr ? "" : name};
        }
        FT_Done_Face(face);
        if (info) return info;
    }
    return std::nullopt;
}

}  // namespace text
