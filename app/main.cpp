// The entry point: runs the command line, and turns every failure into a message and an exit code.

#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

#include "app/command_line.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/last_words.hpp"
#include "app/console/output.hpp"
#include "engine/error.hpp"
#include "engine/replication_pool.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

enum ExitCode { run_failed = 1, wrong_input = 2, internal_error = 3, interrupted = 130 };

LocalizedText out_of_memory() {
  return message("Failed: out of memory\n  try fewer --jobs, or --visits 0");
}

int run_and_report_failures(int argc, char** argv) {
  const Language language = language_of(argc, argv);
  set_last_words(out_of_memory().in(language) + '\n');
  handle_signals(message("Stopped. Nothing is left half done.\n").in(language));
  const auto end_with = [language](ExitCode code, const LocalizedText& message) -> int {
    print_message(message.in(language));
    return code;
  };
  try {
    return run_command_line(argc, argv, language);
  } catch (const InputError& error) {
    return end_with(wrong_input, error);
  } catch (const RunError& error) {
    return end_with(run_failed, message("Failed: {0}", LocalizedText(error)));
  } catch (const StoppedByUser& stopped) {
    return end_with(interrupted, stopped.text);
  } catch (const Interrupted&) {
    return end_with(interrupted, message("Stopped. No result file was written."));
  } catch (const std::system_error& error) {  // of std::filesystem, too
    return end_with(run_failed,
                    message("Failed: {0}", LocalizedText(system_error(error.code().value()))));
  } catch (const nlohmann::json::exception& error) {
    return end_with(wrong_input,
                    message("a file that was read is not as this program writes it: {0}\n  it is "
                            "damaged, or was changed; make it anew",
                            std::string(error.what())));
  } catch (const std::bad_alloc&) {
    return end_with(run_failed, out_of_memory());
  } catch (const std::exception& error) {
    return end_with(internal_error,
                    message("This is our own fault, not yours: {0}\n  please report it with the "
                            "scenario, the command, and what `doorstroom --version` says",
                            error.what()));
  }
}

}  // namespace
}  // namespace doorstroom

int main(int argc, char** argv) {
  doorstroom::prepare_output();
  int code = doorstroom::run_failed;
  try {
    code = doorstroom::run_and_report_failures(argc, argv);
  } catch (const std::exception&) {  // while another one was being told
    doorstroom::say_last_words();
  }
  doorstroom::end_of_work();
#ifdef DOORSTROOM_SANITIZE
  return code;  // the leak sanitizer looks when the program exits
#else
  // All of ours is closed by now. What the libraries would tidy up takes longer than some commands.
  std::fflush(nullptr);
  _exit(code);
#endif
}
