// Children come after their parents: one walk from the end of a part finds what shows nothing. Elements are numbered in
// the order in which a whole volume makes them: first all that are set, then all that are drawn.
#include "layout/join.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/structure.h"

namespace layout {

namespace {

using Elements = std::deque<Element>;

bool is_cell(const Element& element) { return element.type == "TD" || element.type == "TH"; }

/// Children come after their parents, so one walk from the end finds what shows something.
std::vector<bool> shown(const Elements& elements) {
    std::vector<bool> shows(elements.size(), false);
    for (std::size_t i = elements.size(); i-- > 0;) {
        const auto shows_kid = [&](const Kid& kid) {
            return kid.kind != Kid::Kind::element || shows[static_cast<std::size_t>(kid.index)];
        };
        shows[i] =
            i == 0 || is_cell(elements[i]) || std::any_of(elements[i].kids.begin(), elements[i].kids.end(), shows_kid);
    }
    return shows;
}

bool is_heading(const Element& element) {
    return element.type.size() == 2 && element.type[0] == 'H' && element.type[1] >= '1' && element.type[1] <= '6';
}

/// Blocks make their elements in the order of the document.
void close_level_gaps(Elements& elements) {
    int last = 0;
    for (Element& element : elements) {
        if (!is_heading(element)) continue;
        last = std::min(element.type[1] - '0', last + 1);
        element.type = heading_type(last);
    }
}

/// The elements of a part by their numbers there and in the whole; -1 for those that are left out.
using Numbers = std::vector<int>;

/// Numbers the elements of all parts; the first of each part is that of the whole.
std::vector<Numbers> number_elements(const std::deque<Sequence>& sequences) {
    std::vector<Numbers> numbers;
    std::vector<std::vector<bool>> shows;
    numbers.reserve(sequences.size());
    shows.reserve(sequences.size());
    for (const Sequence& sequence : sequences) {
        numbers.emplace_back(sequence.part.structure.elements.size(), -1);
        shows.push_back(shown(sequence.part.structure.elements));
    }
    int next = 1;
    const auto number = [&](std::size_t part, std::size_t from, std::size_t end) {
        for (std::size_t i = from; i < end; ++i) {
            if (shows[part][i]) numbers[part][i] = i == 0 ? 0 : next++;
        }
    };
    for (std::size_t part = 0; part < numbers.size(); ++part) number(part, 0, sequences[part].set_elements);
    for (std::size_t part = 0; part < numbers.size(); ++part) {
        number(part, sequences[part].set_elements, numbers[part].size());
    }
    return numbers;
}

int of_whole(const Numbers& numbers, int element) {
    return element < 0 ? -1 : numbers[static_cast<std::size_t>(element)];
}

/// As the whole counts elements and pages.
void renumber(Element& element, const Numbers& numbers, int page) {
    element.parent = of_whole(numbers, element.parent);
    std::erase_if(element.kids,
                  [&](const Kid& kid) { return kid.kind == Kid::Kind::element && of_whole(numbers, kid.index) < 0; });
    for (Kid& kid : element.kids) {
        if (kid.kind == Kid::Kind::element) {
            kid.index = of_whole(numbers, kid.index);
        } else {
            kid.page += page;
        }
    }
    if (element.said->bounds) element.said.own().bounds_page += page;
}

/// Moves the elements of a part behind those of the whole; what was drawn waits for the end of what was set.
void take_elements(Sequence& sequence, const Numbers& numbers, Elements& set, Elements& drawn) {
    Elements& elements = sequence.part.structure.elements;
    for (std::size_t i = 0; !elements.empty(); ++i, elements.pop_front()) {
        if (numbers[i] < 0) continue;
        Element& element = elements.front();
        renumber(element, numbers, static_cast<int>(sequence.page));
        if (i > 0) {
            (i < sequence.set_elements ? set : drawn).push_back(std::move(element));
            continue;
        }
        std::vector<Kid>& kids = set.front().kids;
        // That it is a draft is the first thing said of the volume.
        const bool tells = sequence.draft_element >= 0 && of_whole(numbers, sequence.draft_element) >= 0;
        const auto draft = element.kids.begin() + (tells ? 1 : 0);
        kids.insert(kids.begin(), element.kids.begin(), draft);
        kids.insert(kids.end(), draft, element.kids.end());
    }
}

void take_places(std::deque<Place>& part, int first_page, std::deque<Place>& whole) {
    for (; !part.empty(); part.pop_front()) {
        part.front().page += first_page;
        whole.push_back(std::move(part.front()));
    }
}

void take_pages(Sequence& sequence, const Numbers& numbers, Pages& whole) {
    for (Page& page : sequence.part.pages) {
        for (Chunk& chunk : page.chunks) chunk.element = of_whole(numbers, chunk.element);
        for (LinkAnnotation& link : page.links) link.element = of_whole(numbers, link.element);
        whole.pages.push_back(std::move(page));
    }
    const int first = static_cast<int>(sequence.page);
    for (Bookmark& bookmark : sequence.part.bookmarks) {
        bookmark.destination.page += first;
        whole.bookmarks.push_back(std::move(bookmark));
    }
    take_places(sequence.part.facts, first, whole.facts);
    take_places(sequence.part.texts, first, whole.texts);
}

bool leads_to(const LinkAnnotation& link, const std::string& anchor) {
    const auto* near = std::get_if<base::AnchorLink>(&link.to);
    return near != nullptr && near->anchor == anchor;
}

/// An element's kids become its parent's.
void dissolve(Pages& part, int index) {
    Elements& elements = part.structure.elements;
    Element& link = elements[static_cast<std::size_t>(index)];
    std::vector<Kid>& kids = elements[static_cast<std::size_t>(link.parent)].kids;
    const auto at = std::find_if(kids.begin(), kids.end(),
                                 [&](const Kid& kid) { return kid.kind == Kid::Kind::element && kid.index == index; });
    for (const Kid& kid : link.kids) {
        if (kid.kind == Kid::Kind::element) elements[static_cast<std::size_t>(kid.index)].parent = link.parent;
        if (kid.kind != Kid::Kind::chunk) continue;
        Page& page = part.pages[static_cast<std::size_t>(kid.page)];
        page.chunks[static_cast<std::size_t>(kid.index)].element = link.parent;
    }
    kids.insert(at, link.kids.begin(), link.kids.end());
    link.kids.clear();
}

}  // namespace

void unlink(Pages& part, const std::string& anchor) {
    for (std::size_t number = 0; number < part.pages.size(); ++number) {
        std::vector<LinkAnnotation>& links = part.pages[number].links;
        for (std::size_t at = links.size(); at-- > 0;) {
            if (!leads_to(links[at], anchor)) continue;
            const int element = links[at].element;
            links.erase(links.begin() + static_cast<std::ptrdiff_t>(at));
            const auto gone = static_cast<int>(at);
            for (Element& each : part.structure.elements) {
                std::erase_if(each.kids, [&](const Kid& kid) {
                    return kid.kind == Kid::Kind::link && kid.page == static_cast<int>(number) && kid.index == gone;
                });
                for (Kid& kid : each.kids) {
                    if (kid.kind == Kid::Kind::link && kid.page == static_cast<int>(number) && kid.index > gone) {
                        --kid.index;
                    }
                }
            }
            dissolve(part, element);
        }
    }
}

void join(std::deque<Sequence>& sequences, Pages& pages) {
    const std::vector<Numbers> numbers = number_elements(sequences);
    Elements drawn;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        take_elements(sequences[i], numbers[i], pages.structure.elements, drawn);
        take_pages(sequences[i], numbers[i], pages);
        sequences[i].part = {};
    }
    for (; !drawn.empty(); drawn.pop_front()) pages.structure.elements.push_back(std::move(drawn.front()));
    close_level_gaps(pages.structure.elements);
}

}  // namespace layout
