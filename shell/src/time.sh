# kestra_time: sends the time of a command, however it ends.

# Returns the status of COMMAND.
# set -x is off meanwhile, also for COMMAND.
kestra_time() {  # NAME COMMAND [ARGUMENT]...
  @note_line@
  @hide_trace@
  _kestra_place="@place@"
  _kestra_scope _kestra_check_time "$@" || \:
  case $_kestra_command in
    function)
      _kestra_time_function "$@"
      case $_kestra_status in
        0) ;;
        *)
          _kestra_note_call kestra_time "$@"
          @end_of_function@
          ;;
      esac
      ;;
    *)
      _kestra_time_program "$@" || {
        _kestra_status=$?
        _kestra_note_call kestra_time "$@"
        @show_trace_and_leave@
      }
      ;;
  esac
  @show_trace@
}

# Sets _kestra_command: refused if there is no command, or the name is refused.
_kestra_check_time() {  # NAME COMMAND [ARGUMENT]...
  _kestra_command=refused
  case $# in 0|1) _kestra_refuse 'kestra_time: expected NAME COMMAND'; \return 1 ;; esac
  _kestra_check_string 'timer: name' "$1" && _kestra_find_command "$2" "${3-}"
}

# Calls COMMAND and sends the timer. Returns the status of COMMAND, the only one that the caller's set -e and ERR trap see.
_kestra_time_program() {  # NAME COMMAND [ARGUMENT]...
  case $_kestra_command in refused) \return 1 ;; esac
  _kestra_begin_timer "$1"
  \set -- "$_kestra_now" "$_kestra_begun" "$_kestra_trap" "$_kestra_outer_timers" "$@"
  case $_kestra_command in
    missing) _kestra_missing "$6" ;;
    *) _kestra_call_rest 5 "$@" ;;
  esac
  _kestra_finish_timer "$?" "$@"
}

# Calls a function and sends the timer. Sets _kestra_status. Returns 0.
# set -e and the ERR trap apply inside the function.
_kestra_time_function() {  # NAME COMMAND [ARGUMENT]...
  \eval "$_kestra_load_error_trap"
  \set -- "$_kestra_trap" "$@"
  _kestra_begin_timer "$2"
  \set -- "$_kestra_now" "$_kestra_begun" "$_kestra_trap" "$_kestra_outer_timers" "$2" "$@"
  _kestra_make_error_trap "$6" "$8"
  _kestra__call_function 7 "$@"
  _kestra_put_back_error_trap "$6"
  _kestra_finish_timer "$_kestra_status" "$@" || \:
}

# Sets traps that send the timer if the shell ends before _kestra_finish_timer is called, and _kestra_now to the start.
# They know the timer by an earlier time, _kestra_begun. The EXIT trap then does what the caller's, which _kestra_trap is
# set to, would have done.
_kestra_begin_timer() {  # NAME
  _kestra_clock
  _kestra_load_trap EXIT
  \set -- "$1" "$_kestra_trap"
  _kestra_quote_word "$1"
  _kestra_end="_kestra_end_timer \"\$?\" $_kestra_now $_kestra_word"
  \eval "$_kestra_catch_signals"
  case $2 in
    '?') ;;
    *)
      _kestra_make_exit_trap "$2"
      _kestra_begin_posix_traps
      \trap -- "$_kestra_trap" EXIT
      _kestra_end_posix_traps
      ;;
  esac
  _kestra_trap=$2 _kestra_begun=$_kestra_now
  _kestra_clock
}

# Sends the timer. The EXIT trap is the caller's again, unless the function has set another. Returns STATUS.
_kestra_finish_timer() {  # STATUS START BEGUN EXIT-TRAP OUTER-TIMERS NAME [IGNORED]...
  _kestra_clock
  _kestra_load_trap EXIT
  case $_kestra_trap in
    *"_kestra_end_timer \"\$?\" $3 "*)
      _kestra_begin_posix_traps
      \trap -- "$4" EXIT
      _kestra_end_posix_traps
      ;;
  esac
  \eval "$_kestra_release_signals"
  _kestra_scope _kestra_elapsed "$2" "$6" || \:
  \return "$1"
}

# In zsh, while exit ends functions, each function that returns ends its caller as well, except as many levels down as exit
# was called. So this sends the timer N levels down, in place of our EXIT trap.
_kestra_end_deep() {  # N
  case $1 in
    0)
      \eval "$_kestra_end" || \:
      _kestra_begin_posix_traps
      \trap - EXIT
      _kestra_end_posix_traps
      ;;
    *) _kestra_end_deep "$(($1 - 1))" ;;
  esac
}

# In a shell where a signal runs no EXIT trap: has each signal that would end it send the timers first.
# Its traps are for all calls that are running, and in a subshell are no longer set.
_kestra_catch_signals() {
  case $_kestra_all_traps in '?'|*'_kestra_end_by_signal '*) ;; *) _kestra_timers='' ;; esac
  _kestra_outer_timers=$_kestra_timers
  # What is process 1, as in a container, is not ended by them.
  case $$:$_kestra_all_traps in 1:*|*:'?') \return 0 ;; esac
  _kestra_timers="$_kestra_end || \\:; $_kestra_timers"
  for _kestra_signal in HUP INT QUIT TERM; do
    case $_kestra_all_traps in
      *" $_kestra_signal$_kestra_lf"*) ;;
      *) \trap -- "_kestra_end_by_signal $_kestra_signal" "$_kestra_signal" ;;
    esac
  done
}

# Takes back what the other did, where nothing else is set meanwhile.
_kestra_release_signals() {  # OUTER-TIMERS
  _kestra_timers=$1
  case $1 in ?*) \return 0 ;; esac
  for _kestra_signal in HUP INT QUIT TERM; do
    case $_kestra_all_traps in
      *"_kestra_end_by_signal $_kestra_signal' $_kestra_signal$_kestra_lf"*) \trap - "$_kestra_signal" ;;
    esac
  done
}

# In a trap: sends the timers, and ends this shell by the signal.
_kestra_end_by_signal() {  # SIGNAL
  \eval "$_kestra_timers"
  \trap - EXIT "$1"
  _kestra_kill_shell "$1"
}

# In a subshell, $$ is not this shell. With an ERR trap, ksh93 would end with 0.
_kestra_kill_shell() {  # SIGNAL
  case $_kestra_has_trap_list in no) \trap - ERR ;; esac
  \command sh -c 'kill "-$0" "$PPID"' "$1"
  \exit 1
}

# In zsh, an EXIT trap that is set between these two belongs to the shell, not to the function that sets it.
_kestra_begin_posix_traps() {
  \eval "$_kestra_begin_posix_traps"
}

_kestra_end_posix_traps() {
  \eval "$_kestra_end_posix_traps"
}

# Sets _kestra_trap to the EXIT trap that does _kestra_end, and then does what the caller's does with the same $?.
# It is not the last command of a list, so set -e ignores _kestra_end_timer.
_kestra_make_exit_trap() {  # CALLERS-TRAP
  _kestra_quote_word "$1"
  case $1 in
    -) _kestra_trap="$_kestra_end || _kestra_keep_signal \"\$?\"" ;;
    *) _kestra_trap="if $_kestra_end; then \\eval $_kestra_word; else \\eval $_kestra_word; fi" ;;
  esac
}

# In an EXIT trap: ends the shell as a signal would have. After a trap, mksh has the status 0, and ksh93, where a status
# of a signal is above 256, the signal's number.
_kestra_keep_signal() {  # STATUS
  case $(($1 > 256)) in 1) \trap - EXIT; _kestra_kill_shell "$(($1 - 256))" ;; esac
  case $(($1 > 128)) in 1) \exit "$1" ;; esac
}

# In a trap: sends a timer. Returns STATUS.
_kestra_end_timer() {  # STATUS START NAME
  _kestra_clock
  _kestra_scope _kestra_elapsed "$2" "$3" || \:
  \return "$1"
}

# Sends the timer NAME of the time from START to _kestra_now, which is below 0 when the clock was set back.
# Some shells have 32 bits, so the fraction is computed separately, after a 1 that keeps its zeros.
_kestra_elapsed() {  # START NAME
  _kestra_seconds=$((${_kestra_now%[.,]*} - ${1%[.,]*}))
  _kestra_microseconds=$((1000000 + 1${_kestra_now#*[.,]} - 1${1#*[.,]}))
  case $_kestra_microseconds in
    ???????) ;;
    *) _kestra_seconds=$((_kestra_seconds - 1)) _kestra_microseconds=$((_kestra_microseconds + 1000000)) ;;
  esac
  case $_kestra_seconds:$_kestra_microseconds in
    -*:1000000) ;;
    # -1 and 0.7 is -0.3.
    -*:*) _kestra_seconds=-$((-1 - _kestra_seconds)) _kestra_microseconds=$((3000000 - _kestra_microseconds)) ;;
  esac
  _kestra_metric timer "$2" "$_kestra_seconds.${_kestra_microseconds#?}"
}

# Sets _kestra_now to a time in seconds, with six decimals.
_kestra_clock() {
  case ${ZSH_VERSION:+zsh}${EPOCHREALTIME-}${KSH_VERSION:+ksh} in
    zsh*)
      _kestra_now='%D{''%s.%6.}'
      \eval '_kestra_now=${(%)_kestra_now}'
      ;;
    *[.,]??????*) _kestra_now=$EPOCHREALTIME ;;
    ksh) _kestra_now=$(\command printf '%(%s.%6N)T') ;;
    *)
      { _kestra_read_line </proc/uptime; } 2>/dev/null || _kestra_line="$(\command date +%s).00"
      _kestra_now=${_kestra_line%% *}0000
      ;;
  esac
}
