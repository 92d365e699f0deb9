// Every block of a document, wherever it stands.
#pragma once

#include <type_traits>
#include <variant>

#include "compose/document.h"

namespace compose {

/// Calls `use` for every block, the inner ones of boxes, cells and lists too.
template <typename Use>
void for_each_block(Blocks& list, const Use& use) {
    for (Block& block : list) {
        use(block);
        std::visit(
            [&]<typename T>(T& is) {
                const auto inside = [&](Blocks& inner) { for_each_block(inner, use); };
                if constexpr (std::is_same_v<T, List>) {
                    for (ListItem& item : is.items) inside(item.blocks);
                } else if constexpr (std::is_same_v<T, Table>) {
                    inside(is.overleaf);
                    for (auto* rows : {&is.head, &is.body}) {
                        for (Row& row : *rows) {
                            for (Cell& cell : row.cells) inside(cell.blocks);
                        }
                    }
                } else if constexpr (std::is_same_v<T, Columns>) {
                    for (Box& box : is.boxes) inside(box.blocks);
                } else if constexpr (std::is_same_v<T, PageTop>) {
                    inside(is.at_top);
                    inside(is.elsewhere);
                } else if constexpr (std::is_same_v<T, Figure>) {
                    inside(is.overleaf);
                } else if constexpr (requires { is.blocks; }) {
                    inside(is.blocks);
                }
            },
            block.is);
    }
}

}  // namespace compose
