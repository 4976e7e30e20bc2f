#include "results/table/kpi_definitions.hpp"

#include <algorithm>
#include <array>

namespace doorstroom {
namespace {

constexpr ColumnType real = ColumnType::float64;
constexpr ColumnType count = ColumnType::int64;

constexpr std::array system_list{
    KpiDefinition{"arrived", count, "youth", "Arrived, whole period", "Ingestroomd, hele periode",
                  "Youths who arrived", "Jeugdigen die instroomden"},
    KpiDefinition{
        "dropouts_per_year", real, "youth/year", "Dropouts a year", "Uitvallers per jaar",
        "Youths of compulsory school age who became absent for more than 4 weeks, for the "
        "first time, per year; absent on arrival not counted",
        "Jeugdigen van leerplichtige leeftijd die voor het eerst langer dan 4 weken "
        "thuiszaten, per jaar; wie bij instroom al thuiszat telt niet mee",
        PreferredDirection::lower, true},
    KpiDefinition{"absent_4w_mean", real, "youth", "Absent over 4 weeks",
                  "Thuiszitters, langer dan 4 weken",
                  "Mean number of youths of compulsory school age absent for more than 4 weeks; "
                  "exempt not counted",
                  "Gemiddeld aantal thuiszitters: leerplichtig en langer dan 4 weken afwezig; met "
                  "een vrijstelling telt niet mee",
                  PreferredDirection::lower, true},
    KpiDefinition{"absent_13w_mean", real, "youth", "Absent over 13 weeks",
                  "Thuiszitters, langer dan 13 weken",
                  "Mean number of youths of compulsory school age absent for more than 13 weeks; "
                  "exempt not counted",
                  "Gemiddeld aantal thuiszitters: leerplichtig en langer dan 13 weken afwezig; met "
                  "een vrijstelling telt niet mee",
                  PreferredDirection::lower, true},
    KpiDefinition{
        "education_days_lost_per_year", real, "youth day/year", "Education lost, days a year",
        "Gemist onderwijs, dagen per jaar",
        "Days out of education, weighed by the share of education that is missed, per year",
        "Dagen zonder onderwijs, gewogen naar het deel van het onderwijs dat gemist wordt, "
        "per jaar",
        PreferredDirection::lower},
    KpiDefinition{
        "full_youth_care_per_year", real, "youth/year", "Wholly into youth care, a year",
        "Volledig naar jeugdhulp, per jaar",
        "Entries into an arrangement led by care and without education, per year",
        "Plaatsingen in een arrangement onder regie van jeugdhulp en zonder onderwijs, per "
        "jaar",
        PreferredDirection::lower},
    KpiDefinition{
        "placement_days_mean", real, "day", "Signal to placement, mean", "Doorlooptijd, gemiddeld",
        "Mean time from first signal to first entry into an arrangement with limited "
        "places, of youths who arrived in the period and were placed",
        "Gemiddelde doorlooptijd van eerste signaal tot eerste plaatsing in een arrangement "
        "met beperkte plaatsen, van wie in de periode instroomde en geplaatst werd",
        PreferredDirection::lower},
    KpiDefinition{"placement_days_p50", real, "day", "Signal to placement, median",
                  "Doorlooptijd, mediaan",
                  "Median time from first signal to first entry into an arrangement with limited "
                  "places, of youths who arrived in the period and were placed",
                  "Mediane doorlooptijd van eerste signaal tot eerste plaatsing in een arrangement "
                  "met beperkte plaatsen, van wie in de periode instroomde en geplaatst werd",
                  PreferredDirection::lower},
    KpiDefinition{
        "placement_days_p90", real, "day", "Signal to placement, 90% within",
        "Doorlooptijd, 90% binnen",
        "Time from first signal to first entry into an arrangement with limited places "
        "within which 90% were placed, of youths who arrived in the period and were placed",
        "Doorlooptijd van eerste signaal tot eerste plaatsing in een arrangement met "
        "beperkte plaatsen waarbinnen 90% geplaatst was, van wie in de periode instroomde "
        "en geplaatst werd",
        PreferredDirection::lower},
    KpiDefinition{"placed_within_10w", real, "1", "Placed within 10 weeks",
                  "Geplaatst binnen 10 weken",
                  "Share of all who arrived that entered an arrangement with limited places within "
                  "10 weeks of the first signal",
                  "Deel van alle ingestroomde jeugdigen dat binnen 10 weken na het eerste signaal "
                  "geplaatst was in een arrangement met beperkte plaatsen",
                  PreferredDirection::higher, true},
    KpiDefinition{"care_to_education_per_year", real, "youth/year",
                  "Care back to education, a year", "Van zorg terug naar onderwijs, per jaar",
                  "Youths who entered education in full after an arrangement led by care, per year",
                  "Jeugdigen die na een arrangement onder regie van zorg volledig naar onderwijs "
                  "gingen, per jaar",
                  PreferredDirection::higher},
    KpiDefinition{"care_to_education_days_p50", real, "day", "Care to education, median",
                  "Van zorg naar onderwijs, mediaan",
                  "Median time from being ready to leave an arrangement led by care to entering "
                  "education in full",
                  "Mediane tijd van klaar zijn om een arrangement onder regie van zorg te verlaten "
                  "tot volledige deelname aan onderwijs",
                  PreferredDirection::lower},
    KpiDefinition{"back_in_education_share", real, "1", "Left with education",
                  "Uitgestroomd met onderwijs", "Exits with education, as a share of all exits",
                  "Deel van de uitstroom dat onderwijs volgt", PreferredDirection::higher, true},
    KpiDefinition{"bounces_per_youth", real, "bounce/youth", "Bounces per youth",
                  "Terugverwijzingen per jeugdige",
                  "Cases that the intake of the next desk or arrangement sent back, per youth who "
                  "arrived",
                  "Keren dat een aanmelding door de intake werd teruggestuurd, per ingestroomde "
                  "jeugdige",
                  PreferredDirection::lower},
    KpiDefinition{"returns_share", real, "1", "Came back after leaving", "Herhaald beroep",
                  "Youths who came back after leaving, as a share of all exits",
                  "Herhaald beroep: deel van de uitstroom dat later terugkwam",
                  PreferredDirection::lower},
    KpiDefinition{"mediated_per_year", real, "youth/year", "Moved by casework, a year",
                  "Bemiddeld, per jaar", "Youths moved on by a process director, per year",
                  "Jeugdigen die door bemiddeling van een procesregisseur verder kwamen, per jaar"},
    KpiDefinition{"cost_euro_per_year", real, "EUR/year", "Cost, euro a year",
                  "Kosten, euro per jaar", "Cost to all funders together, per year",
                  "Kosten van alle financiers samen, per jaar", PreferredDirection::lower, true},
};

constexpr std::array waiting_list{
    KpiDefinition{"asked", count, "youth", "Asked", "Aanmeldingen",
                  "Requests made in the span; bounced ones not counted",
                  "Aanmeldingen in de periode; teruggestuurde niet meegeteld"},
    KpiDefinition{"asked_before_start", count, "youth", "Listed at the start",
                  "Op de lijst bij aanvang",
                  "Requests made before the start date by those still listed then; they count in "
                  "the columns below of the whole period",
                  "Aanmeldingen van voor de startdatum die toen nog op de wachtlijst stonden; ze "
                  "tellen mee in de kolommen hierna over de hele periode"},
    KpiDefinition{"entered", count, "youth", "Entered", "Geplaatst",
                  "Of these requests: entered, or work begun",
                  "Van deze aanmeldingen: geplaatst of in behandeling genomen"},
    KpiDefinition{"entered_per_year", real, "youth/year", "Entered a year", "Geplaatst per jaar",
                  "Entries by the moment of entry, whenever asked, per year",
                  "Plaatsingen naar moment van plaatsing, ongeacht het moment van aanmelding, per "
                  "jaar"},
    KpiDefinition{"left_list", count, "youth", "Gave up the list", "Van de lijst gegaan",
                  "Of these requests: gave up, or left while waiting",
                  "Van deze aanmeldingen: afgehaakt, of vertrokken tijdens het wachten",
                  PreferredDirection::lower},
    KpiDefinition{"still_waiting", count, "youth", "Still waiting", "Wacht nog",
                  "Of these requests: still listed at the end of the run",
                  "Van deze aanmeldingen: aan het eind nog op de wachtlijst",
                  PreferredDirection::lower},
    KpiDefinition{"wait_mean", real, "day", "Waited, mean", "Wachttijd, gemiddeld",
                  "Mean wait of those who entered", "Gemiddelde wachttijd van wie geplaatst werd",
                  PreferredDirection::lower},
    KpiDefinition{"wait_p50", real, "day", "Waited, median", "Wachttijd, mediaan",
                  "Median wait of those who entered", "Mediane wachttijd van wie geplaatst werd",
                  PreferredDirection::lower},
    KpiDefinition{"wait_p90", real, "day", "Waited, 90% within", "Wachttijd, 90% binnen",
                  "Wait within which 90% of those who entered did so; gets better when people give "
                  "up, so never a verdict",
                  "Wachttijd waarbinnen 90% van de geplaatsten geplaatst was; daalt ook als mensen "
                  "afhaken en is daarom nooit een oordeel",
                  PreferredDirection::lower},
    KpiDefinition{"entered_within_6w", real, "1", "Entered within 6 weeks",
                  "Aan de beurt binnen 6 weken",
                  "Share of all who asked that entered within 6 weeks (Aalen-Johansen cumulative "
                  "incidence at 42 days)",
                  "Deel van alle aanmeldingen dat binnen 6 weken geplaatst was (cumulatieve "
                  "incidentie volgens Aalen-Johansen op 42 dagen)",
                  PreferredDirection::higher},
    KpiDefinition{"entered_within_10w", real, "1", "Entered within 10 weeks",
                  "Aan de beurt binnen 10 weken",
                  "Share of all who asked that entered within 10 weeks (Aalen-Johansen cumulative "
                  "incidence at 70 days)",
                  "Deel van alle aanmeldingen dat binnen 10 weken geplaatst was (cumulatieve "
                  "incidentie volgens Aalen-Johansen op 70 dagen)",
                  PreferredDirection::higher, true},
    KpiDefinition{"so_far_p50", real, "day", "Waiting so far, median", "Wacht al, mediaan",
                  "Median time waited so far by those still listed at the end of the run",
                  "Mediaan van de tijd die wie aan het eind nog op de lijst staat al wacht",
                  PreferredDirection::lower},
    KpiDefinition{"so_far_p90", real, "day", "Waiting so far, 90% within", "Wacht al, 90% binnen",
                  "Time waited so far that 90% of those still listed at the end of the run do not "
                  "exceed",
                  "Tijd die 90% van wie aan het eind nog op de lijst staat ten hoogste al wacht",
                  PreferredDirection::lower},
    KpiDefinition{
        "calendar_wait_mean", real, "day", "Waited for a start date", "Wachttijd op een startdatum",
        "Mean part of the wait with a place free but no start date, of those who entered",
        "Gemiddeld deel van de wachttijd waarin wel plek was maar geen startdatum, van wie "
        "geplaatst werd",
        PreferredDirection::lower},
};

constexpr std::array use_list{
    KpiDefinition{"occupied_mean", real, "place", "In use", "In gebruik",
                  "Mean number of places taken; at a desk of workers at work",
                  "Gemiddeld aantal bezette plaatsen; bij een loket het aantal medewerkers aan het "
                  "werk"},
    KpiDefinition{"places_mean", real, "place", "Places", "Plaatsen",
                  "Mean number of places, at a desk of workers; -1 if unlimited",
                  "Gemiddeld aantal plaatsen, bij een loket medewerkers; -1 indien onbeperkt"},
    KpiDefinition{"utilisation", real, "1", "Use", "Benutting",
                  "Places taken over places; at a desk worked over available hours",
                  "Bezette plaatsen gedeeld door plaatsen; bij een loket gewerkte gedeeld door "
                  "beschikbare uren",
                  PreferredDirection::neither, true},
    KpiDefinition{"waiting_mean", real, "youth", "Waiting", "Wachtenden",
                  "Mean number of youths on the list", "Gemiddeld aantal wachtenden op de lijst",
                  PreferredDirection::lower},
    KpiDefinition{"blocked_mean", real, "youth", "Held up inside", "Wacht op doorstroom",
                  "Mean number inside who wait for a next place",
                  "Gemiddeld aantal geplaatsten dat klaar is en op een vervolgplek wacht",
                  PreferredDirection::lower},
    KpiDefinition{"worked_hours", real, "hour", "Hours worked", "Gewerkte uren",
                  "Hours worked at a desk in the span",
                  "Aan een loket gewerkte uren in de periode"},
};

}  // namespace

std::span<const KpiDefinition> system_kpis() {
  return system_list;
}
std::span<const KpiDefinition> group_kpis() {
  static_assert(system_list.back().name == "cost_euro_per_year");
  return std::span(system_list).first(system_list.size() - 1);
}
std::span<const KpiDefinition> waiting_kpis() {
  return waiting_list;
}
std::span<const KpiDefinition> use_kpis() {
  return use_list;
}

ColumnSpec column_of(const KpiDefinition& kpi) {
  return {std::string(kpi.name),           kpi.type,
          std::string(kpi.units),          std::string(kpi.description_en),
          std::string(kpi.description_nl), {}};
}

const KpiDefinition* find_kpi(std::span<const KpiDefinition> kpis, std::string_view name) {
  const auto found = std::find_if(kpis.begin(), kpis.end(),
                                  [name](const KpiDefinition& kpi) { return kpi.name == name; });
  return found == kpis.end() ? nullptr : &*found;
}

}  // namespace doorstroom
