#pragma once
/// What the program can do: one function a command, one file each. Each returns the exit code:
/// 0 fine, 1 the run failed, 2 the input is wrong; what it throws, main turns into one.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/messages/language.hpp"

namespace doorstroom {

struct RunArguments {
  std::string scenario;                       ///< file; empty with `extend`
  std::string extend;                         ///< result to add replications to; empty: none
  std::string out;                            ///< empty: the scenario's name with .h5, here
  std::optional<std::uint32_t> replications;  ///< instead of the scenario's
  std::vector<std::string> until;             ///< "KPI +- AMOUNT": run until all are so precise
  std::optional<std::uint32_t> at_most;       ///< replications, with `until`
  std::optional<std::uint32_t> seed;          ///< instead of the scenario's
  int jobs = 0;                               ///< worker processes; 0: one for each core
  std::optional<std::uint32_t> visits;        ///< replications of which every visit is kept
  std::vector<std::string> sets;              ///< "PATH=VALUE"
  bool force = false;                         ///< replace an existing result
  bool verbose = false;                       ///< tell how fast it went, and what it held
  Language language = Language::en;
};
int run_command(const RunArguments& arguments);

struct RerunArguments {
  std::string result;  ///< file
  std::string out;     ///< where the new result goes, and stays; empty: nowhere
  int jobs = 0;        ///< worker processes; 0: one for each core
  Language language = Language::en;
};
int rerun_command(const RerunArguments& arguments);

struct CheckArguments {
  std::string scenario;           ///< file
  std::vector<std::string> sets;  ///< "PATH=VALUE"
  Language language = Language::en;
};
int check_command(const CheckArguments& arguments);

struct ShowArguments {
  std::string result;  ///< file
  Language language = Language::en;
};
int show_command(const ShowArguments& arguments);

struct ExportArguments {
  std::string result;               ///< file: of a run, a sweep, a comparison
  std::string csv;                  ///< folder for one CSV file a table; or
  std::string xlsx;                 ///< a spreadsheet
  std::vector<std::string> tables;  ///< empty: all but the longest
  bool all = false;                 ///< the longest, too
  bool force = false;               ///< replace files that are there
  Language language = Language::en;
};
int export_command(const ExportArguments& arguments);

struct TraceArguments {
  std::string result;                  ///< file
  std::optional<std::uint32_t> youth;  ///< whose story; none: which are worth reading
  std::uint32_t replication = 0;
  Language language = Language::en;
};
int trace_command(const TraceArguments& arguments);

struct SameArguments {
  std::string one;
  std::string other;
  Language language = Language::en;
};
int same_command(const SameArguments& arguments);

struct FieldsArguments {
  std::string key;  ///< or a path of keys; empty: all
  Language language = Language::en;
};
int fields_command(const FieldsArguments& arguments);

struct SchemaArguments {
  std::string file = "scenario";  ///< or overlay, or sweep
  std::string out;                ///< empty: standard output
  Language language = Language::en;
};
int schema_command(const SchemaArguments& arguments);

}  // namespace doorstroom
