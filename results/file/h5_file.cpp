#include "results/file/h5_file.hpp"

#include <filesystem>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/h5_state.hpp"
#include "results/file/reading.hpp"
#include "results/file/seal.hpp"

/// Opening and closing.

namespace doorstroom {

[[noreturn]] void H5File::State::fail() {
  const LocalizedText cause = hdf5_error();
  failed = failed || writing;
  if (writing) throw run_error(message("cannot write {0}: {1}", path, cause));
  throw input_error(message("cannot read {0}: {1}", path, cause));
}

H5File::H5File(std::unique_ptr<State> state) : state_(std::move(state)) {}
H5File::H5File(H5File&&) noexcept = default;
H5File& H5File::operator=(H5File&&) noexcept = default;
H5File::~H5File() = default;

H5File H5File::create(const std::string& path) {
  start_hdf5();
  auto state = std::make_unique<State>(path, true);
  const H5Handle access = state->own(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  state->check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110));
  const H5Handle creation = state->create_plist(H5P_FILE_CREATE);
  state->check(H5Pset_userblock(creation, seal_bytes));
  state->file = state->own(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access), H5Fclose);
  return H5File(std::move(state));
}

H5File H5File::open(const std::string& path) {
  start_hdf5();
  std::error_code trouble;
  const auto found = std::filesystem::status(path, trouble).type();
  if (found == std::filesystem::file_type::not_found)
    throw input_error(message("{0}: there is no such file", path));
  if (trouble)
    throw input_error(message("cannot read {0}: {1}", path, system_error(trouble.value())));
  if (found == std::filesystem::file_type::directory)
    throw input_error(message("{0}: this is a folder, not a result file", path));
  const SealedFile sealed(path);
  const Reading reading(path);
  auto state = std::make_unique<State>(path, false);
  state->length = sealed.length();
  const htri_t is_hdf5 = H5Fis_hdf5(path.c_str());
  if (is_hdf5 == 0) throw input_error(message("{0}: this is not an HDF5 file", path));
  state->check(is_hdf5);
  state->file = state->own(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  void* descriptor = nullptr;
  state->check(H5Fget_vfd_handle(state->file, H5P_DEFAULT, &descriptor));
  if (!sealed.is_open_at(*static_cast<const int*>(descriptor)))
    throw input_error(message("{0} was replaced meanwhile\n  look at it, and try again", path));
  return H5File(std::move(state));
}

void H5File::close() {
  state_->check(H5Fflush(state_->file, H5F_SCOPE_GLOBAL));
  const hid_t file = state_->file.release();
  state_->check(H5Fclose(file));
  seal(state_->path);
}

}  // namespace doorstroom
