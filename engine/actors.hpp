#pragma once
/// Actors, as SimGrid runs them: bodies that act in turn, and sleep until a date.
///
/// SimGrid is in a module of its own, which is loaded when it is first needed. With all that it
/// brings along it takes as long to load as the rest of the program, and most commands simulate
/// nothing.

#include <exception>
#include <functional>
#include <memory>
#include <string>

namespace doorstroom {

/// One set of actors at a time per process.
class Actors {
 public:
  Actors() = default;
  virtual ~Actors() = default;
  Actors(const Actors&) = delete;
  Actors& operator=(const Actors&) = delete;

  /// @param body  begins when run() does. An exception that leaves it aborts the program, but for
  ///              ends_actor()
  virtual void add(const std::string& name, const std::function<void()>& body) = 0;
  /// Until every body has ended.
  virtual void run() = 0;

  /// The date, in an unit of the caller's. It goes on from where the last actors of this process
  /// stopped.
  virtual double date() const = 0;
  /// Puts the actor that calls it to sleep.
  virtual void sleep_until(double date) = 0;
  /// Lets the other actors of this date go first.
  virtual void yield() = 0;

  /// Whether an exception is SimGrid's way to end an actor. A body throws it on.
  virtual bool ends_actor(const std::exception_ptr& exception) const = 0;
};

/// Loads SimGrid, unless that has been done. Processes that are forked afterwards share it.
/// @throws RunError if its module cannot be loaded
void load_simgrid();

/// From now on this process keeps SimGrid's engine from one set of actors to the next, which saves
/// what it costs to make one. For a process in which nobody else makes an engine.
void keep_simgrid_engine();

/// @pre there are no others  @throws RunError as load_simgrid()
std::unique_ptr<Actors> make_actors();

}  // namespace doorstroom
