// The names of the data as they stand in sentences: whole, without 「」, blanks, ・ and what stands in brackets, or
// shortened to their last words.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/prose.h"
#include "check/subject.h"

namespace check {

/// A name found in a sentence.
struct Named {
    std::vector<Subject> subjects;  ///< more than one: the name does not tell which
    std::size_t length = 0;         ///< letters of the sentence
    bool whole = false;             ///< the whole name, not a shortened one
};

class Names {
   public:
    explicit Names(const evaluate::Assessment& assessment);

    /// The longest name that begins at the letter.
    std::optional<Named> at(const std::u32string& letters, std::size_t from) const;

   private:
    struct Entry {
        char32_t second;  ///< of its letters: nearly all that begin alike differ there
        std::u32string letters;
        std::vector<Subject> subjects;
        bool whole;
    };
    void add(const std::u32string& name, const Subject& subject, bool whole);
    void add_name(const std::string& name, const Subject& subject);
    /// Its last words, from each place where a writer may begin.
    void add_tails(const std::u32string& bare, const Subject& subject);

    std::unordered_map<char32_t, std::vector<Entry>> by_first_;
    std::unordered_map<std::u32string, std::size_t> places_;  ///< of letters among those, while names are added
    /// Whether a name may begin with a letter, by its last 12 bits: most letters of a text begin none.
    std::vector<bool> may_begin_ = std::vector<bool>(0x1000);
};

}  // namespace check
