#include <malloc.h>

#include <csignal>
#include <exception>
#include <new>
#include <system_error>

#include "edit/break_off.h"
#include "frame/failure.h"
#include "frame/interrupt.h"
#include "frame/invocation.h"
#include "frame/output.h"
#include "media/postgresql.h"

namespace cli = matter::cli;

namespace {

/// What one file took is kept for the next: given back each time, it would come back page by page through the system.
void keep_memory() {
#if defined(__GLIBC__)
  ::mallopt(M_TRIM_THRESHOLD, 16 << 20);
  ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
  ::mallopt(M_TOP_PAD, 1 << 20);
#endif
}

}  // namespace

/// The one place where a bad environment and our own faults end. What users write never gets here.
int main(int argc, char** argv) {
  keep_memory();
#if defined(MATTER_POSTGRESQL)
  matter::use_postgresql(matter::connect_with_libpq);
#endif
  cli::hold_standard_descriptors();
  // A closed pipe is an error of write(2): told and counted like a full disk.
  std::signal(SIGPIPE, SIG_IGN);
  cli::heed_signals();
  matter::Lang lang = matter::lang_of_environment();
  const auto complain = [&lang](const matter::Bilingual& words, std::string_view what) {
    cli::write_error(std::string(words.in(lang)) + std::string(what) + "\n");
  };
  constexpr matter::Bilingual error{"matter：错误：", "matter: error: "};
  try {
    const cli::RawArguments raw = cli::parse(argc, argv);
    lang = cli::language(raw);
    const int code = cli::run(raw, lang);
    if (const int signal = matter::asked_to_break_off(); signal != 0) cli::die_by(signal);
    return code;
  } catch (const matter::BrokenOff& broken) {
    cli::die_by(broken.signal());
    return cli::exit_code::unusable;
  } catch (const std::system_error& failure) {
    complain(error, cli::told(failure, lang));
    return cli::exit_code::unusable;
  } catch (const std::bad_alloc&) {
    complain(error, lang == matter::Lang::zh ? "内存不足" : "out of memory");
    return cli::exit_code::unusable;
  } catch (const std::exception& fault) {
    complain({"matter：这是程序自身的错误，请报告：", "matter: this is a bug in matter, please report it: "},
             fault.what());
    return cli::exit_code::bug;
  }
}
