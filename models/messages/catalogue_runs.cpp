#include "models/messages/catalogue.hpp"

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
    // run --until
    {"--at-most goes with --until\n  say what is to be known how precisely, as in --until "
     "\"dropouts_per_year +- 2\"; or use --replications",
     "--at-most hoort bij --until\n  zeg wat hoe nauwkeurig bekend moet zijn, zoals --until "
     "\"dropouts_per_year +- 2\"; of gebruik --replications"},
    {"--replications {} is more than --at-most {}\n  with --until, --replications is the least "
     "number",
     "--replications {} is meer dan --at-most {}\n  bij --until is --replications het kleinste "
     "aantal"},
    {"\nPrecise enough already, nothing was added: {} replications.\n",
     "\nAl nauwkeurig genoeg, er is niets toegevoegd: {} herhalingen.\n"},
    {"\nPrecise enough after {} replications.\n", "\nNauwkeurig genoeg na {} herhalingen.\n"},
    {"\nNot precise enough after {} replications, the most that were allowed (--at-most).\n",
     "\nNiet nauwkeurig genoeg na {} herhalingen, het hoogste aantal dat mocht (--at-most).\n"},
    {"  {}: 95% interval of the mean ± {}, asked ± {}\n",
     "  {}: 95%-interval van het gemiddelde ± {}, gevraagd ± {}\n"},
    {"  It would take roughly {} replications: `doorstroom run --extend` goes on from these.\n",
     "  Daar zijn ruwweg {} herhalingen voor nodig: `doorstroom run --extend` gaat hiermee "
     "verder.\n"},
    // export
    {"{} has no table `{}`\n  {}", "{} heeft geen tabel `{}`\n  {}"},
    {"its tables are {}", "de tabellen zijn {}"},
    {"{} in {}\n", "{} in {}\n"},
    {"{} table", "{} tabel"},
    {"{} tables", "{} tabellen"},
    {"Read me", "Uitleg"},
    {"File", "Bestand"},
    {"sweep_name", "reeks"},
    {"scenario_name", "scenario"},
    {"start_date", "startdatum"},
    {"program_version", "versie van het programma"},
    {"seed", "seed"},
    {"points", "punten"},
    {"Numbers are in the units that are given; an empty cell has no data.",
     "Getallen staan in de genoemde eenheid; een lege cel heeft geen gegevens."},
    {"{} has more rows than a sheet can hold, and is left out; export it with --csv",
     "{} heeft meer rijen dan een blad kan bevatten, en is weggelaten; exporteer hem met --csv"},
    {"Sheet", "Blad"},
    {"Column", "Kolom"},
    {"Units", "Eenheid"},
    {"Meaning", "Betekenis"},
    {"{} files in {}\n", "{} bestanden in {}\n"},
    // rerun
    {"Likely reason: its random numbers are of the scheme {}, and this program draws by {}.\n",
     "Waarschijnlijke reden: de toevalsgetallen zijn van schema {}, en dit programma trekt volgens "
     "{}.\n"},
    {"Likely reason: it was made by doorstroom {} ({}), and this is {} ({}).\n",
     "Waarschijnlijke reden: het is gemaakt door doorstroom {} ({}), en dit is {} ({}).\n"},
    {"It was made by this version of the program, on {}: look at what differs between the "
     "machines, "
     "or whether the file was changed.\n",
     "Het is gemaakt door deze versie van het programma, op {}: kijk wat er tussen de machines "
     "verschilt, of dat het bestand is gewijzigd.\n"},
    {"The same: {} run again comes to what it holds, {} replications, seed {}.\n",
     "Gelijk: {} opnieuw gedraaid komt uit op wat erin staat, {} herhalingen, seed {}.\n"},
    {"Not the same: {} differs from its run of now in {} places.\n",
     "Niet gelijk: {} verschilt van de run van nu op {} plaatsen.\n"},
    {"{} has {} replications already\n  ask for more than those: --replications {}, say",
     "{} heeft al {} herhalingen\n  vraag er meer dan die: bijvoorbeeld --replications {}"},
};

}  // namespace

constinit const std::span<const Translation> catalogues::runs{doorstroom::runs};

}  // namespace doorstroom
