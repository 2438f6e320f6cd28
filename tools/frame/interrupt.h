#pragma once

namespace matter::cli {

/// Makes Ctrl-C, SIGTERM and SIGHUP wipe the progress bar and end the program by that signal: at once, or, where
/// something half-made is on the disk, when it has been removed (BrokenOff passes through; a second signal does not
/// wait). A signal that the caller has ignored (nohup, a job in the background) stays ignored.
void heed_signals();

/// Ends the program as the signal would have done.
void die_by(int signal);

/// Whether a bar stands on the last line of the terminal.
void bar_is_drawn(bool is);
/// A signal has come: nothing more is to be drawn.
[[nodiscard]] bool is_ending();

}  // namespace matter::cli
