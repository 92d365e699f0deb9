// The one file that knows libmicrohttpd and opens a socket.
#include "serve/http.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <cerrno>
#include <stdexcept>

#include "base/message.h"
#include "base/reason.h"
#include "base/utf8.h"

namespace serve {

/// What a server does with what it is asked.
struct Manner {
    Handler handler;
    Limit limit;
};

namespace {

constexpr std::size_t longest_head = std::size_t{32} * 1024;
constexpr unsigned most_connections = 500;
constexpr unsigned longest_silence = 15;

struct Question {
    Asked asked;
    std::size_t longest = 0;
    bool too_long = false;
};

MHD_Result note_header(void* to, MHD_ValueKind /*kind*/, const char* name, const char* value) {
    (*static_cast<std::map<std::string, std::string>*>(to))[base::ascii_lower(name)] = value == nullptr ? "" : value;
    return MHD_YES;
}

MHD_Result note_query(void* to, MHD_ValueKind /*kind*/, const char* name, const char* value) {
    (*static_cast<std::map<std::string, std::string>*>(to))[name] = value == nullptr ? "" : value;
    return MHD_YES;
}

MHD_Result send(MHD_Connection* connection, const Answer& answer) {
    MHD_Response* response = MHD_create_response_from_buffer(answer.body.size(), const_cast<char*>(answer.body.data()),
                                                             MHD_RESPMEM_MUST_COPY);  // NOLINT: copied
    if (response == nullptr) return MHD_NO;
    MHD_add_response_header(response, "Content-Type", answer.type.c_str());
    for (const auto& [name, value] : answer.headers) MHD_add_response_header(response, name.c_str(), value.c_str());
    const MHD_Result sent = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return sent;
}

Answer answered(const Handler& handler, const Question& question) {
    Answer answer{413, "text/plain; charset=utf-8", "長すぎます\n"};
    try {
        if (!question.too_long) answer = handler(question.asked);
    } catch (const std::exception& error) {
        answer = {500, "text/plain; charset=utf-8", std::string(error.what()) + "\n"};
    }
    seal(answer);
    return answer;
}

MHD_Result respond(void* manner, MHD_Connection* connection, const char* url, const char* method,
                   const char* /*version*/, const char* data, std::size_t* size, void** state) {
    auto* question = static_cast<Question*>(*state);
    if (question == nullptr) {
        auto fresh = std::make_unique<Question>();
        fresh->asked.method = method;
        fresh->asked.path = url;
        MHD_get_connection_values(connection, MHD_HEADER_KIND, note_header, &fresh->asked.headers);
        MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, note_query, &fresh->asked.query);
        fresh->longest = static_cast<const Manner*>(manner)->limit(fresh->asked);
        *state = fresh.release();
        return MHD_YES;
    }
    if (*size > 0) {
        question->too_long = question->too_long || question->asked.body.size() + *size > question->longest;
        if (!question->too_long) question->asked.body.append(data, *size);
        *size = 0;
        return MHD_YES;
    }
    return send(connection, answered(static_cast<const Manner*>(manner)->handler, *question));
}

void forget(void* /*manner*/, MHD_Connection* /*connection*/, void** state, MHD_RequestTerminationCode /*why*/) {
    delete static_cast<Question*>(*state);
    *state = nullptr;
}

}  // namespace

struct Server::Impl {
    Manner manner;
    MHD_Daemon* daemon = nullptr;
};

Server::Server(const std::string& address, std::uint16_t port, Handler handler, Limit limit)
    : impl_(std::make_unique<Impl>()) {
    impl_->manner = {std::move(handler), std::move(limit)};
    sockaddr_in four = {};
    sockaddr_in6 six = {};
    four.sin_family = AF_INET;
    four.sin_port = htons(port);
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(port);
    unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL;
    const void* place = &four;
    if (inet_pton(AF_INET, address.c_str(), &four.sin_addr) != 1) {
        if (inet_pton(AF_INET6, address.c_str(), &six.sin6_addr) != 1) {
            throw std::runtime_error(base::say("`{}` is no address in numbers, such as 192.0.2.1", address));
        }
        flags |= MHD_USE_IPv6;
        place = &six;
    }
    impl_->daemon = MHD_start_daemon(flags, port, nullptr, nullptr, &respond, &impl_->manner,  //
                                     MHD_OPTION_SOCK_ADDR, place, MHD_OPTION_CONNECTION_LIMIT, most_connections,
                                     MHD_OPTION_CONNECTION_TIMEOUT, longest_silence, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                                     longest_head, MHD_OPTION_NOTIFY_COMPLETED, &forget, nullptr, MHD_OPTION_END);
    if (impl_->daemon == nullptr) {
        throw std::runtime_error(base::say("cannot listen on {0}, port {1}: {2}", address, port, base::reason(errno)));
    }
}

Server::~Server() {
    if (impl_->daemon != nullptr) MHD_stop_daemon(impl_->daemon);
}

std::uint16_t Server::port() const {
    const MHD_DaemonInfo* info = MHD_get_daemon_info(impl_->daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info == nullptr ? std::uint16_t{0} : info->port;
}

}  // namespace serve
