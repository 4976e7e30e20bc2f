#include <array>

#include "models/messages/message.hpp"
#include "results/provenance/invented_youths.hpp"
#include "results/provenance/provenance.hpp"
#include "results/story/story.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// A story that is told, by its place among those ranked by wait.
struct ToldStory {
  double share;
  TranslatableText title;
};

constexpr std::array told_stories{
    ToldStory{1, translatable("Invented youth: one of the longest waits")},
    ToldStory{0.5, translatable("Invented youth: a wait in the middle")},
    ToldStory{0, translatable("Invented youth: one of the shortest waits")},
};

bool keeps_youths(ResultReader& file) {
  return file.has_table("/youths") && file.table("/youths").rows() > 0;
}

ReportStory laid_out(const Story& story, TranslatableText title, Language language) {
  ReportStory block{.title = title.in(language), .lines = {}};
  for (const Story::Day& day : story.days)
    block.lines.push_back(message("{0}: {1}", day.date, day.text).in(language));
  block.lines.push_back(message("In all: {0}", story.in_all).in(language));
  return block;
}

}  // namespace

ReportSection one_youth(ReportSources& sources) {
  ReportSection section{.id = "one-youth", .title = {}, .blocks = {}};
  ResultReader& file = sources.base();
  if (!keeps_youths(file)) return section;
  const Stories stories(file, 0, sources.language());
  const std::vector<WaitOfYouth> ranked =
      invented_youths(stories.rows(), stories.scenario(), sources.privacy());
  if (ranked.size() < told_stories.size()) return section;

  section.title = sources.localized(message("One youth"));
  section.blocks.emplace_back(ReportText{
      .text = sources.localized(
          message("Nobody of flesh and blood is told of here. The model made these youths up, and "
                  "nobody went through what stands here. They show what the figures mean for one "
                  "youth in one possible future.")),
      .role = ReportText::Role::lead});
  const auto seed = static_cast<std::uint64_t>(file.integer("seed"));
  for (const ToldStory& told : told_stories)
    section.blocks.emplace_back(laid_out(stories.of(chosen_youth(ranked, told.share, seed)),
                                         told.title, sources.language()));
  section.blocks.emplace_back(ReportText{
      .text = sources.localized(message(
          "How they were chosen: {0} invented youths came in the years that count and left before "
          "the simulation ended. They were ranked by how long they waited in all. The seed chose "
          "one from each end and one from the middle, so nobody picked the stories by hand.",
          grouped(static_cast<double>(ranked.size()), 0))),
      .role = ReportText::Role::note});
  return section;
}

}  // namespace doorstroom
