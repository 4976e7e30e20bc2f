#include "app/serve/listening.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

constexpr int longest_queue = 128;  ///< connections that wait to be accepted

sockaddr* generic(sockaddr_in& address) {
  return reinterpret_cast<sockaddr*>(&address);
}

}  // namespace

Listening listen_here(unsigned short port) {
  const auto cannot = [port](int error) {
    if (error == EADDRINUSE)
      return input_error(
          message("port {0} is taken: another program answers there, perhaps another `doorstroom "
                  "serve`\n  end that one, or give another port: --port {1}",
                  port, port == 65535 ? 8080 : port + 1));
    return input_error(
        message("cannot wait for connections at port {0}: {1}", port, system_error(error)));
  };
  Listening listening{FileDescriptor(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), port};
  const int number = listening.socket.number();
  const int yes = 1;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  // On Linux that lets nobody share a port; it forgives connections of an earlier server.
  if (number < 0 || setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
      bind(number, generic(address), length) != 0 || listen(number, longest_queue) != 0 ||
      getsockname(number, generic(address), &length) != 0)
    throw cannot(errno);
  listening.port = ntohs(address.sin_port);
  return listening;
}

}  // namespace doorstroom
