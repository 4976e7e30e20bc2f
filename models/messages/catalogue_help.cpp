#include "models/messages/catalogue.hpp"

/// What `--help` says.

namespace doorstroom {
namespace {

constexpr Translation help[] = {
    // headings
    {"Usage", "Gebruik"},
    {"Arguments", "Argumenten"},
    {"Options", "Opties"},
    {"OPTIONS", "OPTIES"},
    {"Commands", "Opdrachten"},
    {"COMMAND", "OPDRACHT"},
    {"Example:", "Voorbeeld:"},
    {"Examples:", "Voorbeelden:"},
    // the program
    {"Doorstroom simulates how youth move through a region's education-care continuum:\n"
     "how long they wait, and how many stay home.",
     "Doorstroom simuleert hoe jeugdigen door het onderwijszorgcontinuüm van een regio gaan:\n"
     "hoe lang ze wachten, en hoeveel er thuiszitten."},
    {"Print this help", "Toon deze uitleg"},
    {"Print the version", "Toon de versie"},
    {"Language of what is told: en or nl. Default: nl when the\n"
     "environment says so (LC_ALL, LC_MESSAGES, LANG), else en",
     "Taal van wat er wordt verteld: en of nl. Anders nl als de\n"
     "omgeving dat zegt (LC_ALL, LC_MESSAGES, LANG), en anders en"},
    {"Exit codes: 0 fine, 1 the run failed (or: not the same), 2 the input is wrong, 3 our own "
     "fault,\n130 interrupted.",
     "Afsluitcodes: 0 in orde, 1 de run mislukte (of: niet gelijk), 2 de invoer klopt niet, 3 "
     "onze\n"
     "eigen fout, 130 afgebroken."},
    {"{} is no whole number from {} to {}", "{} is geen geheel getal van {} tot en met {}"},
    {"{} is not {}", "{} is niet {}"},
    // what several commands take
    {"Scenario (YAML)", "Scenario (YAML)"},
    {"Result file (HDF5)", "Resultaatbestand (HDF5)"},
    {"Change one parameter; may be given more than once. PATH: keys\n"
     "joined by dots (* is one key, ** any number of keys).\n"
     "VALUE: as in the scenario",
     "Verander een parameter; mag vaker. PATH: sleutels met punten\n"
     "ertussen (* is een sleutel, ** elk aantal sleutels).\n"
     "VALUE: zoals in het scenario"},
    {"Worker processes. Default: one for each core",
     "Aantal processen dat rekent. Anders een per kern"},
    // run
    {"Simulate a scenario, write the result file, print what it found",
     "Simuleer een scenario, schrijf het resultaatbestand, toon de uitkomst"},
    {"Result file (HDF5). Default: the scenario's name with .h5, in\n"
     "the folder where you are; with --extend the result itself",
     "Resultaatbestand (HDF5). Anders de naam van het scenario met\n"
     ".h5, in de map waar u bent; met --extend het resultaat zelf"},
    {"How many runs. Default: the scenario's", "Hoeveel herhalingen. Anders die van het scenario"},
    {"Add replications to this result, up to --replications in all.\n"
     "The scenario need not be named: the result holds it",
     "Voeg herhalingen toe aan dit resultaat, tot --replications in\n"
     "totaal. Het scenario staat in het resultaat en hoeft er niet bij"},
    {"Add replications until the mean of a key figure is known so well;\n"
     "may be given more than once. --replications is then the least\n"
     "number, by default 10",
     "Voeg herhalingen toe tot het gemiddelde van een kengetal zo goed\n"
     "bekend is; mag vaker. --replications is dan het kleinste aantal,\n"
     "anders 10"},
    {"Replications with --until. Default: 1000",
     "Grootste aantal herhalingen met --until. Anders 1000"},
    {"Seed of all chance. Default: the scenario's",
     "Seed van alle toeval. Anders die van het scenario"},
    {"Keep every youth and visit of the first K runs. Default: 1",
     "Bewaar elke jeugdige en elk bezoek van de eerste K herhalingen.\nAnders 1"},
    {"Replace the result file if it exists", "Vervang het resultaatbestand als het er al is"},
    {"Tell how fast the engine was and what memory it held, on\n"
     "standard error, once the run has ended",
     "Vertel na afloop op de standaardfout hoe snel het programma was\n"
     "en hoeveel geheugen het gebruikte"},
    {"The result file is complete or absent: until the run has ended it is called OUT.part.\n"
     "Ctrl-C stops the run. --extend goes on from a result with its own scenario and seed; "
     "afterwards it\nis the same as one of so many replications, and until then it is as it was. "
     "--until adds\nreplications until the 95% interval of each named mean is that narrow, and "
     "stays so for 5 more.",
     "Het resultaatbestand is heel of het is er niet: tot de run klaar is heet het OUT.part. "
     "Ctrl-C "
     "stopt\nde run. --extend gaat verder vanuit een resultaat, met het scenario en de seed "
     "daarvan; na\nafloop is het gelijk aan een resultaat van zoveel herhalingen, en tot dan is "
     "het "
     "zoals het was.\n--until voegt herhalingen toe tot het 95%-interval van elk genoemd "
     "gemiddelde "
     "zo smal is, en dat nog\n5 herhalingen blijft."},
    // rerun
    {"Run a result's scenario again, and tell whether it is the same",
     "Draai een resultaat opnieuw, en vertel of het gelijk is"},
    {"Keep the new result here. Default: it is made in the system's\n"
     "folder for temporary files, and removed",
     "Bewaar het nieuwe resultaat hier. Anders komt het in de map voor\n"
     "tijdelijke bestanden, en verdwijnt het weer"},
    {"It runs the scenario in the file once more, with its seed, and tells in what the two differ, "
     "if in\nanything. The file itself is not touched. Exit code 0: the same; 1: not.",
     "Het draait het scenario uit het bestand nog eens, met dezelfde seed, en vertelt waarin "
     "de twee\nverschillen, als ze dat doen. Het bestand zelf blijft zoals het is. Afsluitcode 0: "
     "gelijk; 1: niet."},
    // check
    {"Tell every mistake in a scenario, without running it",
     "Noem elke fout in een scenario, zonder het te draaien"},
    {"Exit code 2 when there are mistakes; warnings alone are no reason not to run.",
     "Afsluitcode 2 als er fouten zijn; waarschuwingen alleen zijn geen reden om niet te draaien."},
    // fields
    {"Tell what the keys of a scenario or a sweep say",
     "Vertel wat de sleutels van een scenario of een sweep zeggen"},
    {"A key, or a path of keys. Default: all", "Een sleutel, of een pad van sleutels. Anders alle"},
    {"  doorstroom fields stay\n"
     "  doorstroom fields desks.youth_team.staff --lang nl\n"
     "  doorstroom fields                                every key, as Markdown",
     "  doorstroom fields stay\n"
     "  doorstroom fields desks.youth_team.staff --lang nl\n"
     "  doorstroom fields                                elke sleutel, als Markdown"},
    // schema
    {"Print the JSON Schema of scenarios, for editors",
     "Toon het JSON-schema van scenario's, voor editors"},
    {"scenario, overlay or sweep. Default: scenario",
     "scenario, overlay of sweep. Anders scenario"},
    {"File to write. Default: standard output",
     "Bestand om te schrijven. Anders de standaarduitvoer"},
    {"An editor that knows YAML schemas then checks and completes a scenario that begins with\n"
     "# yaml-language-server: $schema=scenario.schema.json",
     "Een editor die YAML-schema's kent, controleert dan een scenario en vult het aan, als "
     "het\nzo begint:\n# yaml-language-server: $schema=scenario.schema.json"},
    // show
    {"Print what a result file says", "Toon wat er in een resultaatbestand staat"},
    // trace
    {"Tell the story of one youth in plain words",
     "Vertel het verhaal van een jeugdige in gewone woorden"},
    {"Number of the youth. Default: name a few worth reading about",
     "Nummer van de jeugdige. Anders noemt het er een paar die de\nmoeite waard zijn"},
    {"Of which replication. Default: 0", "Van welke herhaling. Anders 0"},
    {"  doorstroom trace minimal.h5                      some youths worth reading about\n"
     "  doorstroom trace minimal.h5 --youth 12\n"
     "  doorstroom trace minimal.h5 --youth 12 --lang nl",
     "  doorstroom trace minimal.h5                      jeugdigen die de moeite waard zijn\n"
     "  doorstroom trace minimal.h5 --youth 12\n"
     "  doorstroom trace minimal.h5 --youth 12 --lang nl"},
    {"It tells what the youth waited for and why, what came of it, and what it cost whom. A file "
     "keeps the\nyouths of the first replication; `doorstroom run --visits 3` keeps those of "
     "three.",
     "Het vertelt waarop de jeugdige wachtte en waarom, wat ervan kwam, en wat het wie kostte. "
     "Een\n"
     "bestand bewaart de jeugdigen van de eerste herhaling; `doorstroom run --visits 3` die van "
     "drie."},
    // compare
    {"Tell what changes when something is changed",
     "Vertel wat er anders wordt als er iets verandert"},
    {"What to compare with: a result file or a scenario",
     "Waarmee te vergelijken: een resultaatbestand of een scenario"},
    {"What is changed: result files or scenarios, one or more",
     "Wat er anders is: resultaatbestanden of scenario's, een of meer"},
    {"How many runs of each scenario. Default: as many as the base\nhas; at least 50",
     "Hoeveel herhalingen van elk scenario. Anders zoveel als de\nbasis heeft; ten minste 50"},
    {"Folder for the results of scenarios. Default: where you are",
     "Map voor de resultaten van scenario's. Anders waar u bent"},
    {"evidence, or evidence=N: what becomes of the headline\n"
     "figures over the ranges of `evidence`, at N points of them.\nDefault: 20",
     "evidence, of evidence=N: wat er van de hoofdcijfers wordt over\n"
     "de marges van `evidence`, op N punten daarvan. Anders 20"},
    {"With --over: pairs of replications at each point.\nDefault: 10",
     "Met --over: paren van herhalingen op elk punt. Anders 10"},
    {"Replace results of other runs that are there",
     "Vervang resultaten van andere runs die er al zijn"},
    {"Tell each year, and each desk and arrangement with an effect",
     "Vertel elk jaar, en elk loket en arrangement met een effect"},
    {"Keep the comparison in a file (HDF5), for `doorstroom export`",
     "Bewaar de vergelijking in een bestand (HDF5), voor\n`doorstroom export`"},
    {"Print JSON, for other programs", "Toon JSON, voor andere programma's"},
    {"A scenario is run first, with the seed of the base, into NAME.h5; a result of exactly that "
     "run that\nis there already is used as it is.",
     "Een scenario wordt eerst gedraaid, met de seed van de basis, naar NAAM.h5; een "
     "resultaat van\nprecies die run dat er al is, wordt gebruikt zoals het is."},
    // sweep
    {"Run one scenario for many values of its parameters",
     "Draai een scenario voor veel waarden van zijn parameters"},
    {"Plan of the sweep (YAML)", "Plan van de sweep (YAML)"},
    {"Folder of the sweep. Default: the plan's name without .yaml, in\n"
     "the folder where you are",
     "Map van de sweep. Anders de naam van het plan zonder .yaml, in\n"
     "de map waar u bent"},
    {"Replications of a task: what is done, kept or lost together.\nDefault: 20",
     "Herhalingen van een taak: wat samen wordt gedaan, bewaard of\nverloren. Anders 20"},
    {"Only make the folder; `sweep work` does the tasks",
     "Maak alleen de map; `sweep work` doet de taken"},
    {"  doorstroom sweep places.yaml -o places             begin, or go on where it stopped\n"
     "  doorstroom sweep status places\n"
     "  doorstroom sweep show places --kpi dropouts_per_year\n"
     "  doorstroom sweep extend places --replications 40   more of each, none done again",
     "  doorstroom sweep places.yaml -o places             begin, of ga verder waar het stopte\n"
     "  doorstroom sweep status places\n"
     "  doorstroom sweep show places --kpi dropouts_per_year\n"
     "  doorstroom sweep extend places --replications 40   meer van elk, geen opnieuw gedaan"},
    {"A plan is a YAML file that names a scenario and the parameters to vary:\n"
     "  doorstroom: 1\n"
     "  sweep: places at OZA\n"
     "  base: scenarios/minimal.yaml\n"
     "  vary: {arrangements.oza.places: {from: 20, to: 40, step: 5}}\n"
     "  replications: 20",
     "Een plan is een YAML-bestand dat een scenario noemt, en de parameters die variëren:\n"
     "  doorstroom: 1\n"
     "  sweep: plaatsen in de OZA\n"
     "  base: scenarios/minimal.yaml\n"
     "  vary: {arrangements.oza.places: {from: 20, to: 40, step: 5}}\n"
     "  replications: 20"},
    {"Everything is kept in the folder, task by task: Ctrl-C, a full disk or a crash costs what "
     "was "
     "being\ndone, and no more. Its result.h5 holds the design, every replication and the means.",
     "Alles wordt in de map bewaard, taak voor taak: Ctrl-C, een volle schijf of een crash kost "
     "wat "
     "er net\nwerd gedaan, en niet meer. In result.h5 staan het ontwerp, elke herhaling en de "
     "gemiddelden."},
    {"Folder of the sweep", "Map van de sweep"},
    {"Tell what is done, what is missing and what failed",
     "Vertel wat er klaar is, wat ontbreekt en wat mislukte"},
    {"Do what is missing, damaged or failed", "Doe wat ontbreekt, kapot is of mislukte"},
    {"Put the tasks together in result.h5", "Voeg de taken samen in result.h5"},
    {"Tell how a key figure answers to the parameters",
     "Vertel hoe een kengetal op de parameters reageert"},
    {"The key figure. Default: dropouts_per_year", "Het kengetal. Anders dropouts_per_year"},
    {"One or two of the parameters, by path. Default: the first two",
     "Een of twee van de parameters, met hun pad. Anders de eerste\ntwee"},
    {"More replications or points, without doing any again",
     "Meer herhalingen of punten, zonder er een opnieuw te doen"},
    {"So many of each point, in all", "Zoveel van elk punt, in totaal"},
    {"So many points, in all", "Zoveel punten, in totaal"},
    {"Do the tasks on a cluster under Slurm", "Doe de taken op een cluster onder Slurm"},
    {"Folder of the sweep, which every node must see",
     "Map van de sweep, die elke rekenknoop moet zien"},
    {"In how many jobs. Default: one for each task, at most 200",
     "In hoeveel jobs. Anders een voor elke taak, ten hoogste 200"},
    {"Limit of a job, such as 30:00", "Tijdslimiet van een job, zoals 30:00"},
    {"Partition of the cluster", "Partitie van het cluster"},
    {"It submits arrays of jobs, and a job that puts the tasks together when all have ended. "
     "Submitted\nagain, it does what is missing.",
     "Het dient arrays van jobs in, en een job die de taken samenvoegt als alle klaar zijn. Nog "
     "eens\ningediend doet het wat ontbreekt."},
    {"Do one part of the tasks", "Doe een deel van de taken"},
    {"Which part, and of how many", "Welk deel, en van hoeveel"},
    {"Parts may be done in any order, at once, and on several machines that see the folder.",
     "Delen mogen in elke volgorde, tegelijk, en op verschillende machines die de map zien."},
    // same
    {"Tell whether two result files hold the same results",
     "Vertel of in twee resultaatbestanden dezelfde resultaten staan"},
    {"The other result file", "Het andere resultaatbestand"},
    {"When, where and with how many workers a run was made does not count. Exit code 0: the same; "
     "1: not.",
     "Wanneer, waar en met hoeveel processen een run is gemaakt, telt niet mee. Afsluitcode 0: "
     "gelijk;\n1: niet."},
    // export
    {"Write the tables of a result file as CSV or as a spreadsheet",
     "Schrijf de tabellen van een resultaatbestand als CSV of als spreadsheet"},
    {"Result file (HDF5), also of a sweep", "Resultaatbestand (HDF5), ook van een sweep"},
    {"Folder for one CSV file a table", "Map voor een CSV-bestand per tabel"},
    {"Spreadsheet with one sheet a table", "Spreadsheet met een blad per tabel"},
    {"Only this table; may be given more than once", "Alleen deze tabel; mag vaker"},
    {"The longest tables, too", "Ook de langste tabellen"},
    {"Replace files that are there", "Vervang bestanden die er al zijn"},
    {"One sheet or CSV file a table; the first sheet, or columns.csv, tells what each column "
     "means. "
     "Without --all or --table\nthe tables of single persons and of every week (visits, youths, "
     "census) are left out.",
     "Een blad of CSV-bestand per tabel; het eerste blad, of columns.csv, vertelt wat elke kolom "
     "betekent.\nZonder --all of --table blijven de tabellen van losse personen en van elke week "
     "weg (visits, youths,\ncensus)."},
};

}  // namespace

constinit const std::span<const Translation> catalogues::help{doorstroom::help};

}  // namespace doorstroom
