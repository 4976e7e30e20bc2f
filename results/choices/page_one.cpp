#include <nlohmann/json.hpp>
#include <optional>

#include "models/scenario/label.hpp"
#include "results/answers/answer_blocks.hpp"
#include "results/answers/break_even_words.hpp"
#include "results/answers/found_capacity.hpp"
#include "results/answers/sensitivity_rows.hpp"
#include "results/choices/abbreviations.hpp"
#include "results/choices/choices.hpp"
#include "results/choices/page_one_answer.hpp"
#include "results/choices/page_one_options.hpp"
#include "results/report/verdict_words.hpp"
#include "results/text/json_label.hpp"

namespace doorstroom {
namespace {

class PageOne {
 public:
  explicit PageOne(ReportSources& sources)
      : sources_(sources), about_(about_of(sources)), assumptions_(sources) {
    if (ResultReader* const seek = sources.answer("doorstroom.seek"))
      found_.emplace(sources, assumptions_, *seek);
  }

  ReportSection section() {
    section_.id = "page-one";
    section_.title = localized(message("On one page"));
    add_decision();
    add_answer();
    section_.blocks.emplace_back(page_one_options(sources_, found_ ? &*found_ : nullptr));
    add_assumption();
    add_not_modelled();
    add_colophon();
    return std::move(section_);
  }

 private:
  /// What the base says about itself; what it leaves out, the first variant that says it.
  static nlohmann::json about_of(ReportSources& sources) {
    auto about = nlohmann::json::object();
    for (const ResultReader& result : sources.results()) {
      const auto scenario = nlohmann::json::parse(result.resolved(), nullptr, false);
      if (!scenario.is_object() || !scenario.contains("about")) continue;
      for (const auto& [key, text] : scenario["about"].items())
        if (!about.contains(key)) about[key] = text;
    }
    return about;
  }

  /// What the scenario says about itself; empty: nothing.
  std::string about(const char* key) const {
    if (!about_.is_object() || !about_.contains(key)) return {};
    return name_in(sources_.language(), label_of(about_[key]), "");
  }

  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  void add(const LocalizedText& text, ReportText::Role role = ReportText::Role::plain) {
    section_.blocks.emplace_back(ReportText{.text = localized(text), .role = role});
  }
  void add_heading(const LocalizedText& text) {
    section_.blocks.emplace_back(ReportHeading{.text = localized(text)});
  }

  void add_decision() {
    add_heading(message("The decision asked for"));
    add_question();
    std::string named;
    for (const ReportBlock& block : section_.blocks)
      if (const auto* const text = std::get_if<ReportText>(&block)) named += text->text + "\n";
    for (std::size_t i = 0; i < sources_.variants(); ++i) named += variant_name(sources_, i) + "\n";
    const LocalizedText written_out = abbreviations_in(sources_, named);
    if (!written_out.empty()) add(written_out + std::string("."), ReportText::Role::note);
  }

  void add_question() {
    if (const std::string decision = about("decision"); !decision.empty()) return add(decision);
    if (sources_.variants() == 0 && found_ && found_->has_answer())
      return add(message("Choose: go on unchanged, or: {0}.", found_->answer()));
    if (sources_.variants() == 0)
      return add(
          message("This report asks for no decision: it shows what to expect if nothing "
                  "changes."));
    constexpr std::size_t most_named = 3;
    if (sources_.variants() > most_named)
      return add(message("Choose between going on unchanged and one of the variants below."));
    std::vector<LocalizedText> names;
    for (std::size_t i = 0; i < sources_.variants(); ++i)
      names.emplace_back(variant_name(sources_, i));
    add(message("Choose: go on unchanged, or: {0}.",
                names.size() == 1 ? names.front() : either(names)));
  }

  void add_answer() {
    add_heading(message("The answer"));
    for (ReportBlock& block : page_one_answer(sources_, assumptions_))
      section_.blocks.push_back(std::move(block));
    if (found_) add(found_->sentences().front(), ReportText::Role::lead);
    if (sources_.variants() > 0)
      add(
          message("Which option is best the model does not say: it tells what differs, and you "
                  "weigh that."));
  }

  /// What the outcome hangs on, and where the effect turns.
  void add_assumption() {
    add_heading(message("What the outcome hangs on"));
    ResultReader* const sensitivity = sources_.answer("doorstroom.sensitivity");
    ResultReader* const explanation = sources_.answer("doorstroom.explanation");
    if (sensitivity != nullptr) add_deciding(*sensitivity);
    if (explanation != nullptr) add_break_even(*explanation);
    if (sensitivity == nullptr && sources_.variants() == 0)
      add(message("Which assumption decides the outcome was not examined."));
    else if (sensitivity == nullptr)
      add(explanation == nullptr
              ? message("Which assumption decides the outcome, and from which value on, was not "
                        "examined. Ask for that first.")
              : message("Whether another assumption weighs more was not examined."));
    if (sources_.variants() == 0 || explanation != nullptr) return;
    if (sensitivity != nullptr)
      add(message("From which value on the choice turns was not examined."));
    add(message("The verdicts hold only under what each option assumes: see What changes."));
  }

  void add_deciding(ResultReader& file) {
    const std::vector<FigureShares> figures = figure_shares(file);
    if (figures.empty()) return;
    const FigureShares& figure = figures.front();
    const std::string label = kpi_label(sources_, figure.kpi);
    if (!figure.has_leader())
      return add(message("{0}: of no assumption is it shown that it decides.", label));
    const AssumptionShare& first = figure.shares.front();
    add(message("{0}: most depends on {1}. It makes {2} of the spread.", label,
                assumptions_.of(first.path), percent_words(first.share)));
  }

  void add_break_even(ResultReader& file) {
    const std::vector<BreakEvenRow> rows = break_even_rows(assumptions_, file);
    if (rows.empty()) return add(message("No value was looked at where the effect turns."));
    add(message("{0}: when we vary \"{1}\", the effect is gone {2}.",
                kpi_label(sources_, rows.front().kpi), rows.front().assumption,
                rows.front().values));
  }

  void add_not_modelled() {
    add_heading(message("What the model leaves out"));
    add(
        message("What parents choose, how good the help is, crime, moving house and transport. "
                "What the model shows is an assumption worked out, not evidence."));
  }

  void add_colophon() {
    const auto said = [&](const char* key) {
      const std::string text = about(key);
      return text.empty() ? localized(message("not filled in")) : text;
    };
    section_.blocks.emplace_back(
        ReportList{.caption = {},
                   .items = {localized(message("Date of the data: {0}", said("data_date"))),
                             localized(message("Owner: {0}", said("owner"))),
                             localized(message("Contact: {0}", said("contact")))}});
  }

  ReportSources& sources_;
  nlohmann::json about_;
  AssumptionNames assumptions_;
  std::optional<FoundCapacity> found_{};
  ReportSection section_{};
};

}  // namespace

ReportSection page_one(ReportSources& sources) {
  return PageOne(sources).section();
}

}  // namespace doorstroom
