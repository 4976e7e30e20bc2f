#pragma once
/// The address at which a server waits for connections.

#include "engine/file_descriptor.hpp"

namespace doorstroom {

struct Listening {
  FileDescriptor socket;
  unsigned short port = 0;
};

/// Opens a port of this machine, which no other machine can reach.
/// @param port  0: any that is free
/// @throws InputError when another program has it
Listening listen_here(unsigned short port);

}  // namespace doorstroom
