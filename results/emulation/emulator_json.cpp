#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/experiment/json_number.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr auto emulator_format = "doorstroom.emulator";
constexpr int format_version = 1;
/// In the order of OutcomeScale.
constexpr std::array<std::string_view, 3> scale_names{"plain", "log", "logit"};

double number_of(const OrderedJson& json) {
  return json.is_null() ? no_number : json.get<double>();
}

OrderedJson factor_json(const SweptFactor& factor) {
  return {{"path", factor.path},
          {"unit", factor.unit},
          {"low", factor.low},
          {"high", factor.high},
          {"whole", factor.whole}};
}
SweptFactor factor_of(const OrderedJson& json) {
  return {json.at("path"), json.at("unit"), json.at("low"), json.at("high"), json.at("whole")};
}

OrderedJson load_json(const OfferedLoad& load) {
  return {{"node", load.node}, {"factor", load.factor}, {"known", load.known},
          {"work", load.work}, {"low", load.low},       {"high", load.high}};
}
OfferedLoad load_of(const OrderedJson& json) {
  return {json.at("node"), json.at("factor"), json.at("known"),
          json.at("work"), json.at("low"),    json.at("high")};
}

OrderedJson agreement_json(const Agreement& found) {
  return {{"points", found.points}, {"agree", found.agree}, {"error", json_number(found.error)}};
}
Agreement agreement_of(const OrderedJson& json) {
  return {json.at("points"), json.at("agree"), number_of(json.at("error"))};
}

OrderedJson emulated_json(const Emulated& emulated) {
  return {{"mean", emulated.mean},
          {"noise_low", emulated.noise.low},
          {"noise_high", emulated.noise.high},
          {"emulator_low", emulated.emulator.low},
          {"emulator_high", emulated.emulator.high},
          {"p10", emulated.p10},
          {"p90", emulated.p90}};
}
Emulated emulated_of(const OrderedJson& json) {
  return {json.at("mean"),
          {json.at("noise_low"), json.at("noise_high")},
          {json.at("emulator_low"), json.at("emulator_high")},
          json.at("p10"),
          json.at("p90")};
}

OrderedJson fresh_json(const FreshPoint& point) {
  OrderedJson json{{"values", point.values}, {"simulated", point.simulated}};
  json.update(emulated_json(point.emulated));
  json["agrees"] = point.agrees;
  json["near_full_load"] = point.near_full_load;
  return json;
}
FreshPoint fresh_of(const OrderedJson& json) {
  return {json.at("values"), json.at("simulated"), emulated_of(json), json.at("agrees"),
          json.at("near_full_load")};
}

OrderedJson check_json(const EmulatorCheck& check) {
  return {{"all", agreement_json(check.all)},
          {"needed", check.needed()},
          {"near_full_load", agreement_json(check.near_full_load)},
          {"q2", json_number(check.q2)},
          {"monotone", {{"steps", check.steps}, {"worse", check.worse_steps}}}};
}
EmulatorCheck check_of(const OrderedJson& json) {
  return {agreement_of(json.at("all")), agreement_of(json.at("near_full_load")),
          number_of(json.at("q2")), json.at("monotone").at("steps"),
          json.at("monotone").at("worse")};
}

/// Logarithms of a variance; of one that is nil, minus infinity, which is no JSON: none.
OrderedJson logarithms_json(const std::vector<double>& coefficients) {
  return coefficients.size() == 1 ? OrderedJson::array() : OrderedJson(coefficients);
}
std::vector<double> logarithms_of(const OrderedJson& json) {
  if (json.empty()) return {-std::numeric_limits<double>::infinity()};
  return json.get<std::vector<double>>();
}

void add_model(const EmulatorModel& model, OrderedJson& json) {
  const GaussianProcess surface(model.data, model.kernel);
  json["scale"] = scale_names[static_cast<std::size_t>(model.line.scale)];
  json["share_of"] = model.line.count;
  json["replications"] = model.replications;
  json["inputs"] = model.data.points;
  json["values"] = model.data.values;
  json["noise"] = model.data.noise;
  json["lengths"] = model.kernel.lengths;
  json["variance"] = model.kernel.variance;
  json["trend"] = surface.trend();
  json["weights"] = surface.weights();
  json["common_noise"] = model.common_noise;
  json["own_noise"] = logarithms_json(model.own_noise);
  json["single"] = logarithms_json(model.single);
  json["single_p10"] = model.single_p10;
  json["single_p90"] = model.single_p90;
}

EmulatorModel model_of(const OrderedJson& json) {
  EmulatorModel model;
  const auto* const scale = std::ranges::find(scale_names, json.at("scale").get<std::string>());
  if (scale == scale_names.end()) throw input_error(message("its scale is unknown"));
  model.line = {static_cast<OutcomeScale>(scale - scale_names.begin()), json.at("share_of")};
  model.replications = json.at("replications");
  model.data = {json.at("inputs"), json.at("values"), json.at("noise")};
  model.kernel = {json.at("lengths"), json.at("variance")};
  model.common_noise = json.at("common_noise").get<std::vector<std::vector<double>>>();
  model.own_noise = logarithms_of(json.at("own_noise"));
  model.single = logarithms_of(json.at("single"));
  model.single_p10 = json.at("single_p10");
  model.single_p90 = json.at("single_p90");
  return model;
}

/// Whether all parts are as long as they must be.
bool is_whole(const SweepEmulator& emulator) {
  const SweptSpace& space = emulator.space;
  const EmulatorModel& model = emulator.model;
  const std::size_t points = emulator.design.size();
  const std::size_t inputs = space.factors.size() + space.loads.size();
  const auto all_of_size = [](const auto& rows, std::size_t size) {
    return std::ranges::all_of(rows, [size](const auto& row) { return row.size() == size; });
  };
  const auto is_regression = [&](const std::vector<double>& terms) {
    return terms.size() == 1 || terms.size() == 1 + inputs || terms.size() == 1 + 2 * inputs;
  };
  return points > inputs + 2 && model.data.points.size() == points &&
         model.data.values.size() == points && model.data.noise.size() == points &&
         all_of_size(emulator.design, space.factors.size()) &&
         all_of_size(model.data.points, inputs) && model.kernel.lengths.size() == inputs &&
         model.common_noise.size() == 1 + inputs && all_of_size(model.common_noise, 1 + inputs) &&
         is_regression(model.own_noise) && is_regression(model.single) &&
         std::ranges::all_of(space.loads, [&](const OfferedLoad& load) {
           return load.factor < space.factors.size() &&
                  load.work.size() == 1 + space.factors.size();
         });
}

SweepEmulator read(const OrderedJson& json) {
  SweepEmulator emulator;
  emulator.sweep = json.at("sweep");
  emulator.sweep_hash = json.at("manifest_sha256");
  emulator.seed = json.at("seed");
  emulator.kpi = KpiName::parse(json.at("kpi"));
  if (!json.at("smallest_relevant").is_null())
    emulator.smallest_relevant = json.at("smallest_relevant");
  for (const OrderedJson& factor : json.at("factors"))
    emulator.space.factors.push_back(factor_of(factor));
  for (const OrderedJson& load : json.at("loads")) emulator.space.loads.push_back(load_of(load));
  emulator.design = json.at("design").get<DesignValues>();
  emulator.model = model_of(json);
  emulator.check = check_of(json.at("check"));
  for (const OrderedJson& point : json.at("check").at("fresh"))
    emulator.fresh.push_back(fresh_of(point));
  if (!is_whole(emulator)) throw input_error(message("its parts do not fit together"));
  return emulator;
}

}  // namespace

std::string emulator_json(const SweepEmulator& emulator) {
  OrderedJson json{{"format", emulator_format},
                   {"format_version", format_version},
                   {"sweep", emulator.sweep},
                   {"manifest_sha256", emulator.sweep_hash},
                   {"seed", emulator.seed},
                   {"kpi", emulator.kpi.text()},
                   {"units", emulator.kpi.definition().units},
                   {"accepted", emulator.check.accepted()}};
  json["smallest_relevant"] =
      emulator.smallest_relevant ? OrderedJson(*emulator.smallest_relevant) : OrderedJson();
  json["check"] = check_json(emulator.check);
  OrderedJson& fresh = json["check"]["fresh"] = OrderedJson::array();
  for (const FreshPoint& point : emulator.fresh) fresh.push_back(fresh_json(point));
  OrderedJson& factors = json["factors"] = OrderedJson::array();
  for (const SweptFactor& factor : emulator.space.factors) factors.push_back(factor_json(factor));
  OrderedJson& loads = json["loads"] = OrderedJson::array();
  for (const OfferedLoad& load : emulator.space.loads) loads.push_back(load_json(load));
  json["design"] = emulator.design;
  add_model(emulator.model, json);
  return json_answer(json, 1);
}

SweepEmulator emulator_of(const std::string& name, const std::string& text) {
  try {
    const OrderedJson json = OrderedJson::parse(text);
    if (json.value("format", "") != emulator_format)
      throw input_error(message("its format is not `{0}`", emulator_format));
    if (const int version = json.at("format_version"); version != format_version)
      throw input_error(
          message("its format version is {0}, expected {1}", version, format_version));
    return read(json);
  } catch (const nlohmann::json::exception& error) {
    throw input_error(
        message("{0}: this is no emulator of a sweep: {1}\n  `doorstroom sweep "
                "emulate` makes it anew",
                name, std::string(error.what())));
  } catch (const InputError& error) {
    throw input_error(
        message("{0}: this is no emulator of a sweep: {1}\n  `doorstroom sweep "
                "emulate` makes it anew",
                name, LocalizedText(error)));
  }
}

std::string prediction_json(const std::string& sweep, const SweptSpace& space,
                            const std::vector<double>& values,
                            const std::vector<PredictedFigure>& figures) {
  constexpr std::array<std::string_view, 3> bases{"simulated", "estimated", "refused"};
  OrderedJson json{{"format", "doorstroom.prediction"}, {"format_version", 1}, {"sweep", sweep}};
  const auto values_json = [&](const std::vector<double>& of) {
    OrderedJson by_path = OrderedJson::object();
    for (std::size_t i = 0; i < of.size(); ++i) by_path[space.factors[i].path] = of[i];
    return by_path;
  };
  json["values"] = values_json(values);
  json["figures"] = OrderedJson::array();
  for (const PredictedFigure& figure : figures) {
    const Estimate& near = figure.nearest.figure;
    OrderedJson row{{"kpi", figure.kpi.text()},
                    {"units", figure.kpi.definition().units},
                    {"basis", bases[static_cast<std::size_t>(figure.basis)]}};
    OrderedJson emulated = emulated_json(figure.emulated);
    if (figure.basis == PredictedFigure::Basis::refused)
      for (OrderedJson& number : emulated) number = nullptr;
    row.update(emulated);
    row["nearest"] = {{"values", values_json(figure.nearest.values)},
                      {"mean", json_number(near.mean.mean)},
                      {"low", json_number(near.mean.low)},
                      {"high", json_number(near.mean.high)},
                      {"p10", json_number(near.p10)},
                      {"p90", json_number(near.p90)}};
    json["figures"].push_back(std::move(row));
  }
  return json_answer(json);
}

}  // namespace doorstroom
