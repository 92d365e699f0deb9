// A part that few have, kept apart so that the many without it have no room for it either.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace base {

/// Reads as a Thing that says nothing until one is written; then it has one of its own, and copies with it.
template <typename Thing>
class Seldom {
   public:
    Seldom() = default;
    template <typename From, typename = std::enable_if_t<std::is_convertible_v<From, Thing> &&
                                                         !std::is_same_v<std::remove_cvref_t<From>, Seldom>>>
    Seldom(From&& from) : thing_(std::make_unique<Thing>(std::forward<From>(from))) {}
    Seldom(const Seldom& other) : thing_(other.thing_ ? std::make_unique<Thing>(*other.thing_) : nullptr) {}
    Seldom(Seldom&&) noexcept = default;
    Seldom& operator=(Seldom other) noexcept {
        thing_ = std::move(other.thing_);
        return *this;
    }
    ~Seldom() = default;

    explicit operator bool() const { return thing_ != nullptr; }
    const Thing& operator*() const {
        static const Thing nothing{};
        return thing_ ? *thing_ : nothing;
    }
    const Thing* operator->() const { return &**this; }
    /// To write to.
    Thing& own() {
        if (!thing_) thing_ = std::make_unique<Thing>();
        return *thing_;
    }
    void reset() { thing_.reset(); }

    friend bool operator==(const Seldom& a, const Seldom& b) {
        return static_cast<bool>(a) == static_cast<bool>(b) && *a == *b;
    }

   private:
    std::unique_ptr<Thing> thing_;
};

}  // namespace base
