#include "results/file/h5_library.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/reading.hpp"

namespace doorstroom {
namespace {

// errno of the first write that was refused, by descriptor: the library calls us with nothing of
// ours in hand, and there may be no memory for more. Descriptors beyond share the last place.
std::array<int, 1024> refused_writes{};

int& refused_at(int descriptor) {
  const auto place = static_cast<std::size_t>(std::max(0, descriptor));
  return refused_writes[std::min(place, refused_writes.size() - 1)];
}

/// The library calls this for each of its functions that fails, before it returns.
herr_t remember_refused_write(hid_t stack, void*) {
  return H5Ewalk2(
      stack, H5E_WALK_UPWARD,
      [](unsigned, const H5E_error2_t* error, void*) -> herr_t {
        const std::string_view text = error->desc == nullptr ? "" : error->desc;
        if (!text.starts_with("file write failed")) return 0;
        const std::size_t at = text.find("file descriptor = ");
        int descriptor = 0;
        int number = 0;
        if (at != std::string_view::npos &&
            std::sscanf(error->desc + at, "file descriptor = %d, errno = %d", &descriptor,
                        &number) == 2 &&
            refused_at(descriptor) == 0)
          refused_at(descriptor) = number;
        return 0;
      },
      nullptr);
}

/// Whether any cause of the library's last failure is of a kind.
bool any_cause(bool (*is_of_kind)(const H5E_error2_t&)) {
  struct Search {
    bool (*is_of_kind)(const H5E_error2_t&);
    bool found;
  } search{is_of_kind, false};
  H5Ewalk2(
      H5E_DEFAULT, H5E_WALK_UPWARD,
      [](unsigned, const H5E_error2_t* error, void* into) -> herr_t {
        auto& looked = *static_cast<Search*>(into);
        looked.found = looked.found || looked.is_of_kind(*error);
        return 0;
      },
      &search);
  return search.found;
}

}  // namespace

int refused_write(int descriptor) {
  return descriptor < 0 ? 0 : refused_at(descriptor);
}

void forget_refused_writes(int descriptor) {
  refused_at(descriptor) = 0;
}

void start_hdf5() {
  static const bool prepared = [] {
    const Reading starting("");  // without memory the library does not survive its own start
    H5dont_atexit();
    H5open();
    H5Eset_auto2(H5E_DEFAULT, remember_refused_write, nullptr);
    H5PLset_loading_state(0);  // a file shall not choose which plugins are loaded
    return true;
  }();
  (void)prepared;
}

bool hdf5_lacks_memory() {
  return any_cause([](const H5E_error2_t& error) {
    return error.maj_num == H5E_RESOURCE || error.min_num == H5E_NOSPACE ||
           error.min_num == H5E_CANTALLOC;
  });
}

bool hdf5_was_refused_a_read() {
  return any_cause([](const H5E_error2_t& error) {
    return error.desc != nullptr && std::string_view(error.desc).starts_with("file read failed");
  });
}

LocalizedText hdf5_error() {
  std::string cause;
  const bool lacks_memory = hdf5_lacks_memory();
  H5Ewalk2(
      H5E_DEFAULT, H5E_WALK_UPWARD,
      [](unsigned, const H5E_error2_t* error, void* into) -> herr_t {
        auto& text = *static_cast<std::string*>(into);
        if (text.empty() && error->desc != nullptr) text = error->desc;
        return 0;
      },
      &cause);
  H5Eclear2(H5E_DEFAULT);
  if (cause.starts_with("truncated file"))
    return message("the end of the file is missing\n  copy it again, or run the scenario again");
  const std::size_t at = cause.find("errno = ");
  if (at == std::string::npos && lacks_memory) return system_error(ENOMEM);
  if (at == std::string::npos)
    return cause.empty() ? message("the library gives no reason") : LocalizedText(cause);
  return system_error(std::atoi(cause.c_str() + at + 8));
}

std::string hdf5_version() {
  unsigned major = 0;
  unsigned minor = 0;
  unsigned release = 0;
  H5get_libversion(&major, &minor, &release);
  return fmt::format("{}.{}.{}", major, minor, release);
}

}  // namespace doorstroom
