#include "engine/system_error.hpp"

#include <cerrno>
#include <cstring>

namespace doorstroom {

Message system_error(int number) {
  switch (number) {
    case ENOSPC:
      return Message("the disk is full\n  make room on it, or write to another one");
    case EDQUOT:
      return Message(
          "your share of the disk is used up\n  remove files of yours, or ask for a larger share");
    case EFBIG:
      return Message(
          "the file would be larger than files may be here\n  raise the limit (`ulimit -f`), or "
          "keep fewer youths (--visits)");
    case EROFS:
      return Message("the disk can only be read\n  choose a folder on another one");
    case EACCES:
    case EPERM:
      return Message(
          "you have no right to it\n  choose another folder, or ask its owner (`ls -l` says who "
          "that is)");
    case ENOENT:
      return Message("there is no such file or folder\n  check the path, or make the folder first");
    case ENOTDIR:
      return Message("a part of the path is no folder\n  check the path");
    case EISDIR:
      return Message("it is a folder\n  give the name of a file");
    case EEXIST:
    case ENOTEMPTY:
      return Message("it is there already\n  choose another name, or remove what is there");
    case ENAMETOOLONG:
      return Message("the name is too long\n  choose a shorter one");
    case ELOOP:
      return Message("it is a link that cannot be followed\n  name what the link stands for");
    case EMFILE:
    case ENFILE:
      return Message(
          "too many files are open\n  raise the limit (`ulimit -n`), or use fewer --jobs");
    case EAGAIN:
      return Message(
          "there are too many processes\n  use fewer --jobs, or raise the limit (`ulimit -u`)");
    case ENOMEM:
      return Message("there is not enough memory\n  use fewer --jobs, or end other programs");
    case EIO:
      return Message(
          "the disk or the network to it fails\n  copy what you need to another disk, and have "
          "this one looked at");
    case ESTALE:
    case ETIMEDOUT:
    case ENOTCONN:
      return Message("the network disk is gone\n  wait until it is back, then try again");
    case EBUSY:
    case ETXTBSY:
      return Message(
          "another program uses it\n  wait until that has ended, or choose another name");
    case EPIPE:
      return Message("its reader has gone");
    default:
      return Message("{0} (error {1} of the system)", std::strerror(number), number);
  }
}

}  // namespace doorstroom
