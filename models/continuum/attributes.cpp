#include "models/continuum/attributes.hpp"

namespace doorstroom {

void draw_attributes(const Scenario& scenario, const Draws& draws, Person& person,
                     const AttributeMixes& own, const AttributeMixes& otherwise) {
  for (const AttributeId id : scenario.draw_order) {
    if (person.values[id]) continue;
    const AttributeMix& mix = own[id].empty() ? otherwise[id] : own[id];
    const AttributeMix::Weights& weights = mix.for_youth(person.values);
    person.values.set(id, id == subregion_attribute
                              ? draws.who(person, Decision::subregion, weights)
                              : draws.under(person, scenario.attributes[id].address,
                                            Decision::attribute, weights));
  }
}

}  // namespace doorstroom
