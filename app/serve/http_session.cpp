#include "app/serve/http_session.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/chunk_encode.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/write.hpp>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "app/serve/http_exchange.hpp"
#include "app/serve/http_response.hpp"
#include "app/serve/job_answer.hpp"

namespace doorstroom {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::seconds;

constexpr std::size_t largest_answer = std::size_t{16}
                                       << 20;  ///< that is not sent as it grows [byte]
constexpr seconds to_answer{60};               ///< for a job that simulates nothing
constexpr seconds to_simulate{600};            ///< waiting for its turn included
constexpr seconds to_decide{1800};             ///< for one that decides as it goes what to simulate

/// What a job answers: handed on whole, or as it grows.
class Session : public HttpExchange {
 public:
  Session(tcp::socket socket, HttpShared& shared)
      : HttpExchange(std::move(socket), shared),
        answer_pipe_(stream().get_executor()),
        deadline_(stream().get_executor()) {}
  ~Session() override { end_simulation(); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

 private:
  std::shared_ptr<Session> self() { return std::static_pointer_cast<Session>(shared_from_this()); }
  std::weak_ptr<Session> weak() { return self(); }

  /// Whether its answer grows: a failure is then its last line.
  bool in_lines() const { return is_answered_in_lines(route().question); }
  bool simulates() const { return is_simulation(route().question); }
  seconds time_to_answer() const {
    const bool decides =
        route().question == WhatIfQuestion::seek || route().question == WhatIfQuestion::bottlenecks;
    return decides ? to_decide : simulates() ? to_simulate : to_answer;
  }

  void ask() override {
    if (simulates() && !begin_simulation()) {
      refuse(429, message("as many of your simulations go on as one client may have\n  wait until "
                          "one has ended, or close a tab"));
      return;
    }
    const RawRequest raw{route().question, std::string(query()), request().body()};
    place_ =
        shared().queue.ask(simulates() ? JobLength::long_ : JobLength::short_, packed_request(raw),
                           [self = weak()](std::optional<StartedJob> job) {
                             if (const auto session = self.lock())
                               session->on_begun(std::move(job));
                           });
    if (!place_) {
      end_simulation();
      refuse(429, message("too many simulations wait already\n  try again in a moment"));
      return;
    }
    stream().expires_never();
    watch_deadline();
    watch_client();
    shared().queue.go_on();
  }

  /// @return whether its client may have one more
  bool begin_simulation() {
    std::string asking = client();
    if (!shared().clients.enter(asking)) return false;
    client_ = std::move(asking);
    ++shared().simulations;
    return true;
  }

  void end_simulation() {
    if (!client_) return;
    shared().clients.leave(*client_);
    client_.reset();
    --shared().simulations;
  }

  void watch_deadline() {
    deadline_.expires_after(time_to_answer());
    deadline_.async_wait([self = weak()](const error_code& error) {
      const auto session = self.lock();
      if (error || !session) return;
      session->is_late_ = true;
      const bool waits = !session->answer_pipe_.is_open();
      session->place_.reset();  // the job is killed, and the pipe comes to its end
      if (waits) session->on_end();
    });
  }

  /// A client that goes away takes its job with it.
  void watch_client() {
    stream().socket().async_wait(tcp::socket::wait_read, [self = self()](const error_code& error) {
      if (error || self->answered_) return;
      char next = 0;
      const ssize_t got =
          recv(self->stream().socket().native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
      if (got > 0) return;  // it sends what nobody asked for, and is read to no end
      if (got < 0 && (errno == EAGAIN || errno == EINTR)) return self->watch_client();
      self->abandon();
    });
  }

  void abandon() {
    if (route().question == WhatIfQuestion::save && place_) place_->keep_job();
    answered_ = true;
    place_.reset();
    end_simulation();
    deadline_.cancel();
    error_code ignored;
    ignored = answer_pipe_.close(ignored);
    stream().close();
    shared().queue.go_on();
  }

  void on_begun(std::optional<StartedJob> job) {
    if (!job) return on_end();
    answer_pipe_.assign(dup(job->answer.number()));
    read_answer();
  }

  void read_answer() {
    answer_pipe_.async_read_some(asio::buffer(room()),
                                 [self = self()](const error_code& error, std::size_t got) {
                                   if (self->answered_) return;
                                   self->answer_.add({self->room().data(), got});
                                   self->gathered_ += self->answer_.take_lines();
                                   if (error || self->answer_.is_whole()) return self->on_end();
                                   if (self->grows()) return self->send_grown();
                                   if (self->gathered_.size() > largest_answer)
                                     return self->on_end();
                                   self->read_answer();
                                 });
  }

  /// Whether what has come is sent on at once.
  bool grows() const { return answer_.status() && answer_.type() == lines_response; }

  LocalizedText failure() const {
    return is_late_ ? message(
                          "it took too long and was stopped\n  ask for fewer replications, or "
                          "for less at once")
                    : message(
                          "the process that did this was killed, or crashed\n  if memory was "
                          "short, end other programs, and try again");
  }

  /// The job has ended, or could not begin.
  void on_end() {
    answered_ = !grows() && !in_lines();
    deadline_.cancel();
    place_.reset();
    end_simulation();
    shared().queue.go_on();
    ended_ = true;
    if (!answer_.is_whole() && in_lines()) {
      const nlohmann::json line{{"kind", "failed"}, {"text", failure().in(language())}};
      gathered_ += line.dump() + "\n";
      return send_grown();
    }
    if (grows()) return send_grown();
    answered_ = true;
    if (!answer_.is_whole()) {
      refuse(is_late_ ? 503 : 500, failure());
      return;
    }
    respond(answer_.status().value_or(500), answer_.type(), std::move(gathered_));
  }

  bool is_chunked() const { return version() == 11; }

  void send_grown() {
    stream().expires_after(to_be_read);
    if (!growing_) return begin_growing();
    if (gathered_.empty()) return ended_ ? end_growing() : read_answer();
    sent_ = std::exchange(gathered_, {});
    const auto on_sent = [self = self()](const error_code& error, std::size_t) {
      if (self->answered_) return;
      if (error) return self->abandon();
      if (self->ended_) return self->send_grown();
      self->stream().expires_never();
      self->read_answer();
    };
    if (is_chunked())
      asio::async_write(stream(), http::make_chunk(asio::const_buffer(sent_.data(), sent_.size())),
                        on_sent);
    else
      asio::async_write(stream(), asio::const_buffer(sent_.data(), sent_.size()), on_sent);
  }

  void begin_growing() {
    growing_.emplace();
    growing_->result(http::status::ok);
    begin_response(*growing_, lines_response);
    growing_->version(version());
    growing_->keep_alive(false);
    growing_->chunked(is_chunked());
    head_.emplace(*growing_);
    http::async_write_header(stream(), *head_,
                             [self = self()](const error_code& error, std::size_t) {
                               if (self->answered_) return;
                               if (error) return self->abandon();
                               self->send_grown();
                             });
  }

  void end_growing() {
    answered_ = true;
    if (!is_chunked()) return finish();
    asio::async_write(stream(), http::make_chunk_last(),
                      [self = self()](const error_code& error, std::size_t) {
                        if (!error) self->finish();
                      });
  }

  asio::posix::stream_descriptor answer_pipe_;
  asio::steady_timer deadline_;
  std::shared_ptr<JobPlace> place_;
  JobAnswerReader answer_;
  std::string gathered_;               ///< of the answer, not sent yet
  std::string sent_;                   ///< on its way
  std::optional<std::string> client_;  ///< among whose simulations it counts
  bool is_late_ = false;
  bool ended_ = false;     ///< the job
  bool answered_ = false;  ///< nothing more is to be done for the job
  std::optional<http::response<http::empty_body>> growing_;
  std::optional<http::response_serializer<http::empty_body>> head_;
};

}  // namespace

void begin_session(tcp::socket socket, HttpShared& shared, bool turned_away) {
  const auto session = std::make_shared<Session>(std::move(socket), shared);
  if (turned_away)
    session->turn_away();
  else
    session->begin();
}

}  // namespace doorstroom
