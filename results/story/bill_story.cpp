#include "results/story/bill_story.hpp"

#include <fmt/format.h>

#include "results/text/number_text.hpp"

namespace doorstroom {

LocalizedText bill_in_words(const StoryPhrases& phrases, const Bill& bill, const Cost& prices) {
  if (bill.charges.empty() && bill.unknown_hours == 0) return {};
  LocalizedText text;
  if (!bill.charges.empty()) {
    std::vector<LocalizedText> parts;
    for (const Charge& charge : bill.charges) {
      const LocalizedText euro = euro_in_words(charge.euro);
      const LocalizedText days = length_in_words(Days{charge.quantity});
      switch (charge.what) {
        case Charge::What::place:
          parts.push_back(message("{0} for a place for {1}", euro, days));
          break;
        case Charge::What::days_used:
          parts.push_back(message("{0} for {1} of use", euro, days));
          break;
        case Charge::What::stay:
          parts.push_back(message("{0} for the stay", euro));
          break;
        case Charge::What::hours:
          parts.push_back(message("{0} for {1} hours of work", euro, grouped(charge.quantity, 1)));
          break;
        case Charge::What::begun_case:
          parts.push_back(message("{0} for the case", euro));
      }
    }
    std::vector<LocalizedText> payers;
    const std::vector<Payer>& paid_by = prices.paid_by;
    for (const Payer& payer : paid_by)
      payers.push_back(paid_by.size() == 1 ? phrases.funder(payer.funder)
                                           : message("{0} ({1}%)", phrases.funder(payer.funder),
                                                     fmt::format("{:.0f}", 100 * payer.share)));
    text = message(" Cost: {0}{1}.", all_of(parts),
                   payers.empty() ? LocalizedText() : message(", paid by {0}", all_of(payers)));
  }
  if (bill.unknown_hours > 0)
    text += message(
        " How many hours were worked on the case, at {0} an hour, the file does not "
        "tell.",
        euro_in_words(bill.unknown_hours));
  return text;
}

}  // namespace doorstroom
