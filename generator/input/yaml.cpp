// Builds the tree from yaml-cpp's events instead of its nodes, so that all it refuses has a place.
#include "input/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_set>
#include <utility>

#include "base/message.h"
#include "input/yaml_text.h"
#include "input/yaml_traps.h"

namespace input {

namespace {

using base::say;
using base::Span;
using base::Value;

constexpr std::size_t max_faults = 50;  // of one file, on this level

/// Thrown to leave the parser once the file is beyond reading; the reason is reported already.
struct Stop {};

class Memory : public std::streambuf {
   public:
    explicit Memory(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // a streambuf only reads through setg's pointers
        setg(begin, begin, begin + text.size());
    }
};

/// Builds the tree from the parser's events. A map waits for a key, then for its value.
class Builder : public YAML::EventHandler {
   public:
    Builder(std::uint32_t file, std::string_view text, Stretch stretch, base::Diagnostics& diagnostics)
        : file_(file), text_(text), stretch_(stretch), diagnostics_(diagnostics) {}

    Grown take() { return std::move(grown_); }
    bool failed() const { return faults_ > 0; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (!started_) {
            started_ = true;
            grown_.root.span = at(mark, 0);
            return;
        }
        fault(at(mark, 0), say("a second document begins here"), say("a file holds one document, without --- inside"));
        throw Stop{};
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
        Value value;
        value.span = null_span(mark);
        if (!open_.empty() && open_.back().has_key) look_for_colon(open_.back().key_span.end);
        add(std::move(value));
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        refuse_anchor(at(mark, 1));
        Value value;
        value.span = at(mark, 1);
        add(std::move(value));
    }

    void OnAnchor(const YAML::Mark& mark, const std::string&) override { refuse_anchor(at(mark, 1)); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t, const std::string& text) override {
        check_tag(mark, tag);
        Value value;
        value.kind = Value::Kind::scalar;
        value.span = at(mark, 0);
        // !重要な連絡: a tag without a name, and the text would lose its first letter.
        if (tag == "!" && text_.substr(value.span.begin).starts_with("!")) check_tag(mark, "!…");
        const std::size_t end = scalar_end(text_, value.span.begin, text);
        if (end == std::string_view::npos) {
            // The parser takes it as closed by the end.
            fault(value.span, say("a quotation mark is not closed"), say("write the same mark behind the text"));
            throw Stop{};
        }
        if (end > stretch_.end) throw Stop{};  // only who sees the rest can say what it is
        value.span.end = static_cast<std::uint32_t>(end);
        value.quoted = tag == "!";
        value.text = text;
        check_escapes(value);
        check_scalar(text_, value, grown_.traps);
        add(std::move(value));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                         YAML::EmitterStyle::value) override {
        open(Value::Kind::list, mark, tag);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(Value::Kind::map, mark, tag);
    }
    void OnMapEnd() override { close(); }

   private:
    struct Open {
        Value value;
        bool has_key = false;
        bool drop = false;  ///< the value that comes belongs to a key already refused
        std::string key;
        Span key_span;
        std::unordered_set<std::string> keys;  ///< where there are many
    };

    Span at(const YAML::Mark& mark, std::size_t length) const {
        const std::size_t begin =
            std::min(static_cast<std::size_t>(std::max(mark.pos, 0)) + stretch_.begin, text_.size());
        const std::size_t end = std::min(begin + length, text_.size());
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    /// Where nothing is written the mark is that of the next token; its key or its dash is the place then.
    Span null_span(const YAML::Mark& mark) const {
        const Span span = at(mark, 0);
        const std::string_view rest = text_.substr(span.begin);
        for (std::string_view word : {"~", "null", "Null", "NULL"}) {
            if (rest.starts_with(word)) return at(mark, word.size());
        }
        if (!open_.empty() && open_.back().has_key) return open_.back().key_span;
        std::size_t begin = span.begin;
        do {
            if (begin > 0) --begin;
        } while (begin > 0 && std::string_view(" \t\r\n").find(text_[begin]) != std::string_view::npos);
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)};
    }

    void look_for_colon(std::size_t behind_key) {
        const std::size_t next = text_.find_first_not_of(" \t\r\n", behind_key);
        grown_.lone_key = grown_.lone_key || next == std::string_view::npos || text_[next] != ':';
    }

    void fault(Span span, std::string message, std::string hint = {}) {
        diagnostics_.error(span, std::move(message), std::move(hint));
        if (++faults_ >= max_faults) throw Stop{};
    }

    void refuse_anchor(Span span) {
        const std::string_view sign = text_.substr(span.begin, 1);
        fault(span, say("anchors, aliases and merge keys are not read; write each value where it belongs"),
              sign == "*" || sign == "&" ? say("a text that begins with {} stands in quotes", sign) : std::string());
    }

    void check_tag(const YAML::Mark& mark, const std::string& tag) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        fault(at(mark, 1), say("tags such as `{}` are not read", tag.substr(0, 60)),
              say("a text that begins with {} stands in quotes", "!"));
    }

    void check_escapes(const Value& value) {
        for (char c : value.text) {
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) continue;
            if (c == '\n' || c == '\t') continue;
            fault(value.span, say("a control character, U+{:04X}", static_cast<unsigned>(c)),
                  say("remove it; it cannot be seen"));
            return;
        }
    }

    void open(Value::Kind kind, const YAML::Mark& mark, const std::string& tag) {
        check_tag(mark, tag);
        if (open_.size() >= most_levels) {
            fault(at(mark, 1), say("lists and maps are nested deeper than {} levels", most_levels));
            throw Stop{};
        }
        Value& value = open_.emplace_back().value;
        value.kind = kind;
        value.span = at(mark, 1);
        grown_.levels = std::max(grown_.levels, open_.size());
    }

    void close() {
        Value value = std::move(open_.back().value);
        open_.pop_back();
        const Value* last = !value.items.empty()     ? &value.items.back()
                            : !value.entries.empty() ? &value.entries.back().value
                                                     : nullptr;
        if (last != nullptr) value.span.end = std::max(value.span.end, last->span.end);
        add(std::move(value));
    }

    void add(Value&& value) {
        if (++grown_.values > most_values) {
            fault(value.span, say("a file holds at most {} values", most_values));
            throw Stop{};
        }
        if (open_.empty()) {
            grown_.root = std::move(value);
            return;
        }
        Open& parent = open_.back();
        if (parent.value.is_list()) {
            parent.value.items.push_back(std::move(value));
        } else if (!parent.has_key) {
            take_key(parent, value);
        } else {
            parent.has_key = false;
            if (!parent.drop) {
                parent.value.entries.push_back({std::move(parent.key), parent.key_span, std::move(value)});
            }
        }
    }

    /// Most maps have few keys.
    static bool is_new(const std::string& key, Open& map) {
        constexpr std::size_t few = 16;
        const std::vector<Value::Entry>& entries = map.value.entries;
        if (entries.size() < few) {
            return std::none_of(entries.begin(), entries.end(),
                                [&](const Value::Entry& entry) { return entry.key == key; });
        }
        if (map.keys.empty()) {
            for (const Value::Entry& entry : entries) map.keys.insert(entry.key);
        }
        return map.keys.insert(key).second;
    }

    void take_key(Open& map, Value& value) {
        map.has_key = true;
        map.drop = true;
        map.key_span = value.span;
        if (!value.is_scalar()) {
            fault(value.span, say("a key is a single word"));
        } else if (value.text == "<<" && !value.quoted) {
            refuse_anchor(value.span);
        } else if (!is_new(value.text, map)) {
            fault(value.span, say("the key `{}` is given twice", value.text));
        } else {
            map.drop = false;
            map.key = std::move(value.text);
        }
    }

    std::uint32_t file_;
    std::string_view text_;
    Stretch stretch_;
    base::Diagnostics& diagnostics_;
    Grown grown_;
    std::vector<Open> open_;
    bool started_ = false;
    std::size_t faults_ = 0;
};

}  // namespace

std::optional<Grown> parse_stretch(std::uint32_t file, std::string_view text, Stretch stretch,
                                   base::Diagnostics& diagnostics) {
    // The parser counts everything in bytes.
    Memory memory(text.substr(stretch.begin, stretch.end - stretch.begin));
    std::istream stream(&memory);
    Builder builder(file, text, stretch, diagnostics);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop&) {
        return std::nullopt;
    } catch (const YAML::Exception& exception) {
        const std::size_t at =
            exception.mark.is_null() ? stretch.end : stretch.begin + static_cast<std::size_t>(exception.mark.pos);
        report_syntax(file, text, at, exception.msg, diagnostics);
        return std::nullopt;
    }
    return builder.failed() ? std::nullopt : std::optional(builder.take());
}

std::size_t first_byte(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

std::optional<Value> parse_yaml(std::uint32_t file, const base::Sources& sources, base::Diagnostics& diagnostics) {
    const std::string_view text = sources.text(file);
    if (!check_characters(file, text, diagnostics)) return std::nullopt;
    if (const auto at = too_deep_bracket(text)) {
        const auto begin = static_cast<std::uint32_t>(*at);
        diagnostics.error({file, begin, begin + 1},
                          say("lists and maps are nested deeper than {} levels", most_levels));
        return std::nullopt;
    }
    const std::size_t first = first_byte(text);
    std::optional<Grown> grown = parse_stretch(file, text, {first, text.size()}, diagnostics);
    if (!grown) return std::nullopt;
    Value& value = grown->root;
    if (value.is_empty() && text.find_first_not_of(" \t\r\n", first) == std::string_view::npos) {
        diagnostics.error({file, 0, 0}, say("this file is empty"), say("was it saved?"));
        return std::nullopt;
    }
    if (value.is_scalar() && !value.quoted) {
        diagnostics.error(
            {file, value.span.begin, value.span.begin}, say("this file holds no key"),
            value.text.find(',') != std::string::npos
                ? say("it looks like a table (CSV); here each line is a key, a colon, a blank and a value")
                : say("each line is a key, a colon, a blank and a value"));
        return std::nullopt;
    }
    diagnostics.append(grown->traps);
    if (!value.span.known()) value.span = {file, 0, 0};
    return std::move(value);
}

}  // namespace input
