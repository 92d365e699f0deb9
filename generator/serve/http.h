// HTTP for one page on one address: libmicrohttpd behind two structs.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "serve/guard.h"

namespace serve {

using Handler = std::function<Answer(const Asked&)>;

/// How long a body may be, in bytes, once the headers of a question have come.
using Limit = std::function<std::size_t(const Asked&)>;

/// Answers on a thread of its own, one question after another, until it is destroyed. What asks too much - headers over
/// 32 kB, a body over its limit, more than 500 connections, a silence of 15 seconds - is cut off.
class Server {
   public:
    /// An address in numbers, IPv4 or IPv6; port 0: a free one. Throws std::runtime_error when it cannot be had.
    Server(const std::string& address, std::uint16_t port, Handler handler, Limit limit);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server();
    std::uint16_t port() const;

   private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace serve
