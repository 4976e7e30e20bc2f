#include "results/what_if/answer.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "models/messages/message.hpp"
#include "results/experiment/json_number.hpp"
#include "results/file/text_file.hpp"
#include "results/variants/loaded_pair.hpp"
#include "results/variants/scenario_folder.hpp"
#include "results/variants/variant_mistakes.hpp"
#include "results/what_if/check_json.hpp"
#include "results/what_if/completion_json.hpp"
#include "results/what_if/decision_run.hpp"
#include "results/what_if/figures_json.hpp"
#include "results/what_if/levers_json.hpp"
#include "results/what_if/model_json.hpp"
#include "results/what_if/paired_run.hpp"
#include "results/what_if/variants_report.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

using OrderedJson = nlohmann::ordered_json;

enum Status { fine = 200, bad_request = 400, forbidden = 403, conflict = 409, failed = 500 };

std::string one_line(const OrderedJson& json) {
  return json_answer(json, -1);
}

/// A refusal that has a status of its own.
struct Refused {
  Status status;
  LocalizedText why;
};

/// Wall time since it was made.
class Elapsed {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }

 private:
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

class Answerer {
 public:
  Answerer(WhatIfRequest request, const WhatIfPlace& place, BaselineRows& baseline, KeptTexts& kept,
           const AnswerTo& to)
      : request_(std::move(request)), place_(place), baseline_(baseline), kept_(kept), to_(to) {}

  void answer() {
    switch (request_.question) {
      case WhatIfQuestion::model:
        return give(model_json(place_, base(), request_.language, kept_));
      case WhatIfQuestion::levers:
        return give_levers();
      case WhatIfQuestion::check:
        return give(check_json(place_, request_));
      case WhatIfQuestion::schema:
        return give(completion_json(tree_of(place_, request_.extends), request_.language));
      case WhatIfQuestion::text:
        return give({{"file", request_.file}, {"text", text_of(place_, request_.file)}});
      case WhatIfQuestion::run:
        return in_lines([&] { run(); });
      case WhatIfQuestion::seek:
        return in_lines([&] { run_seek(place_, request_, line_teller()); });
      case WhatIfQuestion::bottlenecks:
        return in_lines([&] { run_bottlenecks(place_, request_, line_teller()); });
      case WhatIfQuestion::save:
        return save();
      case WhatIfQuestion::report:
        return give_report();
      case WhatIfQuestion::baseline:
        run_baseline(base(), place_.replications, place_.jobs, baseline_);
        return give({{"replications", place_.replications}});
    }
  }

 private:
  void give(const OrderedJson& json) const {
    to_.begin(fine, json_type);
    to_.send(one_line(json));
  }

  Scenario base() const { return load_base(place_).scenario; }

  std::uint32_t pairs() const {
    return std::min(request_.replications.value_or(place_.replications), place_.most_replications);
  }

  void give_levers() const {
    const ScenarioTree tree = tree_of(place_, request_.extends);
    const Scenario scenario = tree.load().scenario;
    give(levers_json(tree, scenario, request_.language));
  }

  void give_report() const {
    const VariantsReport made = variants_report(place_, request_.files, pairs(), request_.language);
    give({{"file", made.file}, {"command", made.command}, {"html", made.html}});
  }

  LoadedPair load() const {
    return load_pair(place_, request_.variant, file_for(request_.variant, request_.file));
  }

  /// Whether it is the scenario itself.
  bool changes_nothing() const {
    const WhatIfVariant& variant = request_.variant;
    return !variant.text && variant.extends.empty() && variant.sets.empty();
  }

  void line(const OrderedJson& json) const { to_.send(one_line(json)); }
  TellLine line_teller() const {
    return [this](const OrderedJson& json) { line(json); };
  }

  /// An answer in lines; what is wrong is the last of them.
  void in_lines(const std::function<void()>& work) const {
    to_.begin(fine, lines_type);
    try {
      work();
    } catch (const VariantMistakes& mistakes) {
      line({{"kind", "mistakes"}, {"mistakes", mistakes_json(mistakes, request_.language)}});
    } catch (const InputError& error) {
      line({{"kind", "mistakes"}, {"mistakes", OrderedJson::array({text_alone(error)})}});
    } catch (const RunError& error) {
      line({{"kind", "failed"}, {"text", LocalizedText(error).in(request_.language)}});
    }
  }

  void run() const {
    const Elapsed whole;
    double telling = 0;
    const LoadedPair pair = load();
    const double loading = whole.seconds();
    line({{"kind", "begun"},
          {"overlay", pair.overlay},
          {"file", pair.file},
          {"command", repeating_command(place_, pair.file, pairs())},
          {"seed", pair.base.seed},
          {"program", program_name(place_)},
          {"replications", pairs()}});
    const KpiLabels labels(pair.base);
    run_pairs({.base = pair.base,
               .variant = changes_nothing() ? pair.base : pair.variant,
               .pairs = pairs(),
               .jobs = place_.jobs},
              baseline_, [&](const PairsSoFar& so_far) {
                const Elapsed part;
                line(figures_json(so_far, labels, request_.language));
                telling += part.seconds();
              });
    line({{"kind", "end"},
          {"seconds", whole.seconds()},
          {"loading_seconds", loading},
          {"telling_seconds", telling}});
  }

  /// A mistake that has no place.
  OrderedJson text_alone(const InputError& error) const {
    return mistake_alone(without_folder(LocalizedText(error).in(request_.language), place_));
  }

  void save() const {
    if (place_.read_only)
      throw Refused{forbidden, message("nothing is saved here: this page is read-only")};
    if (!is_overlay_name(request_.file))
      throw Refused{bad_request,
                    message("{0} is no name for a file here\n  write letters, digits, hyphens, "
                            "dots and underscores, ending in .yaml",
                            request_.file)};
    const std::string path = beside(place_, request_.file);
    std::error_code ignored;
    if (fs::symlink_status(path, ignored).type() != fs::file_type::not_found)
      throw Refused{conflict, message("{0} is there already\n  choose another name; nothing is "
                                      "replaced here",
                                      request_.file)};
    const LoadedPair pair = load();
    write_text_file(path, pair.overlay, false);
    give({{"file", request_.file},
          {"overlay", pair.overlay},
          {"command", repeating_command(place_, request_.file, pairs())}});
  }

  WhatIfRequest request_;
  const WhatIfPlace& place_;
  BaselineRows& baseline_;
  KeptTexts& kept_;
  const AnswerTo& to_;
};

}  // namespace

void answer_request(const RawRequest& raw, const WhatIfPlace& place, Language language,
                    BaselineRows& baseline, KeptTexts& kept, const AnswerTo& to) {
  const auto refuse = [&](int status, const LocalizedText& why) {
    to.begin(status, json_type);
    to.send(one_line({{"error", without_folder(why.in(language), place)}}));
  };
  try {
    WhatIfRequest request = read_request(raw, language);
    language = request.language;
    Answerer(std::move(request), place, baseline, kept, to).answer();
  } catch (const Refused& refused) {
    refuse(refused.status, refused.why);
  } catch (const VariantMistakes& mistakes) {
    to.begin(bad_request, json_type);
    const OrderedJson list = mistakes_json(mistakes, language);
    to.send(one_line({{"error", list.front().at("text")}, {"mistakes", list}}));
  } catch (const InputError& error) {
    refuse(bad_request, error);
  } catch (const RunError& error) {
    refuse(failed, error);
  }
}

}  // namespace doorstroom
