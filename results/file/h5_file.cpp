#include "results/file/h5_file.hpp"

#include "engine/regular_file.hpp"
#include "engine/system_error.hpp"
#include "models/messages/file_kind.hpp"
#include "models/messages/message.hpp"
#include "results/file/h5_state.hpp"
#include "results/file/output_file.hpp"
#include "results/file/reading.hpp"
#include "results/file/seal.hpp"

/// Opening and closing.

namespace doorstroom {
namespace {

/// Tells why a file was not opened.
[[noreturn]] void refuse_input(const std::string& path, const RegularFile& opened) {
  using std::filesystem::file_type;
  if (opened.type == file_type::not_found)
    throw input_error(message("{0}: there is no such file", path));
  if (opened.type == file_type::directory)
    throw input_error(message("{0}: this is a folder, not a result file", path));
  if (opened.error != 0)
    throw input_error(message("cannot read {0}: {1}", path, system_error(opened.error)));
  throw input_error(
      message("{0}: this is {1}, not a result file\n  a result is read more than once: give a file",
              path, file_kind(opened.type)));
}

}  // namespace

[[noreturn]] void H5File::State::fail() {
  LocalizedText cause = hdf5_error();
  if (const int refused = writing ? refused_write(descriptor) : 0; refused != 0)
    cause = system_error(refused);
  failed = failed || writing;
  if (writing) throw run_error(message("cannot write {0}: {1}", path, cause));
  throw input_error(message("cannot read {0}: {1}", path, cause));
}

int H5File::State::descriptor_of_library() {
  void* number = nullptr;
  check(H5Fget_vfd_handle(file, H5P_DEFAULT, &number));
  return *static_cast<const int*>(number);
}

H5File::H5File(std::unique_ptr<State> state) : state_(std::move(state)) {}
H5File::H5File(H5File&&) noexcept = default;
H5File& H5File::operator=(H5File&&) noexcept = default;
H5File::~H5File() = default;

H5File H5File::create(const std::string& path) {
  return create(path, path);
}

H5File H5File::create(const OutputFile& out) {
  H5File file = create(out.path_for_library(), out.part_path());
  file.state_->out = out.descriptor().number();
  return file;
}

H5File H5File::create(const std::string& path, const std::string& name) {
  start_hdf5();
  auto state = std::make_unique<State>(name, true);
  const H5Handle access = state->own(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  state->check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110));
  const H5Handle creation = state->create_plist(H5P_FILE_CREATE);
  state->check(H5Pset_userblock(creation, seal_bytes));
  state->file = state->own(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access), H5Fclose);
  state->descriptor = state->descriptor_of_library();
  forget_refused_writes(state->descriptor);
  return H5File(std::move(state));
}

H5File H5File::open(const std::string& path) {
  const RegularFile opened = open_regular_file(path);
  if (!opened.file.is_open()) refuse_input(path, opened);
  const SealedFile sealed(path, opened.file);
  start_hdf5();
  const Reading reading(path);
  auto state = std::make_unique<State>(path, false);
  state->length = sealed.length();
  const std::string itself = path_of_open(opened.file);
  const htri_t is_hdf5 = H5Fis_hdf5(itself.c_str());
  if (is_hdf5 == 0) throw input_error(message("{0}: this is not an HDF5 file", path));
  state->check(is_hdf5);
  state->file = state->own(H5Fopen(itself.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  if (!sealed.is_open_at(state->descriptor_of_library()))
    throw input_error(message("{0} was replaced meanwhile\n  look at it, and try again", path));
  return H5File(std::move(state));
}

void H5File::close() {
  DOORSTROOM_EXPECT(!state_->failed);
  state_->check(H5Fflush(state_->file, H5F_SCOPE_GLOBAL));
  const hid_t file = state_->file.release();
  state_->check(H5Fclose(file));
  if (state_->out >= 0)
    seal(state_->out, state_->path);
  else
    seal(state_->path);
}

}  // namespace doorstroom
