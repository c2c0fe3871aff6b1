# kestra_time: how long a command takes.

# Returns the status of COMMAND.
kestra_time() {  # NAME COMMAND [ARGUMENT]...
  case $# in 0|1) _kestra_refuse 'kestra_time: expected NAME COMMAND'; \return ;; esac
  _kestra_scope _kestra_check_string 'timer: name' "$1" || \return
  _kestra_clock
  _kestra_text=$1
  \shift
  _kestra_timed "$_kestra_now $_kestra_text" "$@"
}

# Runs COMMAND in the caller's shell, and sends its timer. Returns its status.
_kestra_timed() {  # START-AND-NAME COMMAND [ARGUMENT]...
  case $-:$2 in
    # if would take set -e from a function.
    *e*:[!/]*) _kestra_call_rest "$@"; \set -- 0 "$@" ;;
    *) if _kestra_call_rest "$@"; then \set -- 0 "$@"; else \set -- "$?" "$@"; fi ;;
  esac
  _kestra_clock
  _kestra_scope _kestra_elapsed "${2%% *}" "${2#* }" || \:
  \return "$1"
}

# Sends the timer NAME of the time from START to _kestra_now.
# As some shells have 32 bits, the fraction is computed apart, after a 1 that keeps its zeros.
_kestra_elapsed() {  # START NAME
  _kestra_seconds=$((${_kestra_now%[.,]*} - ${1%[.,]*}))
  _kestra_microseconds=$((1000000 + 1${_kestra_now#*[.,]} - 1${1#*[.,]}))
  case $_kestra_microseconds in
    ???????) ;;
    *) _kestra_seconds=$((_kestra_seconds - 1)) _kestra_microseconds=$((_kestra_microseconds + 1000000)) ;;
  esac
  case $_kestra_seconds in -*) _kestra_seconds=0 ;; esac
  _kestra_metric timer "$2" "$_kestra_seconds.${_kestra_microseconds#1}"
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
      # Into one variable, as IFS may be anything.
      { \command read -r _kestra_now </proc/uptime; } 2>/dev/null ||
        _kestra_now=$(\command date +%s).00
      _kestra_now=${_kestra_now%% *}0000
      ;;
  esac
}
