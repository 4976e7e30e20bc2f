#include "results/file/h5_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <hdf5.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "models/messages/said.hpp"

namespace doorstroom {
namespace {

/// Before any other call: a file that could not be closed must not be closed again at exit, and the
/// library's own messages stay unprinted.
void prepare_library() {
  static const bool prepared = [] {
    H5dont_atexit();
    H5open();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    return true;
  }();
  (void)prepared;
}

/// The innermost reason that the library gives for its last failure: what the operating system
/// said, else its own words.
std::string last_cause() {
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
    return "the end of the file is missing\n  copy it again, or run the scenario again";
  const std::size_t at = cause.find("errno = ");
  if (at == std::string::npos) return cause.empty() ? "the library gives no reason" : cause;
  const int number = std::atoi(cause.c_str() + at + 8);
  const bool full = number == ENOSPC || number == EDQUOT;
  return std::string(std::strerror(number)) +
         (full ? "\n  make room, or write the result to another disk" : "");
}

/// Owns an id of the library.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Handle() = default;
  Handle(hid_t id, Close close) : id_(id), close_(close) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  ~Handle() {
    if (id_ >= 0) close_(id_);
  }
  operator hid_t() const { return id_; }  // NOLINT: it stands for the id
  hid_t release() { return std::exchange(id_, -1); }

 private:
  hid_t id_ = -1;
  Close close_ = nullptr;
};

Handle string_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose);
  H5Tset_size(type, H5T_VARIABLE);
  H5Tset_cset(type, H5T_CSET_UTF8);
  return type;
}

Handle enum_type(const std::vector<std::string>& names) {
  Handle type(H5Tenum_create(H5T_STD_I32LE), H5Tclose);
  std::int32_t code = none_code;
  H5Tenum_insert(type, "none", &code);
  for (const std::string& name : names) {
    ++code;
    if (H5Tenum_insert(type, name.c_str(), &code) < 0) return {};
  }
  return type;
}

Handle file_type(const ColumnSpec& spec) {
  switch (spec.type) {
    case ColumnType::float64:
      return {H5Tcopy(H5T_IEEE_F64LE), H5Tclose};
    case ColumnType::int32:
      return {H5Tcopy(H5T_STD_I32LE), H5Tclose};
    case ColumnType::int64:
      return {H5Tcopy(H5T_STD_I64LE), H5Tclose};
    case ColumnType::category:
      return enum_type(spec.names);
    case ColumnType::text:
      break;
  }
  return string_type();
}

/// The values from `first` on as the library wants them.
class MemoryValues {
 public:
  MemoryValues(const ColumnSpec& spec, const Handle& file_type, const ColumnValues& values,
               std::size_t first) {
    DOORSTROOM_EXPECT(values.index() == empty_values(spec.type).index());
    std::visit(
        [&](const auto& held) {
          if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::vector<std::string>>) {
            for (const std::string& text : held) pointers_.push_back(text.c_str());
            data_ = pointers_.data() + first;
          } else {
            data_ = held.data() + first;
          }
        },
        values);
    type_ = Handle(spec.type == ColumnType::text ? H5Tcopy(file_type)
                                                 : H5Tget_native_type(file_type, H5T_DIR_ASCEND),
                   H5Tclose);
  }
  hid_t type() const { return type_; }
  const void* data() const { return data_; }

 private:
  std::vector<const char*> pointers_;
  const void* data_ = nullptr;
  Handle type_;
};

std::string child(const std::string& group, const std::string& name) {
  return group == "/" ? "/" + name : group + "/" + name;
}

}  // namespace

struct H5File::State {
  std::string path;
  bool writing = false;
  bool failed = false;
  Handle file;

  State(std::string name, bool write) : path(std::move(name)), writing(write) {}
  ~State() {
    if (failed) file.release();
  }

  [[noreturn]] void fail() {
    const std::string cause = last_cause();
    failed = failed || writing;
    throw run_error(writing ? say("cannot write {}: {}", path, cause)
                            : say("cannot read {}: {}", path, cause));
  }
  template <class Result>
  Result check(Result result) {
    if (result < 0) fail();
    return result;
  }
  Handle own(hid_t id, Handle::Close close) { return {check(id), close}; }

  Handle create_plist(hid_t kind) {
    Handle plist = own(H5Pcreate(kind), H5Pclose);
    check(H5Pset_obj_track_times(plist, false));
    return plist;
  }
  /// A failed file keeps its open objects: closing them would write again.
  void let_go(Handle& object) {
    if (failed) object.release();
  }
  template <class Work>
  void with(Handle object, Work work) {
    try {
      work(object);
    } catch (const RunError&) {
      let_go(object);
      throw;
    }
  }

  Handle make_dataset(const std::string& group, const ColumnSpec& spec, hid_t space, hid_t plist,
                      hid_t access = H5P_DEFAULT) {
    const Handle type = own(file_type(spec), "type of " + child(group, spec.name));
    Handle dataset = own(
        H5Dcreate2(file, child(group, spec.name).c_str(), type, space, H5P_DEFAULT, plist, access),
        H5Dclose);
    try {
      set_attribute(dataset, "units", spec.units);
      set_attribute(dataset, "description_en", spec.description_en);
      set_attribute(dataset, "description_nl", spec.description_nl);
    } catch (const RunError&) {
      let_go(dataset);
      throw;
    }
    return dataset;
  }
  Handle own(Handle type, const std::string& what) {
    if (type < 0) throw ContractError("the " + what + " cannot be made");
    return type;
  }

  void set_attribute(hid_t object, const std::string& name, const AttributeValue& value) {
    std::visit(
        [&](const auto& held) {
          using Held = std::decay_t<decltype(held)>;
          const Handle scalar = own(H5Screate(H5S_SCALAR), H5Sclose);
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
  void put_attribute(hid_t object, const std::string& name, const Handle& type, const Handle& space,
                     const void* value) {
    const Handle native = own(
        H5Tget_class(type) == H5T_STRING ? H5Tcopy(type) : H5Tget_native_type(type, H5T_DIR_ASCEND),
        H5Tclose);
    with(own(H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose),
         [&](const Handle& attribute) { check(H5Awrite(attribute, native, value)); });
  }
};

struct H5Column::State {
  H5File::State* file;
  ColumnSpec spec;
  Handle dataset;
  hsize_t rows = 0;
};

H5Column::H5Column(std::unique_ptr<State> state) : state_(std::move(state)) {}
H5Column::H5Column(H5Column&&) noexcept = default;
H5Column::~H5Column() {
  if (state_) state_->file->let_go(state_->dataset);
}

void H5Column::append(const ColumnValues& values, std::size_t first, std::size_t count) {
  H5File::State& file = *state_->file;
  const hsize_t start = state_->rows;
  const hsize_t added = count;
  const hsize_t rows = start + added;
  file.check(H5Dset_extent(state_->dataset, &rows));
  const Handle in_file = file.own(H5Dget_space(state_->dataset), H5Sclose);
  const Handle in_memory = file.own(H5Screate_simple(1, &added, nullptr), H5Sclose);
  file.check(H5Sselect_hyperslab(in_file, H5S_SELECT_SET, &start, nullptr, &added, nullptr));
  const MemoryValues memory(state_->spec, file.own(H5Dget_type(state_->dataset), H5Tclose), values,
                            first);
  file.check(
      H5Dwrite(state_->dataset, memory.type(), in_memory, in_file, H5P_DEFAULT, memory.data()));
  state_->rows = rows;
}

H5File::H5File(std::unique_ptr<State> state) : state_(std::move(state)) {}
H5File::H5File(H5File&&) noexcept = default;
H5File& H5File::operator=(H5File&&) noexcept = default;
H5File::~H5File() = default;

H5File H5File::create(const std::string& path) {
  prepare_library();
  auto state = std::make_unique<State>(path, true);
  const Handle access = state->own(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  state->check(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110));
  const Handle creation = state->create_plist(H5P_FILE_CREATE);
  state->file = state->own(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access), H5Fclose);
  return H5File(std::move(state));
}

H5File H5File::open(const std::string& path) {
  prepare_library();
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored))
    throw input_error(say("{}: there is no such file", path));
  if (std::filesystem::is_directory(path, ignored))
    throw input_error(say("{}: this is a folder, not a result file", path));
  auto state = std::make_unique<State>(path, false);
  const htri_t is_hdf5 = H5Fis_hdf5(path.c_str());
  if (is_hdf5 == 0) throw input_error(say("{}: this is not an HDF5 file", path));
  state->check(is_hdf5);
  state->file = state->own(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
  return H5File(std::move(state));
}

void H5File::make_group(const std::string& path) {
  const Handle plist = state_->create_plist(H5P_GROUP_CREATE);
  state_->own(H5Gcreate2(state_->file, path.c_str(), H5P_DEFAULT, plist, H5P_DEFAULT), H5Gclose);
}

void H5File::set_attribute(const std::string& object, const std::string& name,
                           const AttributeValue& value) {
  state_->with(state_->own(H5Oopen(state_->file, object.c_str(), H5P_DEFAULT), H5Oclose),
               [&](const Handle& opened) { state_->set_attribute(opened, name, value); });
}

void H5File::write_text(const std::string& path, const std::string& text) {
  const Handle plist = state_->create_plist(H5P_DATASET_CREATE);
  const Handle space = state_->own(H5Screate(H5S_SCALAR), H5Sclose);
  const Handle type = string_type();
  state_->with(state_->own(H5Dcreate2(state_->file, path.c_str(), type, space, H5P_DEFAULT, plist,
                                      H5P_DEFAULT),
                           H5Dclose),
               [&](const Handle& dataset) {
                 const char* value = text.c_str();
                 state_->check(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, &value));
               });
}

void H5File::write_column(const std::string& group, const ColumnSpec& spec,
                          const ColumnValues& values) {
  const hsize_t rows = length(values);
  const Handle space = state_->own(H5Screate_simple(1, &rows, nullptr), H5Sclose);
  const Handle plist = state_->create_plist(H5P_DATASET_CREATE);
  state_->with(state_->make_dataset(group, spec, space, plist), [&](const Handle& dataset) {
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
  const Handle space = state_->own(H5Screate_simple(1, &none, &any), H5Sclose);
  const Handle plist = state_->create_plist(H5P_DATASET_CREATE);
  state_->check(H5Pset_chunk(plist, 1, &chunk));
  state_->check(H5Pset_shuffle(plist));
  state_->check(H5Pset_deflate(plist, 4));
  // Without a cache a chunk is written when it is given, so that a full disk is told then.
  const Handle access = state_->own(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose);
  state_->check(H5Pset_chunk_cache(access, 0, 0, H5D_CHUNK_CACHE_W0_DEFAULT));
  auto column = std::make_unique<H5Column::State>();
  column->file = state_.get();
  column->spec = spec;
  column->dataset = state_->make_dataset(group, spec, space, plist, access);
  return H5Column(std::move(column));
}

void H5File::close() {
  state_->check(H5Fflush(state_->file, H5F_SCOPE_GLOBAL));
  const hid_t file = state_->file.release();
  state_->check(H5Fclose(file));
}

// ---- Reading

namespace {

std::string order_text(hid_t type) {
  return H5Tget_size(type) == 1               ? ""
         : H5Tget_order(type) == H5T_ORDER_LE ? ", little-endian"
         : H5Tget_order(type) == H5T_ORDER_BE ? ", big-endian"
                                              : ", of odd order";
}

std::string integer_text(hid_t type) {
  return fmt::format("{}int{}{}", H5Tget_sign(type) == H5T_SGN_NONE ? "u" : "",
                     8 * H5Tget_size(type), order_text(type));
}

std::vector<std::pair<std::string, std::int64_t>> enum_names(hid_t type) {
  std::vector<std::pair<std::string, std::int64_t>> names;
  for (int i = 0; i < H5Tget_nmembers(type); ++i) {
    const std::unique_ptr<char, herr_t (*)(void*)> name(
        H5Tget_member_name(type, static_cast<unsigned>(i)), H5free_memory);
    std::int64_t value = 0;
    std::byte raw[16] = {};
    if (!name || H5Tget_size(type) > 8 ||
        H5Tget_member_value(type, static_cast<unsigned>(i), raw) < 0)
      continue;
    const Handle base(H5Tget_super(type), H5Tclose);
    H5Tconvert(base, H5T_NATIVE_INT64, 1, raw, nullptr, H5P_DEFAULT);
    std::memcpy(&value, raw, sizeof value);
    names.emplace_back(name.get(), value);
  }
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  return names;
}

/// What the library would write of the type: all there is to say of types that we do not use.
std::string encoded_text(hid_t type) {
  std::size_t size = 0;
  H5Tencode(type, nullptr, &size);
  std::vector<unsigned char> code(size);
  H5Tencode(type, code.data(), &size);
  return fmt::format("class {} of {} bytes, {:02x}", static_cast<int>(H5Tget_class(type)),
                     H5Tget_size(type), fmt::join(code, ""));
}

std::string type_text(hid_t type) {
  switch (H5Tget_class(type)) {
    case H5T_INTEGER:
      return integer_text(type);
    case H5T_FLOAT: {
      std::size_t sign, exponent, exponent_size, mantissa, mantissa_size;
      H5Tget_fields(type, &sign, &exponent, &exponent_size, &mantissa, &mantissa_size);
      return fmt::format("float{} ({} + {} bits){}", 8 * H5Tget_size(type), exponent_size,
                         mantissa_size, order_text(type));
    }
    case H5T_STRING:
      return fmt::format("string of {}, {}, {}",
                         H5Tis_variable_str(type) > 0 ? std::string("any length")
                                                      : fmt::format("{} bytes", H5Tget_size(type)),
                         H5Tget_cset(type) == H5T_CSET_UTF8 ? "UTF-8" : "ASCII",
                         H5Tget_strpad(type) == H5T_STR_NULLTERM  ? "null-terminated"
                         : H5Tget_strpad(type) == H5T_STR_NULLPAD ? "null-padded"
                                                                  : "space-padded");
    case H5T_ENUM: {
      const Handle base(H5Tget_super(type), H5Tclose);
      std::string text = fmt::format("enum of {} {{", integer_text(base));
      for (const auto& [name, value] : enum_names(type))
        text += fmt::format("{}{}: {}", text.back() == '{' ? "" : ", ", name, value);
      return text + "}";
    }
    default:
      return encoded_text(type);
  }
}

/// Whether values in memory would point elsewhere; such are left unread.
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

std::string shape_text(hid_t space) {
  switch (H5Sget_simple_extent_type(space)) {
    case H5S_SCALAR:
      return "scalar";
    case H5S_NULL:
      return "null";
    default:
      break;
  }
  std::vector<hsize_t> sizes(H5Sget_simple_extent_ndims(space));
  H5Sget_simple_extent_dims(space, sizes.data(), nullptr);
  return fmt::format("{}", fmt::join(sizes, " x "));
}

/// Reads what `read` gives for a memory type: of a dataset or of an attribute.
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
  const Handle memory(is_number ? H5Tget_native_type(type, H5T_DIR_ASCEND) : H5Tcopy(type),
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
  const Handle group = state_->own(H5Gopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Gclose);
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
    const Handle object = state_->own(H5Oopen(group, link.name.c_str(), H5P_DEFAULT), H5Oclose);
    const H5I_type_t kind = H5Iget_type(object);
    link.kind = kind == H5I_GROUP     ? H5Link::Kind::group
                : kind == H5I_DATASET ? H5Link::Kind::dataset
                                      : H5Link::Kind::type;
  }
  return links;
}

std::vector<std::string> H5File::attribute_names(const std::string& path) const {
  const Handle object = state_->own(H5Oopen(state_->file, path.c_str(), H5P_DEFAULT), H5Oclose);
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
  const Handle attribute = state_->own(
      H5Aopen_by_name(state_->file, object.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT),
      H5Aclose);
  return content_of(state_->own(H5Aget_type(attribute), H5Tclose),
                    state_->own(H5Aget_space(attribute), H5Sclose),
                    [&](hid_t type, void* into) { state_->check(H5Aread(attribute, type, into)); });
}

H5Content H5File::dataset(const std::string& path) const {
  const Handle dataset = state_->own(H5Dopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Dclose);
  return content_of(state_->own(H5Dget_type(dataset), H5Tclose),
                    state_->own(H5Dget_space(dataset), H5Sclose), [&](hid_t type, void* into) {
                      state_->check(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, into));
                    });
}

std::size_t H5File::size(const std::string& path) const {
  const Handle dataset = state_->own(H5Dopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Dclose);
  const Handle space = state_->own(H5Dget_space(dataset), H5Sclose);
  return static_cast<std::size_t>(state_->check(H5Sget_simple_extent_npoints(space)));
}

H5Content H5File::part(const std::string& path, std::size_t first, std::size_t count) const {
  const Handle dataset = state_->own(H5Dopen2(state_->file, path.c_str(), H5P_DEFAULT), H5Dclose);
  const Handle in_file = state_->own(H5Dget_space(dataset), H5Sclose);
  if (H5Sget_simple_extent_ndims(in_file) != 1)
    throw run_error(say("cannot read {}: {} has not one dimension", state_->path, path));
  const hsize_t start = first;
  const hsize_t values = count;
  if (count > 0)
    state_->check(H5Sselect_hyperslab(in_file, H5S_SELECT_SET, &start, nullptr, &values, nullptr));
  const Handle in_memory = state_->own(H5Screate_simple(1, &values, nullptr), H5Sclose);
  return content_of(state_->own(H5Dget_type(dataset), H5Tclose), in_memory,
                    [&](hid_t type, void* into) {
                      state_->check(H5Dread(dataset, type, in_memory, in_file, H5P_DEFAULT, into));
                    });
}

std::string H5File::named_type(const std::string& path) const {
  const Handle type = state_->own(H5Topen2(state_->file, path.c_str(), H5P_DEFAULT), H5Tclose);
  return type_text(type);
}

std::string hdf5_version() {
  unsigned major = 0;
  unsigned minor = 0;
  unsigned release = 0;
  H5get_libversion(&major, &minor, &release);
  return fmt::format("{}.{}.{}", major, minor, release);
}

}  // namespace doorstroom
