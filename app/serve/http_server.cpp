#include "app/serve/http_server.hpp"

#include <unistd.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <new>
#include <optional>
#include <utility>

#include "app/serve/http_session.hpp"
#include "app/serve/routes.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::milliseconds;

constexpr std::size_t most_connections = 64;
constexpr std::size_t most_turned_away = 192;  ///< beyond that nobody is told anything

/// Takes connections, and keeps the queue of jobs going.
class HttpServer {
 public:
  HttpServer(Listening listening, HttpServerSetup setup, Zygote& zygote,
             const std::atomic<bool>& stop)
      : queue_(zygote),
        shared_{std::move(setup), queue_},
        acceptor_(context_),
        zygote_gone_(context_),
        tick_(context_),
        pause_(context_),
        stop_(stop),
        zygote_(zygote) {
    acceptor_.assign(tcp::v4(), dup(listening.socket.number()));
    acceptor_.non_blocking(true);
  }

  void run() {
    accept();
    watch_zygote();
    tick();
    while (!run_some()) {
    }
    if (lost_zygote_)
      throw run_error(message(
          "the process that does the work was killed\n  start `doorstroom serve` again; if memory "
          "was short, end other programs"));
  }

 private:
  /// What one connection has no memory for ends that connection. @return whether all is over
  bool run_some() {
    try {
      context_.run();
      return true;
    } catch (const std::bad_alloc&) {
      return false;
    }
  }

  void accept() {
    acceptor_.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (error) return accept_later();  // no more descriptors: some are closed soon
      if (shared_.connections < most_connections + most_turned_away)
        begin_session(std::move(socket), shared_, shared_.connections >= most_connections);
      accept();
    });
  }

  void accept_later() {
    constexpr milliseconds a_while{100};
    pause_.expires_after(a_while);
    pause_.async_wait([this](const boost::system::error_code& error) {
      if (!error) accept();
    });
  }

  void watch_zygote() {
    zygote_gone_.assign(dup(zygote_.socket()));
    zygote_gone_.async_wait(asio::posix::stream_descriptor::wait_read,
                            [this](const boost::system::error_code& error) {
                              if (error) return;
                              lost_zygote_ = true;
                              context_.stop();
                            });
  }

  /// Looks whether the user asked for the end, and works ahead while nobody asks for anything.
  void tick() {
    if (stop_) return context_.stop();
    work_ahead();
    queue_.go_on();
    constexpr milliseconds often{50};
    tick_.expires_after(often);
    tick_.async_wait([this](const boost::system::error_code& error) {
      if (!error) tick();
    });
  }

  /// Replications of the scenario itself, which every variant needs. A simulation that somebody
  /// asks for goes first.
  void work_ahead() {
    if (ahead_done_) return;
    const bool is_asked = shared_.simulations > 0;
    if (is_asked) end_ahead();
    if (is_asked || ahead_) return;
    ahead_ = queue_.ask(JobLength::short_, packed_request({WhatIfQuestion::baseline, {}, {}}),
                        [this](std::optional<StartedJob> job) {
                          if (job) await_ahead(*job);
                        });
  }

  void end_ahead() {
    ahead_.reset();
    ahead_answer_.reset();
  }

  /// It says something when it is done, and nothing when it fails: either way it is not done again.
  void await_ahead(const StartedJob& job) {
    ahead_answer_ =
        std::make_unique<asio::posix::stream_descriptor>(context_, dup(job.answer.number()));
    ahead_answer_->async_wait(asio::posix::stream_descriptor::wait_read,
                              [this](const boost::system::error_code& error) {
                                if (error) return;
                                ahead_done_ = true;
                                end_ahead();
                              });
  }

  JobQueue queue_;
  HttpShared shared_;
  asio::io_context context_{1};  // with all sessions, which go before what they share
  tcp::acceptor acceptor_;
  asio::posix::stream_descriptor zygote_gone_;
  asio::steady_timer tick_;
  asio::steady_timer pause_;
  const std::atomic<bool>& stop_;
  Zygote& zygote_;
  bool lost_zygote_ = false;
  std::shared_ptr<JobPlace> ahead_;
  std::unique_ptr<asio::posix::stream_descriptor> ahead_answer_;
  bool ahead_done_ = false;
};

}  // namespace

void serve_http(Listening listening, HttpServerSetup setup, Zygote& zygote,
                const std::atomic<bool>& stop) {
  HttpServer(std::move(listening), std::move(setup), zygote, stop).run();
}

}  // namespace doorstroom
