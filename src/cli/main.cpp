#include <csignal>

#include "cli/run.hpp"

int main(int argc, char** argv) {
  // A reader that goes away is told by the failing write, so that the verdict still reaches the caller.
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  return static_cast<int>(sellerhealth::cli::run(argc, argv));
}
