#pragma once
/// Plain SimGrid: an engine with one host on which every actor lives, and nothing else. One at a
/// time per process.

#include <memory>
#include <simgrid/s4u.hpp>
#include <string>
#include <vector>

namespace doorstroom::reference {

class BareEngine {
 public:
  /// @param stack  of each actor [KiB]
  explicit BareEngine(int stack)
      : arguments_{
            "bare",
            "--log=root.thres:error",
            "--cfg=contexts/stack-size:" + std::to_string(stack),
#ifdef DOORSTROOM_SANITIZE
            "--cfg=contexts/factory:thread",
#endif
        } {
    std::vector<char*> argv;
    for (std::string& argument : arguments_) argv.push_back(argument.data());
    argv.push_back(nullptr);
    int argc = static_cast<int>(arguments_.size());
    engine_ = std::make_unique<simgrid::s4u::Engine>(&argc, argv.data());
    auto* zone = simgrid::s4u::create_empty_zone("region");
    host_ = zone->create_host("region", 1.0);
    zone->seal();
  }

  simgrid::s4u::Host* host() const {
    return host_;
  }
  void run() {
    engine_->run();
  }

 private:
  std::vector<std::string> arguments_;
  std::unique_ptr<simgrid::s4u::Engine> engine_;
  simgrid::s4u::Host* host_ = nullptr;
};

}  // namespace doorstroom::reference
