#include "app/console/confinement.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/sysinfo.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "engine/file_descriptor.hpp"
#include "engine/resource_usage.hpp"
#include "engine/system_error.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t truncating = 1U << 14;  // newer than Debian's header

LocalizedText reason(const LocalizedText& what) {
  return message("{0}: {1}", what, system_error(errno));
}

/// The folder in which a file or folder of that name is, or will be made.
fs::path folder_of(const std::string& output) {
  std::error_code ignored;
  fs::path folder = output.empty() ? fs::path(".") : fs::absolute(output, ignored).parent_path();
  while (!fs::is_directory(folder, ignored) && folder.has_relative_path())
    folder = folder.parent_path();
  return folder;
}

std::vector<fs::path> writable_folders(const std::vector<std::string>& outputs) {
  std::vector<fs::path> folders{"/dev"};
  if (outputs.empty()) return folders;
  for (const std::string& output : outputs) {
    folders.emplace_back(output);
    folders.push_back(folder_of(output));
  }
  std::error_code ignored;
  folders.push_back(fs::temp_directory_path(ignored));
  folders.emplace_back("/tmp");  // where the library of spreadsheets puts its parts
  return folders;
}

/// A set of rules of Landlock that permits writing nowhere; not open when the kernel refuses.
FileDescriptor new_ruleset(long version, std::uint64_t& writing) {
  writing = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
            LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
            LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
            LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
            LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
  if (version >= 2) writing |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) writing |= truncating;
  landlock_ruleset_attr rules{};
  rules.handled_access_fs = writing;
  return FileDescriptor(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0)));
}

bool permit_writing_below(const fs::path& folder, const FileDescriptor& ruleset,
                          std::uint64_t writing) {
  const FileDescriptor opened(open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) return true;  // what is not there needs no permission
  landlock_path_beneath_attr rule{};
  rule.allowed_access = writing;
  rule.parent_fd = opened.number();
  return syscall(SYS_landlock_add_rule, ruleset.number(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0) ==
         0;
}

/// @return false with errno when the kernel can, but does not
bool confine_writing(const std::vector<std::string>& outputs) {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 0) return errno == ENOSYS || errno == EOPNOTSUPP;
  std::uint64_t writing = 0;
  const FileDescriptor ruleset = new_ruleset(version, writing);
  if (!ruleset.is_open()) return false;
  for (const fs::path& folder : writable_folders(outputs))
    if (!permit_writing_below(folder, ruleset, writing)) return false;
  return syscall(SYS_landlock_restrict_self, ruleset.number(), 0) == 0;
}

bool leave_machine_its_memory() {
#if defined(__SANITIZE_ADDRESS__)
  return true;  // its shadow alone takes terabytes of addresses
#else
  struct sysinfo machine {};
  if (sysinfo(&machine) != 0) return false;
  return lower_limit(RLIMIT_AS, static_cast<double>(machine.totalram) * machine.mem_unit);
#endif
}

}  // namespace

std::vector<LocalizedText> confine(const std::vector<std::string>& outputs) {
  std::vector<LocalizedText> failed;
  const auto expect = [&](bool done, const LocalizedText& what) {
    if (!done) failed.push_back(reason(what));
  };
  expect(leave_machine_its_memory(), message("memory is not limited"));
  expect(lower_limit(RLIMIT_CORE, 0), message("a crash may write memory to the disk"));
  const bool no_new_rights = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  expect(no_new_rights, message("other rights than yours are not ruled out"));
  if (no_new_rights)
    expect(confine_writing(outputs), message("writing is not limited to the output"));
  return failed;
}

}  // namespace doorstroom
