// A large YAML file in parts, so that several threads parse it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "input/input.h"
#include "input/yaml.h"

namespace input {

/// A file that ends with a long list is cut before items of it, and each part is parsed as a file of its own; the items
/// of the later ones go to the list that is open where the first one ends. What comes out is what one parser says of
/// the whole file: where anything is wrong with a part, the file is parsed again as a whole.
class YamlParts {
   public:
    /// Parts of `about` so many bytes, where the file is longer.
    YamlParts(std::uint32_t file, const base::Sources& sources, std::size_t about = std::size_t{1} << 20U);

    /// One where the file is not cut.
    std::size_t count() const { return parts_.size(); }
    /// How much there is to parse, in bytes.
    std::size_t size(std::size_t part) const { return parts_[part].stretch.end - parts_[part].stretch.begin; }
    /// Each once; on any threads, at the same time.
    void parse(std::size_t part);
    /// Whether parts tell what the whole file would; known once all are parsed.
    bool hold() const { return !spoilt_; }
    /// Once all are parsed.
    ParsedFile take();

   private:
    struct Part {
        Stretch stretch;
        std::optional<Grown> grown;
    };
    bool is_good(Part& part) const;
    bool join();

    std::uint32_t file_;
    const base::Sources& sources_;
    std::string_view text_;
    std::size_t column_ = 0;  ///< at which the items of the list stand
    std::vector<Part> parts_;
    ParsedFile whole_;  ///< of a file that is not cut
    std::atomic<bool> spoilt_ = false;
};

}  // namespace input
