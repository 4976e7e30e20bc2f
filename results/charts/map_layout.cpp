#include "results/charts/map_layout.hpp"

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <memory>

#include "models/messages/message.hpp"
#include "results/charts/map_box.hpp"

namespace doorstroom {
namespace {

constexpr double points_per_inch = 72;  // a point of Graphviz is a pixel here
constexpr double sheet_margin = 8;      // [px]

struct EndContext {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};
struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

/// A graph whose attributes have the values that hold for all nodes and edges.
class LayoutGraph {
 public:
  LayoutGraph() : context_(gvContext()), graph_(agopen(name("map"), Agdirected, nullptr)) {
    agseterr(AGMAX);  // what goes wrong is thrown, not printed
    set(AGRAPH, "rankdir", "LR");
    set(AGRAPH, "nodesep", "0.15");
    set(AGRAPH, "ranksep", "0.42");
    set(AGRAPH, "splines", "true");
    set(AGNODE, "shape", "box");
    set(AGNODE, "fixedsize", "true");
    set(AGNODE, "label", "");  // no text, so no font: the sizes are given
    set(AGNODE, "width", "1");
    set(AGNODE, "height", "1");
    set(AGEDGE, "dir", "none");
  }
  ~LayoutGraph() {
    if (laid_out_) gvFreeLayout(context_.get(), graph_.get());
  }
  LayoutGraph(const LayoutGraph&) = delete;
  LayoutGraph& operator=(const LayoutGraph&) = delete;

  Agnode_t* add_node(std::size_t number, double width, double height) {
    Agnode_t* node = agnode(graph_.get(), name(fmt::format("{}", number)), 1);
    agset(node, name("width"), name(fmt::format("{:.4f}", width / points_per_inch)));
    agset(node, name("height"), name(fmt::format("{:.4f}", height / points_per_inch)));
    return node;
  }

  /// All in the first or in the last layer. @param rank  "source" or "sink"
  void put_in_layer(const char* rank, const std::vector<Agnode_t*>& nodes) {
    if (nodes.empty()) return;
    Agraph_t* layer = agsubg(graph_.get(), name(rank), 1);
    agattr(layer, AGRAPH, name("rank"), name(""));
    agset(layer, name("rank"), name(rank));
    for (Agnode_t* node : nodes) agsubnode(layer, node, 1);
  }

  Agedge_t* add_edge(Agnode_t* from, Agnode_t* to) {
    return agedge(graph_.get(), from, to, nullptr, 1);
  }

  void lay_out() {
    laid_out_ = gvLayout(context_.get(), graph_.get(), "dot") == 0;
    if (!laid_out_)
      throw run_error(
          message("the map cannot be drawn: Graphviz lacks its layout `dot`\n  install the package "
                  "that holds it (Debian: libgvc6), or run `dot -c` as root; if memory was short, "
                  "end other programs"));
  }

  boxf bounds() const { return GD_bb(graph_.get()); }

 private:
  /// The functions of Graphviz take char*, and change nothing.
  static char* name(const std::string& text) { return const_cast<char*>(text.c_str()); }
  void set(int kind, const char* attribute, const char* value) {
    agattr(graph_.get(), kind, name(attribute), name(value));
  }
  static char* name(const char* text) { return const_cast<char*>(text); }

  std::unique_ptr<GVC_t, EndContext> context_;
  std::unique_ptr<Agraph_t, CloseGraph> graph_;
  bool laid_out_ = false;
};

}  // namespace

void lay_out(MapChart& map) {
  map.width = map.height = 2 * sheet_margin;
  if (map.nodes.empty()) return;
  LayoutGraph graph;
  std::vector<Agnode_t*> nodes;
  std::vector<Agnode_t*> sources;
  std::vector<Agnode_t*> exits;
  for (MapNode& node : map.nodes) {
    const MapBox box = map_box(node);
    node.width = box.width;
    node.height = box.height();
    nodes.push_back(graph.add_node(nodes.size(), node.width, node.height));
    if (node.kind == "source") sources.push_back(nodes.back());
    if (node.kind == "exit") exits.push_back(nodes.back());
  }
  graph.put_in_layer("source", sources);
  graph.put_in_layer("sink", exits);
  std::vector<Agedge_t*> edges;
  for (const MapFlow& flow : map.flows)
    edges.push_back(graph.add_edge(nodes.at(flow.from), nodes.at(flow.to)));
  graph.lay_out();

  const boxf bounds = graph.bounds();
  const auto x_of = [&](double x) { return x - bounds.LL.x + sheet_margin; };
  const auto y_of = [&](double y) { return bounds.UR.y - y + sheet_margin; };
  map.width = bounds.UR.x - bounds.LL.x + 2 * sheet_margin;
  map.height = bounds.UR.y - bounds.LL.y + 2 * sheet_margin;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    map.nodes[i].x = x_of(ND_coord(nodes[i]).x);
    map.nodes[i].y = y_of(ND_coord(nodes[i]).y);
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    map.flows[i].path.clear();
    const splines* spline = ED_spl(edges[i]);
    if (spline == nullptr || spline->size == 0) continue;
    const bezier& curve = spline->list[0];
    for (int k = 0; k < curve.size; ++k) {
      map.flows[i].path.push_back(x_of(curve.list[k].x));
      map.flows[i].path.push_back(y_of(curve.list[k].y));
    }
  }
}

}  // namespace doorstroom
