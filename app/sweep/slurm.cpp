#include "app/sweep/slurm.hpp"

#include <fmt/format.h>
#include <boost/algorithm/string.hpp>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <map>
#include <sstream>

#include "app/sweep/child_process.hpp"
#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/file/text_file.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

/// One word for the shell, whatever characters it holds.
std::string quoted(const std::string& text) {
  return "'" + boost::replace_all_copy(text, "'", "'\\''") + "'";
}

std::string this_executable() {
  return fs::read_symlink("/proc/self/exe").string();
}

std::string work_script(const std::string& folder, std::size_t blocks) {
  return fmt::format(
      "#!/bin/bash\n"
      "# One part of the tasks; the first argument is how many parts the arrays before hold.\n"
      "exec {} sweep work {} --jobs 1 --part \"$((SLURM_ARRAY_TASK_ID + ${{1:-0}}))/{}\"\n",
      quoted(this_executable()), quoted(folder), blocks);
}

std::string merge_script(const std::string& folder) {
  return fmt::format(
      "#!/bin/bash\n"
      "# All parts have ended; what is missing is told in the log of this job.\n"
      "exec {} sweep merge {}\n",
      quoted(this_executable()), quoted(folder));
}

/// Why a program did not do what it was asked.
LocalizedText reason_of(const ProcessResult& ended) {
  return ended.trouble.empty() ? LocalizedText(boost::trim_copy(ended.out)) : ended.trouble;
}

/// The cluster's MaxArraySize: array indices are below this.
std::size_t max_array_size() {
  const ProcessResult config = run_process({"scontrol", "show", "config"});
  if (config.code != 0)
    throw input_error(
        message("there is no Slurm that can be reached from here: {0}\n  submit on a node of the "
                "cluster, or do the parts yourself: `doorstroom sweep work DIR --part 1/4`",
                reason_of(config)));
  std::istringstream lines(config.out);
  for (std::string line; std::getline(lines, line);) {
    std::size_t size = 0;
    const std::size_t equals = line.find('=');
    if (!line.starts_with("MaxArraySize") || equals == std::string::npos) continue;
    const std::string value = boost::trim_copy(line.substr(equals + 1));
    std::from_chars(value.data(), value.data() + value.size(), size);
    if (size > 1) return size;
  }
  constexpr std::size_t slurm_standard = 1001;
  return slurm_standard;
}

/// Submits a script. @return the id of the job
std::string sbatch(std::vector<std::string> words, const SlurmJobOptions& job) {
  words.insert(words.begin(), {"sbatch", "--parsable", "--requeue", "--open-mode=append"});
  std::vector<std::string> options;
  if (!job.time.empty()) options.push_back("--time=" + job.time);
  if (!job.partition.empty()) options.push_back("--partition=" + job.partition);
  words.insert(words.begin() + 1, options.begin(), options.end());
  const ProcessResult ended = run_process(words);
  if (ended.code != 0) throw run_error(message("sbatch refuses: {0}", reason_of(ended)));
  const std::string last = boost::trim_copy(ended.out);
  const std::string id = last.substr(last.rfind('\n') + 1);
  return id.substr(0, id.find(';'));
}

std::string jobs_path(const SweepFolder& folder) {
  return folder.path() + "/slurm/jobs.txt";
}

}  // namespace

SubmittedJobs submit(const SweepFolder& folder, const SlurmJobOptions& job) {
  DOORSTROOM_EXPECT(job.blocks > 0);
  const std::size_t most = max_array_size() - 1;
  const std::string whole = fs::absolute(folder.path()).lexically_normal().string();
  const std::string logs = fs::absolute(folder.subfolder("slurm")).lexically_normal().string();
  write_text_file(logs + "/work.sh", work_script(whole, job.blocks));
  write_text_file(logs + "/merge.sh", merge_script(whole));

  SubmittedJobs jobs;
  for (std::size_t done = 0; done < job.blocks; done += most) {
    const std::size_t some = std::min(most, job.blocks - done);
    jobs.arrays.push_back(sbatch(
        {fmt::format("--array=1-{}", some), "--job-name=doorstroom",
         fmt::format("--output={}/%A_%a.log", logs), logs + "/work.sh", std::to_string(done)},
        job));
  }
  jobs.merge = sbatch(
      {"--job-name=doorstroom-merge", "--dependency=afterany:" + boost::join(jobs.arrays, ":"),
       fmt::format("--output={}/merge_%j.log", logs), logs + "/merge.sh"},
      job);
  write_text_file(jobs_path(folder), boost::join(jobs.arrays, "\n") + "\n" + jobs.merge + "\n");
  return jobs;
}

std::string slurm_state(const SweepFolder& folder) {
  std::istringstream file(read_text_file(jobs_path(folder)));
  std::vector<std::string> ids;
  for (std::string id; std::getline(file, id);) ids.push_back(id);
  if (ids.empty()) return {};
  // squeue fails for jobs that ended long ago, so each id is asked for by itself.
  std::map<std::string, int> states;
  for (const std::string& id : ids) {
    const ProcessResult queue =
        run_process({"squeue", "--noheader", "--array", "--format=%T", "--jobs=" + id});
    if (queue.code != 0) continue;
    std::istringstream lines(queue.out);
    for (std::string state; std::getline(lines, state);) ++states[boost::trim_copy(state)];
  }
  std::vector<std::string> parts;
  for (const auto& [state, count] : states) parts.push_back(fmt::format("{} {}", state, count));
  return boost::join(parts, ", ");
}

}  // namespace doorstroom
