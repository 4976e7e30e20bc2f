#include "models/messages/catalogue.hpp"

/// Result files that cannot be read or written.

namespace doorstroom {
namespace {

constexpr Translation refusals[] = {
    // files
    {"{}: there is no such file", "{}: dit bestand bestaat niet"},
    {"{}: this is a folder, not a result file", "{}: dit is een map, geen resultaatbestand"},
    {"{}: this is not an HDF5 file", "{}: dit is geen HDF5-bestand"},
    {"{} is a folder\n  give the name of a file, such as out.h5",
     "{} is een map\n  geef de naam van een bestand, zoals uit.h5"},
    {"{} exists already\n  a result is not overwritten by accident; use another name, or --force "
     "to replace it",
     "{} bestaat al\n  een resultaat wordt niet per ongeluk overschreven; kies een andere naam, of "
     "vervang het met --force"},
    {"{} is a device or a pipe\n  give the name of a file, such as out.h5",
     "{} is een apparaat of een pijp\n  geef de naam van een bestand, zoals uit.h5"},
    {"{}: there is no folder {}\n  make it first, or use another name",
     "{}: er is geen map {}\n  maak die eerst, of kies een andere naam"},
    {"{} is being written by another run\n  wait until it has ended, or use another name",
     "een andere run is bezig {} te schrijven\n  wacht tot die klaar is, of kies een andere naam"},
    {"{} was replaced meanwhile\n  look at it, and try again",
     "{} is intussen vervangen\n  kijk ernaar, en probeer het opnieuw"},
    {"cannot write {}", "kan {} niet schrijven"},
    {"cannot write {}: {}", "kan {} niet schrijven: {}"},
    {"cannot write {}.part: {}", "kan {}.part niet schrijven: {}"},
    {"{} cannot be written: {}", "{} kan niet worden geschreven: {}"},
    {"cannot read {}: {}", "kan {} niet lezen: {}"},
    {"cannot rename {} to {}", "kan {} niet hernoemen tot {}"},
    {"cannot open the folder {}", "kan de map {} niet openen"},
    {"cannot write the folder {}", "kan de map {} niet schrijven"},
    {"cannot make {}: {}", "kan {} niet maken: {}"},
    {"cannot make a folder {}: {}", "kan geen map {} maken: {}"},
    {"cannot make the folder {}: {}", "kan de map {} niet maken: {}"},
    {"cannot make the folder of {}: {}", "kan de map van {} niet maken: {}"},
    {"cannot make a spreadsheet for {}", "kan geen spreadsheet maken voor {}"},
    {"the answer cannot be written to standard output: {}\n  a result file that the run has named "
     "is whole; `doorstroom show` prints it again",
     "het antwoord kan niet naar de standaarduitvoer worden geschreven: {}\n  een resultaatbestand "
     "dat de run heeft genoemd is heel; `doorstroom show` drukt het weer af"},
    // what a file should hold
    {"{}: this is HDF5, but not a result file: it has no attribute `format`\n  expected `{}`, as "
     "`{}` writes",
     "{}: dit is HDF5, maar geen resultaatbestand: het heeft geen attribuut `format`\n  verwacht "
     "wordt `{}`, zoals `{}` schrijft"},
    {"{}: the format is `{}`\n  expected `{}`, as `{}` writes",
     "{}: het formaat is `{}`\n  verwacht wordt `{}`, zoals `{}` schrijft"},
    {"{}: the format version is {}\n  expected {}; read it with the program that wrote it ({})",
     "{}: de versie van het formaat is {}\n  verwacht wordt {}; lees het met het programma dat het "
     "schreef ({})"},
    {"unknown", "onbekend"},
    {"{}: {} has no attribute `{}`", "{}: {} heeft geen attribuut `{}`"},
    {"{}: attribute `{}` of {} is not a single value",
     "{}: attribuut `{}` van {} is geen enkele waarde"},
    {"{}: attribute `{}` of {} is not text", "{}: attribuut `{}` van {} is geen tekst"},
    {"{}: attribute `{}` of {} is not a whole number",
     "{}: attribuut `{}` van {} is geen geheel getal"},
    {"{}: attribute `{}` of {} is not a number", "{}: attribuut `{}` van {} is geen getal"},
    {"{}: /scenario/resolved is not a single text", "{}: /scenario/resolved is geen enkele tekst"},
    {"{}: /scenario names {} files and holds {}",
     "{}: /scenario noemt {} bestanden en bevat er {}"},
    {"{}: there is no table {}", "{}: er is geen tabel {}"},
    {"{}: {} is missing", "{}: {} ontbreekt"},
    {"{}: {} has {} rows, not {} as the columns before it",
     "{}: {} heeft {} rijen, geen {} zoals de kolommen ervoor"},
    {"{}: the codes of its names are not 0, 1, 2, ...",
     "{}: de codes van de namen zijn niet 0, 1, 2, ..."},
    {"{}: a column is not of type {}", "{}: een kolom is niet van het type {}"},
    {"{} has no column `{}`", "{} heeft geen kolom `{}`"},
    {"column `{}` of {} is not of type {}", "kolom `{}` van {} is niet van het type {}"},
    {"column `{}` of {} holds text", "kolom `{}` van {} bevat tekst"},
    {"cannot read {}: {} has not one dimension", "kan {} niet lezen: {} heeft niet één dimensie"},
    {"{}: nested too deep to compare", "{}: te diep genest om te vergelijken"},
    {"{}: the start date is `{}`", "{}: de startdatum is `{}`"},
    {"{} is damaged: {}\n  run the scenario again",
     "{} is beschadigd: {}\n  draai het scenario opnieuw"},
    {"its scenario is not the one that `scenario_sha256` stands for",
     "het scenario erin is niet waar `scenario_sha256` voor staat"},
    {"it tells of {} replications and has rows of {}",
     "het spreekt van {} herhalingen en heeft rijen van {}"},
    {"{} holds other rows or columns than this program writes\n  run the scenario again",
     "{} bevat andere rijen of kolommen dan dit programma schrijft\n  draai het scenario opnieuw"},
    {"{}: the columns of {} are not those that this program writes\n  run the scenario again",
     "{}: de kolommen van {} zijn niet die welke dit programma schrijft\n  draai het scenario "
     "opnieuw"},
    {"{}: {} is damaged: a row of replication {} among {} stands behind one of {}\n  run the "
     "scenario again",
     "{}: {} is beschadigd: een rij van herhaling {} van de {} staat achter een van {}\n  draai "
     "het scenario opnieuw"},
    {"{}: row {} of {}/{} holds {}, which stands for nothing\n  the file is damaged, or is not of "
     "this program; run the scenario again",
     "{}: rij {} van {}/{} bevat {}, en dat staat nergens voor\n  het bestand is beschadigd, of "
     "niet van dit programma; draai het scenario opnieuw"},
    // names that do not fit in a file
    {"a {} is called `none`\n  in the result file `none` stands for \"does not apply\"; give it "
     "another name",
     "een {} heet `none`\n  in het resultaatbestand staat `none` voor \"niet van toepassing\"; "
     "kies een andere naam"},
    {"the names of {} {}s take {} bytes\n  a column of the result file can name {} bytes; use "
     "fewer or shorter names",
     "{} namen van het soort \"{}\" nemen {} bytes in\n  in een kolom van het resultaatbestand "
     "passen {} bytes; gebruik minder of kortere namen"},
    {"node or intervention", "knoop of interventie"},
    {"severity", "zwaarte"},
    {"funder", "betaler"},
    {"role", "rol"},
    // youths that are kept
    {"{}: no youths are kept in this file\n  run the scenario with --visits 1 to keep those of the "
     "first replication",
     "{}: dit bestand bevat geen jeugdigen\n  draai het scenario met --visits 1 om die van de "
     "eerste herhaling te bewaren"},
    {"replication 0", "herhaling 0"},
    {"replications 0 to {}", "herhalingen 0 tot en met {}"},
    {"run the scenario with --visits {} to keep more",
     "draai het scenario met --visits {} om er meer te bewaren"},
    {"the run had {} of them, counted from 0", "het waren er {}, geteld vanaf 0"},
    {"{}: no youths of replication {} are kept, only those of {}\n  {}",
     "{}: van herhaling {} zijn geen jeugdigen bewaard, alleen van {}\n  {}"},
    {"{0}: there is no youth {1} in replication {2}\n  they are numbered from 0 to {3}; "
     "`doorstroom trace {0}` names a few whose stories are worth reading",
     "{0}: jeugdige {1} bestaat niet in herhaling {2}\n  ze zijn genummerd van 0 tot en met {3}; "
     "`doorstroom trace {0}` noemt er een paar van wie het verhaal de moeite waard is"},
};

}  // namespace

constinit const std::span<const Translation> catalogues::refusals{doorstroom::refusals};

}  // namespace doorstroom
