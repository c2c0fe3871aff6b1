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
  _kestra_check_string 'timer: name' "$1" && _kestra_find_command "$2"
}

# Calls COMMAND and sends the timer. Returns the status of COMMAND, the only one that the caller's set -e and ERR trap see.
_kestra_time_program() {  # NAME COMMAND [ARGUMENT]...
  case $_kestra_command in refused) \return 1 ;; esac
  _kestra_clock
  \set -- "$_kestra_now" "$@"
  case $_kestra_command in
    missing) _kestra_missing "$3" ;;
    *) _kestra_call_rest 2 "$@" ;;
  esac
  _kestra_end_timer "$?" "$1" "$2"
}

# Calls a function and sends the timer. Sets _kestra_status. Returns 0.
# set -e and the ERR trap apply inside the function. If it ends the shell, an EXIT trap sends the timer and does what
# the caller's would have done; otherwise the caller's is restored, unless the function has set another.
_kestra_time_function() {  # NAME COMMAND [ARGUMENT]...
  _kestra_load_trap EXIT
  \set -- "$_kestra_trap" "$@"
  \eval "$_kestra_load_error_trap"
  \set -- "$_kestra_trap" "$@"
  _kestra_clock
  \set -- "$_kestra_now" "$@"
  case $3 in
    '?') ;;
    *)
      _kestra_make_exit_trap "$1" "$4" "$3"
      _kestra_begin_posix_traps
      \trap -- "$_kestra_trap" EXIT
      _kestra_end_posix_traps
      ;;
  esac
  _kestra_make_error_trap "$2"
  _kestra_call_function 4 "$@"
  _kestra_put_back_error_trap "$2"
  _kestra_load_trap EXIT
  case $_kestra_trap in
    *"_kestra_end_timer \"\$?\" $1 "*)
      _kestra_begin_posix_traps
      \trap -- "$3" EXIT
      _kestra_end_posix_traps
      ;;
  esac
  _kestra_end_timer "$_kestra_status" "$1" "$4" || \:
}

# In zsh, an EXIT trap that is set between these two belongs to the shell, not to the function that sets it.
_kestra_begin_posix_traps() {
  \eval "$_kestra_begin_posix_traps"
}

_kestra_end_posix_traps() {
  \eval "$_kestra_end_posix_traps"
}

# Sets _kestra_trap to the EXIT trap that sends the timer, and then does what the caller's does with the same $?.
# It is not the last command of a list, so set -e ignores _kestra_end_timer.
_kestra_make_exit_trap() {  # START NAME CALLERS-TRAP
  _kestra_quote_word "$2"
  _kestra_end="_kestra_end_timer \"\$?\" $1 $_kestra_word"
  _kestra_quote_word "$3"
  case $3 in
    -) _kestra_trap="$_kestra_end || _kestra_keep_signal \"\$?\"" ;;
    *) _kestra_trap="if $_kestra_end; then \\eval $_kestra_word; else \\eval $_kestra_word; fi" ;;
  esac
}

# In an EXIT trap: ends the shell with the status of a signal. After a trap, mksh has 0 and ksh93 the signal's number.
_kestra_keep_signal() {  # STATUS
  case $(($1 > 128)) in 1) \exit "$(($1 > 256 ? $1 - 128 : $1))" ;; esac
}

# Sends a timer. Returns STATUS.
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
