// A face for tests: shapes a string and makes a subset, without the text room.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "layout/page.h"
#include "text/line.h"

struct hb_face_t;
struct hb_font_t;

namespace test {

class Face {
   public:
    Face(text::FaceId id, const std::string& path, int index, std::string postscript_name, bool cff);
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
    ~Face();

    /// The text on one line from `origin`, with `glue` added to every advance.
    layout::Glyphs set(const std::string& text, base::Point origin, base::Length size, base::Length glue = {});
    /// The subset of what was set until now.
    text::FontProgram program() const;

   private:
    int scaled(int units) const;
    text::FaceId id_;
    std::string postscript_name_;
    bool cff_;
    hb_face_t* face_;
    hb_font_t* font_;
    std::set<std::uint32_t> used_;
};

}  // namespace test
