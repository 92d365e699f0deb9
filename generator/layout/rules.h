// The rules of a table on one page: where cells meet, the heavier one is drawn, and pieces in line become one stroke.
#pragma once

#include <map>

#include "layout/draw.h"

namespace layout {

class TableRules {
   public:
    void begin(const TableSet& table, Point origin) { table_ = &table, origin_ = origin; }
    const TableSet* table() const { return table_; }
    /// The rules of what stands at `top`; the table's own top rule where it is the first on the page.
    void add(const Fragment& fragment, Length top, bool first);
    /// Draws all, with the rule at the foot if there is one.
    void draw(Drawer& drawer);

   private:
    void horizontal(Length y, int column, const compose::Rule& rule);
    void vertical(Length from, Length to, int edge, const compose::Rule& rule);
    void add_part(const Fragment& fragment, const CellPart& part, Length top);
    void draw_horizontals(Drawer& drawer) const;
    void draw_verticals(Drawer& drawer) const;

    const TableSet* table_ = nullptr;
    Point origin_;
    Length foot_;
    bool whole_ = false;  ///< the table ends here
    std::map<std::pair<Length, int>, compose::Rule> horizontals_;
    struct Segment {
        Length to;
        compose::Rule rule;
    };
    std::map<std::pair<int, Length>, Segment> verticals_;
};

}  // namespace layout
