#include "models/catalogue.hpp"

/// Runs that go on from a result, stop by themselves, or are done again.

namespace doorstroom {
namespace {

constexpr Translation runs[] = {
    // run --extend
    {"--set changes the scenario, and a result is extended as it is\n  run the changed scenario "
     "into a file of its own",
     "--set verandert het scenario, en een resultaat wordt uitgebreid zoals het is\n  draai het "
     "gewijzigde scenario naar een eigen bestand"},
    {"{} is a result of another scenario than the one given: {}\n  leave the scenario out, for the "
     "file holds its own; or run this one into another file",
     "{} is een resultaat van een ander scenario dan het opgegeven scenario: {}\n  laat het "
     "scenario "
     "weg, want het bestand bevat het zelf; of draai dit scenario naar een ander bestand"},
    {"{} is {} there and {} here", "{} is daar {} en hier {}"},
    {"{} is {} there and missing here", "{} is daar {} en ontbreekt hier"},
    {"{} is missing there and {} here", "{} ontbreekt daar en is hier {}"},
    {"{}; {}", "{}; {}"},
    {"{}; and {} more", "{}; en nog {}"},
    {"their keys stand in another order", "de sleutels staan in een andere volgorde"},
    {"{} has random numbers of the scheme {}, this program draws by {}\n  what is added would come "
     "from other worlds than what is there; run the scenario again",
     "{} heeft toevalsgetallen volgens schema {}, dit programma trekt volgens {}\n  wat erbij komt "
     "zou uit andere werelden komen dan wat er staat; draai het scenario opnieuw"},
    {"{}: this program reads the scenario in the file as another one than the program that wrote "
     "it ({})\n  run the scenario again",
     "{}: dit programma leest het scenario in het bestand anders dan het programma dat het schreef "
     "({})\n  draai het scenario opnieuw"},
    {"{} was made by doorstroom {} ({}), this is {} ({})\n  numbers could differ between them; go "
     "on with the program that made it, run the scenario again, or take the risk with --force",
     "{} is gemaakt door doorstroom {} ({}), dit is {} ({})\n  getallen kunnen daartussen "
     "verschillen; ga verder met het programma dat het maakte, draai het scenario opnieuw, of neem "
     "het risico met --force"},
    {"{} was run with seed {}, not {}\n  leave --seed out, or run the scenario into a file of its "
     "own",
     "{} is gedraaid met seed {}, niet {}\n  laat --seed weg, of draai het scenario naar een eigen "
     "bestand"},
    {"{} keeps youths and visits of the first {} replications, not {}\n  leave --visits out, or "
     "run "
     "the scenario into a file of its own",
     "{} bewaart jeugdigen en bezoeken van de eerste {} herhalingen, niet {}\n  laat --visits weg, "
     "of "
     "draai het scenario naar een eigen bestand"},
    {"{} has {} replications already\n  ask for more than those: --replications {}, say",
     "{} heeft al {} herhalingen\n  vraag er meer dan die: bijvoorbeeld --replications {}"},
};

}  // namespace

constinit const std::span<const Translation> catalogues::runs{doorstroom::runs};

}  // namespace doorstroom
