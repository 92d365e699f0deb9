// Where a link leads. Compose decides it once, where it reads the text; what comes after only matches.
#pragma once

#include <string>
#include <variant>

namespace base {

/// A place of the same volume.
struct AnchorLink {
    std::string anchor;
    bool operator==(const AnchorLink&) const = default;
};

/// Another file of the report, or a place in it: annex.pdf, annex.pdf#goal-1.
struct VolumeLink {
    std::string file;
    std::string anchor;  ///< may be empty
    bool operator==(const VolumeLink&) const = default;
};

/// Anything that has a scheme (RFC 3986, 3.1): https:, mailto:.
struct UriLink {
    std::string uri;
    bool operator==(const UriLink&) const = default;
};

using LinkTarget = std::variant<AnchorLink, VolumeLink, UriLink>;

/// As a template writes it, which is a URI reference for all but an anchor.
inline std::string written(const LinkTarget& target) {
    if (const auto* anchor = std::get_if<AnchorLink>(&target)) return anchor->anchor;
    if (const auto* uri = std::get_if<UriLink>(&target)) return uri->uri;
    const auto& [file, place] = std::get<VolumeLink>(target);
    return place.empty() ? file : file + "#" + place;
}

}  // namespace base
