#include "results/story/bill_story.hpp"

#include "results/text/number_text.hpp"

namespace doorstroom {

std::string bill_in_words(const StoryPhrases& tongue, const Bill& bill, const Cost& prices) {
  if (bill.charges.empty() && bill.unknown_hours == 0) return "";
  std::string text;
  if (!bill.charges.empty()) {
    std::vector<std::string> parts;
    for (const Charge& charge : bill.charges) {
      const std::string euro = tongue.euro(charge.euro);
      const std::string days = tongue.length(Days{charge.quantity});
      switch (charge.what) {
        case Charge::What::place:
          parts.push_back(
              tongue.words("{} for a place for {}", "{} voor {} een plaats", euro, days));
          break;
        case Charge::What::days_used:
          parts.push_back(tongue.words("{} for {} of use", "{} voor {} gebruik", euro, days));
          break;
        case Charge::What::stay:
          parts.push_back(tongue.words("{} for the stay", "{} voor het verblijf", euro));
          break;
        case Charge::What::hours:
          parts.push_back(tongue.words("{} for {} hours of work", "{} voor {} uur werk", euro,
                                       grouped(charge.quantity, 1).in(tongue.language())));
          break;
        case Charge::What::begun_case:
          parts.push_back(tongue.words("{} for the case", "{} voor de zaak", euro));
      }
    }
    std::vector<std::string> payers;
    const std::vector<Payer>& paid_by = prices.paid_by;
    for (const Payer& payer : paid_by)
      payers.push_back(
          paid_by.size() == 1
              ? tongue.funder(payer.funder)
              : fmt::format("{} ({:.0f}%)", tongue.funder(payer.funder), 100 * payer.share));
    text = tongue.words(
        " Cost: {}{}.", " Kosten: {}{}.", tongue.all(parts),
        payers.empty() ? ""
                       : tongue.words(", paid by {}", ", betaald door {}", tongue.all(payers)));
  }
  if (bill.unknown_hours > 0)
    text += tongue.words(
        " How many hours were worked on the case, at {} an hour, the file does not "
        "tell.",
        " Hoeveel uur er aan de zaak is gewerkt, à {} per uur, staat niet in het "
        "bestand.",
        tongue.euro(bill.unknown_hours));
  return text;
}

}  // namespace doorstroom
