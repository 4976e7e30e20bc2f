#include "models/messages/catalogue.hpp"

/// What the commands answer.

namespace doorstroom {
namespace {

constexpr Translation answers[] = {
    // check
    {"{}: {} makes sense{}.\n{}, {}, {}, {}; {} to {}, {}.\n",
     "{}: {} is in orde{}.\n{}, {}, {}, {}; {} tot {}, {}.\n"},
    {", with {}", ", met {}"},
    {"{} warning", "{} waarschuwing"},
    {"{} warnings", "{} waarschuwingen"},
    {"{} source", "{} bron"},
    {"{} sources", "{} bronnen"},
    {"{} desk", "{} loket"},
    {"{} desks", "{} loketten"},
    {"{} arrangement", "{} arrangement"},
    {"{} arrangements", "{} arrangementen"},
    {"{} intervention", "{} interventie"},
    {"{} interventions", "{} interventies"},
    {"{} replication", "{} herhaling"},
    {"{} replications", "{} herhalingen"},
    {"{} year", "{} jaar"},
    {"{} years", "{} jaar"},
    // show
    {"{} to {} ({}), {}, seed {}\n", "{} tot {} ({}), {}, seed {}\n"},
    {"Whole system", "Hele systeem"},
    {"mean", "gemiddeld"},
    {"95% interval", "95%-interval"},
    {"Desks and arrangements", "Loketten en arrangementen"},
    {"entered", "instroom"},
    {"a year", "per jaar"},
    {"waited,", "gewacht,"},
    {"median", "mediaan"},
    {"90% within", "90% binnen"},
    {"within 10 wk", "binnen 10 wk"},
    {"youths", "jongeren"},
    {"use", "gebruik"},
    {"Intervals are the noise of simulating, smaller with more replications. They say nothing of "
     "how\nsure the inputs are. P10 - P90: what one single future may bring.\n",
     "Intervallen zijn de ruis van het simuleren, kleiner met meer herhalingen. Ze zeggen niets "
     "over hoe\nzeker de invoer is. P10 - P90: wat een enkele toekomst kan brengen.\n"},
    {"One replication is one possible future, and tells nothing of chance: run with "
     "--replications 50.\n",
     "Een herhaling is een mogelijke toekomst, en zegt niets over toeval: draai met --replications "
     "50.\n"},
    {"Not modelled: parents' choice, quality of help, crime, migration, transport, care beside "
     "school.\n",
     "Niet gemodelleerd: keuze van ouders, kwaliteit van hulp, criminaliteit, verhuizing, "
     "vervoer,\n"
     "zorg naast school.\n"},
    {"Targets", "Streefwaarden"},
    {"model", "model"},
    {"should be", "hoort te zijn"},
    {"met", "raak"},
    {"chance", "kans"},
    {"no", "nee"},
    // check
    {"no capacity", "geen capaciteit"},
    {"Offered load", "Gevraagde bezetting"},
    {"requests a year", "aanvragen per jaar"},
    {"at the start", "bij het begin"},
    {"at the end", "aan het eind"},
    {"warning: more is asked of {} than it can give, and nobody gives up its list\n  the list "
     "would "
     "grow all through the run; add capacity, or waiting.leaves_after\n",
     "waarschuwing: van {} wordt meer gevraagd dan er is, en niemand verlaat de wachtlijst\n  de "
     "lijst "
     "zou de hele run groeien; voeg capaciteit toe, of waiting.leaves_after\n"},
    {"\nWhere parameters come from: {} entries measured, {} derived, {} assumed.\n",
     "\nWaar parameters vandaan komen: {} vermeldingen gemeten, {} afgeleid, {} aangenomen.\n"},
    {"On paper, as routes bring them from the sources: who becomes absent, comes back or is there\n"
     "already comes on top, and who gives up is not taken off. A run counts them all.\n",
     "Op papier, zoals routes ze van de bronnen brengen: wie thuis komt te zitten, terugkomt of er "
     "al is, komt\ndaar bovenop, en wie afhaakt is er niet af. Een run telt ze allemaal.\n"},
    {"\nWithout evidence ({}):\n", "\nZonder onderbouwing ({}):\n"},
    // run
    {"\nResult file: {}\n", "\nResultaatbestand: {}\n"},
    {"replications", "herhalingen"},
    {"{} of {} {}", "{} van {} {}"},
    {"{}, in {}", "{}, in {}"},
    {"{}, about {} left", "{}, nog ongeveer {}"},
    {"{} s", "{} s"},
    {"{} min {:02} s", "{} min {:02} s"},
    {"{} h {:02} min", "{} u {:02} min"},
    {"Failed: {}", "Mislukt: {}"},
    {"Stopped. No result file was written.", "Gestopt. Er is geen resultaatbestand geschreven."},
    {"Failed: out of memory\n  try fewer --jobs, or --visits 0",
     "Mislukt: te weinig geheugen\n  probeer minder --jobs, of --visits 0"},
    {"This is our own fault, not yours: {}\n  please report it with the scenario, the command, and "
     "what `doorstroom --version` says",
     "Dit is onze eigen fout, niet de uwe: {}\n  meld het ons met het scenario, de opdracht en wat "
     "`doorstroom --version` zegt"},
    {"{} is a file that the scenario is read from\n  give the result another name, such as -o "
     "out.h5",
     "{} is een bestand waaruit het scenario wordt gelezen\n  geef het resultaat een andere naam, "
     "zoals -o uit.h5"},
    // same
    {"The same: every object outside /run is equal.\n",
     "Gelijk: elk object buiten /run is hetzelfde.\n"},
    {"Not the same: {}.\n", "Niet gelijk: {}.\n"},
    {"{} difference", "{} verschil"},
    {"{} differences", "{} verschillen"},
    // key figures that must be precise enough
    {"`{}` does not say how precise\n  write a key figure, +- and a half-width, such as "
     "`oza.wait_p90 +- 1 week`",
     "`{}` zegt niet hoe precies\n  schrijf een kengetal, +- en een marge, zoals "
     "`oza.wait_p90 +- 1 week`"},
    {"`{}`: `{}` cannot tell how precise `{}` must be: {}\n  write the half-width behind +-, such "
     "as `{} +- {}`",
     "`{}`: `{}` kan niet zeggen hoe precies `{}` moet zijn: {}\n  schrijf de marge achter +-, "
     "zoals `{} +- {}`"},
    // designs
    {"{} points of a Sobol sequence do not cover the ranges evenly\n  they do with a power of two: "
     "use {} or {}",
     "{} punten van een Sobolrij zijn niet gelijkmatig verdeeld\n  dat zijn ze bij een macht van "
     "twee: gebruik {} of {}"},
    // fields
    {"{} is no key of a scenario\n  {}", "{} is geen sleutel van een scenario\n  {}"},
    {"`doorstroom fields` tells all keys", "`doorstroom fields` noemt alle sleutels"},
    // in what two files differ
    {"a group", "een groep"},
    {"a dataset", "een dataset"},
    {"a named type", "een type met een naam"},
    {"a soft link", "een zachte koppeling"},
    {"an external link", "een externe koppeling"},
    {"an attribute", "een attribuut"},
    {"nothing", "niets"},
    {"`{}` = {}", "`{}` = {}"},
    {"only in the first file: {}", "alleen in het eerste bestand: {}"},
    {"only in the second file: {}", "alleen in het tweede bestand: {}"},
    {"{} against {}", "{} tegenover {}"},
    {"links to {} against {}", "verwijst naar {} tegenover {}"},
    {"the type is {} against {}", "het type is {} tegenover {}"},
    {"the shape is {} against {}", "de vorm is {} tegenover {}"},
    {"the names of the enum differ, the first: {} against {}",
     "de namen van de enum verschillen, als eerste: {} tegenover {}"},
    {"values of this type cannot be compared: {}",
     "waarden van dit type zijn niet te vergelijken: {}"},
    {"the value is {}", "de waarde is {}"},
    {"{} of {} values differ, the first at {}: {}",
     "{} van {} waarden verschillen, de eerste op {}: {}"},
};

}  // namespace

constinit const std::span<const Translation> catalogues::answers{doorstroom::answers};

}  // namespace doorstroom
