#include "models/messages/catalogue.hpp"

/// What is asked for and cannot be had: words, key figures, comparisons, sweeps.

namespace doorstroom {
namespace {

constexpr Translation orders[] = {
    // the command line
    {"{}\n  {}", "{}\n  {}"},
    {"{} is given more than once", "{} is meer dan eens opgegeven"},
    {"{} needs a value behind it", "achter {} hoort een waarde"},
    {"{} is required", "{} ontbreekt"},
    {"{} requires {}", "{} kan alleen samen met {}"},
    {"A subcommand", "Een opdracht"},
    {"there is no option {}", "er is geen optie {}"},
    {"there is no command {}", "er is geen opdracht {}"},
    {"{} is one word too many\n  put quotes around a name that holds spaces",
     "{} is een woord te veel\n  zet aanhalingstekens om een naam met spaties"},
    {"{}\n  doorstroom{} --help says what can be written",
     "{}\n  doorstroom{} --help zegt wat er kan staan"},
    {"export: say where the tables go\n  either --csv and a folder, or --xlsx and a file",
     "export: zeg waar de tabellen heen gaan\n  ofwel --csv en een map, ofwel --xlsx en een "
     "bestand"},
    {"write --over evidence, or --over evidence=N with N from 2 to 10000 points",
     "schrijf --over evidence, of --over evidence=N met N van 2 tot en met 10000 punten"},
    {"cannot run {}: {}", "kan {} niet uitvoeren: {}"},
    // key figures
    {"headline: {} cannot be judged by", "headline: {} is niet om op te oordelen"},
    {"it is of those who entered, and falls when people give up; take entered_within_10w or "
     "waiting_mean",
     "het gaat over wie aan de beurt kwam, en daalt als mensen afhaken; neem entered_within_10w of "
     "waiting_mean"},
    {"{}: this is the plan of a sweep, no scenario\n  run it with `doorstroom sweep {}`",
     "{}: dit is het plan van een sweep, geen scenario\n  draai het met `doorstroom sweep {}`"},
    {"{}: this is a scenario, no plan of a sweep\n  run it with `doorstroom run {}`",
     "{}: dit is een scenario, geen plan van een sweep\n  draai het met `doorstroom run {}`"},
    {"did you mean `{}`?", "bedoelt u `{}`?"},
    {"known are: {}", "bekend zijn: {}"},
    {"`{}`: `{}` is not a year\n  behind @ stands a year since the start date, from 0, as in "
     "`dropouts_per_year@3`",
     "`{}`: `{}` is geen jaar\n  achter @ staat een jaar sinds de startdatum, vanaf 0, zoals in "
     "`dropouts_per_year@3`"},
    {"`{}`: there is no key figure `{}` of {}\n  {}",
     "`{}`: er is geen kengetal `{}` van {}\n  {}"},
    {"the whole system", "het hele systeem"},
    {"a desk or arrangement", "een loket of arrangement"},
    {"`{}`: {} counts years 0 to {}", "`{}`: {} telt jaren 0 tot en met {}"},
    {"`{}`: {} has no desk or arrangement `{}`\n  {}",
     "`{}`: {} heeft geen loket of arrangement `{}`\n  {}"},
    {"`{}`: the period has no year {}\n  its years are 0 to {}",
     "`{}`: de periode heeft geen jaar {}\n  de jaren zijn 0 tot en met {}"},
    {"`{}`: there is no desk or arrangement `{}`\n  {}",
     "`{}`: er is geen loket of arrangement `{}`\n  {}"},
    {"name a desk or an arrangement of this scenario",
     "noem een loket of arrangement van dit scenario"},
    // a run
    {"a date lies outside the years {} to {}\n  use fewer years, or a start date nearer to now\n",
     "een datum ligt buiten de jaren {} tot en met {}\n  gebruik minder jaren, of een startdatum "
     "dichter bij nu\n"},
    {"no route from {} applies to a youth of {:.1f} years, severity {}; add a `rest`",
     "geen route vanuit {} geldt voor een jeugdige van {:.1f} jaar, zwaarte {}; voeg een `rest` "
     "toe"},
    {"a youth moved {} times without time passing: {}...; give one of these a stay, work or a "
     "delay",
     "een jeugdige ging {} keer verder zonder dat er tijd verstreek: {}...; geef een van deze een "
     "stay, work of delay"},
    {"{} ({}, replication {}, seed {}, day {:.3f}, {})",
     "{} ({}, herhaling {}, seed {}, dag {:.3f}, {})"},
    // a comparison
    {"{} is {} and {}", "{} is {} en {}"},
    {"{} is missing in the second", "{} ontbreekt in het tweede"},
    {"{} is missing in the first", "{} ontbreekt in het eerste"},
    {"{}  {}\n", "{}  {}\n"},
    {"{}  ... and {} more\n", "{}  ... en nog {}\n"},
    {"{} and {} do not live through the same futures:\n{}  make both with the same seed, period "
     "and sources; what an intervention does to the inflow is an effect of that intervention",
     "{} en {} beleven niet dezelfde toekomsten:\n{}  maak ze allebei met dezelfde seed, periode "
     "en bronnen; wat een interventie met de instroom doet is een effect van die interventie"},
    // a sweep
    {"{}: there is no sweep here\n  begin one with `doorstroom sweep PLAN -o {}`",
     "{}: hier is geen reeks\n  begin er een met `doorstroom sweep PLAN -o {}`"},
    {"{}: {} works on this sweep\n  wait until it has ended; `doorstroom sweep status {}` tells "
     "how far it is",
     "{}: {} werkt aan deze reeks\n  wacht tot dat klaar is; `doorstroom sweep status {}` vertelt "
     "hoe ver het is"},
    {"{}: of {} tasks {} are missing and {} are damaged\n  `doorstroom sweep retry {}` does them; "
     "then merge again",
     "{}: van {} taken ontbreken: {}, beschadigd: {}\n  `doorstroom sweep retry {}` "
     "doet ze; voeg daarna opnieuw samen"},
    {"{}: the sweep did not keep `{}`\n  {}", "{}: de reeks heeft `{}` niet bewaard\n  {}"},
    {"`{}` was not varied in this sweep\n  {}", "`{}` is in deze reeks niet gevarieerd\n  {}"},
    {"it has: {}", "wel: {}"},
    {"every point has {} replications already\n  ask for more than {}",
     "elk punt heeft al {} herhalingen\n  vraag er meer dan {}"},
    {"the sweep has {} points already\n  ask for more than {}",
     "de reeks heeft al {} punten\n  vraag er meer dan {}"},
    {"this sweep runs each point until it is precise\n  its number of replications is not for you "
     "to say; make a sweep with another `until` or `at_most`",
     "deze reeks draait elk punt tot het nauwkeurig genoeg is\n  hoeveel herhalingen dat zijn is "
     "niet aan u; maak een reeks met een andere `until` of `at_most`"},
    {"a grid has the points of its levels, here {}\n  for other levels write another plan, and "
     "give it a folder of its own",
     "een rooster heeft de punten van zijn waarden, hier {}\n  schrijf voor andere waarden een "
     "ander plan, en geef dat een eigen map"},
    {"{}: this is no manifest of a sweep\n  {}", "{}: dit is geen manifest van een reeks\n  {}"},
    {"{}: this is no manifest of a sweep that can be read here\n  {}",
     "{}: dit is geen manifest van een reeks dat hier te lezen is\n  {}"},
    {"its format is not `{}`", "het formaat is niet `{}`"},
    {"its format version is {}, expected {}; use the program that wrote it (doorstroom {})",
     "de versie van het formaat is {}, verwacht wordt {}; gebruik het programma dat het schreef "
     "(doorstroom {})"},
    {"its design is unknown", "de opzet (design) is onbekend"},
    {"{}replications {} to {}", "{}herhalingen {} tot en met {}"},
    {"{}: {}; it was done anew", "{}: {}; de taak is opnieuw gedaan"},
    {"it is not the result of a task", "het is geen resultaat van een taak"},
    {"it is the result of another task", "het is het resultaat van een andere taak"},
    {"{} is missing", "{} ontbreekt"},
    {"its values are not those that were written",
     "de waarden zijn niet die welke zijn geschreven"},
    // Slurm
    {"there is no Slurm that can be reached from here: {}\n  submit on a node of the cluster, or "
     "do the parts yourself: `doorstroom sweep work DIR --part 1/4`",
     "er is geen Slurm dat vanaf hier te bereiken is: {}\n  dien de taken in op een knooppunt van "
     "het cluster, of doe de delen zelf: `doorstroom sweep work DIR --part 1/4`"},
    {"sbatch refuses: {}", "sbatch weigert: {}"},
};

}  // namespace

constinit const std::span<const Translation> catalogues::orders{doorstroom::orders};

}  // namespace doorstroom
