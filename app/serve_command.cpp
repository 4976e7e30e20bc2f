// doorstroom serve: the page on which a planner moves parameters and sees what comes of it.

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/console/confinement.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/output.hpp"
#include "app/page_parts.hpp"
#include "app/serve/access.hpp"
#include "app/serve/browser.hpp"
#include "app/serve/http_server.hpp"
#include "app/serve/job_answer.hpp"
#include "app/serve/listening.hpp"
#include "app/serve/routes.hpp"
#include "app/serve/scratch_folder.hpp"
#include "app/serve/zygote.hpp"
#include "app/shared_options.hpp"
#include "engine/actors.hpp"
#include "engine/replication_pool.hpp"
#include "engine/resource_usage.hpp"
#include "models/messages/message.hpp"
#include "results/page/what_if_page.hpp"
#include "results/what_if/answer.hpp"
#include "results/what_if/baseline_rows.hpp"

namespace doorstroom {
namespace {

constexpr std::uint32_t customary_port = 8080;

struct ServeArguments {
  std::string scenario;                     ///< file
  std::uint32_t port = customary_port;      ///< 0: any that is free
  bool open = false;                        ///< the page, in a browser
  bool read_only = false;                   ///< nothing is saved
  std::string public_url;                   ///< of a proxy before it; empty: none
  std::uint32_t replications = 100;         ///< pairs
  int jobs = 0;                             ///< worker processes; 0: one for each core
  std::optional<std::uint32_t> per_client;  ///< simulations at once
};

/// Of one client, where people share a server behind a proxy. On somebody's own computer all tabs
/// are theirs.
constexpr std::uint32_t customary_per_client = 4;

constexpr auto serve_examples = translatable(
    "Examples:\n"
    "  doorstroom serve scenarios/holland-rijnland.yaml --open\n"
    "  doorstroom serve scenarios/holland-rijnland.yaml --port 8081 --replications 200\n"
    "  doorstroom serve region.yaml --read-only --public-url https://region.example/doorstroom/\n"
    "\n"
    "The link that is printed holds a key: whoever has it can use the page, and save variants "
    "into the\n"
    "folder of the scenario. Other machines cannot reach it, but through a proxy. Ctrl-C ends it.");

void describe(Options& options, ServeArguments& arguments) {
  options.positional("FILE", arguments.scenario, translatable("Scenario (YAML)")).required();
  options.whole_number("--port", "P", arguments.port,
                       translatable("Port of this machine; 0 for any that is free. Default: 8080"),
                       {0, 65'535});
  options.flag("--open", arguments.open, translatable("Open the page in a browser"));
  options.flag("--read-only", arguments.read_only, translatable("Save nothing"));
  options.option("--public-url", "URL", arguments.public_url,
                 translatable("Address under which a proxy hands on to this server"));
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("Replications of the scenario and of each variant.\n"
                                    "Default: 100"),
                       {2, 10'000});
  options.whole_number("--per-client", "N", arguments.per_client,
                       translatable("Simulations of one client at once, waiting ones included.\n"
                                    "Default: 4 with --public-url, else any number"),
                       {1, 1000});
  add_jobs(options, arguments.jobs);
}

std::optional<std::size_t> most_of_client(const ServeArguments& arguments) {
  if (arguments.per_client) return *arguments.per_client;
  if (arguments.public_url.empty()) return std::nullopt;
  return customary_per_client;
}

WhatIfPlace place_of(const ServeArguments& arguments, const ScratchFolder& scratch) {
  constexpr std::uint32_t always_allowed = 1000;
  return {.scenario = arguments.scenario,
          .replications = arguments.replications,
          .most_replications = std::max(arguments.replications, always_allowed),
          .jobs = worker_count(arguments.jobs),
          .read_only = arguments.read_only,
          .program = this_program(),
          .scratch = scratch.path(),
          .report_parts = page_parts()};
}

void confine_and_tell(const std::vector<std::string>& outputs, Language language) {
  for (const LocalizedText& failed : confine(outputs))
    print_message(
        message("the server is less protected than it could be: {0}", failed).in(language));
}

/// Leaves memory to others: a scenario may ask for any amount of it. Two jobs simulate at once,
/// each with its workers; together they may take half of what is free.
void limit_memory([[maybe_unused]] const WhatIfPlace& place) {
#ifndef __SANITIZE_ADDRESS__       // its shadow counts as memory
  constexpr double least = 256e6;  ///< of a process [byte]
  const double share = available_memory() / 2 / (2.0 * (place.jobs + 1));
  lower_limit(RLIMIT_DATA, std::max(share, least));
#endif
}

/// What every job does.
Job job_of(const WhatIfPlace& place, BaselineRows& baseline, KeptTexts& kept, Language language) {
  return [&place, &baseline, &kept, language](const std::string& asked, int out) {
    JobAnswerWriter answer(out);
    const RawRequest request = unpacked_request(asked);
    limit_memory(place);
    constexpr int behind_all_else = 19;
    if (request.question == WhatIfQuestion::baseline)
      setpriority(PRIO_PROCESS, 0, behind_all_else);  // nobody waits for it
    answer_request(request, place, language, baseline, kept,
                   {.begin = [&](int status, std::string_view type) { answer.begin(status, type); },
                    .send = [&](std::string_view text) { answer.send(text); }});
    answer.end();
  };
}

/// Lets a job load the scenario, so that its mistakes are told before there is a page.
void check_scenario_in_job(Zygote& zygote, Language language) {
  const StartedJob job = zygote.start(
      packed_request({WhatIfQuestion::model, "lang=" + std::string(language.code()), {}}));
  JobAnswerReader answer;
  std::string text;
  std::array<char, 4096> room{};
  for (ssize_t got = 0; (got = read(job.answer.number(), room.data(), room.size())) > 0;) {
    answer.add({room.data(), static_cast<std::size_t>(got)});
    text += answer.take_lines();
  }
  if (!answer.is_whole())
    throw run_error(message("the process that reads the scenario was killed, or crashed"));
  constexpr int fine = 200;
  if (answer.status() != fine)
    throw input_error(LocalizedText(nlohmann::json::parse(text).at("error").get<std::string>()));
}

std::string page_of(Language language, std::string_view nonce) {
  return what_if_page(language, what_if_style(), nonce);
}

int run(const ServeArguments& arguments, Language language) {
  if (what_if_script().empty())
    throw input_error(message(
        "this program was built without pages, so it has none to serve\n  build it with Node "
        "and DOORSTROOM_PAGES=ON"));
  std::optional<PublicUrl> known_as;
  if (!arguments.public_url.empty()) known_as = read_public_url(arguments.public_url);
  Listening listening = listen_here(static_cast<unsigned short>(arguments.port));
  const int port_socket = listening.socket.number();
  const ScratchFolder scratch;
  const WhatIfPlace place = place_of(arguments, scratch);
  BaselineRows baseline;
  KeptTexts kept;
  std::vector<std::string> writable{place.scratch};
  if (!arguments.read_only) writable.push_back(arguments.scenario);
  const ZygoteChores chores{.begin =
                                [&] {
                                  close(port_socket);  // the port is the server's alone
                                  confine_and_tell(writable, language);
                                  load_simgrid();
                                },
                            .rest = [&] { scratch.empty(); },
                            .end = [&] { scratch.remove(); }};
  Zygote zygote(chores, job_of(place, baseline, kept, language));
  check_scenario_in_job(zygote, language);

  const Access access(listening.port, known_as, new_token());
  std::optional<RedirectFile> redirect;
  if (arguments.open) {
    redirect.emplace(access.link());
    if (!open_in_browser(redirect->path()))
      print_message(message("no browser was found; open the link yourself").in(language));
  }
  print(message("{0}: open this link in a browser. Ctrl-C ends the page.\n  {1}\n",
                arguments.scenario, access.link())
            .in(language));
  if (known_as) print("  " + access.public_link() + "\n");
  confine_and_tell(
      redirect ? std::vector<std::string>{redirect->path()} : std::vector<std::string>(), language);
  const InterruptHandler interrupt;
  serve_http(std::move(listening),
             {.access = access,
              .page = page_of,
              .script = std::string(what_if_script()),
              .language = language,
              .most_of_client = most_of_client(arguments)},
             zygote, *interrupt.stop_requested());
  throw StoppedByUser{message("Stopped.")};
}

}  // namespace

Command serve_command() {
  return make_command<ServeArguments>(
      "serve", translatable("Serve a page on which to try changes and see what they do"),
      serve_examples, describe, run);
}

}  // namespace doorstroom
