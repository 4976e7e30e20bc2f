#include <bit>
#include <memory>
#include <span>
#include <type_traits>
#include <variant>
#include <vector>

#include "results/file/h5_state.hpp"
#include "results/file/h5_types.hpp"

/// Writing: groups, attributes, texts and columns.

namespace doorstroom {
namespace {

std::string child(const std::string& group, const std::string& name) {
  return group == "/" ? "/" + name : group + "/" + name;
}

}  // namespace

H5Handle H5File::State::create_plist(hid_t kind) {
  H5Handle plist = own(H5Pcreate(kind), H5Pclose);
  check(H5Pset_obj_track_times(plist, false));
  return plist;
}

H5Handle H5File::State::make_dataset(const std::string& group, const ColumnSpec& spec, hid_t space,
                                     hid_t plist, hid_t access) {
  const std::string column = child(group, spec.name);
  const H5Handle type = file_type(spec);
  H5Handle dataset =
      own(H5Dcreate2(file, column.c_str(), type, space, H5P_DEFAULT, plist, access), H5Dclose);
  try {
    set_attribute(dataset, "units", spec.units);
    for (const auto& [language, text] : spec.description.texts())
      set_attribute(dataset, std::string(description_attribute) + language, text);
  } catch (const RunError&) {
    release_if_failed(dataset);
    throw;
  }
  return dataset;
}

void H5File::State::set_attribute(hid_t object, const std::string& name,
                                  const AttributeValue& value) {
  std::visit(
      [&](const auto& held) {
        using Held = std::decay_t<decltype(held)>;
        const H5Handle scalar = own(H5Screate(H5S_SCALAR), H5Sclose);
        if constexpr (std::is_same_v<Held, std::string>) {
          const char* text = held.c_str();
          put_attribute(object, name, string_type(), scalar, &text);
        } else if constexpr (std::is_same_v<Held, std::vector<std::string>>) {
          const hsize_t size = held.size();
          std::vector<const char*> texts;
          for (const std::string& text : held) texts.push_back(text.c_str());
          put_attribute(object, name, string_type(),
                        own(H5Screate_simple(1, &size, nullptr), H5Sclose), texts.data());
        } else {
          const hid_t type = std::is_same_v<Held, double>         ? H5T_IEEE_F64LE
                             : std::is_same_v<Held, std::int64_t> ? H5T_STD_I64LE
                                                                  : H5T_STD_I32LE;
          put_attribute(object, name, own(H5Tcopy(type), H5Tclose), scalar, &held);
        }
      },
      value);
}

void H5File::State::put_attribute(hid_t object, const std::string& name, const H5Handle& type,
                                  const H5Handle& space, const void* value) {
  const H5Handle native = own(
      H5Tget_class(type) == H5T_STRING ? H5Tcopy(type) : H5Tget_native_type(type, H5T_DIR_ASCEND),
      H5Tclose);
  use(own(H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose),
      [&](const H5Handle& attribute) { check(H5Awrite(attribute, native, value)); });
}

void H5File::make_group(const std::string& path) {
  const H5Handle plist = state_->create_plist(H5P_GROUP_CREATE);
  state_->own(H5Gcreate2(state_->file, path.c_str(), H5P_DEFAULT, plist, H5P_DEFAULT), H5Gclose);
}

void H5File::set_attribute(const std::string& object, const std::string& name,
                           const AttributeValue& value) {
  state_->use(state_->own(H5Oopen(state_->file, object.c_str(), H5P_DEFAULT), H5Oclose),
              [&](const H5Handle& opened) { state_->set_attribute(opened, name, value); });
}

void H5File::write_text(const std::string& path, const std::string& text) {
  const H5Handle plist = state_->create_plist(H5P_DATASET_CREATE);
  const H5Handle space = state_->own(H5Screate(H5S_SCALAR), H5Sclose);
  const H5Handle type = string_type();
  state_->use(state_->own(H5Dcreate2(state_->file, path.c_str(), type, space, H5P_DEFAULT, plist,
                                     H5P_DEFAULT),
                          H5Dclose),
              [&](const H5Handle& dataset) {
                const char* value = text.c_str();
                state_->check(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, &value));
              });
}

void H5File::write_column(const std::string& group, const ColumnSpec& spec,
                          const ColumnValues& values) {
  const hsize_t rows = length(values);
  const H5Handle space = state_->own(H5Screate_simple(1, &rows, nullptr), H5Sclose);
  const H5Handle plist = state_->create_plist(H5P_DATASET_CREATE);
  state_->use(state_->make_dataset(group, spec, space, plist), [&](const H5Handle& dataset) {
    if (rows == 0) return;
    const MemoryValues memory(spec, state_->own(H5Dget_type(dataset), H5Tclose), values, 0);
    state_->check(H5Dwrite(dataset, memory.type(), H5S_ALL, H5S_ALL, H5P_DEFAULT, memory.data()));
  });
}

H5Column H5File::make_column(const std::string& group, const ColumnSpec& spec,
                             std::size_t chunk_rows) {
  const hsize_t none = 0;
  const hsize_t any = H5S_UNLIMITED;
  const hsize_t chunk = chunk_rows;
  const H5Handle space = state_->own(H5Screate_simple(1, &none, &any), H5Sclose);
  const H5Handle plist = state_->create_plist(H5P_DATASET_CREATE);
  state_->check(H5Pset_chunk(plist, 1, &chunk));
  state_->check(H5Pset_shuffle(plist));
  state_->check(H5Pset_deflate(plist, 4));
  // Without a cache a chunk is written at once, so that a full disk is reported by that call.
  const H5Handle access = state_->own(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose);
  state_->check(H5Pset_chunk_cache(access, 0, 0, H5D_CHUNK_CACHE_W0_DEFAULT));
  auto column = std::make_unique<H5Column::State>();
  column->file = state_.get();
  column->spec = spec;
  column->chunk_rows = chunk;
  column->dataset = state_->make_dataset(group, spec, space, plist, access);
  return H5Column(std::move(column));
}

H5Column::H5Column(std::unique_ptr<State> state) : state_(std::move(state)) {}
H5Column::H5Column(H5Column&&) noexcept = default;
H5Column::~H5Column() {
  if (!state_) return;
  H5File::State& file = *state_->file;
  if (file.packers.drop(state_.get())) file.failed = true;
  file.release_if_failed(state_->dataset);
}

bool H5Column::State::are_one_chunk(std::size_t count) const {
  return count <= chunk_rows && rows % chunk_rows == 0 && spec.type != ColumnType::text &&
         std::endian::native == std::endian::little;
}

void H5Column::State::append_chunk(const ColumnValues& values, std::size_t first,
                                   std::size_t count) {
  std::visit(
      [&](const auto& held) {
        using Held = typename std::decay_t<decltype(held)>::value_type;
        if constexpr (std::is_arithmetic_v<Held>) {
          const hsize_t start = rows;
          rows += count;
          file->packers.give(
              std::as_bytes(std::span(held).subspan(first, count)), sizeof(Held), chunk_rows, this,
              [this, start, end = rows](const auto& packed) { place(start, end, packed); });
        }
      },
      values);
}

void H5Column::State::place(hsize_t start, hsize_t end, std::span<const std::byte> packed) {
  file->check(H5Dset_extent(dataset, &end));
  file->check(H5Dwrite_chunk(dataset, H5P_DEFAULT, 0, &start, packed.size(), packed.data()));
}

void H5Column::finish() {
  state_->file->packers.place_all();
}

void H5Column::append(const ColumnValues& values, std::size_t first, std::size_t count) {
  if (state_->are_one_chunk(count)) return state_->append_chunk(values, first, count);
  H5File::State& file = *state_->file;
  file.packers.place_all();
  const hsize_t start = state_->rows;
  const hsize_t added = count;
  const hsize_t rows = start + added;
  file.check(H5Dset_extent(state_->dataset, &rows));
  const H5Handle in_file = file.own(H5Dget_space(state_->dataset), H5Sclose);
  const H5Handle in_memory = file.own(H5Screate_simple(1, &added, nullptr), H5Sclose);
  file.check(H5Sselect_hyperslab(in_file, H5S_SELECT_SET, &start, nullptr, &added, nullptr));
  const MemoryValues memory(state_->spec, file.own(H5Dget_type(state_->dataset), H5Tclose), values,
                            first);
  file.check(
      H5Dwrite(state_->dataset, memory.type(), in_memory, in_file, H5P_DEFAULT, memory.data()));
  state_->rows = rows;
}

}  // namespace doorstroom
