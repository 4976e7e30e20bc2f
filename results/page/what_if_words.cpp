#include "results/page/what_if_words.hpp"

#include <array>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

struct WhatIfWord {
  const char* key;
  TranslatableText text;
};

constexpr std::array what_if_texts{
    // The page
    WhatIfWord{"title", translatable("What if? %0")},
    WhatIfWord{"subtitle", translatable("%0, seed %1, Doorstroom %2")},
    WhatIfWord{
        "intro",
        translatable(
            "Change something under \"What changes\". The figures beside or below it follow.")},
    WhatIfWord{"to_questions", translatable("Do you know what you want to reach? Let the program "
                                            "search how much is needed.")},
    WhatIfWord{"language", translatable("Language")},
    WhatIfWord{"skip", translatable("Go to the figures")},
    WhatIfWord{"foot",
               translatable("The youths in this model are invented. The numbers that go in are "
                            "partly guesses: each lever says where its number comes from.")},
    // Variants
    WhatIfWord{"variants", translatable("Variants")},
    WhatIfWord{"variant_number", translatable("Variant %0")},
    WhatIfWord{"copy_of", translatable("%0, copy")},
    WhatIfWord{"nothing_changed", translatable("nothing changed yet")},
    WhatIfWord{"not_calculated", translatable("not calculated yet")},
    WhatIfWord{"has_mistakes", translatable("cannot be calculated like this")},
    WhatIfWord{"is_saved", translatable_in("a variant", "saved")},
    WhatIfWord{"name", translatable("Name of this variant")},
    WhatIfWord{"new", translatable("New variant")},
    WhatIfWord{"duplicate", translatable_in("button", "Copy this variant")},
    WhatIfWord{"remove", translatable_in("button", "Remove this variant")},
    WhatIfWord{"undo", translatable_in("button", "Undo")},
    WhatIfWord{"redo", translatable_in("button", "Redo")},
    WhatIfWord{"undone", translatable("Undone: %0.")},
    WhatIfWord{"redone", translatable("Done again: %0.")},
    WhatIfWord{"now_as_text", translatable("It is shown as text now.")},
    WhatIfWord{"step_added", translatable("%0 added")},
    WhatIfWord{"step_removed", translatable("%0 removed")},
    WhatIfWord{"step_sliders", translatable("the text of %0 became sliders")},
    WhatIfWord{"step_text", translatable("what was typed in the text of %0")},
    WhatIfWord{"step_intervention", translatable("another plan for %0")},
    WhatIfWord{"step_lever", translatable_in("a number that was moved", "%0, from %1 to %2")},
    WhatIfWord{"step_levers", translatable("which numbers stand on the table of %0")},
    WhatIfWord{"step_name", translatable("the name %0 became %1")},
    WhatIfWord{"step_shown", translatable("%0 shown")},
    WhatIfWord{"step_now", translatable_in("a value", "as now")},
    WhatIfWord{"step_none", translatable_in("a value", "none")},
    WhatIfWord{"open_saved", translatable("Open a saved variant")},
    WhatIfWord{"choose", translatable("Choose ...")},
    // What changes
    WhatIfWord{"changes", translatable("What changes")},
    WhatIfWord{"find", translatable("What do you want to change?")},
    WhatIfWord{"find_other", translatable("What else do you want to change?")},
    WhatIfWord{"find_more", translatable("Type what you are looking for, in English or in Dutch.")},
    WhatIfWord{"find_example", translatable("For example: places oza")},
    WhatIfWord{"often", translatable("Often changed: places and staff. Or type what you are "
                                     "looking for, in English or in Dutch.")},
    WhatIfWord{"found", translatable("Found: %0")},
    WhatIfWord{"found_none",
               translatable("Nothing found for \"%0\". Try one word, such as places, staff or the "
                            "name of a desk. Plans that lie ready are chosen below, under "
                            "Intervention.")},
    WhatIfWord{"show_all", translatable("Show all %0")},
    WhatIfWord{"on_table", translatable("chosen, now %0")},
    WhatIfWord{"now_is", translatable("now %0")},
    WhatIfWord{"put_back", translatable_in("button", "Back to now")},
    WhatIfWord{"put_back_to", translatable_in("button", "Back to %0")},
    WhatIfWord{"less", translatable_in("button of a slider", "Less: %0")},
    WhatIfWord{"more", translatable_in("button of a slider", "More: %0")},
    WhatIfWord{"number_wrong", translatable("Write a number, such as %0.")},
    WhatIfWord{"number_unclear",
               translatable("Write this as %0, without marks between thousands.")},
    WhatIfWord{"number_either", translatable("This can be read in two ways. Write %0 or %1.")},
    WhatIfWord{"take_off", translatable("Take away: %0")},
    WhatIfWord{"origin", translatable("Origin of the number now: %0")},
    WhatIfWord{"between", translatable("probably between %0 and %1")},
    WhatIfWord{"beyond", translatable("This value lies outside that range.")},
    WhatIfWord{"source", translatable("source: %0")},
    // The same as text
    WhatIfWord{"with_levers", translatable_in("button", "With sliders")},
    WhatIfWord{"as_text", translatable_in("button", "As text (YAML)")},
    WhatIfWord{"text_hint",
               translatable("What you type here is calculated as it stands. Ctrl+Space shows what "
                            "can stand where the cursor is; Tab leaves the text.")},
    WhatIfWord{"text_comes", translatable("The text is on its way.")},
    WhatIfWord{"text_right", translatable("No mistakes in this text.")},
    WhatIfWord{"text_only",
               translatable("This text changes more than sliders can show, so they are off for "
                            "this variant.")},
    WhatIfWord{"text_wrong",
               translatable("Sliders are off as long as this text has mistakes, or changes more "
                            "than they can show.")},
    WhatIfWord{"line", translatable("Line %0")},
    WhatIfWord{"completions", translatable("What can stand here")},
    // Interventions
    WhatIfWord{"intervention", translatable("Intervention")},
    WhatIfWord{"choose_intervention", translatable("Choose a plan that is worked out already")},
    WhatIfWord{"no_intervention", translatable_in("no intervention", "None")},
    WhatIfWord{"of_intervention", translatable("What this plan assumes (%0)")},
    WhatIfWord{"from", translatable_in("first day", "From")},
    WhatIfWord{"until", translatable_in("last day", "Until")},
    WhatIfWord{"month_earlier", translatable("A month earlier: %0")},
    WhatIfWord{"month_later", translatable("A month later: %0")},
    WhatIfWord{"rises_over", translatable_in("length of time", "In full after")},
    WhatIfWord{"stays", translatable_in("share", "Stays at the end")},
    WhatIfWord{"fades_over", translatable_in("length of time", "Gone after")},
    WhatIfWord{"timing", translatable("Set dates and lengths")},
    WhatIfWord{"timing_taken", translatable_in("when an effect holds", "as the intervention")},
    WhatIfWord{"timing_none", translatable_in("button", "Leave this out")},
    WhatIfWord{"course_at_once", translatable("Works in full from %0.")},
    WhatIfWord{"course_rises", translatable("Begins on %0 and works in full after %1, from %2.")},
    WhatIfWord{"course_endless", translatable("It does not end.")},
    WhatIfWord{"course_ends", translatable("Ends on %0; nothing of it stays.")},
    WhatIfWord{"course_fades", translatable("Ends on %0; %1 of its effect stays then, and fades "
                                            "over %2, until %3.")},
    WhatIfWord{"course_span", translatable("%0, until %1")},
    WhatIfWord{"course_stays", translatable_in("share", "%0 stays")},
    // Figures
    WhatIfWord{"figures", translatable("What comes of it: %0")},
    WhatIfWord{"figure", translatable_in("head of a column", "Figure")},
    WhatIfWord{"now", translatable_in("head of a column", "Now")},
    WhatIfWord{"then", translatable_in("head of a column", "With this variant")},
    WhatIfWord{"estimated", translatable_in("figures that still move", "estimated")},
    WhatIfWord{"progress", translatable("Replications that are done")},
    WhatIfWord{"pairs", translatable("%0 of %1 replications")},
    WhatIfWord{"replications", translatable("Replications")},
    WhatIfWord{"stop", translatable_in("button", "Stop calculating")},
    WhatIfWord{"go_on", translatable_in("button", "Calculate again")},
    WhatIfWord{"again", translatable_in("button", "Try again")},
    WhatIfWord{"calculating", translatable("being calculated")},
    WhatIfWord{"ready", translatable("The figures are ready.")},
    WhatIfWord{"ready_with", translatable("The figures are ready. %0: %1")},
    WhatIfWord{
        "mistakes",
        translatable("This variant cannot be calculated. See what is said at the left or above.")},
    WhatIfWord{"other_figures", translatable("%0 other figures")},
    WhatIfWord{"of_all_years", translatable("%0, of all years")},
    WhatIfWord{"who_pays", translatable("Who pays, euro a year")},
    WhatIfWord{"payer", translatable_in("head of a column", "Who pays")},
    WhatIfWord{
        "how_to_read",
        translatable(
            "Each bar shows between which values the difference lies, with 95% certainty. It "
            "becomes "
            "shorter with more replications. Left of the line in the middle is lower than now, "
            "right of it is higher. Dashed lines show how large a difference must be to matter. "
            "How good the guesses are that went in, the bar does not say.")},
    WhatIfWord{"difference", translatable_in("head of a column", "Difference")},
    WhatIfWord{"years", translatable_in("which years figures are about", "Years")},
    WhatIfWord{"phase_all", translatable_in("which years figures are about", "All years")},
    WhatIfWord{"phase_before", translatable("Before the intervention: %0")},
    WhatIfWord{"phase_during", translatable("During the intervention: %0")},
    WhatIfWord{"phase_after", translatable("After the intervention: %0")},
    WhatIfWord{"reading", translatable("How to read this")},
    WhatIfWord{"by_year", translatable("The difference in each year")},
    WhatIfWord{"by_year_note", translatable("Each bar stands for a school year: above the line is "
                                            "higher than now, below it is lower. "
                                            "The intervals are of each year by itself (95%).")},
    WhatIfWord{"year", translatable_in("head of a column", "Year")},
    WhatIfWord{"range", translatable_in("bounds of a number", "%0 to %1")},
    WhatIfWord{"about", translatable_in("bounds of a number", "about %0")},
    WhatIfWord{"weeks", translatable_in("weeks, behind a number", " wk")},
    WhatIfWord{"millions", translatable_in("millions, behind a number", " M")},
    WhatIfWord{"side_by_side", translatable("All variants side by side")},
    // Questions
    WhatIfWord{"questions", translatable("Let the program search")},
    WhatIfWord{"questions_note",
               translatable("Both questions are about the variant that is shown: %0. An answer "
                            "takes seconds for a small scenario, minutes for a whole region.")},
    WhatIfWord{"seek", translatable("How much is needed?")},
    WhatIfWord{"seek_note", translatable("The program looks for the smallest number with which a "
                                         "figure is good enough.")},
    WhatIfWord{"seek_lever", translatable("What may become more or less")},
    WhatIfWord{"seek_figure", translatable("Which figure must be good enough")},
    WhatIfWord{"at_least", translatable("It must be at least")},
    WhatIfWord{"at_most", translatable("It may be at most")},
    WhatIfWord{"seek_chance", translatable("In how many of 100 single futures it must be met")},
    WhatIfWord{"seek_chance_note", translatable("empty: on average")},
    WhatIfWord{"seek_from", translatable("Look from")},
    WhatIfWord{"seek_to", translatable_in("bound of a search", "to")},
    WhatIfWord{"seek_step", translatable("in steps of")},
    WhatIfWord{"seek_lever_also", translatable("And what else may become more or less")},
    WhatIfWord{"seek_figure_also", translatable("And which figure must be good enough too")},
    WhatIfWord{"seek_vary_more", translatable_in("button", "Let another number change too")},
    WhatIfWord{"seek_target_more", translatable_in("button", "Ask for another figure too")},
    WhatIfWord{"seek_several", translatable("Of the combinations with which all is good enough, "
                                            "the program looks for the cheapest.")},
    WhatIfWord{"seek_tolerance",
               translatable_in("of a search", "Up to %0 short of it counts as meeting it.")},
    WhatIfWord{"target_least", translatable_in("of a search", "Wanted: %0, at least %1.")},
    WhatIfWord{"target_most", translatable_in("of a search", "Wanted: %0, at most %1.")},
    WhatIfWord{"seek_go", translatable_in("button", "Search")},
    WhatIfWord{"bottlenecks", translatable("Where does it pinch?")},
    WhatIfWord{"bottlenecks_note",
               translatable("Each desk and arrangement gets a little more in turn, and the program "
                            "compares what that does for a figure.")},
    WhatIfWord{"bottlenecks_figure", translatable("Which figure must become better")},
    WhatIfWord{"bottlenecks_go", translatable_in("button", "Compare")},
    WhatIfWord{"searching", translatable("The program is searching.")},
    WhatIfWord{"stop_search", translatable_in("button", "Stop searching")},
    WhatIfWord{"stopped", translatable_in("a search", "Stopped, without an answer.")},
    WhatIfWord{"answer_about", translatable("Answer about: %0")},
    WhatIfWord{"answer_old",
               translatable("The variant that is shown is another one, or has changed since.")},
    WhatIfWord{"capacity", translatable_in("head of a column", "What gets more")},
    WhatIfWord{"looked_at", translatable("All that the search looked at (%0)")},
    WhatIfWord{"take_over_found", translatable_in("button", "Make this a new variant")},
    WhatIfWord{"take_over", translatable_in("button", "Try")},
    WhatIfWord{"take_over_this", translatable_in("button", "Try: %0")},
    WhatIfWord{"as_found", translatable_in("name of a variant", "%0, as found")},
    WhatIfWord{"command_answer",
               translatable("This command gives the same answer, in the folder of the scenario")},
    WhatIfWord{"command_later",
               translatable("The command that gives the same answer is shown once the variant is "
                            "saved as %0.")},
    // Keeping
    WhatIfWord{"keep", translatable("Keep this variant")},
    WhatIfWord{"file", translatable("Name of the file")},
    WhatIfWord{"save", translatable_in("button", "Save")},
    WhatIfWord{"saved_as", translatable("Saved as %0, beside the scenario.")},
    WhatIfWord{"read_only",
               translatable("Nothing can be saved here. Copy the text below to keep it.")},
    WhatIfWord{"command",
               translatable("This command gives the same figures, in the folder of the scenario")},
    WhatIfWord{"overlay", translatable("Show the text of this variant (YAML)")},
    WhatIfWord{"overlay_text", translatable("Text of this variant")},
    WhatIfWord{"report", translatable("A report to share")},
    WhatIfWord{"report_later",
               translatable("Save a variant first; then you make a page of it here, to send.")},
    WhatIfWord{"to_report", translatable("Make a report to share")},
    WhatIfWord{"report_of", translatable("Of the variants that are saved: %0.")},
    WhatIfWord{"report_make", translatable_in("button", "Make the report")},
    WhatIfWord{"report_again", translatable_in("button", "Make the report again")},
    WhatIfWord{"report_old",
               translatable("The report below was made before the last change. Make it again to "
                            "have what the page shows now.")},
    WhatIfWord{"report_old_unsaved",
               translatable("The report below was made before the last change. Save what changed, "
                            "then make it again.")},
    WhatIfWord{"report_former", translatable("Download the report from before the change: %0")},
    WhatIfWord{"report_busy", translatable_in("button", "The report is being made ...")},
    WhatIfWord{"report_ready", translatable("Download the report: %0")},
    WhatIfWord{"report_command", translatable("This command makes the same report")},
    WhatIfWord{"copy", translatable_in("button", "Copy")},
    WhatIfWord{"is_copied", translatable("Copied")},
    // Trouble
    WhatIfWord{
        "no_answer",
        translatable("The program on this computer does not answer. Is doorstroom serve still "
                     "running? Start it again, and open the link that it prints.")},
    WhatIfWord{"refused", translatable("The program refused this (%0).")},
    WhatIfWord{"no_sense",
               translatable("The program gave an answer that this page does not understand: %0")},
    WhatIfWord{"cut_off", translatable("The calculation ended too early.")},
};

}  // namespace

std::map<std::string, std::string> what_if_words(Language language) {
  std::map<std::string, std::string> all;
  for (const WhatIfWord& word : what_if_texts) all.emplace(word.key, word.text.in(language));
  return all;
}

}  // namespace doorstroom
