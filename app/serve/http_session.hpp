#pragma once
/// One connection: a request, its answer, and the end. Includes Boost.Beast, as does
/// http_server.cpp.

#include <boost/asio/ip/tcp.hpp>
#include <cstddef>

#include "app/serve/client_limits.hpp"
#include "app/serve/http_server.hpp"
#include "app/serve/job_queue.hpp"

namespace doorstroom {

/// What all connections share.
struct HttpShared {
  HttpServerSetup setup;
  JobQueue& queue;
  std::size_t connections = 0;  ///< that are open
  std::size_t simulations = 0;  ///< that somebody waits for
  ClientLimits clients{setup.most_of_client};
};

/// Reads a request and answers it; the connection lives as long as it takes.
/// @param turned_away  there are too many connections: only that is told
void begin_session(boost::asio::ip::tcp::socket socket, HttpShared& shared, bool turned_away);

}  // namespace doorstroom
