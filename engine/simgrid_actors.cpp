#include <array>
#include <csignal>
#include <memory>
#include <simgrid/s4u.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/actors.hpp"

/// The module doorstroom_simgrid.so. It holds nothing else of the program, so that it needs nothing
/// of it.

namespace doorstroom {
namespace {

/// SimGrid installs handlers of its own; the program's come back when this goes.
class KeptSignalHandlers {
 public:
  KeptSignalHandlers() {
    for (auto& [number, action] : kept_) sigaction(number, nullptr, &action);
  }
  ~KeptSignalHandlers() {
    for (const auto& [number, action] : kept_) sigaction(number, &action, nullptr);
  }
  KeptSignalHandlers(const KeptSignalHandlers&) = delete;
  KeptSignalHandlers& operator=(const KeptSignalHandlers&) = delete;

 private:
  std::array<std::pair<int, struct sigaction>, 3> kept_{
      {{SIGINT, {}}, {SIGSEGV, {}}, {SIGBUS, {}}}};
};

/// SimGrid's engine with one host for everybody to live on: nobody computes or sends anything here.
class Platform {
 public:
  Platform() {
    const KeptSignalHandlers kept;
    std::vector<char*> argv;
    for (std::string& argument : arguments_) argv.push_back(argument.data());
    argv.push_back(nullptr);
    int argc = static_cast<int>(arguments_.size());
    engine_ = std::make_unique<simgrid::s4u::Engine>(&argc, argv.data());
    auto* zone = simgrid::s4u::create_empty_zone("region");
    host_ = zone->create_host("region", 1.0);
    zone->seal();
  }

  simgrid::s4u::Host* host() const { return host_; }
  void run() { engine_->run(); }

 private:
  std::vector<std::string> arguments_ = {
      "doorstroom",
      "--log=root.thres:error",
      // The events of the world run on the stack of the process that woke [KiB].
      "--cfg=contexts/stack-size:256",
#ifdef DOORSTROOM_SANITIZE
      "--cfg=contexts/factory:thread",
#endif
  };
  std::unique_ptr<simgrid::s4u::Engine> engine_;
  simgrid::s4u::Host* host_ = nullptr;
};

/// The platform of this process, while nobody uses it. It may be kept for the next actors, since it
/// costs as much as a short run: SimGrid prepares for thousands of activities when the first is
/// made. Not destroyed when the process ends, as what SimGrid needs for that may be gone by then.
std::unique_ptr<Platform>& kept_platform() {
  static auto* const kept = new std::unique_ptr<Platform>();
  return *kept;
}

class SimgridActors final : public Actors {
 public:
  SimgridActors(std::unique_ptr<Platform> platform, bool keep_platform)
      : platform_(std::move(platform)), keep_platform_(keep_platform) {}
  ~SimgridActors() override {
    if (keep_platform_ && all_ended_) kept_platform() = std::move(platform_);
  }
  SimgridActors(const SimgridActors&) = delete;
  SimgridActors& operator=(const SimgridActors&) = delete;

  void add(const std::string& name, const std::function<void()>& body) override {
    all_ended_ = false;
    simgrid::s4u::Actor::create(name, platform_->host(), body);
  }
  void run() override {
    platform_->run();
    all_ended_ = true;
  }

  double date() const override { return simgrid::s4u::Engine::get_clock(); }
  void sleep_until(double date) override { simgrid::s4u::this_actor::sleep_until(date); }
  void yield() override { simgrid::s4u::this_actor::yield(); }

  bool ends_actor(const std::exception_ptr& exception) const override {
    try {
      std::rethrow_exception(exception);
    } catch (const simgrid::ForcefulKillException&) {
      return true;
    } catch (...) {
      return false;
    }
  }

 private:
  std::unique_ptr<Platform> platform_;
  bool keep_platform_;
  bool all_ended_ = true;
};

}  // namespace
}  // namespace doorstroom

/// What the program looks up. @param keep_platform  for the actors of this process that come next
/// @return null if there are actors already
extern "C" doorstroom::Actors* doorstroom_make_actors(bool keep_platform) {
  using namespace doorstroom;
  std::unique_ptr<Platform>& kept = kept_platform();
  if (!kept && simgrid::s4u::Engine::has_instance()) return nullptr;
  return new SimgridActors(kept ? std::move(kept) : std::make_unique<Platform>(), keep_platform);
}
