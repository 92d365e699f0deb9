#include "layout/stack.h"

namespace layout {

Length Stack::height(std::size_t from, std::size_t end) const {
    return from == end ? Length{} : tops[end - 1] + strips[end - 1].height - tops[from];
}

}  // namespace layout
