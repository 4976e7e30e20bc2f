#include "models/messages/catalogue.hpp"

/// What is said of experiments: sweeps and comparisons.

namespace doorstroom {
namespace {

constexpr Translation experiments[] = {
    // the plan of a sweep
    {"the sweep", "de reeks"},
    {"{} holds no values", "{} bevat geen waarden"},
    {"give some, as in [20, 30, 40], or {from: 20, to: 40, step: 10}",
     "geef er enkele, zoals [20, 30, 40], of {from: 20, to: 40, step: 10}"},
    {"a range is between two numbers with their unit, such as {from: 4 weeks, to: 8 weeks}; list "
     "other values one by one",
     "een bereik ligt tussen twee getallen met hun eenheid, zoals {from: 4 weeks, to: 8 weeks}; "
     "noem andere waarden een voor een"},
    {"{} has another unit than `from`", "{} heeft een andere eenheid dan `from`"},
    {"write both numbers in the same unit", "schrijf beide getallen in dezelfde eenheid"},
    {"{} is not above `from`", "{} ligt niet boven `from`"},
    {"a range goes from the lowest value to the highest",
     "een bereik loopt van de laagste waarde naar de hoogste"},
    {"{} has no step", "{} heeft geen stap"},
    {"a grid needs one, as in {from: 20, to: 40, step: 5}; or choose `design: {latin_hypercube: "
     "100}`",
     "een rooster heeft er een nodig, zoals {from: 20, to: 40, step: 5}; of kies `design: "
     "{latin_hypercube: 100}`"},
    {"{} makes no steps to `to`", "{} maakt geen stappen naar `to`"},
    {"use a step above 0 that gives at most 10,000 values",
     "gebruik een stap boven 0 die ten hoogste 10.000 waarden geeft"},
    {"{} stands twice among the values of {}", "{} staat twee keer bij de waarden van {}"},
    {"each value is one point of the sweep; take one out",
     "elke waarde is één punt van de reeks; haal er een weg"},
    {"with {} the scenario is wrong: {}", "met {} klopt het scenario niet: {}"},
    {"the grid has {:.0f} points", "het rooster heeft {:.0f} punten"},
    {"use at most 1,000,000; a Latin hypercube or a Sobol sequence needs far fewer",
     "gebruik er ten hoogste 1.000.000; een Latin hypercube of een Sobolrij heeft er veel minder "
     "nodig"},
    {"{} names no parameter", "{} noemt geen parameter"},
    {"vary names no parameter", "vary noemt geen parameter"},
    {"name one at least, as in {arrangements.oza.places: [20, 30]}",
     "noem er ten minste een, zoals {arrangements.oza.places: [20, 30]}"},
    {"{}: holds no sweep", "{}: bevat geen reeks"},
    // a sweep
    {"tasks", "taken"},
    {"{}: this sweep was begun with doorstroom {} ({}), and this is {} ({})\n  results of "
     "different programs do not go together; go on with that one, or begin anew in another folder",
     "{}: deze reeks is begonnen met doorstroom {} ({}), en dit is {} ({})\n  uitkomsten van "
     "verschillende programma's gaan niet samen; ga verder met dat programma, of begin opnieuw in "
     "een andere map"},
    {"{}: this sweep was begun with a doorstroom of commit {}, and this one is of {}; their "
     "results may differ",
     "{}: deze reeks is begonnen met een doorstroom van commit {}, en deze is van {}; hun "
     "uitkomsten kunnen verschillen"},
    {"the scenario is another", "het scenario is een ander"},
    {"the seed is another", "de seed is een andere"},
    {"the points are others", "de punten zijn andere"},
    {"other key figures are kept", "er worden andere kengetallen bewaard"},
    {"the replications are others (more of them: `doorstroom sweep extend`)",
     "de herhalingen zijn andere (meer ervan: `doorstroom sweep extend`)"},
    {"{}: holds a sweep that was begun with another plan: {}\n  give this one a folder of its own, "
     "with -o",
     "{}: bevat een reeks die met een ander plan is begonnen: {}\n  geef deze een eigen map, met "
     "-o"},
    {"--part {}: this is no part\n  write the part and how many there are, such as 3/200",
     "--part {}: dit is geen deel\n  schrijf het deel en hoeveel er zijn, zoals 3/200"},
    {"  ... and {} more\n", "  ... en nog {}\n"},
    {"Stopped. What is done is kept; go on with `doorstroom sweep retry {}`.",
     "Gestopt. Wat klaar is blijft bewaard; ga verder met `doorstroom sweep retry {}`."},
    {"{} of {} tasks failed:\n{}The others are done. `doorstroom sweep retry {}` does these once "
     "more.",
     "{} van {} taken zijn mislukt:\n{}De andere zijn klaar. `doorstroom sweep retry {}` doet deze "
     "nog eens."},
    {"{} replications each", "elk {} herhalingen"},
    {"until {}, at most {} replications each", "tot {}, elk ten hoogste {} herhalingen"},
    {"{} points, {}\nResult file: {}\n", "{} punten, {}\nResultaatbestand: {}\n"},
    {"{}: {} points, {}, in {} tasks\n{} done, {} failed, {} to do\n",
     "{}: {} punten, {}, in {} taken\n{} klaar, {} mislukt, {} te doen\n"},
    {"{}: {} tasks to do\n", "{}: {} taken te doen\n"},
    {"{}: {} makes sense.\n{} points, {}.\n", "{}: {} is in orde.\n{} punten, {}.\n"},
    {"{} works on it\n", "{} werkt eraan\n"},
    {"sweep extend: say what there should be more of\n  either --replications or --points",
     "sweep extend: zeg waarvan er meer moet komen\n  ofwel --replications, ofwel --points"},
    {"sweep: there is no plan\n  name one, such as `doorstroom sweep places.yaml -o places`; "
     "`doorstroom sweep --help` says how it is written",
     "sweep: er is geen plan\n  noem er een, zoals `doorstroom sweep places.yaml -o places`; "
     "`doorstroom sweep --help` zegt hoe het wordt geschreven"},
    {"{} tasks in {} jobs: {}\nThen put together by job {}.\n`doorstroom sweep status {}` tells "
     "how "
     "far it is; logs are in {}/slurm\n",
     "{} taken in {} jobs: {}\nDaarna samengevoegd door job {}.\n`doorstroom sweep status {}` "
     "vertelt "
     "hoe ver het is; logboeken staan in {}/slurm\n"},
    {"Slurm: {}\n", "Slurm: {}\n"},
    {"\nBest points\n", "\nBeste punten\n"},
    {"* {} points cannot be told apart from the best: the interval of their difference, "
     "replication\n  by replication and for all points together, holds zero. More replications "
     "would tell.\n",
     "* {} punten zijn niet van het beste te onderscheiden: het interval van hun verschil, "
     "herhaling\n  voor herhaling en voor alle punten samen, bevat nul. Meer herhalingen wijzen "
     "het uit.\n"},
    {"{}: the sweep is not put together yet\n  `doorstroom sweep retry {}` does what is missing "
     "and puts it together",
     "{}: de reeks is nog niet samengevoegd\n  `doorstroom sweep retry {}` doet wat ontbreekt en "
     "voegt alles samen"},
    {"{}: {} ({})\n{}\n", "{}: {} ({})\n{}\n"},
    {"Averaged over {}.\n", "Gemiddeld over {}.\n"},
    {"\nIntervals are the noise of simulating, smaller with more replications. They say nothing of "
     "how\nsure the inputs are.\n",
     "\nIntervallen zijn de ruis van het simuleren, kleiner met meer herhalingen. Ze zeggen niets "
     "over\nhoe zeker de invoer is.\n"},
    // a comparison
    {"{} is there already, and used", "{} is er al, en wordt gebruikt"},
    {"replications of {}", "herhalingen van {}"},
    {"exactly alike in every replication", "precies gelijk in elke herhaling"},
    {"{} lower ({} in the middle)", "{} lager (midden {})"},
    {"{} higher ({} in the middle)", "{} hoger (midden {})"},
    {"between {} lower and {} higher", "tussen {} lager en {} hoger"},
    {", better", ", beter"},
    {", worse", ", slechter"},
    {"more replications would hardly tell: it is about as much",
     "meer herhalingen wijzen het nauwelijks uit: het is ongeveer zoveel"},
    {"about {:.0f} replications would tell", "ongeveer {:.0f} herhalingen wijzen het uit"},
    {"no verdict: there is too little data", "geen oordeel: er zijn te weinig gegevens"},
    {"relevant{}: {}; {} or more matters", "van belang{}: {}; vanaf {} doet het ertoe"},
    {"negligible: {}; less than the {} that matters",
     "te verwaarlozen: {}; minder dan de {} die ertoe doet"},
    {"undecided{}: {}; {} or more matters; {}", "onbeslist{}: {}; vanaf {} doet het ertoe; {}"},
    {"Base: {} ({})\n", "Uitgangspunt: {} ({})\n"},
    {"\nVariant: {} ({})\n{} pairs of replications, seed {}\n",
     "\nVariant: {} ({})\n{} paren van herhalingen, seed {}\n"},
    {"\nVerdicts; the {} of them hold together with 95% confidence\n",
     "\nOordelen; alle {} samen gelden met 95% zekerheid\n"},
    {"\nVerdict, with 95% confidence\n", "\nOordeel, met 95% zekerheid\n"},
    {"  {}: {}.\n", "  {}: {}.\n"},
    {"Headline figures", "Hoofdcijfers"},
    {"Whole system, exploratory", "Hele systeem, verkennend"},
    {"Desks and arrangements with an effect", "Loketten en arrangementen met effect"},
    {"base", "uitgangspunt"},
    {"variant", "variant"},
    {"difference", "verschil"},
    {"P10 to P90", "P10 tot P90"},
    {"corr.", "corr."},
    {"saved", "scheelt"},
    {"before", "ervoor"},
    {"during", "tijdens"},
    {"after", "erna"},
    {"{} to {}", "{} tot en met {}"},
    {"{}, {}", "{}, {}"},
    {"95%, together", "95%, samen"},
    {"Who pays, euro a year, exploratory", "Wie betaalt, euro per jaar, verkennend"},
    {"nobody named", "niemand genoemd"},
    {"{}, for whom", "{}, voor wie"},
    {"subregion {}", "deelregio {}"},
    {"severity {}", "zwaarte {}"},
    {"younger than {}", "jonger dan {}"},
    {"{} and older", "{} en ouder"},
    {"{} to {} years", "{} tot {} jaar"},
    {"\nBefore, during and after the intervention: difference with its 95% interval, "
     "exploratory\n",
     "\nVoor, tijdens en na de interventie: verschil met zijn 95%-interval, verkennend\n"},
    {"\nYear by year: difference with its 95% interval, exploratory\n",
     "\nJaar voor jaar: verschil met zijn 95%-interval, verkennend\n"},
    {"\nDesks and arrangements: no figure shows an effect.\n",
     "\nLoketten en arrangementen: geen enkel cijfer toont een effect.\n"},
    {"\n--all tells for whom, each year, and each desk and arrangement with an effect.\n",
     "\n--all vertelt voor wie, elk jaar, en elk loket en arrangement met effect.\n"},
    {"\nIntervals are simulation noise: they shrink with more replications, and say nothing of how "
     "sure the\ninputs are (--over evidence does). P10 to P90: what one single future may bring. "
     "corr., saved: how much\nalike the pairs are, and how many times as many replications it "
     "would "
     "take without pairs. Where an\ninterval holds zero, the simulation cannot tell the difference "
     "from none. Of many exploratory intervals\none in twenty is beside the truth. What the model "
     "shows is an assumption worked out, not evidence.\n",
     "\nIntervallen zijn de ruis van het simuleren: ze krimpen met meer herhalingen, en zeggen "
     "niets "
     "over hoe\nzeker de invoer is (--over evidence wel). P10 tot P90: wat één enkele toekomst kan "
     "brengen. corr., scheelt:\nhoeveel de paren op elkaar lijken, en hoeveel keer zoveel "
     "herhalingen "
     "er zonder paren nodig zouden zijn.\nWaar een interval nul bevat, kan de simulatie het "
     "verschil "
     "niet van geen verschil onderscheiden. Van veel\nverkennende intervallen zit één op de "
     "twintig "
     "naast de waarheid. Wat het model toont is een uitgewerkte\naanname, geen bewijs.\n"},
    // over the ranges of evidence
    {"the scenarios give it other ranges; the first of them is used",
     "de scenario's geven er andere bereiken voor; het eerste daarvan geldt"},
    {"its range is not between numbers of one unit",
     "het bereik ligt niet tussen getallen met één eenheid"},
    {"its range does not go from a low value to a high one",
     "het bereik gaat niet van een lage naar een hoge waarde"},
    {"it names nothing", "het noemt niets"},
    {"closer entries are about all that it names",
     "nauwkeuriger regels gaan over alles wat het noemt"},
    {"it is a list", "het is een lijst"},
    {"its range fits no number in it, or several",
     "het bereik past bij geen getal erin, of bij meer dan één"},
    {"it is {}, which is no number", "het is {}, en dat is geen getal"},
    {"the scenarios differ in it", "de scenario's verschillen erin"},
    {"{}: no entry of `evidence` has a range that can be drawn from\n  give some a range, as in "
     "arrangements.oza.places: {{basis: assumed, range: [20, 24, 30]}}",
     "{}: geen enkele regel van `evidence` heeft een bereik waaruit te trekken valt\n  geef er een "
     "bereik, zoals arrangements.oza.places: {{basis: assumed, range: [20, 24, 30]}}"},
    {"{}, point {}", "{}, punt {}"},
    {"{}: these values of `evidence` do not go together:\n{}{}\n  narrow a range, so that every "
     "value of it goes with every other",
     "{}: deze waarden uit `evidence` gaan niet samen:\n{}{}\n  maak een bereik smaller, zodat "
     "elke waarde ervan met elke andere samengaat"},
    {"scenarios at points of the evidence", "scenario's op punten van de onderbouwing"},
    {"\nOver the assumed ranges: {} points of {} assumptions, {} pairs of replications at "
     "each\nWhere `evidence` gives three values, the middle one is the median, and on either side "
     "every value is as\nlikely as another; where it gives two, every value between them is.\n",
     "\nOver de aangenomen bereiken: {} punten van {} aannames, {} paren van herhalingen per "
     "punt\nWaar `evidence` drie waarden geeft, is de middelste de mediaan, en is aan weerszijden "
     "elke waarde even\nwaarschijnlijk; waar het er twee geeft, is elke waarde ertussen dat.\n"},
    {"\nVariant: {}\n", "\nVariant: {}\n"},
    {"  {}: there is too little data.\n", "  {}: er zijn te weinig gegevens.\n"},
    {"  {}: exactly alike at every point.\n", "  {}: precies gelijk op elk punt.\n"},
    {"  {}: alike at most points.\n", "  {}: gelijk op de meeste punten.\n"},
    {"  {}: over the assumed ranges {}; simulation noise adds {}.\n",
     "  {}: over de aangenomen bereiken {}; de ruis van het simuleren voegt {} toe.\n"},
    {"middle", "midden"},
    {"lowest to highest", "laagste tot hoogste"},
    {"noise", "ruis"},
    {"noise in spread", "ruis in spreiding"},
    {"\nNot varied, though they have a range\n", "\nNiet gevarieerd, al hebben ze een bereik\n"},
    {"\nVaried, together\n", "\nGevarieerd, tegelijk\n"},
    {"\nP10 to P90 and lowest to highest are of the points: they are about the inputs, and do not "
     "shrink with\nmore replications. Noise is that of the middle in simulation, as a 95% "
     "interval, "
     "and what part of the\nspread between the points is noise. This is an assumption worked out, "
     "not evidence of effect.\n",
     "\nP10 tot P90 en laagste tot hoogste zijn van de punten: ze gaan over de invoer, en krimpen "
     "niet met meer\nherhalingen. Ruis is die van het simuleren in het midden, als 95%-interval, "
     "en welk deel van de spreiding\ntussen de punten ruis is. Dit is een uitgewerkte aanname, "
     "geen bewijs van effect.\n"},
    {"All points come to the same: what is varied does not bear on it.\n",
     "Alle punten komen op hetzelfde uit: wat varieert heeft er geen invloed op.\n"},
    {"{} holds {} replications of this run, and {} are wanted\n"
     "  add them: doorstroom run --extend {} --replications {}; or compare with --replications {}",
     "{} bevat {} herhalingen van deze run, en er zijn er {} gevraagd\n"
     "  voeg ze toe: doorstroom run --extend {} --replications {}; of vergelijk met --replications "
     "{}"},
    {"compare: --replications is for scenarios that are run, and these are results\n"
     "  leave it out, or add to the results first: doorstroom run --extend RESULT --replications N",
     "compare: --replications is voor scenario's die worden gedraaid, en dit zijn resultaten\n"
     "  laat het weg, of voeg eerst toe aan de resultaten: doorstroom run --extend RESULT "
     "--replications N"},
    {"{} @{}", "{} @{}"},
    {"another process", "een ander proces"},
    {"process {} on {}", "proces {} op {}"},
};

}  // namespace

const std::span<const Translation> catalogues::experiments = doorstroom::experiments;

}  // namespace doorstroom
