// Phrases (文節): where a heading is parted. With MeCab's dictionary where it is installed, else by the scripts.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/word.h"
#include "text/element.h"

namespace text {

using base::Word;
class Tagger;

class Phrases {
   public:
    /// `dictionary`: the folder of a MeCab dictionary in UTF-8 with the parts of speech of IPADIC. Opened when needed.
    /// `nouns`: words that it lacks. `whole`: names that are parted inside only when nothing else helps.
    Phrases(std::string dictionary, std::vector<std::string> nouns, std::vector<std::u32string> whole);
    Phrases(const Phrases&) = delete;
    Phrases& operator=(const Phrases&) = delete;
    ~Phrases();

    /// Marks every gap as a boundary of phrases, of words, or neither.
    void mark(Prepared& prepared, const Rules& rules);

    /// Names of the caller's, beside those of the rules. False when they are the same as before.
    bool keep_whole(std::vector<std::u32string> names) {
        if (names == named_) return false;
        named_ = std::move(names);
        return true;
    }

   private:
    static void keep_name(Prepared& prepared, const std::u32string& name);
    const std::vector<Phrase>& of_words(const std::u32string& characters);
    void mark_parts(const Word& word, std::size_t last, std::vector<Phrase>& phrases);

    std::string dictionary_;
    std::vector<std::string> nouns_;
    std::vector<std::u32string> whole_, named_;
    std::unique_ptr<Tagger> tagger_;
    std::unordered_map<std::u32string, std::vector<Phrase>> known_;  ///< what stands behind each character
};

}  // namespace text
