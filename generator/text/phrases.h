// Phrases (文節): where a heading is parted. With MeCab's dictionary where it is installed, else by the scripts.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/element.h"

namespace text {

class Tagger;

class Phrases {
   public:
    /// `dictionary`: the folder of a MeCab dictionary in UTF-8 with the parts of speech of IPADIC. Opened when needed.
    /// `whole`: names that are parted inside only when nothing else helps.
    Phrases(std::string dictionary, std::vector<std::u32string> whole);
    Phrases(const Phrases&) = delete;
    Phrases& operator=(const Phrases&) = delete;
    ~Phrases();

    /// Marks every gap as a boundary of phrases, of words, or neither.
    void mark(Prepared& prepared, const Rules& rules);

    void keep_whole(std::u32string name) { whole_.push_back(std::move(name)); }

   private:
    void keep_names(Prepared& prepared) const;
    const std::vector<Phrase>& of_words(const std::u32string& characters);

    std::string dictionary_;
    std::vector<std::u32string> whole_;
    std::unique_ptr<Tagger> tagger_;
    std::unordered_map<std::u32string, std::vector<Phrase>> known_;  ///< what stands behind each character
};

}  // namespace text
