# shellcheck shell=sh
# Makes the call that its arguments describe with kestra.sh. The protocol is in ../SPECIFICATION.md.
# Each shell runs it: dash shell.sh log INFO "Hello World!"

KESTRA_SH=${KESTRA_SH:-$(dirname -- "$0")/../../shell/kestra.sh}
# shellcheck source=/dev/null
. "$KESTRA_SH"

not_a_call() {
  echo "$1" >&2
  exit 1
}

case ${1-} in
  log) [ "$#" -eq 3 ] || not_a_call 'log: expected LEVEL MESSAGE' ;;
  # kestra_logs accepts an empty batch; the driver protocol does not.
  logs) [ "$#" -gt 1 ] || not_a_call 'logs: expected LEVEL MESSAGE pairs' ;;
  outputs | assets | counter | gauge | timer) ;;
  capture)
    [ "$#" -eq 3 ] || not_a_call 'capture: expected LEVEL MESSAGE'
    printf '%s\n' "$3" | kestra_pipe "$2"
    exit
    ;;
  levels)
    [ "$#" -eq 3 ] || not_a_call 'levels: expected stdout or stderr, and TEXT'
    case $2 in
      stdout) printf %s "$3" | kestra_pipe --levels ;;
      stderr) printf %s "$3" | kestra_pipe --levels ERROR >&2 ;;
      *) not_a_call 'levels: expected stdout or stderr, and TEXT' ;;
    esac
    exit
    ;;
  *) not_a_call 'verb: expected log, logs, outputs, assets, counter, gauge, timer, capture or levels' ;;
esac

# A level in capital letters is the name of a function, too.
case $1:${2-} in
  log:TRACE) kestra_trace "$3" ;;
  log:DEBUG) kestra_debug "$3" ;;
  log:INFO) kestra_info "$3" ;;
  log:WARN) kestra_warn "$3" ;;
  log:WARNING) kestra_warning "$3" ;;
  log:ERROR) kestra_error "$3" ;;
  log:CRITICAL) kestra_critical "$3" ;;
  *)
    verb=$1
    shift
    "kestra_$verb" "$@"
    ;;
esac
