// MeCab and ICU as the plain functions that base declares.
#include "text/words.h"

#include <unicode/ubrk.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>

#include "base/utf8.h"
#include "text/tagger.h"

namespace text {

namespace {

/// ICU's word boundaries; the locale has no say in them.
class Boundaries {
   public:
    Boundaries() {
        UErrorCode fault = U_ZERO_ERROR;
        rules_.reset(ubrk_open(UBRK_WORD, "", nullptr, 0, &fault));
        if (U_FAILURE(fault) != 0) throw std::runtime_error(u_errorName(fault));
    }

    /// The ends of words, in bytes.
    std::vector<std::size_t> ends(const std::string& sentence) {
        UErrorCode fault = U_ZERO_ERROR;
        UText text = UTEXT_INITIALIZER;
        utext_openUTF8(&text, sentence.data(), static_cast<std::int64_t>(sentence.size()), &fault);
        ubrk_setUText(rules_.get(), &text, &fault);
        std::vector<std::size_t> all;
        if (U_SUCCESS(fault) != 0) {
            ubrk_first(rules_.get());
            for (std::int32_t at = ubrk_next(rules_.get()); at != UBRK_DONE; at = ubrk_next(rules_.get())) {
                all.push_back(static_cast<std::size_t>(at));
            }
        }
        utext_close(&text);
        if (U_FAILURE(fault) != 0) throw std::runtime_error(u_errorName(fault));
        return all;
    }

   private:
    struct Close {
        void operator()(UBreakIterator* rules) const { ubrk_close(rules); }
    };
    std::unique_ptr<UBreakIterator, Close> rules_;
};

/// Whether a word begins with a letter that the dictionary knows: kana, kanji, 々 and ー.
bool is_japanese(const std::string& sentence, std::size_t at) {
    const char32_t first = base::decode_at(sentence, at).character;
    UErrorCode fault = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(first), &fault);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || first == U'ー';
}

class Comparing {
   public:
    explicit Comparing(const std::string& dictionary) : tagger_(dictionary) {}

    std::vector<base::Word> part(const std::string& sentence) {
        std::vector<base::Word> words;
        std::size_t begin = 0, japanese = 0;  // where a stretch of Japanese began, [japanese, begin)
        const auto end_stretch = [&] {
            if (japanese == begin) return;
            for (const base::Word& word : tagger_.words(sentence.substr(japanese, begin - japanese))) {
                words.push_back({word.surface, japanese + word.end, {}, {}, {}, {}, {}});
            }
            if (words.empty() || words.back().end != begin) words.push_back({{}, begin, {}, {}, {}, {}, {}});
        };
        for (const std::size_t end : boundaries_.ends(sentence)) {
            if (!tagger_.usable() || !is_japanese(sentence, begin)) {
                end_stretch();
                words.push_back({sentence.substr(begin, end - begin), end, {}, {}, {}, {}, {}});
                japanese = end;
            }
            begin = end;
        }
        end_stretch();
        return words;
    }

   private:
    Tagger tagger_;
    Boundaries boundaries_;
};

}  // namespace

base::WordSplitter word_splitter(const std::string& dictionary) {
    auto tagger = std::make_shared<Tagger>(dictionary);
    if (!tagger->usable()) return {};
    return [tagger = std::move(tagger)](const std::string& sentence) { return tagger->words(sentence); };
}

base::WordSplitter compared_words(const std::string& dictionary) {
    auto words = std::make_shared<Comparing>(dictionary);
    return [words = std::move(words)](const std::string& sentence) { return words->part(sentence); };
}

}  // namespace text
