// A tree of scalars, lists and maps as it was written in YAML, every node with its place; and strict reading of it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/length.h"
#include "base/source.h"

namespace base {

/// One node. Scalars keep their text to the letter; a plain `null`, `~` or nothing is `empty`.
struct Value {
    enum class Kind : std::uint8_t { empty, scalar, list, map };
    struct Entry;

    Kind kind = Kind::empty;
    bool quoted = false;  ///< written in quotes or as a block, so never a number by accident
    Span span;
    std::string text;            ///< of a scalar
    std::vector<Value> items;    ///< of a list
    std::vector<Entry> entries;  ///< of a map, in the order written; keys are unique

    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_list() const { return kind == Kind::list; }
    bool is_map() const { return kind == Kind::map; }
    bool is_empty() const { return kind == Kind::empty; }
    /// The value of a key, or null. For maps only.
    const Value* find(std::string_view key) const;
};

struct Value::Entry {
    std::string key;
    Span key_span;
    Value value;
};

/// Strict reading of one map: what is asked for is known, what is left over is reported with the nearest known key.
/// Every fault becomes one diagnostic at its place; the getters then return nothing and the reader goes on.
class Fields {
   public:
    // Keys are kept as they are asked for: whoever asks has their letters for as long as the fields last.
    /// Reports when `value` is not a map; every getter then finds nothing, without further messages. A value without a
    /// place stands for a file that could not be read, which has been reported, so nothing more is said.
    Fields(const Value& value, Diagnostics& diagnostics);
    Fields(const Fields&) = delete;
    Fields& operator=(const Fields&) = delete;
    /// Reports the keys nobody asked for.
    ~Fields();

    const Value* optional(std::string_view key);
    const Value* required(std::string_view key);

    std::optional<std::string> optional_text(std::string_view key);
    std::string required_text(std::string_view key);
    std::optional<std::int64_t> optional_whole(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<std::int64_t> required_whole(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<Decimal> optional_number(std::string_view key);
    std::optional<Length> optional_length(std::string_view key);
    std::optional<Colour> optional_colour(std::string_view key);
    bool flag(std::string_view key, bool otherwise);
    /// One of the words; the message lists them all.
    template <typename Choice>
    std::optional<Choice> optional_choice(std::string_view key,
                                          const std::vector<std::pair<std::string_view, Choice>>& choices) {
        if (optional(key) == nullptr) return std::nullopt;
        std::vector<std::string_view> words;
        words.reserve(choices.size());
        for (const auto& choice : choices) words.push_back(choice.first);
        const std::optional<std::size_t> index = choice_index(key, words);
        return index ? std::optional(choices[*index].second) : std::nullopt;
    }
    /// The items of a list; a missing key gives none.
    const std::vector<Value>& list(std::string_view key);
    const std::vector<Value>& required_list(std::string_view key);
    const std::vector<Value::Entry>& map(std::string_view key);

    Span span() const { return value_.span; }
    bool has(std::string_view key) const { return value_.find(key) != nullptr; }
    Diagnostics& diagnostics() { return diagnostics_; }
    /// Accepts whatever keys are left.
    void accept_rest() { rest_accepted_ = true; }

   private:
    std::optional<std::size_t> choice_index(std::string_view key, const std::vector<std::string_view>& words);
    void know(std::string_view key);
    std::vector<std::string_view> known() const;
    const Value& value_;
    Diagnostics& diagnostics_;
    std::array<std::string_view, 16> first_known_;  ///< all that most readers ask for
    std::size_t known_count_ = 0;
    std::vector<std::string_view> more_known_;
    std::uint64_t asked_ = 0;  ///< of the first entries, which were asked for
    std::uint64_t bits_ = 0;   ///< of the keys that are there
    bool rest_accepted_ = false;
};

// The same for single values; each reports a wrong type at the value's place.
std::optional<std::string> as_text(const Value& value, Diagnostics& diagnostics);
bool expect_text(const Value& value, Diagnostics& diagnostics);
std::optional<Decimal> as_number(const Value& value, Diagnostics& diagnostics);
std::optional<std::int64_t> as_whole(const Value& value, std::int64_t least, std::int64_t most,
                                     Diagnostics& diagnostics);
/// "12", "9.5", "12pt", "10mm": points unless a unit says otherwise.
std::optional<Length> as_length(const Value& value, Diagnostics& diagnostics);
/// "#183A5A"
std::optional<Colour> as_colour(const Value& value, Diagnostics& diagnostics);
std::optional<bool> as_flag(const Value& value, Diagnostics& diagnostics);
const std::vector<Value>& as_list(const Value& value, Diagnostics& diagnostics);
/// "expected a list, found a map"; `wanted` is translated.
void report_type(const Value& value, const char* wanted, Diagnostics& diagnostics);
/// The hint for `{value: 16,200}`, where YAML reads a value 16 and a key 200, and for `{value:16}`, which is all key;
/// empty for any other entry.
std::string key_hint(const Value::Entry& entry);
/// Reports a malformed number at its first wrong character, with the cause and a hint.
void report_number_fault(const Value& value, const ParsedDecimal& parsed, Diagnostics& diagnostics);
/// Reports `word` as unknown, naming the nearest of the known ones. `what` is translated: "unknown key `{}`".
void report_unknown(const char* what, std::string_view word, Span span, const std::vector<std::string_view>& known,
                    Diagnostics& diagnostics);

}  // namespace base
