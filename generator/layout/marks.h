// Marks at fixed places of a page. A volume has hundreds of thousands, each drawn once and read a few times: so they
// are kept as bytes, a tenth of the room.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <utility>
#include <variant>

#include "figures/drawing.h"

namespace layout {

using base::Colour;
using base::Length;
using base::Point;
using base::Rect;
using figures::Fill;
using figures::Glyphs;
using figures::Path;
using figures::PathStep;
using figures::Stroke;

/// A picture or page of the city's own, drawn into the rectangle. `asset` and `page` index Pages::assets.
struct Picture {
    std::string asset;
    int page = 1;
    Rect rect;
};

using Mark = std::variant<Glyphs, Fill, Stroke, Path, Picture>;

/// Marks in the order of drawing. Of glyphs is not kept where in their line and paragraph they stood.
class Marks {
   public:
    Marks() = default;
    Marks(std::initializer_list<Mark> marks);

    void push_back(const Mark& mark);
    /// A mark of a drawing whose origin is there.
    void push_back(const figures::Mark& mark, Point origin);
    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    /// Whether one of them is to be seen.
    bool draws() const { return draws_; }
    /// Whether one of them says something of itself.
    bool speaks() const { return speaks_; }
    bool has_picture() const { return has_picture_; }

    /// Calls `use` with one after the other. They are read into `room`, which may serve for many.
    template <typename Use>
    void each(Mark& room, const Use& use) const {
        const char* const end = bytes_.data() + bytes_.size();
        for (const char* at = bytes_.data(); at != end;) {
            at = read(at, room);
            use(std::as_const(room));
        }
    }

    /// The mark it stands at is gone when it goes on.
    class Iterator {
       public:
        Iterator(const char* begin, const char* end) : behind_(begin), end_(end) { ++*this; }
        const Mark& operator*() const { return mark_; }
        Iterator& operator++() {
            at_ = behind_;
            if (at_ != end_) behind_ = read(at_, mark_);
            return *this;
        }
        bool operator==(std::default_sentinel_t /*end*/) const { return at_ == end_; }

       private:
        const char *at_ = nullptr, *behind_;  ///< the mark
        const char* end_;
        Mark mark_;
    };
    Iterator begin() const { return {bytes_.data(), bytes_.data() + bytes_.size()}; }
    static std::default_sentinel_t end() { return {}; }

   private:
    template <typename Any>
    void add(const Any& mark, Point origin);
    /// What stands there; returns where the next one does.
    static const char* read(const char* at, Mark& mark);

    std::string bytes_;
    std::uint32_t count_ = 0;
    bool draws_ = false, speaks_ = false, has_picture_ = false;
};

}  // namespace layout
