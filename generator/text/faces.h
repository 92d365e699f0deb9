// The faces of fonts/fonts.yaml and of the machine: found, opened when first needed, asked for glyphs.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "text/line.h"

struct hb_face_t;
struct hb_font_t;

namespace text {

/// A glyph and its advance in 1/1000 em of its face; id 0: the face lacks the character.
struct FaceGlyph {
    std::uint32_t id = 0;
    std::int32_t advance = 0;
};

/// One glyph of a shaped cluster or word, in 1/1000 em; `cluster` counts bytes from the text's beginning.
struct ShapedGlyph {
    std::uint32_t id = 0;
    std::int32_t advance = 0, dx = 0, dy = 0;
    std::uint32_t cluster = 0;
};

/// A face that is there and cannot be read would be replaced by another, and the pages would be others: throws
/// base::FileError.
[[noreturn]] void unreadable_face(const std::string& path);

/// One face, opened on first use. Nominal glyphs and shaped texts are remembered.
class Face {
   public:
    explicit Face(FaceInfo info);
    Face(Face&&) noexcept;
    Face& operator=(Face&&) noexcept;
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
    ~Face();

    const FaceInfo& info() const { return info_; }
    FaceGlyph glyph(char32_t c);
    /// The glyph of a variation sequence, if the face has it.
    std::optional<FaceGlyph> variant(char32_t base, char32_t selector);
    /// Where the middle of what a glyph draws lies, in 1/1000 em from its origin; nothing for one that draws nothing.
    std::optional<std::int32_t> middle(std::uint32_t glyph);
    /// Shaped with kerning, without ligatures. Glyph 0 stands for what the face lacks.
    const std::vector<ShapedGlyph>& shape(const std::string& text);
    hb_face_t* opened();

   private:
    void open();
    FaceGlyph look_up(char32_t c);
    std::int32_t thousandths(std::int64_t units) const;

    FaceInfo info_;
    hb_face_t* face_ = nullptr;
    hb_font_t* font_ = nullptr;
    std::int64_t units_per_em_ = 1000;
    std::vector<std::unique_ptr<FaceGlyph[]>> pages_;
    std::unordered_map<std::string, std::vector<ShapedGlyph>> shaped_;
};

/// The faces a role asks for one after the other.
struct RoleFaces {
    std::vector<FaceId> japanese;  ///< of full-width text, and of fixed Latin
    std::vector<FaceId> latin;     ///< of proportional Latin
};

/// All faces there are, by role. A role `family:NAME` means the installed family of that name.
class Faces {
   public:
    Faces(const base::Value& fonts, base::Diagnostics& diagnostics);
    /// The same faces and roles, none of them opened.
    Faces(const Faces& like);
    Faces& operator=(const Faces&) = delete;

    /// The chain of a role; an unknown one is reported once and gets the first role's.
    const RoleFaces& role(const std::string& name);
    Face& face(FaceId id) { return faces_[id]; }
    const std::vector<FaceInfo>& infos() const { return infos_; }
    /// Complaints go there from now on.
    void tell(base::Diagnostics& diagnostics) { diagnostics_ = &diagnostics; }
    /// Whether an unknown role was asked for.
    bool lacks_role() const { return lacks_role_; }

   private:
    std::optional<FaceId> declared(const base::Value& face, const std::string& name);
    std::optional<FaceId> own_face(const base::Value& face, const std::optional<FaceInfo>& info);
    void read_role(const base::Value::Entry& entry, const std::map<std::string, FaceId>& known);
    FaceId add(FaceInfo info);
    const RoleFaces& family_role(const std::string& name);

    base::Diagnostics* diagnostics_;
    bool lacks_role_ = false;
    std::vector<Face> faces_;
    std::vector<FaceInfo> infos_;
    std::map<std::string, RoleFaces> roles_;
    std::string first_role_;
};

/// The file of an installed family; nothing when there is none of exactly that name.
std::optional<FaceInfo> find_family(const std::string& family, const std::string& style);
/// Whether the file is a face that can be opened, and its PostScript name; the first one of the file where neither
/// family nor style is asked for. One that cannot be opened throws base::FileError, or is none unless it `must_open`.
std::optional<FaceInfo> face_in_file(const std::string& path, const std::string& family, const std::string& style,
                                     bool must_open = true);
/// Whether its maker lets the face into a document (OpenType, OS/2, fsType).
bool may_be_embedded(const FaceInfo& face);

}  // namespace text
