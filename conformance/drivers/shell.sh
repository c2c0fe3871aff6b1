# shellcheck shell=sh
# Makes the one call its arguments describe with kestra.sh. The protocol is in ../SPECIFICATION.md.
# Each shell runs it: dash shell.sh log INFO "Hello World!"

# shellcheck source=/dev/null
. "${KESTRA_SH:-$(dirname -- "$0")/../../shell/kestra.sh}"

not_a_call() {
  echo "$1" >&2
  exit 1
}

case ${1-} in
  log) [ "$#" -eq 3 ] || not_a_call 'log: expected LEVEL MESSAGE' ;;
  # kestra_logs without an argument is an empty batch; the driver's verb has no such form.
  logs) [ "$#" -gt 1 ] || not_a_call 'logs: expected LEVEL MESSAGE pairs' ;;
  outputs | assets | counter | gauge | timer) ;;
  capture)
    [ "$#" -eq 3 ] || not_a_call 'capture: expected LEVEL MESSAGE'
    printf '%s\n' "$3" | kestra_pipe "$2"
    exit
    ;;
  *) not_a_call 'verb: expected log, logs, outputs, assets, counter, gauge, timer or capture' ;;
esac

verb=$1
shift
"kestra_$verb" "$@"
