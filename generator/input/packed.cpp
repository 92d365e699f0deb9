// Seven bits of a number a byte. Places are told from where the one before began; most texts are those at their places.
#include "input/packed.h"

namespace input {

namespace {

using base::Span;
using base::Value;

/// How a text is told.
enum class Told : std::uint8_t {
    written,  ///< as it stands at its place
    quoted,   ///< as it stands there between two marks
    own       ///< by its letters, which follow
};

std::string_view at(std::string_view text, Span span, Told told) {
    const std::uint32_t mark = told == Told::quoted ? 1 : 0;
    return span.end - span.begin < 2 * mark ? std::string_view()
                                            : text.substr(span.begin + mark, span.end - span.begin - 2 * mark);
}

Told told(std::string_view word, Span span, std::string_view text) {
    if (word == at(text, span, Told::written)) return Told::written;
    return word == at(text, span, Told::quoted) ? Told::quoted : Told::own;
}

class Packer {
   public:
    explicit Packer(std::string_view text) : text_(text) {}

    void add(const Value& value) {
        const Told how = value.is_scalar() ? told(value.text, value.span, text_) : Told::written;
        add(static_cast<std::uint32_t>(value.kind) | (value.quoted ? 4U : 0U) | static_cast<std::uint32_t>(how) << 3U);
        add(value.span);
        if (how == Told::own) add(value.text);
        if (value.is_list()) add(static_cast<std::uint32_t>(value.items.size()));
        if (value.is_map()) add(static_cast<std::uint32_t>(value.entries.size()));
        for (const Value& item : value.items) add(item);
        for (const Value::Entry& entry : value.entries) {
            const Told key = told(entry.key, entry.key_span, text_);
            add(static_cast<std::uint32_t>(key));
            add(entry.key_span);
            if (key == Told::own) add(entry.key);
            add(entry.value);
        }
    }
    std::string take() { return std::move(bytes_); }

   private:
    void add(std::uint32_t number) {
        for (; number >= 0x80; number >>= 7U) bytes_ += static_cast<char>(0x80U | (number & 0x7FU));
        bytes_ += static_cast<char>(number);
    }
    /// Nothing is written where a value stands that is left out: its place may lie before the last one.
    void add(Span span) {
        const std::uint32_t on = span.begin - last_;
        add(span.begin < last_ ? (last_ - span.begin) * 2 - 1 : on * 2);
        add(span.end - span.begin);
        last_ = span.begin;
    }
    void add(const std::string& word) {
        add(static_cast<std::uint32_t>(word.size()));
        bytes_ += word;
    }

    std::string_view text_;
    std::string bytes_;
    std::uint32_t last_ = 0;
};

class Unpacker {
   public:
    Unpacker(std::string_view packed, std::string_view text, std::uint32_t file)
        : next_(packed.data()), text_(text), file_(file) {}

    void read(Value& value) {
        const std::uint32_t head = number();
        value.kind = static_cast<Value::Kind>(head & 3U);
        value.quoted = (head & 4U) != 0;
        value.span = span();
        if (value.is_scalar()) {
            value.text = word(static_cast<Told>(head >> 3U), value.span);
        } else if (value.is_list()) {
            value.items.resize(number());
            for (Value& item : value.items) read(item);
        } else if (value.is_map()) {
            value.entries.resize(number());
            for (Value::Entry& entry : value.entries) {
                const auto how = static_cast<Told>(number());
                entry.key_span = span();
                entry.key = word(how, entry.key_span);
                read(entry.value);
            }
        }
    }

   private:
    std::uint32_t number() {
        std::uint32_t number = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(*next_++);
            number |= (byte & 0x7FU) << shift;
            if (byte < 0x80) return number;
        }
    }
    Span span() {
        const std::uint32_t step = number();
        const std::uint32_t begin = step % 2 == 0 ? last_ + step / 2 : last_ - (step + 1) / 2;
        last_ = begin;
        return {file_, begin, begin + number()};
    }
    std::string_view word(Told how, Span span) {
        if (how != Told::own) return at(text_, span, how);
        const std::uint32_t size = number();
        next_ += size;
        return {next_ - size, size};
    }

    const char* next_;
    std::string_view text_;
    std::uint32_t file_;
    std::uint32_t last_ = 0;
};

}  // namespace

std::string packed(const Value& tree, std::string_view text) {
    Packer packer(text);
    packer.add(tree);
    return packer.take();
}

Value unpacked(std::string_view packed, std::string_view text, std::uint32_t file) {
    Value tree;
    Unpacker(packed, text, file).read(tree);
    return tree;
}

}  // namespace input
