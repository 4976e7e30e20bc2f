#include "results/file/h5_library.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/h5_file.hpp"

namespace doorstroom {

void start_hdf5() {
  static const bool prepared = [] {
    H5dont_atexit();
    H5open();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    H5PLset_loading_state(0);  // a file shall not choose which plugins are loaded
    return true;
  }();
  (void)prepared;
}

LocalizedText hdf5_error() {
  std::string cause;
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
