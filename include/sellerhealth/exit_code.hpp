#pragma once

namespace sellerhealth {

/// What a run ends with, for scripts. New codes may be added: treat one that you do not know as a failure.
enum class ExitCode : unsigned char {
  pass = 0,          ///< No check fails and none that was judged is open.
  fail = 1,          ///< At least one check fails.
  usage = 2,         ///< The command line, or the configuration file, makes no sense.
  bad_input = 3,     ///< A file or row could not be read or understood; nothing was judged.
  undetermined = 4,  ///< Nothing fails, but a check is open, has no data, or rests on too little.
  internal = 5,      ///< The output could not be written, or the program is at fault.
};

}  // namespace sellerhealth
