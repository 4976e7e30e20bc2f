#include <algorithm>
#include <cstring>
#include <vector>

#include "models/messages/message.hpp"
#include "results/file/h5_state.hpp"
#include "results/file/h5_type_text.hpp"

/// Reading: links, attributes and datasets of any type.

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

/// Reads a dataset or attribute. @param read  called with a memory type and a buffer
template <class Read>
H5Content content_of(hid_t type, hid_t space, Read read) {
  H5Content content;
  content.kind = kind_of(type);
  content.type = type_text(type);
  content.shape = shape_text(space);
  content.count =
      static_cast<std::size_t>(std::max<hssize_t>(0, H5Sget_simple_extent_npoints(space)));
  if (content.kind == H5Content::Kind::category) content.names = enum_names(type);
  if (content.kind == H5Content::Kind::text && H5Tis_variable_str(type) > 0) {
    std::vector<char*> texts(content.count, nullptr);
    if (content.count > 0) read(type, texts.data());
    for (const char* text : texts) content.texts.emplace_back(text == nullptr ? "" : text);
    if (content.count > 0) H5Dvlen_reclaim(type, space, H5P_DEFAULT, texts.data());
    return content;
  }
  if (content.kind == H5Content::Kind::other && holds_pointers(type)) return content;
  const bool is_number =
      content.kind != H5Content::Kind::text && content.kind != H5Content::Kind::other;
  const H5Handle memory(is_number ? H5Tget_native_type(type, H5T_DIR_ASCEND) : H5Tcopy(type),
                        H5Tclose);
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

bool H5File::has(const std::string& path) const {
  for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
    if (H5Lexists(state_->file, path.substr(0, end).c_str(), H5P_DEFAULT) <= 0) return false;
    if (end == std::string::npos) return true;
  }
}

std::vector<H5Link> H5File::links(const std::string& path) const {
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
  return has(object) &&
         H5Aexists_by_name(state_->file, object.c_str(), name.c_str(), H5P_DEFAULT) > 0;
}

H5Content H5File::attribute(const std::string& object, const std::string& name) const {
  const H5Handle attribute = state_->own(
      H5Aopen_by_name(state_->file, object.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
      H5Aclose);
  return content_of(state_->own(H5Aget_type(attribute), H5Tclose),
                    state_->own(H5Aget_space(attribute), H5Sclose),
                    [&](hid_t type, void* into) { state_->check(H5Aread(attribute, type, into)); });
}

H5Content H5File::dataset(const std::string& path) const {
  const H5Handle dataset = state_->own(H5Dopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Dclose);
  return content_of(state_->own(H5Dget_type(dataset), H5Tclose),
                    state_->own(H5Dget_space(dataset), H5Sclose), [&](hid_t type, void* into) {
                      state_->check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, into));
                    });
}

std::size_t H5File::size(const std::string& path) const {
  const H5Handle dataset = state_->own(H5Dopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Dclose);
  const H5Handle space = state_->own(H5Dget_space(dataset), H5Sclose);
  return static_cast<std::size_t>(state_->check(H5Sget_simple_extent_npoints(space)));
}

H5Content H5File::part(const std::string& path, std::size_t first, std::size_t count) const {
  const H5Handle dataset = state_->own(H5Dopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Dclose);
  const H5Handle in_file = state_->own(H5Dget_space(dataset), H5Sclose);
  if (H5Sget_simple_extent_ndims(in_file) != 1)
    throw run_error(message("cannot read {0}: {1} has not one dimension", state_->path, path));
  const hsize_t start = first;
  const hsize_t values = count;
  if (count > 0)
    state_->check(H5Sselect_hyperslab(in_file, H5S_SELECT_SET, &start, nullptr, &values, nullptr));
  const H5Handle in_memory = state_->own(H5Screate_simple(1, &values, nullptr), H5Sclose);
  return content_of(state_->own(H5Dget_type(dataset), H5Tclose), in_memory,
                    [&](hid_t type, void* into) {
                      state_->check(H5Dread(dataset, type, in_memory, in_file, H5P_DEFAULT, into));
                    });
}

std::string H5File::named_type(const std::string& path) const {
  const H5Handle type = state_->own(H5Topen2(state_->file, path.c_str(), H5P_DEFAULT), H5Tclose);
  return type_text(type);
}

}  // namespace doorstroom
