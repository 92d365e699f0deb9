// Pieces are kept in maps sorted by place, so that neighbours of one look stand side by side and are joined.
#include "layout/rules.h"

namespace layout {

namespace {

bool same(const compose::Rule& a, const compose::Rule& b) { return a.weight == b.weight && a.colour == b.colour; }

}  // namespace

void TableRules::horizontal(Length y, int column, const compose::Rule& rule) {
    if (rule.weight <= Length{}) return;
    compose::Rule& present = horizontals_[{y, column}];
    if (rule.weight > present.weight) present = rule;
}

void TableRules::vertical(Length from, Length to, int edge, const compose::Rule& rule) {
    if (rule.weight <= Length{}) return;
    Segment& present = verticals_[{edge, from}];
    if (rule.weight > present.rule.weight) present = {to, rule};
}

void TableRules::add_part(const Fragment& fragment, const CellPart& part, Length top) {
    const CellSet& cell = fragment.unit->cells[part.cell];
    const auto tops = [&](int row) { return top + fragment.row_tops[static_cast<std::size_t>(row)]; };
    for (int column = cell.column; column < cell.column + cell.columns; ++column) {
        if (!part.continued) horizontal(tops(part.row), column, cell.surface->top);
        if (part.ends) horizontal(tops(part.row_end), column, cell.surface->bottom);
    }
    for (int row = part.row; row < part.row_end; ++row) {
        vertical(tops(row), tops(row + 1), cell.column, cell.surface->left);
        vertical(tops(row), tops(row + 1), cell.column + cell.columns, cell.surface->right);
    }
}

void TableRules::add(const Fragment& fragment, Length top, bool first) {
    const int columns = static_cast<int>(table_->edges.size()) - 1;
    for (int column = 0; first && column < columns; ++column) horizontal(top, column, table_->source->top);
    for (const CellPart& part : fragment.parts) add_part(fragment, part, top);
    foot_ = top + fragment.height();
    whole_ = (fragment.unit->final || (fragment.unit->head && table_->source->body.empty())) && fragment.last;
}

void TableRules::draw_horizontals(Drawer& drawer) const {
    for (auto at = horizontals_.begin(); at != horizontals_.end();) {
        const auto [y, column] = at->first;
        const compose::Rule& rule = at->second;
        int end = column;
        while (at != horizontals_.end() && at->first == std::pair{y, end} && same(at->second, rule)) ++at, ++end;
        const Length from = origin_.x + table_->edges[static_cast<std::size_t>(column)];
        const Length to = origin_.x + table_->edges[static_cast<std::size_t>(end)];
        drawer.writer.mark(-1, Stroke{{from, origin_.y + y}, {to, origin_.y + y}, rule.weight, rule.colour});
    }
}

void TableRules::draw_verticals(Drawer& drawer) const {
    for (auto at = verticals_.begin(); at != verticals_.end();) {
        const auto [edge, from] = at->first;
        const compose::Rule& rule = at->second.rule;
        Length to = from;
        while (at != verticals_.end() && at->first == std::pair{edge, to} && same(at->second.rule, rule)) {
            to = at->second.to;
            ++at;
        }
        const Length x = origin_.x + table_->edges[static_cast<std::size_t>(edge)];
        drawer.writer.mark(-1, Stroke{{x, origin_.y + from}, {x, origin_.y + to}, rule.weight, rule.colour});
    }
}

void TableRules::draw(Drawer& drawer) {
    const int columns = static_cast<int>(table_->edges.size()) - 1;
    const bool closed = whole_ || table_->source->close_cuts;
    for (int column = 0; closed && column < columns; ++column) horizontal(foot_, column, table_->source->bottom);
    draw_verticals(drawer);
    draw_horizontals(drawer);
    *this = {};
}

}  // namespace layout
