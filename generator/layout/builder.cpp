// Space between strips is held back until the next one comes, so that none is left at the edge of a box.
#include "layout/set.h"

namespace layout {

void Builder::push(Strip strip) {
    if (stack_.strips.empty()) lead_ = space_;
    strip.before = at_edge_ ? Length{} : space_;
    strip.level += level_;
    strip.frame = frame_;
    stack_.strips.push_back(std::move(strip));
    space_ = {};
    level_ = 0;
    at_edge_ = false;
}

void Builder::open_frame(const compose::Box* box, Length x, Length width) {
    stack_.frames.push_back({box, x, width, frame_, size(), size()});
    frame_ = static_cast<int>(stack_.frames.size()) - 1;
}

void Builder::close_frame() {
    Frame& frame = stack_.frames[static_cast<std::size_t>(frame_)];
    frame.end = size();
    frame_ = frame.outer;
}

void Builder::group(std::size_t first) {
    for (std::size_t i = first; i < size(); ++i) {
        Strip& strip = stack_.strips[i];
        strip.inner += keep::group;
        if (i > first) strip.level += keep::group;
    }
}

Length Builder::height(std::size_t first) const {
    Length sum;
    for (std::size_t i = first; i < size(); ++i) {
        sum += stack_.strips[i].height + (i > first ? stack_.strips[i].before : Length{});
    }
    return sum;
}

void finish(Stack& stack) {
    Length y;
    for (std::size_t i = 0; i < stack.strips.size(); ++i) {
        if (i > 0) y += stack.strips[i].before;
        stack.strips[i].top = y;
        y += stack.strips[i].height;
    }
}

}  // namespace layout
