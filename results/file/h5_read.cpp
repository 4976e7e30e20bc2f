#include <algorithm>
#include <cstring>
#include <new>
#include <optional>
#include <vector>

#include "models/messages/message.hpp"
#include "results/file/h5_state.hpp"
#include "results/file/h5_type_text.hpp"
#include "results/file/h5_types.hpp"
#include "results/file/reading.hpp"

/// Reading: links, attributes and datasets of any type. What a file claims is checked against its
/// own length before memory is asked for: a file of a few bytes can claim to hold billions of
/// values.

namespace doorstroom {
namespace {

/// Whether values of the type hold pointers; such values are not read.
bool holds_pointers(hid_t type) {
  return H5Tdetect_class(type, H5T_VLEN) > 0 || H5Tdetect_class(type, H5T_REFERENCE) > 0 ||
         H5Tdetect_class(type, H5T_STRING) > 0;
}

H5Content::Kind kind_of(hid_t type) {
  switch (H5Tget_class(type)) {
    case H5T_INTEGER:
      return H5Content::Kind::integer;
    case H5T_FLOAT:
      return H5Content::Kind::real;
    case H5T_STRING:
      return H5Content::Kind::text;
    case H5T_ENUM:
      return H5Content::Kind::category;
    default:
      return H5Content::Kind::other;
  }
}

/// Deflate makes nothing smaller than a 1,032th of its size.
constexpr std::uint64_t most_compressed = 1032;

/// How many values there are; nothing when their number is beyond all bounds.
std::optional<std::uint64_t> values_in(hid_t space) {
  if (H5Sget_simple_extent_type(space) == H5S_NULL) return 0;
  const int rank = H5Sget_simple_extent_ndims(space);
  if (rank < 0) return std::nullopt;
  std::vector<hsize_t> sizes(static_cast<std::size_t>(rank));
  if (H5Sget_simple_extent_dims(space, sizes.data(), nullptr) < 0) return std::nullopt;
  std::uint64_t count = 1;
  for (const hsize_t size : sizes)
    if (__builtin_mul_overflow(count, size, &count)) return std::nullopt;
  return count;
}

/// Reads a dataset or attribute. @param read  called with a memory type and a buffer
/// @pre check_room() has found room in the file for so many values
template <class Read>
H5Content content_of(hid_t type, hid_t space, Read read) {
  H5Content content;
  content.kind = kind_of(type);
  content.type = type_text(type);
  content.shape = shape_text(space);
  content.count = static_cast<std::size_t>(values_in(space).value_or(0));
  if (content.kind == H5Content::Kind::category) content.names = enum_names(type);
  if (content.kind == H5Content::Kind::text && H5Tis_variable_str(type) > 0) {
    // Not in the type of the file, whose characters could claim any size.
    const H5Handle memory = string_type_for(type);
    std::vector<char*> texts(content.count, nullptr);
    if (content.count > 0) read(memory, texts.data());
    for (const char* text : texts) content.texts.emplace_back(text == nullptr ? "" : text);
    if (content.count > 0) H5Dvlen_reclaim(memory, space, H5P_DEFAULT, texts.data());
    return content;
  }
  if (content.kind == H5Content::Kind::other && holds_pointers(type)) return content;
  const bool is_number =
      content.kind != H5Content::Kind::text && content.kind != H5Content::Kind::other;
  if (H5Tget_size(type) == 0) {  // there is nothing to be read, whatever the shape says
    content.count = 0;
    return content;
  }
  const H5Handle memory(is_number ? H5Tget_native_type(type, H5T_DIR_ASCEND) : H5Tcopy(type),
                        H5Tclose);
  if (memory < 0 && hdf5_lacks_memory()) throw std::bad_alloc();
  content.is_signed = content.kind != H5Content::Kind::integer || H5Tget_sign(type) != H5T_SGN_NONE;
  content.value_size = H5Tget_size(memory);
  content.bytes.resize(content.count * content.value_size);
  if (content.count > 0) read(memory, content.bytes.data());
  if (content.kind == H5Content::Kind::text) {
    for (std::size_t i = 0; i < content.count; ++i) {
      const char* text =
          reinterpret_cast<const char*>(content.bytes.data()) + i * content.value_size;
      content.texts.emplace_back(text, strnlen(text, content.value_size));
    }
    content.value_size = 0;
    content.bytes.clear();
  }
  return content;
}

}  // namespace

void H5File::State::refuse(const LocalizedText& what) const {
  throw input_error(message("cannot read {0}: {1}\n  the file is damaged", path, what));
}

void H5File::State::check_own(const std::string& object) {
  for (std::size_t end = object.find('/', 1);; end = object.find('/', end + 1)) {
    const std::string part = object.substr(0, end);
    H5L_info_t info;
    if (part != "/") {
      check(H5Lget_info(file, part.c_str(), &info, H5P_DEFAULT));
      if (info.type != H5L_TYPE_HARD) refuse(message("{0} is a link to another place", part));
    }
    if (end == std::string::npos) return;
  }
}

void H5File::State::check_room(const std::string& what, hid_t type, hid_t space,
                               std::uint64_t stored, std::uint64_t compressed) {
  const std::optional<std::uint64_t> count = values_in(space);
  std::uint64_t bytes = 0;
  if (!count || __builtin_mul_overflow(*count, H5Tget_size(type), &bytes) ||
      bytes / compressed > stored || stored > length)
    refuse(message("{0} claims to hold more than the file has room for", what));
}

void H5File::State::check_room(const std::string& path_in_file, hid_t dataset) {
  const H5Handle type = own(H5Dget_type(dataset), H5Tclose);
  const H5Handle space = own(H5Dget_space(dataset), H5Sclose);
  const H5Handle plist = own(H5Dget_create_plist(dataset), H5Pclose);
  const H5D_layout_t layout = H5Pget_layout(plist);
  const bool is_chunked = layout == H5D_CHUNKED;
  if (!is_chunked && layout != H5D_CONTIGUOUS && layout != H5D_COMPACT)
    refuse(message("{0} is a link to another place", path_in_file));
  if (check(H5Pget_external_count(plist)) > 0)
    refuse(message("{0} is a link to another place", path_in_file));
  if (is_chunked) {
    hsize_t sizes[H5S_MAX_RANK];
    const int rank = check(H5Pget_chunk(plist, H5S_MAX_RANK, sizes));
    const H5Handle chunk = own(H5Screate_simple(rank, sizes, nullptr), H5Sclose);
    check_room(path_in_file, type, chunk, length, most_compressed);
  }
  check_room(path_in_file, type, space, H5Dget_storage_size(dataset),
             is_chunked ? most_compressed : 1);
}

H5Handle H5File::State::open_dataset(const std::string& path_in_file) {
  check_own(path_in_file);
  return own(H5Dopen2(file, path_in_file.c_str(), H5P_DEFAULT), H5Dclose);
}

namespace {

/// What the library found out. @throws what fail() does when it had no memory to do so, or could
/// not read
template <class State>
bool is_found(State& state, htri_t found) {
  if (found < 0 && (hdf5_lacks_memory() || hdf5_was_refused_a_read())) state.fail();
  return found > 0;
}

}  // namespace

bool H5File::has(const std::string& path) const {
  const Reading reading(state_->path);
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const std::string part = path.substr(0, end);
    if (part != "/" && !is_found(*state_, H5Lexists(state_->file, part.c_str(), H5P_DEFAULT)))
      return false;
    if (end == std::string::npos) return true;
  }
}

std::vector<H5Link> H5File::links(const std::string& path) const {
  const Reading reading(state_->path);
  state_->check_own(path);
  const H5Handle group = state_->own(H5Gopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Gclose);
  std::vector<H5Link> links;
  state_->check(H5Literate(
      group, H5_INDEX_NAME, H5_ITER_INC, nullptr,
      [](hid_t, const char* name, const H5L_info_t*, void* into) -> herr_t {
        static_cast<std::vector<H5Link>*>(into)->push_back({name, H5Link::Kind::group, ""});
        return 0;
      },
      &links));
  for (H5Link& link : links) {
    H5L_info_t info;
    state_->check(H5Lget_info(group, link.name.c_str(), &info, H5P_DEFAULT));
    if (info.type != H5L_TYPE_HARD) {
      link.kind = info.type == H5L_TYPE_SOFT ? H5Link::Kind::soft : H5Link::Kind::external;
      link.target.resize(info.u.val_size);
      state_->check(H5Lget_val(group, link.name.c_str(), link.target.data(), link.target.size(),
                               H5P_DEFAULT));
      continue;
    }
    const H5Handle object = state_->own(H5Oopen(group, link.name.c_str(), H5P_DEFAULT), H5Oclose);
    const H5I_type_t kind = H5Iget_type(object);
    link.kind = kind == H5I_GROUP     ? H5Link::Kind::group
                : kind == H5I_DATASET ? H5Link::Kind::dataset
                                      : H5Link::Kind::type;
  }
  return links;
}

std::vector<std::string> H5File::attribute_names(const std::string& path) const {
  const Reading reading(state_->path);
  state_->check_own(path);
  const H5Handle object = state_->own(H5Oopen(state_->file, path.c_str(), H5P_DEFAULT), H5Oclose);
  std::vector<std::string> names;
  hsize_t position = 0;
  state_->check(H5Aiterate2(
      object, H5_INDEX_NAME, H5_ITER_INC, &position,
      [](hid_t, const char* name, const H5A_info_t*, void* into) -> herr_t {
        static_cast<std::vector<std::string>*>(into)->emplace_back(name);
        return 0;
      },
      &names));
  return names;
}

bool H5File::has_attribute(const std::string& object, const std::string& name) const {
  if (!has(object)) return false;
  const Reading reading(state_->path);
  state_->check_own(object);
  return is_found(*state_,
                  H5Aexists_by_name(state_->file, object.c_str(), name.c_str(), H5P_DEFAULT));
}

H5Content H5File::attribute(const std::string& object, const std::string& name) const {
  const Reading reading(state_->path);
  state_->check_own(object);
  const H5Handle attribute = state_->own(
      H5Aopen_by_name(state_->file, object.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
      H5Aclose);
  const H5Handle type = state_->own(H5Aget_type(attribute), H5Tclose);
  const H5Handle space = state_->own(H5Aget_space(attribute), H5Sclose);
  const std::string what = object + "@" + name;
  state_->check_room(what, type, space, H5Aget_storage_size(attribute), 1);
  return state_->with_memory_for(what, [&] {
    return content_of(type, space, [&](hid_t memory, void* into) {
      state_->check(H5Aread(attribute, memory, into));
    });
  });
}

H5Content H5File::dataset(const std::string& path) const {
  const Reading reading(state_->path);
  const H5Handle dataset = state_->open_dataset(path);
  state_->check_room(path, dataset);
  return state_->with_memory_for(path, [&] {
    return content_of(
        state_->own(H5Dget_type(dataset), H5Tclose), state_->own(H5Dget_space(dataset), H5Sclose),
        [&](hid_t memory, void* into) {
          state_->check(H5Dread(dataset, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, into));
        });
  });
}

std::size_t H5File::size(const std::string& path) const {
  const Reading reading(state_->path);
  const H5Handle dataset = state_->open_dataset(path);
  state_->check_room(path, dataset);
  const H5Handle space = state_->own(H5Dget_space(dataset), H5Sclose);
  return static_cast<std::size_t>(state_->check(H5Sget_simple_extent_npoints(space)));
}

H5Content H5File::part(const std::string& path, std::size_t first, std::size_t count) const {
  const Reading reading(state_->path);
  const H5Handle dataset = state_->open_dataset(path);
  state_->check_room(path, dataset);
  const H5Handle in_file = state_->own(H5Dget_space(dataset), H5Sclose);
  if (H5Sget_simple_extent_ndims(in_file) != 1)
    state_->refuse(message("{0} has not one dimension", path));
  const hsize_t start = first;
  const hsize_t values = count;
  if (count > 0)
    state_->check(H5Sselect_hyperslab(in_file, H5S_SELECT_SET, &start, nullptr, &values, nullptr));
  const H5Handle in_memory = state_->own(H5Screate_simple(1, &values, nullptr), H5Sclose);
  return state_->with_memory_for(path, [&] {
    return content_of(
        state_->own(H5Dget_type(dataset), H5Tclose), in_memory, [&](hid_t memory, void* into) {
          state_->check(H5Dread(dataset, memory, in_memory, in_file, H5P_DEFAULT, into));
        });
  });
}

std::string H5File::named_type(const std::string& path) const {
  const Reading reading(state_->path);
  state_->check_own(path);
  const H5Handle type = state_->own(H5Topen2(state_->file, path.c_str(), H5P_DEFAULT), H5Tclose);
  return type_text(type);
}

}  // namespace doorstroom
